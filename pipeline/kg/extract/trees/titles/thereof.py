"""Makes « en » before « être » a possessive of the office behind it: « Paul Martin en est le président »."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_BEING: Final = frozenset("est sont était étaient fut furent sera seront a".split())
_DEFINITE: Final = frozenset("le la l' les".split())


def put_thereof(annotation: Annotation) -> Annotation:
    """Return a French annotation with such pronouns below the noun for an office; any other as it is."""
    return mend_each(annotation, _thereof) if annotation.document.language == "fr" else annotation


def _thereof(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for pronoun, verb in pairwise(sentence.tokens):
        if pronoun.lower != "en" or verb.lower not in _BEING or not verb.dep.startswith(("cop", "aux")):
            continue
        office = sentence.head(verb)
        definite = office is not None and any(c.lower in _DEFINITE for c in sentence.children(office, "det"))
        if office is not None and definite and office.pos == "NOUN" and names_person(office.lower, "fr"):
            moved[pronoun.index] = replace(pronoun, head=office.index, dep="nmod:poss", pos="PRON")
    return moved
