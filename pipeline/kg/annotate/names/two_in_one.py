"""Spots French bodies whose one name joins two: « l'association Eau et Rivières de Bretagne ».

The noun before is one body's; two firms, « le groupe Novatel et Orbis ont signé », have names that the text or a table
knows apart, or a verb of several.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.capital_words import PLAIN_CAPITAL
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import first_names, places
from kg.model import EntityType, Span

_OF: Final = r"(?:[ \u00a0](?:d[eu]s?[ \u00a0](?:la[ \u00a0]|l['’])?|d['’]))"
_PART: Final = rf"{PLAIN_CAPITAL}(?:{_OF}{PLAIN_CAPITAL})?"
_NAMED: Final = re.compile(
    r"\b(?:[Ll]['’]|[Ll]a[ \u00a0]|[Ll]e[ \u00a0]|[Dd]u[ \u00a0]|[Aa]u[ \u00a0]|[Uu]ne?[ \u00a0]|[Cc]ette[ \u00a0])"
    r"(?:association|ONG|fondation|société|entreprise|collectif|cabinet|mutuelle|coopérative|librairie"
    r"|maison d['’]édition"
    r"|fédération|syndicat|mouvement|parti|compagnie|agence|galerie|restaurant|magasin|enseigne)"
    r"(?:[ \u00a0](?:d['’]|de[ \u00a0])?[a-zà-ÿ-]{3,}){0,2}?[ \u00a0]"
    rf"(?P<name>(?P<one>{_PART})[ \u00a0](?:et|&)[ \u00a0](?P<two>{_PART}))(?![\w-])"
)
_SEVERAL: Final = re.compile(r",?[ \u00a0](?:ont|sont|avaient|étaient|vont|[a-zà-ÿ]{2,}(?:[^m]ent|ront))\b")


def two_in_one(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing inside them is a name of its own."""
    for match in _NAMED.finditer(text):
        behind = _SEVERAL.match(text, match.end())
        if behind is None and not _somebodys(text, match["one"]) and not _somebodys(text, match["two"].split()[0]):
            yield Candidate(Span(*match.span("name")), EntityType.ORGANIZATION, 3.0, "rule:two-in-one", firm=True)


def _somebodys(text: str, name: str) -> bool:
    """Tell a name that stands for itself: in a table, or elsewhere in the text."""
    listed = name in known_by_form() or name in places() or name in first_names()
    return listed or len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)) > _joined(text, name)


def _joined(text: str, name: str) -> int:
    """Return how often a name stands beside « et »."""
    part = re.escape(name)
    return len(re.findall(rf"(?<![\w-]){part}[^.,;\n]{{0,25}}? (?:et|&) [A-ZÀ-Þ]|(?:et|&) {part}(?![\w-])", text))
