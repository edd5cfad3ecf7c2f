"""Finds the body that the sentence before tells of: « X réunit son conseil. La fusion avec Y est votée. »."""

from typing import Final

from kg.extract.coreference.unnamed import main_subjects, sentence_before
from kg.extract.frames.site import Site
from kg.extract.reading import Reading
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence

_THE: Final = frozenset("le la l' l’ cette ce".split())


def told_before(reading: Reading, site: Site) -> list[Participant]:
    """Return the only body that is the subject of the sentence before, where the noun is one that is known of."""
    sentence, noun = site.sentence, site.token
    definite = any(t.lower in _THE for t in sentence.children(noun, "det"))
    return _body_before(reading, sentence) if definite and noun.dep.startswith(("nsubj", "obl")) else []


def thither(reading: Reading, site: Site) -> list[Participant]:
    """Return the body of the sentence before for « y »: « Hydrolia recrute. Le fonds Alven y a investi 2 millions »."""
    there = any(t.lower == "y" and t.pos == "PRON" for t in site.sentence.children(site.token))
    return _body_before(reading, site.sentence) if there else []


def _body_before(reading: Reading, sentence: Sentence) -> list[Participant]:
    before = sentence_before(reading, sentence)
    subjects = main_subjects(before) if before is not None else []
    if before is None or len(subjects) != 1 or before.paragraph not in (sentence.paragraph, sentence.paragraph - 1):
        return []
    here = {r.entity for t in sentence.tokens for r in reading.referents(sentence, t)}
    found = [r for r in reading.referents(before, subjects[0]) if r.entity not in here]
    bodies = [reading.entities[r.entity] for r in found]
    whole = (
        len(bodies) == 1 and bodies[0].type is EntityType.ORGANIZATION and not any(before.children(subjects[0], "conj"))
    )
    return [Participant(bodies[0].name, bodies[0].id, bodies[0].type)] if whole else []
