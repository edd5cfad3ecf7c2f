"""Find expressions of time and place them on the calendar as EDTF (ISO 8601-2).

Rules only: the same text and date give the same values. Nothing is invented: what cannot be known is None.
"""

from datetime import date

from kg.extract.time.expression import TimeExpression
from kg.extract.time.languages import JOINTS, rules
from kg.extract.time.placing import candidates, join, place

__all__ = ["TimeExpression", "find"]


def find(text: str, language: str, published: date | None, *, future: bool = False) -> tuple[TimeExpression, ...]:
    """Return the expressions of time of a text, in reading order and without overlap.

    `language` is `fr` or `en`; `published` anchors what is said from the day of publication; `future` reads
    « mardi » as the next one (each expression also carries that reading as `future_value`).

    >>> find("Il a été élu mardi.", "fr", date(2016, 11, 9))[0].value
    '2016-11-08'
    """
    finds = join(text, candidates(text, rules(language)), JOINTS[language])
    return place(text, finds, published, future=future)
