"""Puts « l'un des … » behind a French name and its comma in apposition: « Paul Martin, l'un des avocats de X, … ».

Parsers make it the subject of the clause, or hang it from whatever stands above. Which of many somebody is says who he
is; the noun behind « des » then stands for the name.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.apposition.asides import after_age
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_ONE: Final = ("un", "une")
_ODD: Final = frozenset("parataxis dep obl nmod vocative dislocated appos ROOT".split())


def put_members(annotation: Annotation) -> Annotation:
    """Return the annotation with such words in apposition; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, lambda sentence: _one_of(annotation, sentence))


def _one_of(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for name, one in (*_pairs(annotation, sentence), *_joined(annotation, sentence)):
        verb = sentence.head(one)
        if verb is None or (one.head == name.index and one.dep == "appos"):
            continue
        if any(t is name for t in sentence.subtree(one)):
            continue
        subject = one.dep.startswith("nsubj")
        if subject and any(sentence.children(name, "case")):
            if not any(t.index > one.index for t in sentence.children(verb, "nsubj")):
                continue  # « selon X, l'un des avocats a été blessé »
        elif subject and name.dep.partition(":")[0] in _ODD:
            moved[name.index] = replace(name, head=verb.index, dep=one.dep)
        moved[one.index] = replace(one, head=name.index, dep="appos")
    return moved


def _joined(annotation: Annotation, sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Yield the name and « un » of « Paul Martin, ancien député et l'un des avocats de X, a … »: he is both."""
    for one in sentence.tokens[4:]:
        name = sentence.head(one) if one.lower in _ONE and one.pos != "NOUN" and one.dep == "conj" else None
        if name is None or not is_person(annotation, name) or sentence.tokens[name.index + 1].text != ",":
            continue
        titles = [t for t in sentence.children(name, "appos") if t.name is None and name.index < t.index < one.index]
        many = [t for t in sentence.children(one, "nmod") if preposition(sentence, t) == "de"]
        if titles and many and calls_person(many[0].lower.removesuffix("s"), "fr"):
            yield name, one


def _pairs(annotation: Annotation, sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Yield a person's name and « un » of « , l'un des avocats » or « , 54 ans, un de ses avocats » behind it."""
    for name, comma in pairwise(sentence.tokens):
        if comma.text != "," or not is_person(annotation, name):
            continue
        at = after_age(sentence, comma.index + 1)
        first = sentence.tokens[at : at + 2]  # not « NAME, qu'une des directrices connaît »
        one = next((t for t in first if t.lower in _ONE), None) if first and first[0].lower in {*_ONE, "l'"} else None
        many = [t for t in sentence.children(one, "nmod") if preposition(sentence, t) == "de"] if one else []
        if one is not None and one.pos != "NOUN" and many and calls_person(many[0].lower.removesuffix("s"), "fr"):
            yield name, one
