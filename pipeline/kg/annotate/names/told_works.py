"""Spots works by what the text says of them: a law joined by "and", a quoted title that is "the film" further on."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.model import EntityType, Span
from kg.model.annotation import Quote

_CAPITAL: Final = r"(?!Act\b|Bill\b(?! Act))[A-Z][\w’'-]+"
# "the Tax Cuts and Jobs Act", "the Police, Crime, Sentencing and Courts Bill", "the One Big Beautiful Bill Act"
_LAW: Final = re.compile(
    rf"(?:(?<=\b[Tt]he )|(?<=['’]s ))(?P<name>(?P<first>{_CAPITAL})"
    rf"(?:,? {_CAPITAL}|,? (?:and|of|for|to|on|in|from)(?: (?:the|our))? {_CAPITAL}){{1,9}}"
    r" (?:Act|Bill))(?![\w-]| [A-Z])"
)
_JOINING: Final = re.compile(r",? (?:and|of|for|to|on|in|from) |^One ")
_APART: Final = re.compile(r"\band the\b|['’]s? ")  # two things, whose it is
# "the Senate and Online Safety Act"
_CHAMBERS: Final = frozenset("Senate House Congress Parliament Government Commons Lords Cabinet".split())

_ART: Final = (
    r"(?:film|movie|album|record|song|single|novel|book|memoir|play|musical|series|documentary|opera|show|game)"
)
_ART_FR: Final = (
    r"(?:film|long[ -]métrage|documentaire|album|disque|single|chanson|roman|livre|ouvrage|pièce|série|spectacle"
    r"|comédie|jeu|tableau)"
)
_TAKEN_UP: Final = {
    "en": re.compile(
        rf"\b(?:[Tt]he|[Tt]his) {_ART}\b(?! (?:industry|festival|maker|critic|community|set)s?\b| star\b)"
    ),
    "fr": re.compile(rf"\b(?:[LlDd][ea]|[Dd]u|[Cc]e(?:t|tte)?)[ \u00a0]{_ART_FR}\b|\b[LlDd]['’]album\b"),
}
# "Nolan's “Oppenheimer”", "released “Intermezzo”", « a présenté « Le Deuxième Acte » »
_MADE: Final = {
    "en": re.compile(
        r"(?:[A-Z][\w-]+(?:['’]s|s['’])(?: (?:new|latest|own|upcoming|debut|hit|first|second|third|acclaimed)){0,2}"
        r"|\b(?:releas|premier|unveil|record|direct|perform|screen|air|publish|compos|film|present|promot)(?:e[ds]?|ing)"
        r"|\b(?:(?:premiere|screening|release|production|adaptation|version|star|author|director) of|(?:stars?|role) in"
        r"|dropped|sang|wrote|written|shot|starr\w+ in|nominated for|worked on)) $"
    ),
    "fr": re.compile(
        r"\b(?:sorti[er]?|(?:publi|diffus|présent|projet|réalis|tourn|sign|interprét|enregistr|dévoil|compos|défend)\w+"
        r"|écrit|avec|pour|dans|après|autour|intitulée?)(?:[ \u00a0](?:son|sa|leur|le|la|de))?[ \u00a0]$"
    ),
}
_SOON: Final = 350  # code points
_WORDS: Final = 8


def told_works(text: str, quotes: tuple[Quote, ...], language: str) -> Iterator[Candidate]:
    """Yield such names, firm."""
    if language == "en":
        yield from _laws(text)
    for quote in quotes:
        title = quote.inner.of(text).rstrip(",")
        brief = 0 < len(title.split()) <= _WORDS and (title[:1].isupper() or title[:1].isdigit())
        if quote.speech or not brief or title[-1] in ".:;":
            continue
        made = _MADE[language].search(text[max(0, quote.span.start - 40) : quote.span.start])
        if made and _TAKEN_UP[language].search(text, quote.span.end, quote.span.end + _SOON):
            yield firm_name(Span(quote.inner.start, quote.inner.start + len(title)), EntityType.WORK, "rule:told-work")


def _laws(text: str) -> Iterator[Candidate]:
    for match in _LAW.finditer(text):
        body = match["first"] in _CHAMBERS and match["name"].startswith(f"{match['first']} and ")
        if _JOINING.search(match["name"]) and not _APART.search(match["name"]) and not body:
            yield Candidate(Span(*match.span("name")), EntityType.WORK, 9.0, "rule:law", firm=True)
