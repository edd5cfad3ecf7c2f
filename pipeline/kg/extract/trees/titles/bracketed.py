"""Puts a name beside the title before it where brackets stand between: « la sénatrice (LR) Anne Dubois a … »."""

from dataclasses import replace
from functools import partial

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token


def put_bracketed(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in apposition to their titles."""
    return mend_each(annotation, partial(_bracketed, annotation))


def _bracketed(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for name in sentence.tokens[3:]:
        closing = sentence.tokens[name.index - 1]
        if closing.text != ")" or not is_person(annotation, name):
            continue
        opening = next((t.index for t in reversed(sentence.tokens[: closing.index]) if t.text == "("), 0)
        title = _title(annotation, sentence, sentence.tokens[opening - 1]) if opening else None
        if title is not None and not any(t is title for t in sentence.subtree(name)):
            moved[name.index] = replace(name, head=title.index, dep="appos")
    return moved


def _title(annotation: Annotation, sentence: Sentence, last: Token) -> Token | None:
    """Return the title whose phrase ends at a word and has no holder yet: « sénatrice du Rhône »."""
    at: Token | None = last
    for _ in range(4):
        if at is None or at.pos in ("VERB", "AUX") or is_person(annotation, at):
            return None
        if calls_person(at.lower, annotation.document.language):
            named = any(is_person(annotation, t) for t in sentence.children(at, "appos", "flat"))
            return None if named else at
        at = sentence.head(at)
    return None
