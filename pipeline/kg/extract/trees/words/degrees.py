"""Reads "was more of a critic of Novatel than a friend" as saying that somebody was a critic.

English only. The parser makes "more", "something", "a bit" the predicate, the noun a complement of it.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_DEGREES: Final = frozenset("more something bit less much sort kind".split())


def put_degrees(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns as predicates, in the place of the word of degree."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _degrees)


def _degrees(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for degree in sentence.tokens[:-3]:
        of, article = sentence.tokens[degree.index + 1 : degree.index + 3]
        noun = sentence.head(of) if of.lower == "of" else None
        said = degree.lower in _DEGREES and article.lower in ("a", "an") and any(sentence.children(degree, "cop"))
        if noun is None or not said or noun.head != degree.index or noun.name is not None or noun.pos != "NOUN":
            continue
        root = degree.head == degree.index
        others = (c for c in sentence.children(degree) if c.index != noun.index)
        moved |= {c.index: replace(c, head=noun.index) for c in others}
        moved[noun.index] = replace(noun, head=noun.index if root else degree.head, dep=degree.dep)
        moved[degree.index] = replace(degree, head=noun.index, dep="advmod")
        moved[of.index] = replace(of, head=degree.index, dep="fixed")
    return moved
