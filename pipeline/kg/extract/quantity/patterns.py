"""Compile, once per language, the pattern of a quantity with its named parts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.quantity.words import SYMBOLS, Words
from kg.extract.time import numerals

SPACE = "[ \u00a0\u202f\u2009\n]"
SHORT_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "md": 10**9,
    "mds": 10**9,
    "b": 10**9,
    "tn": 10**12,
}


@dataclass(frozen=True, slots=True)
class Patterns:
    """Hold the patterns of a language."""

    amount: re.Pattern[str]
    collective: re.Pattern[str]
    ordinal: re.Pattern[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    duration_before: re.Pattern[str]


_LASTING = (
    r"\b(?:pendant|durant|depuis|il\sy\sa|dans|en|après|pour|condamnée?s?\sà|peine\sde|d['’]ici|sous|les|ces|des"
    r"|mandat\sde|contrat\sde|bail\sde|moins\sde|plus\sde|tous\sles)\s$"
)
_AGE = {
    "fr": (r"(?:âgée?s?\sde\s|à\sl['’]âge\sde\s)$", r"(?!)", _LASTING),
    "en": (r"\b(?:aged|at\sthe\sage\sof|at\sage|age)\s$", r"[\s-]years?[\s-]old\b", r"(?!)"),
}


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def compile_patterns(words: Words) -> Patterns:
    """Return the compiled patterns of a language."""
    language = words.language
    qualifier = "|".join(words.qualifiers)
    symbol = "|".join(SYMBOLS)
    said = rf"(?P<words>{numerals.words_pattern(language)}|{_ones(words)})"
    number = rf"(?P<digits>{numerals.DIGITS[language]})|{said}"
    scale = (
        rf"(?:{SPACE}?(?P<scale>{_longest_first(words.scales)})\b|{SPACE}?(?P<short>k|mn|m|mds?|bn|b|tn)(?=[€$£])"
        r"|(?P<large>bn|tn|mn)\b|(?(symbol)(?P<suffix>k|m|mds?|b)\b|(?!)))?"
    )
    unit = (
        rf"(?:{SPACE}?(?:(?P<percent>{words.percent})|(?P<after_symbol>{symbol})(?!\w)"
        rf"|{words.link}?(?P<currency>{'|'.join(words.currencies)})\b))?"
    )
    before, after, lasting = _AGE[language]
    return Patterns(
        re.compile(
            rf"(?<![\w$€£])(?:(?P<qualifier>{qualifier}))?(?:(?P<symbol>{symbol}){SPACE}?(?=\d))?(?:{number}){scale}{unit}"
            rf"(?:{SPACE}(?P<after>{'|'.join(words.after)})\b)?",
            re.IGNORECASE,
        ),
        _collective(words, qualifier),
        _ordinal(words),
        re.compile(before, re.IGNORECASE),
        re.compile(after, re.IGNORECASE),
        re.compile(lasting, re.IGNORECASE),
    )


def _ones(words: Words) -> str:
    """Return « a » before a scale (« a million »), which is a number only there."""
    return r"a(?=\s(?:hundred|thousand|million|billion|trillion)\b)" if words.language == "en" else r"(?!)"


def _collective(words: Words, qualifier: str) -> re.Pattern[str]:
    """Return the pattern of « une dizaine », « plusieurs centaines », « dozens »."""
    names = _longest_first(words.collectives)
    if words.language == "fr":
        many = r"(?P<many>plusieurs|des|quelques|(?:deux|trois)\sou\s(?:trois|quatre))"
        lead = rf"(?:{many}|(?P<one>une?)|(?P<some>les|par|aux)){SPACE}"
        return re.compile(rf"\b(?:(?P<qualifier>{qualifier}))?{lead}(?P<name>{names})s?\b", re.IGNORECASE)
    many = r"(?P<many>several|many|some|(?P<times>tens|hundreds|thousands)\sof)\s"
    lead = rf"(?:{many}|(?P<one>a)\s|(?P<n>two|three|four|five)\s)?"
    return re.compile(rf"\b(?:(?P<qualifier>{qualifier}))?{lead}(?P<name>{names})\b", re.IGNORECASE)


def _ordinal(words: Words) -> re.Pattern[str]:
    names = _longest_first(words.ordinals)
    if words.language == "fr":
        digits = r"(?P<digits>\d{1,4})\s?(?:er|ère|e|ème|ième|nd|nde)"
        return re.compile(rf"(?<![\w.,])(?:{digits}|(?P<name>{names})s?)\b(?!\sministres?\b)", re.IGNORECASE)
    digits = r"(?P<digits>\d{1,4})(?:st|nd|rd|th)"
    return re.compile(rf"(?<![\w.,])(?:{digits}|(?P<name>{names}))\b(?!\s(?:lady|minister)\b)", re.IGNORECASE)
