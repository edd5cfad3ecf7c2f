"""Tells ministries, which are names, from what a minister has charge of, which is none."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.capital_words import CAPITAL
from kg.lexicon.known import known_by_form
from kg.model import EntityType, Span

_OF = r"(?:(?:de|à)[ \u00a0]la[ \u00a0]|(?:de|à)[ \u00a0]l['’] ?|(?:du|des|aux?)[ \u00a0]|d['’] ?)"
# « des Affaires étrangères et de la Coopération »
_KIND = r"(?:[ \u00a0][a-zéèç]+(?:[èe]res?|ales?|iques?|elles?|eure?s?|ives?|ennes?|iles?))"
_FIELDS: Final = (
    r"(?:Défense|Justice|Santé|Culture|[ÉE]ducation|[ÉE]conomie|Finances|Intérieur|Budget|Travail|Agriculture"
    r"|Transports?|Environnement|Logement|Recherche|Industrie|Commerce|Coopération|Affaires|Asile|Migration|Pêche"
    r"|Concurrence|[ÉE]nergie|Jeunesse|Sports?|Famille|Tourisme|Numérique|[ÉE]galité|Sécurité|Fonction publique"
    r"|Aménagement|Emploi)"
)
# « secrétaire américain à la Défense », not « secrétaire à l'ONU »
_FIELD: Final = re.compile(rf"{_FIELDS}(?:[ \u00a0](?:[a-zà-ÿ]|l['’]|d['’]).*)?")
# « le ministère de la Défense » is a name, though its head has no capital.
_MINISTRY = re.compile(
    rf"\b(?:[Mm]inistère|[Ss]ecrétariat d['’][EÉ]tat)(?:[ \u00a0][a-zéèç]+)?[ \u00a0]{_OF}{CAPITAL}"
    r"(?:[ \u00a0]d['’]urgence)?"
    # « du ministère de l'Intérieur, Anne Dubois »: a name is no further field
    rf"(?:{_KIND}?(?:(?:,[ \u00a0]|[ \u00a0]et[ \u00a0]){_OF}|[ \u00a0]et[ \u00a0](?={_FIELDS}\b)){CAPITAL})*"
    rf"|\b[Mm]inistère(?:[ \u00a0][a-zéèç]+)?[ \u00a0]{_OF}(?:affaires (?:étrangères|sociales)|intérieur|défense"
    r"|santé|justice|éducation(?: nationale)?|finances|économie|transports|environnement|agriculture|culture|travail)\b"
)
_MINISTER = re.compile(
    rf"(?:(?<!remier[ \u00a0])[Mm]inistre|[Ss]ecrétaire d['’][EÉ]tat|[Cc]ommissaire|[Gg]arde)s?(?: [\w-]+)?"
    r" (?:chargée?s? )?"
    rf"(?:{_OF}{CAPITAL}[\w' -]{{0,40}}?(?:, | et ))*{_OF}$"
)
_OF_MINISTER = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Uu]ndersecretary) (?:of|for)(?: the)? (?:(?:[A-Z][a-z]+,? )+and )?$"
)
_IN_CHARGE: Final = re.compile(
    r"\b(?:ministre|secrétaire)s?(?:[ \u00a0][a-zà-ÿ-]+)?[ \u00a0]"
    r"(?:(?:de|à)[ \u00a0](?:la[ \u00a0]|l['’])|aux?[ \u00a0])$"
)
_MINISTERS: Final = ("inist", "ecrétaire", "ommissaire", "arde", "ecretary")  # one is in whatever the two match
_ONE_SWISS: Final = re.compile(r"\b(?:[Ll]e|[Uu]n|[Dd]u|[Aa]u|[Cc]e)[ \u00a0]$")  # the country is « la Suisse »


def ministries(text: str) -> Iterator[Candidate]:
    """Yield « le ministère de la Défense », « le secrétariat d'État au Budget » without their articles."""
    for match in _MINISTRY.finditer(text):
        yield firm_name(Span(*match.span()), EntityType.ORGANIZATION, "rule:ministry")


def charged(text: str, span: Span) -> bool:
    """Tell what a minister has charge of, no name: « le ministre de l'Intérieur », "Minister of Health"."""
    before = text[max(0, span.start - 140) : span.start]
    if not any(part in before for part in _MINISTERS):
        return False
    known = known_by_form().get(span.of(text))
    named = known is not None or "'" in span.of(text) or "’" in span.of(text)
    minister = _MINISTER.search(before)
    if minister is not None and known is not None and known.type is EntityType.ORGANIZATION:
        return "ommissaire" not in minister.group()  # « le haut-commissaire des Nations unies »
    return minister is not None or (_OF_MINISTER.search(before) is not None and not named)


def in_charge_of(text: str, span: Span) -> bool:
    """Tell a minister's field, « secrétaire américain à la Défense », and « le Suisse », from names of their own."""
    name = span.of(text)
    if name == "Suisse":
        alone = not re.match(r"[ \u00a0][A-ZÀ-Þ]", text[span.end : span.end + 2])  # « le Suisse Paul Martin »
        return alone and _ONE_SWISS.search(text, max(0, span.start - 4), span.start) is not None
    return bool(_FIELD.fullmatch(name) and _IN_CHARGE.search(text, max(0, span.start - 50), span.start))
