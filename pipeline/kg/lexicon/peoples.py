"""Ties adjectives of peoples to their countries: « française » to France, "Dutch" to the Netherlands."""

import re
from functools import cache
from typing import Final

from kg.lexicon.french import feminines
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import load_yaml
from kg.model import Span
from kg.model.naming import fold
from kg.resources import ontology

# feminine forms without a rule
_FEMININES: Final = {
    "suisse": ("suissesse",),
    "grec": ("grecque",),
    "turc": ("turque",),
    "manceau": ("mancelle",),
    "tourangeau": ("tourangelle",),
}

# « un Calaisien de 20 ans », « une Agenaise, âgée de 32 ans »: no list has the people of every town
_INHABITANT: Final = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿœ-]+(?:[oa]ise?|[ié]en(?:ne)?|aine?|ine?|ane?|ote?|on(?:ne)?|eau|elle|arde?|aude?|ole?)"
)
_ONE: Final = re.compile(r"\b(?:une?|l[ea]|cet|cette)(?: jeune)?[ \u00a0]$", re.IGNORECASE)
_AGED: Final = re.compile(r"[ \u00a0]de[ \u00a0]\d{1,3}[ \u00a0]ans\b|,?[ \u00a0]âgée?[ \u00a0]de[ \u00a0]\d")

# « franco-allemand »: how the first of two peoples is called
_FIRST: Final = {
    "franco": "français", "italo": "italien", "germano": "allemand", "hispano": "espagnol", "luso": "portugais",
    "russo": "russe", "sino": "chinois", "nippo": "japonais", "américano": "américain", "anglo": "britannique",
    "helvético": "suisse", "belgo": "belge", "canado": "canadien", "israélo": "israélien", "turco": "turc",
    "irano": "iranien", "libano": "libanais", "maroco": "marocain", "algéro": "algérien", "tuniso": "tunisien",
    "sénégalo": "sénégalais", "congolo": "congolais", "rwando": "rwandais", "gréco": "grec", "polono": "polonais",
    "hungaro": "hongrois", "austro": "autrichien", "suédo": "suédois", "dano": "danois", "norvégo": "norvégien",
    "finno": "finlandais", "néerlando": "néerlandais", "brasilo": "brésilien", "argentino": "argentin",
    "mexicano": "mexicain", "cubano": "cubain", "indo": "indien", "pakistano": "pakistanais", "syro": "syrien",
    "égypto": "égyptien", "serbo": "serbe", "croato": "croate", "albano": "albanais", "irlando": "irlandais",
    "australo": "australien", "haïtiano": "haïtien", "ukraino": "ukrainien", "roumano": "roumain",
    "bulgaro": "bulgare", "tchéco": "tchèque", "chypro": "chypriote", "vietnamo": "vietnamien",
}  # fmt: skip


@cache
def countries(language: str) -> dict[str, str]:
    """Return the country's name in the language by each singular form of its adjective (in English lower-case)."""
    table: dict[str, str] = {}
    for country, french, english, name in _lines():
        if language == "fr":
            table |= {form: table.get(form, country) for form in _french_forms(french)}
        else:
            table[english.lower()] = name
    return table


@cache
def country_names(language: str) -> frozenset[str]:
    """Return the names of the countries that `countries` leads to."""
    return frozenset(countries(language).values())


def _french_forms(adjective: str) -> tuple[str, ...]:
    """Return the masculine and the feminine forms."""
    return adjective, *feminines(adjective), *_FEMININES.get(adjective, ())


@cache
def townspeople() -> dict[str, str]:
    """Return the town or region of each French adjective of one, in lower case, plurals too."""
    text = ontology().joinpath("gazetteer", "inhabitants.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    forms = ((place, form) for place, adjective, *_ in lines for form in _french_forms(adjective))
    return {form + end: place for place, form in forms for end in ("", "s")}


@cache
def governed() -> frozenset[str]:
    """Return the regions that have ministers of their own: « le premier ministre québécois »."""
    text = ontology().joinpath("gazetteer", "inhabitants.txt").read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in text.splitlines() if line.endswith("\tgoverned"))


def country_adjective(word: str, *, singular: bool = False) -> str | None:
    """Return the country of a French adjective or noun of a people in lower case, also of a plural."""
    table, both = countries("fr"), both_countries(word)
    return table.get(word) or (both[1] if both else None if singular else table.get(word.removesuffix("s")))


def both_countries(word: str) -> tuple[str, str] | None:
    """Return the two countries of « franco-américaine » in lower case; None for any other word."""
    first, joint, second = word.partition("-")
    if not joint:
        return None
    table = countries("fr")
    country, other = table.get(_FIRST.get(first, "")), table.get(second, table.get(second.removesuffix("s")))
    return (country, other) if country is not None and other is not None and country != other else None


@cache
def adjectives() -> dict[str, frozenset[str]]:
    """Return the folded forms of the adjectives of both languages, plurals too, by folded name of the country."""
    table: dict[str, set[str]] = {}
    for country, french, english, english_name in _lines():
        forms = {form + end for form in (*_french_forms(french), english) for end in ("", "s")}
        known = known_by_form().get(country)
        for name in {country, english_name, *([known.name, *known.aliases] if known is not None else [])}:
            table.setdefault(fold(name), set()).update(map(fold, forms))
    return {name: frozenset(forms) for name, forms in table.items()}


@cache
def peoples_adjectives() -> frozenset[str]:
    """Return the folded forms of the adjectives of all peoples."""
    return frozenset(form for forms in adjectives().values() for form in forms)


def two_peoples(word: str) -> bool:
    """Tell "Hungarian-American", « franco-algérien » before a name."""
    parts = word.split("-")
    return len(parts) == len(("one", "other")) and all(part in peoples_adjectives() for part in parts)


@cache
def parties(language: str) -> dict[str, str]:
    """Return the party of each word for its people, as written: a key of the gazetteer, else the party's name."""
    return {word: party.partition(" @ ")[0] for word, party in _partisans(language).items()}


@cache
def party_contexts(language: str) -> dict[str, tuple[str, ...]]:
    """Return, for words of parties of many countries, the words one of which the text must have, in small letters."""
    told = {word: party.partition(" @ ")[2] for word, party in _partisans(language).items()}
    return {word: tuple(context.split(", ")) for word, context in told.items() if context}


def _partisans(language: str) -> dict[str, str]:
    raw = load_yaml("lexicon", "parties.yaml")
    assert isinstance(raw, dict)
    return {str(word): str(party) for word, party in raw[language].items()}


def _lines() -> list[list[str]]:
    text = ontology().joinpath("gazetteer", "nationalities.txt").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def aged_inhabitant(text: str, span: Span) -> bool:
    """Tell « Calaisien » of « un Calaisien de 20 ans »: with an article and an age it is one of the town."""
    inhabitant = _INHABITANT.fullmatch(text, span.start, span.end)
    return (
        inhabitant is not None
        and _AGED.match(text, span.end) is not None
        and _ONE.search(text[max(0, span.start - 12) : span.start]) is not None
    )
