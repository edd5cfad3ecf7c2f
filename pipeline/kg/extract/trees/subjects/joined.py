"""Joins a second name to the subject before it: of « Israël et le Hamas ont conclu une trêve » parsers make two."""

from dataclasses import replace

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token


def put_joined(annotation: Annotation) -> Annotation:
    """Return a French annotation with one subject for such a verb; any other as it is."""
    return mend_each(annotation, _joined) if annotation.document.language == "fr" else annotation


def _joined(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for joint in sentence.tokens[1:-2]:
        if joint.lower != "et" or joint.dep != "cc":
            continue
        verb = sentence.tokens[joint.head]
        subjects = sorted(sentence.children(verb, "nsubj", "nsubj:pass"), key=lambda t: t.index)
        first = next((t for t in subjects if t.index == joint.index - 1), None)
        second = next((t for t in subjects if joint.index < t.index <= joint.index + 2), None)
        if first is None or second is None or first.name is None or second.name is None:
            continue
        between = sentence.tokens[joint.index + 1 : second.index]
        if verb.index > second.index and all(t.dep == "det" and t.head == second.index for t in between):
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=second.index)
    return moved
