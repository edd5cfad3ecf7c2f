"""Gives French names back to whoever they stand beside: past what a comma set apart, behind a list that « et » closed.

« A, proche de B, et C ont signé »: the comma before « et » ends what is said of A, so that C is joined to A.
« La nourrice des princes A et B, C, »: « et » has ended the list of princes; C is the nurse.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import KIN
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_owned, is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_ASIDE: Final = ("amod", "acl", "appos")
_SECOND: Final = ("nsubj", "nsubj:pass", "conj")
_KIN: Final = KIN | {"femme", "amie", "ami", "petite-amie", "petit-ami"}  # with a possessive


def put_past_asides(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in their places; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(
        annotation,
        lambda sentence: _behind_aside(annotation, sentence),
        lambda sentence: _behind_list(annotation, sentence),
        lambda sentence: _of_kin(annotation, sentence),
        lambda sentence: _of_two_titles(annotation, sentence),
    )


def _behind_aside(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return C of « A, proche de B, et C » as joined to A."""
    moved: dict[int, Token] = {}
    for comma, joint, last in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        listed = comma.text == "," and joint.lower == "et" and last.dep == "conj" and is_person(annotation, last)
        first = _described(annotation, sentence, last) if listed else None
        if first is not None:
            moved[last.index] = replace(last, head=first.index)
    return moved


def _described(annotation: Annotation, sentence: Sentence, last: Token) -> Token | None:
    """Return the person whom the aside speaks of within which a name was joined, if a comma opens the aside."""
    at = sentence.head(last)
    if at is None or any(t.index < last.index for t in sentence.children(at, "conj")):
        return None  # « A, qui a battu B, C, et D »: who knows whom he has beaten
    while at is not None and not at.dep.startswith(_ASIDE):
        at = sentence.head(at) if at.dep.startswith(("nmod", "obl", "obj", "appos")) and at.head < at.index else None
    first = sentence.head(at) if at is not None else None
    if at is None or first is None or first.index > at.index or not is_person(annotation, first):
        return None
    return first if sentence.tokens[first.index + 1].text == "," else None


def _behind_list(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return C of « la nourrice des princes A et B, C, » beside the nurse."""
    moved: dict[int, Token] = {}
    for second, comma, name in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        first = sentence.head(name) if name.dep == "conj" and comma.text == "," else None
        joined = first is not None and second.dep == "conj" and second.head == first.index
        if first is None or not joined or not is_person(annotation, name):
            continue
        if not any(t.lower == "et" for t in sentence.children(second, "cc")):
            continue
        several = sentence.head(first) if first.dep == "appos" else None
        whose = sentence.head(several) if several is not None and several.dep == "nmod" else None
        if whose is not None and whose.pos == "NOUN" and not whose.plural and calls_person(whose.lower, "fr"):
            moved[name.index] = replace(name, head=whose.index, dep="appos")
    return moved


def _of_kin(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the actress of « A et sa femme, l'actrice B, ont … » beside the wife: the parser joined the two."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_KIN):
        return moved
    for kin in sentence.tokens[1:-4]:
        comma, article, noun = sentence.tokens[kin.index + 1 : kin.index + 4]
        if kin.lower not in _KIN or comma.text != "," or article.head != noun.index:
            continue
        if not is_owned(sentence, kin):
            continue
        second = noun.dep in _SECOND and noun.head != kin.index and noun.pos == "NOUN" and not noun.plural
        named = any(is_person(annotation, t) for t in sentence.children(noun, "appos"))
        if second and named and article.dep == "det" and kin.dep.startswith(("conj", "nsubj", "obj", "obl")):
            moved[noun.index] = replace(noun, head=kin.index, dep="appos")
    return moved


def _of_two_titles(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return C of « le gendre de A et mari de B, C, a été jugé » beside the first title: the second has no article."""
    moved: dict[int, Token] = {}
    for comma, name in pairwise(sentence.tokens[1:]):
        second = sentence.head(name) if name.dep in ("conj", "appos") and comma.text == "," else None
        first = sentence.head(second) if second is not None and second.dep == "conj" else None
        if second is None or first is None or not is_person(annotation, name) or any(sentence.children(second, "det")):
            continue
        titles = all(t.pos == "NOUN" and not t.plural and calls_person(t.lower, "fr") for t in (first, second))
        if titles and any(sentence.children(first, "det")) and not any(sentence.children(name, "cc", "case")):
            moved[name.index] = replace(name, head=first.index, dep="appos")
    return moved
