"""Find quantities: money, percentages, counts, ages, measures, durations and ranks.

Numbers in digits and in words, French and English; currencies as ISO 4217, qualifiers in English.
"""

from collections.abc import Iterable
from functools import cache

from kg.extract import time
from kg.extract.quantity.english import ENGLISH
from kg.extract.quantity.french import FRENCH
from kg.extract.quantity.patterns import compile_patterns
from kg.extract.quantity.quantity import Quantity
from kg.extract.quantity.reading import Reader
from kg.model import Span

__all__ = ["Quantity", "find"]

_WORDS = {words.language: words for words in (FRENCH, ENGLISH)}
_NUMBERS_OF_TIME = {"duration", "age", "relative", "set"}


def find(text: str, language: str, times: Iterable[time.TimeExpression] | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of a text, in reading order and without overlap; numbers of dates are left out.

    `times` are the expressions of time already found in this text, else they are found here.

    >>> find("plus de 4 millions de dollars", "fr")[0].amount
    Amount(value=4000000, currency='USD', unit=None, qualifier='more than')
    """
    reader = _reader(language)
    patterns = reader.patterns
    found = [reader.amount(match) for match in patterns.amount.finditer(text)]
    found += [reader.collective(match) for match in patterns.collective.finditer(text)]
    found += [reader.ordinal(match) for match in patterns.ordinal.finditer(text)]
    if times is None:
        times = time.find(text, language, None)
    dates = [one.span for one in times if one.kind not in _NUMBERS_OF_TIME]
    return _apart(sorted((one for one in found if one), key=lambda one: (one.span.start, -one.span.end)), dates)


@cache
def _reader(language: str) -> Reader:
    return Reader(_WORDS[language], compile_patterns(_WORDS[language]))


def _apart(found: list[Quantity], dates: list[Span]) -> tuple[Quantity, ...]:
    """Return the leftmost longest quantities that overlap neither one another nor a date."""
    kept: list[Quantity] = []
    position = 0
    for one in found:
        while position < len(dates) and dates[position].end <= one.span.start:
            position += 1
        free = position == len(dates) or not dates[position].overlaps(one.span)
        if (not kept or one.span.start >= kept[-1].span.end) and (free or one.kind in ("money", "percent")):
            kept.append(one)
    return tuple(kept)
