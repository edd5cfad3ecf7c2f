"""Reads as nouns the English words for people and bodies that taggers take for adjectives: "sued its rival Novatel"."""

from dataclasses import replace
from typing import Final

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_NOMINAL: Final = ("obj", "obl", "nsubj", "nmod", "conj")
_LOOSE: Final = ("obl", "obj", "dep", "nmod", "appos")


def put_described(annotation: Annotation) -> Annotation:
    """Return the annotation with such words as nouns, the name right behind in apposition; English only."""
    return annotation if annotation.document.language != "en" else mend_each(annotation, _owned)


def _owned(sentence: Sentence) -> dict[int, Token]:
    """Return "rival" of "its rival Novatel" as a noun: whoever has one has no adjective."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens[1:-1]:
        owned = token.pos in ("ADJ", "NOUN") and any(sentence.children(token, "nmod:poss"))
        if not owned or not calls_person(token.lower, "en"):
            continue
        name = sentence.tokens[token.index + 1]
        if token.dep == "amod" and token.head == name.index and name.name is not None:
            moved[token.index] = replace(token, pos="NOUN", dep="compound")  # "Google's rival Novatel"
        if token.pos != "ADJ" or not token.dep.startswith(_NOMINAL):
            continue
        moved[token.index] = replace(token, pos="NOUN")
        if name.name is not None and name.dep.startswith(_LOOSE) and not any(sentence.children(name, "case")):
            moved[name.index] = replace(name, head=token.index, dep="appos")
    return moved
