"""Spots French names of bodies that their letters follow in brackets: « l'Union américaine pour les libertés (ACLU) ».

What a writer gives letters for is one name, however many small words it holds; it begins at the capital word that the
letters begin with, or, where they abbreviate the name in another language, at the capital word that tells a body.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.initials import spells
from kg.lexicon.tables import fold, lexicon
from kg.model import EntityType, Span

_LETTERS: Final = re.compile(r"[ \u00a0]\((?:[Ll][’'a]? ?|[Ll]es? )?(?P<letters>[A-ZÀ-Þ][\w.-]{1,9})\)")
_REACH: Final = 110  # characters before the bracket within which the name begins
_BREAK: Final = re.compile(r"[\n:;,.«»()\"“”]")
_WORD: Final = re.compile(r"[\w-]+")
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_OF: Final = (
    r"(?:(?:de|à|pour|contre|en|dans|sur)[ \u00a0](?:la[ \u00a0]|les?[ \u00a0]|l['’] ?)?"
    r"|(?:du|des|aux?)[ \u00a0]|d['’] ?)"
)
_KIND: Final = (
    r"(?:[ \u00a0](?:[a-zà-ÿ-]+(?:al|ale|aux|el|elle|ique|ien|ienne|ain|aine|ais|aise|ois|oise|if|ive|aire|ier|ière"
    r"|able|ible|é|ée|eur|eure|and|ande|esse|ol|ole|in|ine|icain|olaire)s?|royale?|libres?|interne|moderne|civile?s?))"
)
# « Union américaine », « pour les libertés civiles », « et à la santé publique »
_REST: Final = re.compile(
    rf"{_KIND}{{0,3}}(?:(?:[ \u00a0]et)?[ \u00a0](?:{_OF})(?:[\w’'-]+){_KIND}{{0,2}}(?:[ \u00a0]et{_KIND})?)*"
)


def abbreviated(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    for match in _LETTERS.finditer(text):
        letters = fold(match["letters"]).replace(".", "")
        spelt = sum(char.isupper() for char in match["letters"]) < 2  # « (Arcom) » may be somebody's name
        if spelt and len(letters) < 5:
            continue
        start = _begins(text, match.start(), letters, spelt=spelt)
        if start is not None:
            yield Candidate(Span(start, match.start()), EntityType.ORGANIZATION, 3.0, "rule:abbreviated", firm=True)


def _begins(text: str, end: int, letters: str, *, spelt: bool) -> int | None:
    """Return where the name begins that ends there, or None where no body is told, or none that the letters spell."""
    at = max(0, end - _REACH)
    breaks = [found.end() for found in _BREAK.finditer(text, at, end)]
    words = list(_WORD.finditer(text, breaks[-1] if breaks else at, end))
    capitals = [n for n, word in enumerate(words) if _CAPITAL.match(word.group()) and len(words) - n > 1]
    for n in reversed(capitals):
        if spells(letters, [fold(word.group()) for word in words[n:]]):
            return words[n].start() if _is_body(words[n].group()) else None
    if spelt:
        return None
    heads = (words[n] for n in capitals if _is_body(words[n].group()))
    return next((head.start() for head in heads if _REST.fullmatch(text, head.end(), end)), None)


def _is_body(word: str) -> bool:
    words = lexicon()["organization_words"]
    return word.lower() in words or word.lower().removesuffix("s") in words
