"""Puts a name beside the title before it where brackets stand between: « la sénatrice (LR) Anne Dubois a … ».

Letters in brackets behind a body without a name are its own: « le patron de l'agence des médicaments (FDA) ».
"""

from dataclasses import replace
from functools import partial

from kg.extract.coreference.nouns import noun_classes
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.lexicon.known import known_by_form
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token


def put_bracketed(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in apposition to their titles."""
    return mend_each(annotation, partial(_bracketed, annotation), partial(_lettered, annotation))


def _lettered(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the FDA of « le patron de l'agence des médicaments (FDA) » beside the agency, not its head."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[4:-1] if annotation.document.language == "fr" else ():
        title = sentence.head(name) if name.name is not None and name.dep == "appos" else None
        opened = sentence.tokens[name.index - 1].text == "(" and sentence.tokens[name.index + 1].text == ")"
        if title is None or not opened or not name.text.isupper() or title.name is not None:
            continue
        known = known_by_form().get(name.text)
        party = known is not None and known.kind == "party"
        bodies = [t for t in sentence.children(title, "nmod") if t.name is None and title.index < t.index < name.index]
        body = bodies[-1] if bodies and calls_person(title.lower, "fr") and not party else None
        if (
            body is not None
            and _is_body(body)
            and not any(t.name is not None for t in sentence.children(body, "appos"))
        ):
            moved[name.index] = replace(name, head=body.index)
    return moved


def _is_body(noun: Token) -> bool:
    known = noun_classes("fr").get(noun.lower)
    return known is not None and known.type is EntityType.ORGANIZATION


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
