"""Holds where a trigger stands in its sentence."""

from dataclasses import dataclass

from kg.model.annotation import Sentence, Token


@dataclass(frozen=True, slots=True)
class Site:
    """Hold where a trigger stands: its head word, the words of its expression, and for a light verb, that verb."""

    sentence: Sentence
    token: Token
    words: tuple[Token, ...]
    kind: str
    support: Token | None = None
    support_side: str | None = None
