"""Reads the way through a dependency tree from one word to another."""

from itertools import takewhile
from typing import Final

from kg.model.annotation import Sentence, Token

LONGEST: Final = 5  # steps of a path that are told apart


def path(sentence: Sentence, start: Token, end: Token) -> str:
    """Return the labels up (`^`) from a word to what both hang from, then down; `far` where there are many.

    In « Dubois a accusé Novatel » the way from « accusé » to « Dubois » is `nsubj`, back it is `^nsubj`.
    """
    up, down = _chain(sentence, start), _chain(sentence, end)
    shared = {t.index for t in up} & {t.index for t in down}
    rising = [f"^{_label(t)}" for t in takewhile(lambda t: t.index not in shared, up)]
    falling = [_label(t) for t in takewhile(lambda t: t.index not in shared, down)]
    steps = [*rising, *reversed(falling)]
    return "far" if len(steps) > LONGEST else " ".join(steps)


def _label(token: Token) -> str:
    return "root" if token.head == token.index else token.dep.partition(":")[0]


def _chain(sentence: Sentence, token: Token) -> list[Token]:
    """Return the word and what it hangs from, up to the root or as far as a path can be told apart."""
    chain = [token]
    while len(chain) <= LONGEST and (head := sentence.head(chain[-1])) is not None:
        chain.append(head)
    return chain
