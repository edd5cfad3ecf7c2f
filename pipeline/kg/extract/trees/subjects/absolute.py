"""Gives « ce dernier » to the participle behind it: « X critique Y, ce dernier expliquant que … ».

The parser hangs the pronoun from the verb of the clause before, as a second subject or a conjunct, and the participle
from either. Such a clause has its own subject (an absolute construction). French only.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.pronouns import is_latter
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_THESE: Final = frozenset("celui-ci celle-ci ceux-ci celles-ci celui-là celle-là ceux-là celles-là".split())
_ADVERBS: Final = ("ADV", "PRON")  # « ce dernier ne se souvenant plus »


def put_absolute(annotation: Annotation) -> Annotation:
    """Return the annotation with such pronouns as the subjects of the participles."""
    return mend_each(annotation, _absolute) if annotation.document.language == "fr" else annotation


def _absolute(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for before, word in pairwise(sentence.tokens):
        latter = word.lower not in _THESE and is_latter(sentence, word)
        comma = sentence.tokens[before.index - 1] if latter and before.index else before
        participle = _participle(sentence, word) if (latter or word.lower in _THESE) and comma.text == "," else None
        verb = _verb_before(sentence, comma) if participle is not None else None
        if participle is not None and verb is not None:
            moved[word.index] = replace(word, head=participle.index, dep="nsubj", pos="PRON")
            moved[participle.index] = replace(participle, head=verb.index, dep="advcl")
    return moved


def _participle(sentence: Sentence, word: Token) -> Token | None:
    """Return the present participle right behind a pronoun, clitics and adverbs at most between them."""
    for token in sentence.tokens[word.index + 1 : word.index + 5]:
        if token.pos == "VERB" and token.lower.endswith("ant"):
            return token if token.head in (word.index, word.head) or word.head == token.index else None
        if token.pos not in _ADVERBS:
            return None
    return None


def _verb_before(sentence: Sentence, comma: Token) -> Token | None:
    """Return the last verb before the comma, which the clause behind it goes with."""
    return next((t for t in reversed(sentence.tokens[: comma.index]) if t.pos == "VERB"), None)
