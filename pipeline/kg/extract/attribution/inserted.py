"""Finds who speaks inside of the quotation marks: « Je suis déçue, confie Dubois. Tant pis. ».

French papers leave the marks open around the clause that says who speaks.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kg.extract.attribution.inquit import inquit
from kg.extract.attribution.whoever import speaking
from kg.extract.frames.load import load_frames
from kg.extract.reading import Reading
from kg.model import Participant
from kg.model.annotation import Sentence, Token

_MARKS: Final = (",", "!", "?", "–", "—")
_ENDS: Final = frozenset(",.!?…–—;")
_FAR: Final = 30  # tokens from the comma to the end of the clause that says who speaks


def inserted(reading: Reading, spoken: Sequence[Sentence]) -> tuple[Participant, ...]:
    """Return who a clause between commas inside of a French quotation says speaks."""
    if reading.language != "fr":
        return ()
    for sentence in spoken:
        for speaker in _speakers(sentence):
            found = tuple(speaking(reading, sentence, speaker))
            if found:
                return found
    return ()


def _speakers(sentence: Sentence) -> Iterator[Token]:
    verbs = load_frames("fr").clause_verbs
    for mark in sentence.tokens[1:]:
        if mark.text not in _MARKS:
            continue
        found = inquit(sentence, sentence.tokens[mark.index - 1], "fr")
        if found is None or found[0].index - mark.index > 6:
            continue
        verb, speaker = found
        told = verb.lower in verbs["saying"] or verb.lower in verbs["quoting"]
        own = speaker.lower not in ("je", "tu", "nous", "vous")
        if told and own and speaker.index > verb.index - 2 and _ends(sentence, speaker):
            yield speaker


def _ends(sentence: Sentence, speaker: Token) -> bool:
    """Tell whether the clause ends in a comma or stop, with nothing that only a clause of its own would hold."""
    for token in sentence.tokens[speaker.index + 1 :][:_FAR]:
        if token.text in _ENDS:
            return True
        if token.pos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
            return False
    return speaker.index + _FAR >= len(sentence.tokens)
