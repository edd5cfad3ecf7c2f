"""Makes one word of what hyphens join: "condemned anti-semitism", 'called it "a non-starter"'.

English only. The tokenizer parts such words, and the parser may give each piece the same function.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_FUNCTIONS: Final = ("obj", "nsubj", "xcomp", "obl", "nmod", "appos", "attr", "ccomp")


def put_hyphens(annotation: Annotation) -> Annotation:
    """Return the annotation with the pieces before the last one as parts of it."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _whole)


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
