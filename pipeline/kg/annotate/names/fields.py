"""Spots English bodies named after their fields: "Department for Environment, Food and Rural Affairs"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import first_names, lexicon, places
from kg.model import EntityType, Span

_CAPITAL: Final = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?"
_HEAD: Final = (
    r"(?:Ministry|Department|Commission|Committee|Office|Organi[sz]ation|Institute|Cent(?:re|er)|Agency|Board|Society"
    r"|Association|Council|Bureau|Authority|Fund|Foundation|Secretariat|Academy|College|Faculty|School|Directorate)"
)
# words for a field end like words that name what is done or made, in the singular or the plural
_FIELD: Final = (
    rf"(?:{_CAPITAL}[ \u00a0]){{0,2}}"
    r"[A-Z][a-z-]*(?:s|ty|ment|[st]ion|ing|ture|gy|cy|ce|se|ade|[tp]ort|ism|th|try|ry|phy|[bl]our|bor|ood|ood|er|rch)"
)
_BODY: Final = re.compile(
    rf"(?<![\w-])(?:(?!The[ \u00a0]){_CAPITAL}[ \u00a0]){{0,3}}{_HEAD}[ \u00a0](?:of|for|on)[ \u00a0](?:the[ \u00a0])?"
    rf"(?P<fields>{_FIELD}(?:,[ \u00a0]{_FIELD})*,?[ \u00a0](?:and|&)[ \u00a0]{_FIELD})(?![\w-])"
    rf"(?:[ \u00a0]in[ \u00a0](?:Europe|Africa|Asia|Education|Schools|Sport|Society)\b)?"
)


def fields(text: str) -> Iterator[Candidate]:
    """Yield bodies whose name joins the fields that they have charge of."""
    for match in _BODY.finditer(text):
        parts = re.split(r",|\b(?:and|&)\b", match["fields"])
        if not any(_named(part.split()[-1]) for part in parts if part.strip()):
            yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 4.0, "rule:fields", firm=True)


def _named(word: str) -> bool:
    """Tell a word that is a name by itself: then two names are joined, not two fields."""
    if word.lower() in ("health", "science", "justice", "security", "trade"):
        return False
    return (
        word in places()
        or word in first_names()
        or word in known_by_form()
        or word.lower() in lexicon()["organization_words"] - {"services", "service", "transport", "energy", "industry"}
    )
