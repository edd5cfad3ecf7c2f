"""Cuts a person's name where models run on into the body beside it: « Jean-Luc Dubois des Républicains »."""

import re
from typing import Final

from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import parties
from kg.lexicon.tables import first_names
from kg.model import EntityType, Span

_OF: Final = re.compile(
    r"(?P<who>[^\W\d_][\w'’.-]*(?: [\w'’.-]+)+?) (?P<of>des|du|de la|de l['’]) ?(?P<body>[A-ZÀ-Þ].*)"
)
_BEFORE: Final = re.compile(r"(?P<body>[A-ZÀ-Þ].*?) (?P<first>[A-ZÀ-Þ][\w-]+)(?: [\w'’.-]+)+")
_NUMBER: Final = re.compile(r"(?<=[a-zà-ÿ])\.\d[\d.,]*$")  # « a dit Paul Martin.385 euros … »: two paragraphs in one


# « le Parti des socialistes de l'ex-président Paul Martin »: the post is that of who is named behind
_POST: Final = re.compile(
    r" (?:de l['’](?:ex-?|ancien(?:ne)? )|du |de la |de l['’])(?:président|ministre|premier ministre|chef|maire"
    r"|sénateur|député|opposant|général|gouverneur|milliardaire|oligarque|leader)e?$"
)


def without_body(text: str, span: Span) -> Span:
    """Return the person of « Paul Martin des Verts », « Les Républicains Paul Martin »; else the span itself.

    Of « Parti des socialistes de l'ex-président » before a name it is the party.
    """
    post = _POST.search(text, span.start, span.end)
    if post and post.start() > span.start and re.match(r" [A-ZÀ-Þ]", text[span.end : span.end + 2]):
        return Span(span.start, post.start())
    number = _NUMBER.search(text, span.start, span.end)
    span = Span(span.start, number.start()) if number else span
    behind = _OF.fullmatch(text, span.start, span.end)
    if behind and _first(behind["who"]) and _is_body(behind["body"]):
        return Span(span.start, behind.end("who"))
    before = _BEFORE.fullmatch(text, span.start, span.end)
    if before and _first(before["first"]) and _is_body(before["body"]):
        return Span(before.start("first"), span.end)
    return span


def _first(name: str) -> bool:
    return name.partition(" ")[0].partition("-")[0] in first_names()


def _is_body(name: str) -> bool:
    """Tell a party, or a body that the table knows, also where its article is left out."""
    known = (known_by_form().get(form) for form in (name, f"Les {name}"))
    return name in parties("fr") or any(k is not None and k.type is EntityType.ORGANIZATION for k in known)
