"""Ties adjectives of peoples to their countries: « française » to France, "Dutch" to the Netherlands."""

from functools import cache

from kg.lexicon.french import feminines
from kg.lexicon.tables import known_by_form
from kg.model.naming import fold
from kg.resources import ontology


@cache
def countries(language: str) -> dict[str, str]:
    """Return the French name of the country by each singular form of its adjective (in English lower-case)."""
    table: dict[str, str] = {}
    for country, french, english in _lines():
        forms = {french, *feminines(french)} if language == "fr" else {english.lower()}
        table |= dict.fromkeys(forms, country)
    return table


@cache
def adjectives() -> dict[str, frozenset[str]]:
    """Return the folded forms of the adjectives of both languages, plurals too, by folded name of the country."""
    table: dict[str, set[str]] = {}
    for country, french, english in _lines():
        forms = {form + end for form in (french, *feminines(french), english) for end in ("", "s")}
        known = known_by_form().get(country)
        for name in {country, *([known.name, *known.aliases] if known is not None else [])}:
            table.setdefault(fold(name), set()).update(map(fold, forms))
    return {name: frozenset(forms) for name, forms in table.items()}


def _lines() -> list[list[str]]:
    text = ontology().joinpath("gazetteer", "nationalities.txt").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]
