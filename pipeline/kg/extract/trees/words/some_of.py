"""Makes the noun of « trois de ses enseignes », "a total of twelve years" the head: the number counts it.

The parser hangs the noun from the number, so that what is done to the things seems done to the number.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_SOME: Final = frozenset(
    """deux trois quatre cinq six sept huit neuf dix plusieurs certains certaines quelques-uns quelques-unes
    beaucoup""".split()
)
_OWN: Final = frozenset("ses leurs".split())


def put_some_of(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns in the place of their number."""
    return mend_each(annotation, _headed if annotation.document.language == "fr" else _totalled)


def _totalled(sentence: Sentence) -> dict[int, Token]:
    """Return "years" of "for a total of twelve years for fraud" in the place of "total"; the rest is the verb's."""
    moved: dict[int, Token] = {}
    for article, total, of in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        noun = sentence.tokens[of.head]
        counted = noun.head == total.index and noun.pos == "NOUN" and any(sentence.children(noun, "nummod"))
        if (article.lower, total.lower, of.lower) != ("a", "total", "of") or not counted or total.head == total.index:
            continue
        verb = sentence.tokens[total.head]
        moved[noun.index] = replace(noun, head=total.head, dep=total.dep)
        moved[total.index] = replace(total, head=noun.index, dep="compound")
        moved[of.index] = replace(of, head=total.index, dep="fixed")
        for below in sentence.children(total):
            behind = below.index > noun.index and verb.pos == "VERB" and any(sentence.children(below, "case"))
            if below.index not in (noun.index, of.index, article.index):
                moved[below.index] = (
                    replace(below, head=verb.index, dep="obl:mod") if behind else replace(below, head=noun.index)
                )
    return moved


def _headed(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for number, joint, own in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        noun = sentence.tokens[own.head]
        some = number.lower in _SOME and joint.lower == "de" and own.lower in _OWN
        if not some or noun.head != number.index or noun.pos != "NOUN" or number.head == number.index:
            continue
        moved[noun.index] = replace(noun, head=number.head, dep=number.dep)
        moved[number.index] = replace(number, head=noun.index, dep="det", pos="DET")
        moved[joint.index] = replace(joint, head=number.index, dep="fixed")
        others = (t for t in sentence.children(number) if t.index not in (noun.index, joint.index))
        moved |= {t.index: replace(t, head=noun.index) for t in others}
    return moved
