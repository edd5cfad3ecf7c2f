"""What a format gives: a text and what its metadata say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a text with its metadata; `published` is an ISO date (YYYY-MM-DD)."""

    text: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
