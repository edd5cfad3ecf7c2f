"""Makes one word of what hyphens join: "condemned anti-semitism", 'called it "a non-starter"'.

English only. The tokenizer parts such words, and the parser may give each piece the same function.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_PREFIXES: Final = frozenset("e co pre post anti non pro semi multi mid self cross micro mini".split())
_FUNCTIONS: Final = ("obj", "nsubj", "xcomp", "obl", "nmod", "appos", "attr", "ccomp")


def put_hyphens(annotation: Annotation) -> Annotation:
    """Return the annotation with the pieces before the last one as parts of it."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _whole, _prefixed)


def _whole(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for first, joint, last in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        near = first.span.end == joint.span.start and joint.span.end == last.span.start and joint.text == "-"
        alike = {(t.head, t.dep) for t in (first, joint, last)}
        if not near or len(alike) != 1 or last.dep.partition(":")[0] not in _FUNCTIONS or last.head == last.index:
            continue
        moved |= {t.index: replace(t, head=last.index) for t in sentence.children(first)}
        moved[first.index] = replace(first, head=last.index, dep="compound")
        moved[joint.index] = replace(joint, head=last.index, dep="punct", pos="PUNCT")
        moved[last.index] = replace(last, pos="NOUN") if last.pos == "ADJ" and last.dep != "xcomp" else last
    return moved


def _prefixed(sentence: Sentence) -> dict[int, Token]:
    """Return "commerce" of "invested in e-commerce" in the place of its prefix, which the parser put above it."""
    moved: dict[int, Token] = {}
    for first, joint, last in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        near = first.span.end == joint.span.start and joint.span.end == last.span.start and joint.text == "-"
        above = near and first.lower in _PREFIXES and last.pos == "NOUN" and first.head != last.index
        if not above or first.head == first.index or not first.dep.startswith(_FUNCTIONS):
            continue
        moved |= {t.index: replace(t, head=last.index) for t in sentence.children(first)}
        moved[last.index] = replace(last, head=first.head, dep=first.dep)
        moved[first.index] = replace(first, head=last.index, dep="compound")
        moved[joint.index] = replace(joint, head=last.index, dep="punct", pos="PUNCT")
    return moved
