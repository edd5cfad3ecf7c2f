"""Takes « tous », « toutes », « eux-mêmes » for what is said of the subject, no participant of its own.

« A, B et C ont tous rejoint la Coalition » · « A, B, C, tous sont membres de la Coalition » · « Ces taux sont eux-mêmes
critiqués »: parsers make an object of it, or a second subject that leaves the names without a verb. French only.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_ALL: Final = ("tous", "toutes")
_ITSELF: Final = ("lui-même", "elle-même", "eux-mêmes", "elles-mêmes")


def put_floating(annotation: Annotation) -> Annotation:
    """Return the annotation with such words as adverbs of the verb, and the names that they sum up as its subject."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _inside, _summing_up, _itself)


def _itself(sentence: Sentence) -> dict[int, Token]:
    """Return the subject of « eux-mêmes », and « sont », as those of the participle behind it."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[2:-1]:
        verb = sentence.head(word) if word.lower in _ITSELF and word.dep.startswith("nsubj") else None
        if verb is None or verb.pos != "VERB" or verb.index < word.index:
            continue
        being = [t for t in sentence.children(word, "cop", "aux") if t.index < word.index]
        if not being:
            continue
        for child in sentence.children(word):
            dep = word.dep if child.dep.startswith("nsubj") else "aux:pass" if child in being else child.dep
            moved[child.index] = replace(child, head=verb.index, dep=dep)
        moved[word.index] = replace(word, dep="advmod", pos="ADV")
    return moved


def _inside(sentence: Sentence) -> dict[int, Token]:
    """Return « tous » right behind the auxiliary of a verb that has a subject before it."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[2:-1]:
        verb = sentence.head(word) if word.lower in _ALL and word.dep.startswith(("obj", "nsubj", "obl")) else None
        if verb is None or verb.index < word.index or sentence.tokens[word.index - 1].pos != "AUX":
            continue
        if any(t.index < word.index for t in sentence.children(verb, "nsubj")):
            moved[word.index] = replace(word, dep="advmod", pos="ADV")
    return moved


def _summing_up(sentence: Sentence) -> dict[int, Token]:
    """Return the names before « , tous ont … » as the subject of the verb."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[4:-1]:
        verb = sentence.head(word) if word.lower in _ALL and word.dep.startswith("nsubj") else None
        listed = verb is not None and verb.index > word.index
        names = _listed_before(sentence, word) if listed else []
        if verb is None or not names:
            continue
        first = names[0]
        title = sentence.head(first) if first.dep == "appos" else None  # « L'ancien ministre A, B, C, tous ont … »
        top = first if title is None else title
        moved |= {name.index: replace(name, head=top.index, dep="conj") for name in names[1:]}
        moved[top.index] = replace(top, head=verb.index, dep=word.dep)
        moved[word.index] = replace(word, head=verb.index, dep="advmod", pos="ADV")
        if top.index == top.head and verb.head == top.index:
            moved[verb.index] = replace(verb, head=verb.index, dep="ROOT")
    return moved


def _listed_before(sentence: Sentence, word: Token) -> list[Token]:
    """Return the two or more names whose list ends right before a word and its comma."""
    names: list[Token] = []
    at = word.index - 1
    while at > 0 and sentence.tokens[at].text in (",", "et") and sentence.tokens[at - 1].name is not None:
        names.insert(0, sentence.tokens[at - 1])
        at -= 2
    return names if len(names) > 1 and sentence.tokens[word.index - 1].text == "," else []
