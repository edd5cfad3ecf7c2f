"""Puts a handle beside the noun for the account that it is, a comma between: "on his Instagram account, @millerj"."""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mended
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_ACCOUNTS: Final = frozenset("account channel page profile feed handle compte chaîne profil".split())


def put_handles(annotation: Annotation) -> Annotation:
    """Return the annotation with such handles in apposition."""
    handles = {n for n, name in enumerate(annotation.names) if name.type is EntityType.ONLINE_ACCOUNT}
    if not handles:
        return annotation
    made = (mended(sentence, _beside(sentence, handles)) for sentence in annotation.sentences)
    return replace(annotation, sentences=tuple(made))


def _beside(sentence: Sentence, handles: set[int]) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for noun, mark, handle in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        account = noun.lower in _ACCOUNTS and noun.name is None and mark.text in (",", "(", ":")
        free = handle.name in handles and handle.head != noun.index and not any(sentence.children(handle, "case", "cc"))
        if account and free and not any(t is noun for t in sentence.subtree(handle)):
            moved[handle.index] = replace(handle, head=noun.index, dep="appos")
    return moved
