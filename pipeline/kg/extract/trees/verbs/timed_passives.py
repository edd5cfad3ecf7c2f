"""Joins English auxiliaries to the participle that a time parts them from.

"was on Tuesday appointed chief executive" · "was in 2019 named head of Novatel" · "were late on Friday also told":
parsers take the auxiliary for the verb, and the participle for a circumstance or for what describes the time.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.clauses.times import timed
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_BE: Final = frozenset("was were is are been be".split())
_LOOSE: Final = ("advcl", "dep", "acl", "xcomp", "amod", "conj", "parataxis")
_REACH: Final = 7  # tokens from the auxiliary to the participle
_SMALL: Final = ("ADP", "ADV", "DET", "NUM", "ADJ", "NOUN", "PROPN")


def put_timed_passives(annotation: Annotation) -> Annotation:
    """Return an English annotation with such participles as the verbs that they are; any other as it is."""
    return mend_each(annotation, _joined) if annotation.document.language == "en" else annotation


def _joined(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for be in sentence.tokens[:-2]:
        alone = be.lower in _BE and not be.dep.startswith(("aux", "cop")) and any(sentence.children(be, "nsubj"))
        participle = _behind_time(sentence, be) if alone else None
        if participle is None:
            continue
        root = be.head == be.index
        below = (*sentence.children(be), *_of_time(sentence, be, participle))
        moved |= {c.index: replace(c, head=participle.index) for c in below if c.index != participle.index}
        moved |= {s.index: replace(s, head=participle.index, dep="nsubj:pass") for s in sentence.children(be, "nsubj")}
        past = "Tense=Past|VerbForm=Part|Voice=Pass"
        above = participle.index if root else be.head
        moved[participle.index] = replace(participle, head=above, dep=be.dep, pos="VERB", morph=past)
        moved[be.index] = replace(be, head=participle.index, dep="aux:pass", pos="AUX")
    return moved


def _behind_time(sentence: Sentence, be: Token) -> Token | None:
    """Return the participle right behind the time that stands right behind "was"."""
    behind = sentence.tokens[be.index + 1 : be.index + 1 + _REACH]
    verb = next((t for t in behind if t.pos not in _SMALL or t.name is not None), None)
    if verb is None or verb.pos != "VERB" or not verb.lower.endswith(("ed", "en", "n", "t", "d")):
        return None
    between = sentence.tokens[be.index + 1 : verb.index]
    times = [t for t in between if timed(t) or (t.text.isdigit() and len(t.text) == len("2019"))]
    head = sentence.head(verb)
    hung = head is be or (head is not None and be.index < head.index < verb.index)
    free = not any(sentence.children(verb, "nsubj", "aux", "mark"))
    return verb if times and hung and free and verb.dep.partition(":")[0] in _LOOSE else None


def _of_time(sentence: Sentence, be: Token, participle: Token) -> list[Token]:
    """Return what the parser hung from the time and stands behind the participle: it is the participle's."""
    inside = sentence.tokens[be.index + 1 : participle.index]
    return [c for t in inside for c in sentence.children(t) if c.index > participle.index]
