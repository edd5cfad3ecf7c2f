"""Finds where words stand whole in a text, by plain search: an expression for each word would have to be compiled."""

from collections.abc import Iterator


def whole_words(text: str, words: str, *, before: str = "", after: str = "") -> Iterator[int]:
    """Yield where the words begin (code points) with no letter, digit or `_` at their sides, nor what is given.

    >>> list(whole_words("Orbis, Orbison, l'Orbis", "Orbis"))
    [0, 18]
    """
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not _joins(text[at - 1 : at], before) and not _joins(text[end : end + 1], after):
            yield at
        at = text.find(words, at + 1)


def stands(text: str, words: str, *, beside: str = "") -> bool:
    """Tell whether the words stand whole anywhere, with nothing of `beside` at their sides."""
    return next(whole_words(text, words, before=beside, after=beside), None) is not None


def _joins(char: str, others: str) -> bool:
    return char != "" and (char.isalnum() or char == "_" or char in others)
