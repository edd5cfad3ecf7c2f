"""Finds where « sur place », « sur les lieux » is: where what the text reports has happened."""

from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.closed import REGION_KINDS
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence, Token

# stems of what happens to people and things somewhere, told by a verb
_HAPPENED: Final = (
    *("percut", "heurt", "écras", "déraill", "explos", "effondr", "chavir", "brûl", "ravag", "frapp", "secou", "tué"),
    *("bless", "inond", "détrui", "dévast", "touch", "mort", "survenu", "produit", "attaqu", "poignard"),
)
_IN: Final = ("à", "en", "dans", "au", "aux", "sur", "près de", "à proximité de", "non loin de")
_KINDS: Final = REGION_KINDS | frozenset(
    """ville village commune province région département quartier localité île district vallée capitale port camp
    archipel station gare aéroport usine immeuble école lycée église mosquée synagogue hôpital marché centre forêt
    rue place quai plage mine prison banlieue périphérie côte large nord sud est ouest""".split()
)
_LEAD: Final = 3  # sentences


def on_site(reading: Reading, site: Site) -> list[Participant]:
    """Return the place of what the text reports first, below its headline: other places are told of in passing."""
    before = [s for s in reading.annotation.sentences[: site.sentence.index] if s.inside is None]
    body = [s for s in before if s.paragraph > before[0].paragraph] if before else []
    for sentence in (body or before)[:_LEAD]:
        places = [p for t in sentence.tokens for p in _place(reading, sentence, t)] if _happened(sentence) else []
        if places:
            return places[:1]
    return []


def _happened(sentence: Sentence) -> bool:
    told = happenings()
    return any(
        (t.pos == "NOUN" and (t.lower in told or t.lower.startswith(_HAPPENED)))
        or (t.pos in ("VERB", "ADJ") and t.lower.startswith(_HAPPENED))
        for t in sentence.tokens
    )


def _place(reading: Reading, sentence: Sentence, token: Token) -> list[Participant]:
    """Return the place that a name stands for, where something is in, or strikes, it: « à X », « la province de X »."""
    above = sentence.head(token)
    if above is not None and above.pos == "VERB" and above.lower.endswith("ant") and above.dep == "acl":
        return []  # « un train reliant Bourges à Tours »
    whole = above is not None and above.lower in _KINDS and token.dep.startswith(("nmod", "appos"))
    if token.name is None or not (whole or preposition(sentence, token) in _IN):
        return []
    found = [reading.entities[r.entity] for r in reading.referents(sentence, token)]
    return [Participant(e.name, e.id, e.type) for e in found if e.type is EntityType.PLACE]
