"""Gives each fact its confidence: the share of facts on the same grounds that are right.

The grounds are what a reader would ask for: by which kind of rule the fact was found, how its participants are
called in the sentence, what stands in the place of its object, and how far the text stands behind it.
`docs/decisions/0015-confidence.md` says why these.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.lexicon.calibration import load_calibration
from kg.model import Extraction, Fact, Mention, MentionKind, Modality, Participant

_FRAME: Final = "frame:"
_SAYING: Final = frozenset("stated announced denied warned threatened requested".split())


def rated(extraction: Extraction) -> Extraction:
    """Return the extraction with the confidence of each fact looked up in the calibration table."""
    table = load_calibration()
    facts = (replace(fact, confidence=table.confidence(grounds(fact, extraction))) for fact in extraction.facts)
    return replace(extraction, facts=tuple(facts))


def grounds(fact: Fact, extraction: Extraction) -> dict[str, str]:
    """Return what the confidence of a fact rests on: `rule`, `ends`, `object` and `modality`."""
    return {
        "rule": _rule(fact, extraction),
        "ends": _ends(fact, extraction.mentions),
        "object": _object(fact),
        "modality": "asserted" if fact.modality is Modality.ASSERTED else "other",
    }


def _rule(fact: Fact, extraction: Extraction) -> str:
    """Return `verb` or `noun` for a frame, by the word that called it; `pattern` for what needs no frame."""
    if not fact.by.startswith(_FRAME):
        return "pattern"
    document = extraction.document
    word = fact.trigger.of(document.text).lower().replace("’", "'")
    verbs = load_frames(document.language).verbs.get(word, ())
    return "verb" if any(trigger.relation == fact.relation for trigger in verbs) else "noun"


def _ends(fact: Fact, mentions: Iterable[Mention]) -> str:
    """Return by what the participants are known, the weakest that holds: name, description, words, pronoun."""
    kinds = [_kind(participant, mentions) for participant in (fact.subject, fact.object)]
    if "pronoun" in kinds:
        return "pronoun"
    if kinds[0] in ("words", "nobody"):  # an object in words is a ground of its own
        return "words"
    return "description" if "description" in kinds else "name"


def _object(fact: Fact) -> str:
    """Return what stands in the place of the object: what is `said`, an `entity`, `words` for another thing, `none`."""
    if fact.relation in _SAYING:
        return "said"
    if fact.object is None:
        return "none"
    return "words" if fact.object.id is None else "entity"


def _kind(participant: Participant | None, mentions: Iterable[Mention]) -> str:
    if participant is None or participant.id is None:
        return "nobody" if participant is None else "words"
    if participant.span is None:
        return "description"
    mention = stand_in(participant, mentions)
    if mention is None:
        return "name"
    return "pronoun" if mention.kind is MentionKind.PRONOUN else "description"


def stand_in(participant: Participant, mentions: Iterable[Mention]) -> Mention | None:
    """Return the words that stand for a participant where the fact finds it; None where they are its name."""
    span = participant.span
    if span is None:
        return None
    same = [m for m in mentions if m.entity == participant.id and m.span.overlaps(span)]
    return None if not same or any(m.kind is MentionKind.NAME for m in same) else same[0]
