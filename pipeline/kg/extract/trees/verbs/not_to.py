"""Gives « ne pas » to the infinitive behind it: « confirme ne pas la connaître », « a promis de ne plus le vendre ».

The parser hangs « pas » from the verb above, or « ne » from « pas ». Both words right before an infinitive negate
nothing else. French only.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_NE: Final = ("ne", "n'", "n’")
_NOT: Final = frozenset("pas plus jamais rien guère".split())
_CLITICS: Final = frozenset("le la les l' l’ lui leur se s' s’ me m' m’ te t' t’ nous vous en y".split())


def put_not_to(annotation: Annotation) -> Annotation:
    """Return the annotation with both words below the infinitive."""
    return mend_each(annotation, _not_to) if annotation.document.language == "fr" else annotation


def _not_to(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for ne, word in pairwise(sentence.tokens):
        verb = _infinitive(sentence, word) if ne.lower in _NE and word.lower in _NOT else None
        if verb is not None and (ne.head != verb.index or word.head != verb.index):
            moved[ne.index] = replace(ne, head=verb.index, dep="advmod")
            moved[word.index] = replace(word, head=verb.index, dep="advmod")
    return moved


def _infinitive(sentence: Sentence, word: Token) -> Token | None:
    """Return the infinitive behind the negation, or the participle whose auxiliary it is: « ne pas avoir signé »."""
    behind = (t for t in sentence.tokens[word.index + 1 : word.index + 4] if t.lower not in _CLITICS)
    first = next(behind, None)
    if first is None or "VerbForm=Inf" not in first.morph:
        return None
    return sentence.head(first) if first.dep.startswith(("aux", "cop")) else first
