"""Hangs the place of a dateline loosely from its sentence: it takes no part in what the sentence tells.

"PARIS, Feb 6 (Newsdesk) - Novatel has agreed to buy Havn": Paris buys nothing.
"""

from dataclasses import replace
from typing import Final

from kg.extract.mend import mended
from kg.model.annotation import Annotation, Sentence, Token

_ENDS: Final = ("-", "--", "–", "—")
_LONGEST: Final = 16  # tokens of a dateline


def put_datelines_aside(annotation: Annotation) -> Annotation:
    """Return the annotation with the tokens of datelines tied to nothing but the head of their sentence."""
    return replace(annotation, sentences=tuple(_mended(annotation, sentence) for sentence in annotation.sentences))


def _mended(annotation: Annotation, sentence: Sentence) -> Sentence:
    place = sentence.tokens[0] if sentence.tokens else None
    if place is None or place.name is None or "rule:dateline" not in annotation.names[place.name].by:
        return sentence
    end = next((t.index for t in sentence.tokens[1:_LONGEST] if t.text in _ENDS), None)
    top = next((t for t in sentence.tokens if t.head == t.index), None)
    if end is None or top is None or top.index <= end:
        return sentence
    moved: dict[int, Token] = {
        t.index: replace(t, head=top.index, dep="dep") for t in sentence.tokens[:end] if t.head > end
    }
    inside = (t for t in sentence.tokens[end + 1 :] if t.head <= end)
    return mended(sentence, moved | {t.index: replace(t, head=top.index, dep="dep") for t in inside})
