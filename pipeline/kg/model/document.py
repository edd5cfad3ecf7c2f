"""The text that everything else points into."""

from dataclasses import dataclass

from kg.model.ids import document_id


@dataclass(frozen=True, slots=True)
class Document:
    """Hold one article: its text never changes after reading, so that offsets stay true.

    `published` is an ISO date (YYYY-MM-DD) or None where it cannot be known; `language` is `fr` or `en`;
    `source` is the path or address the text was read from.
    """

    id: str
    text: str
    language: str
    source: str
    published: str | None = None
    title: str | None = None
    author: str | None = None

    @classmethod
    def create(
        cls,
        text: str,
        language: str,
        source: str,
        *,
        published: str | None = None,
        title: str | None = None,
        author: str | None = None,
    ) -> "Document":
        """Make a document whose id follows from its text, publication date and title."""
        return cls(document_id(text, published, title), text, language, source, published, title, author)
