"""Finds who bought before what a deal comes on top of: « X rachète A. Cela s'ajoute aux rachats de B et C »."""

from typing import Final

from kg.extract.coreference.by_deed import fillers
from kg.extract.coreference.clauses import clause_verb
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence

_COMES: Final = ("ajout", "suit", "suiv", "interv", "vien", "succèd", "complèt", "complét")
_BESIDE: Final = ("à", "aux", "après", "suite", "")
_DEALS: Final = frozenset("il elle cela ceci opération rachat achat acquisition transaction accord montant".split())
_BACK: Final = 4  # sentences


def buyer_before(reading: Reading, site: Site) -> list[Participant]:
    """Return the only buyer of whom the sentences before tell, where a deal adds to others; French only."""
    sentence, deal = site.sentence, site.token
    verb = clause_verb(sentence, deal)
    added = verb is not None and (verb.lower.startswith(_COMES) or _follows(sentence, deal.index, verb.lower))
    if verb is None or not added or preposition(sentence, deal) not in _BESIDE:
        return []
    subjects = [t for t in surface_subject(sentence, verb) if t.index < deal.index]
    if len(subjects) != 1 or subjects[0].lower not in _DEALS:
        return []
    buyers: set[str] = set()
    for before in reading.annotation.sentences[max(0, sentence.index - _BACK) : sentence.index]:
        if before.inside is None:
            words = fillers(reading, before, (("acquired", "subject"),))
            buyers |= {r.entity for word in words for r in reading.referents(before, word)}
    bodies = [reading.entities[i] for i in buyers]
    one = len(bodies) == 1 and bodies[0].type in (EntityType.ORGANIZATION, EntityType.PERSON)
    return [Participant(bodies[0].name, bodies[0].id, bodies[0].type)] if one else []


def _follows(sentence: Sentence, until: int, verb: str) -> bool:
    """Tell « fait suite aux rachats »."""
    return verb.startswith("fai") and any(t.lower == "suite" for t in sentence.tokens[:until])
