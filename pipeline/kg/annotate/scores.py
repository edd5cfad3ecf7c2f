"""Finds the scores of matches: « 3-1 », « (2-0 a.p.) », « 6-4, 7-6 », « 57 à 15 », "by two goals to one".

A score has no function in the clause, and parsers make objects, heads and sentence ends of it.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.model import Span

_NUMBER: Final = r"(?:1\d\d|\d{1,2})"  # no « 737-800 »
_PAIR: Final = _NUMBER + " ?[-–] ?" + _NUMBER + r"(?: ?\(\d{1,2}(?:[-/]\d{1,2})?\))?"
_SETS: Final = rf"{_PAIR}(?:(?:,? (?:et |and )?){_PAIR})*"
_COUNT: Final = (
    r"(?:\d{1,3}|un|deux|trois|quatre|cinq|six|sept|zéro|rien|one|two|three|four|five|six|seven|nil|zero|nothing)"
)
_TO: Final = (
    rf"{_COUNT}(?: (?:buts?|sets?|manches?|victoires?|points?|goals?|games?))? (?:à|to) {_COUNT}"
    r"(?=[ \u00a0]*(?:[.,;:!?)]|$|(?:contre|face|devant|sur|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|ce|au"
    r"|aux|en|lors|pour|par|grâce|dans|et|après|against|on|in|at|over|after|to|by|and|with)\b))"
)
_BY: Final = r"(?:sur (?:le|un) score (?:\w+ ){0,2}de |par |by )?"
_SCORE: Final = re.compile(
    rf"[ \u00a0]\({_SETS}[^()\n]{{0,25}}\)"
    rf"|,?[ \u00a0]{_BY}(?:{_SETS}|{_TO})(?![\w%°/-]|[.,]\d)",
    re.IGNORECASE,
)
# « de 3 à 5 personnes », « les 18-25 ans », « la guerre de 14-18 »
_RANGE_BEFORE: Final = re.compile(r"(?:\b(?:d[eu]|des|les|aux|entre|en|from|between|the|article|page|pages)|n°|[$€£])$")
_RANGE_AFTER: Final = re.compile(
    r"[ \u00a0]?(?:%|ans\b|an\b|mois\b|jours\b|heures?\b|h\b|km\b|m\b|years?\b|months?\b|days?\b|hours?\b|euros?\b"
    r"|€|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)"
)


def scores(text: str, within: Span) -> Iterator[Span]:
    """Yield the spans of the scores in a stretch of text, each with the blank before it."""
    for found in _SCORE.finditer(text, within.start, within.end):
        ranged = _RANGE_BEFORE.search(text, max(within.start, found.start() - 10), found.start())
        if not ranged and not _RANGE_AFTER.match(text, found.end(), within.end):
            yield Span(*found.span())
