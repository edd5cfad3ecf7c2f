"""Ties capitals to their countries: Vienna to Austria, as articles call it « la capitale autrichienne »."""

from functools import cache

from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.resources import ontology


@cache
def capitals() -> dict[str, str]:
    """Return the French name of the country by the folded name of its capital."""
    text = ontology().joinpath("gazetteer", "capitals.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {fold(name): country for country, *names in lines for name in names}


def capital_of(name: str, adjective: str, language: str) -> bool:
    """Tell whether a place is the capital of the country of a people's adjective: Vienna, "Austrian"."""
    country = capitals().get(fold(name))
    return country is not None and countries(language).get(adjective) == _in_language(country, language)


def _in_language(country: str, language: str) -> str | None:
    return country if language == "fr" else _english().get(country)


@cache
def _english() -> dict[str, str]:
    """Return the English name of each country by its French one."""
    text = ontology().joinpath("gazetteer", "nationalities.txt").read_text(encoding="utf-8")
    return {french: english for french, _, _, english in (line.split("\t") for line in text.splitlines())}
