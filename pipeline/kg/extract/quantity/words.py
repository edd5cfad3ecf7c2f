"""What a language must say about quantities: qualifiers, currencies, units."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words of a language; keys of qualifiers and currencies are patterns, all lower case.

    `after` are qualifiers that may follow the number; `scales` multiply digits (« 3,5 milliards »);
    `collectives` are approximate numbers (« une dizaine »); `passing` are adjectives between number and noun;
    `closed` are words that are never the noun counted.
    """

    language: str
    qualifiers: Mapping[str, str]
    after: Mapping[str, str]
    scales: Mapping[str, int]
    collectives: Mapping[str, int]
    currencies: Mapping[str, str]
    percent: str
    durations: frozenset[str]
    measures: frozenset[str]
    years: str
    link: str
    passing: frozenset[str]
    closed: frozenset[str]
    one: frozenset[str]
    people: frozenset[str]
    ordinals: Mapping[str, int]


# One letter stands right before its sign: "a $3 million fine" is in US dollars.
SYMBOLS: dict[str, str] = {
    r"us\s?\$": "USD", r"(?:c|(?:ca|can|cdn)\s?)\$": "CAD", r"(?:a|au\s?)\$": "AUD", r"nz\s?\$": "NZD",
        r"hk\s?\$": "HKD",
    r"s\$": "SGD", r"r\$": "BRL", r"\$\s?(?:us|usd)\b": "USD", r"\$": "USD", "€": "EUR", "£": "GBP",
        "¥": "JPY",
    "₽": "RUB", "₹": "INR", "₩": "KRW", "₺": "TRY", "₪": "ILS", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "chf": "CHF", "jpy": "JPY", "cny": "CNY",
}  # fmt: skip
