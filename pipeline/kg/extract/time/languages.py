"""The rules and joints of each language in one table."""

import re
from functools import cache
from importlib import import_module

from kg.extract.time.placing import Joints
from kg.extract.time.rule import Rule

_MODULES = {"fr": "french", "en": "english"}
_DASH = r"\s?[-–—]\s?"


def _ends(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})$", re.IGNORECASE)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LE = r"(?:le\s|les\s|l['’]|la\s)?"
JOINTS: dict[str, Joints] = {
    "fr": Joints(
        before=_ends(rf"(?:du\s|de\s{_LE}|d['’]|depuis\s{_LE}|entre\s{_LE}|de\sla\s)"),
        between=_whole(rf"\s(?:au|à|et|jusqu['’](?:au|à|en)|jusqu'a)\s?{_LE}|{_DASH}"),
        alone=_whole(_DASH),
        again=_whole(r",\s(?:le\s|ce\s|soit\s(?:le\s|à\speine\s|seulement\s)?)?"),
        since=_ends(rf"depuis\s(?:{_LE}|la\s)|à\s(?:partir|compter)\sd(?:e\s{_LE}|u\s|['’])|après\s{_LE}"),
        until=_ends(rf"jusqu['’](?:au\s|à\s{_LE}|en\s)|d['’]ici\s(?:à\s)?(?:{_LE}|au\s)|avant\s{_LE}"),
    ),
    "en": Joints(
        before=_ends(r"(?:from|between|in)\s(?:the\s)?"),
        between=_whole(rf"\s(?:to|until|till|through|thru|and)\s(?:the\s)?|{_DASH}"),
        alone=_whole(rf"\s(?:to|until|till|through|thru)\s(?:the\s)?|{_DASH}"),
        again=_whole(r",\s(?:on\s)?"),
        since=_ends(r"(?:since|after)\s(?:the\s)?"),
        until=_ends(r"(?:until|till|by|before|up\sto)\s(?:the\s)?"),
    ),
}


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """Return the rules of `fr` or `en`, whose patterns are compiled only when a text needs them."""
    found: tuple[Rule, ...] = import_module(f"kg.extract.time.{_MODULES[language]}").RULES
    return found
