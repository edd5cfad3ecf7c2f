"""Puts the object that a parser hangs from the day or year before it: « doit rencontrer vendredi Anne Dubois »."""

import re
from dataclasses import replace
from typing import Final

from kg.extract.grammar.voice import is_passive
from kg.extract.time.french_words import FRENCH
from kg.model.annotation import Sentence, Token

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_BESIDE: Final = frozenset("soir matin midi après-midi dernier prochain".split())


def objects_behind_years(sentence: Sentence) -> dict[int, Token]:
    """Return the name beside the year of « avait remplacé en 2022 Anne Dubois » as the object of the verb before it."""
    for year in sentence.tokens[2:-1]:
        if year.pos != "NUM" or not _YEAR.fullmatch(year.text) or sentence.tokens[year.index - 1].lower != "en":
            continue
        verb, name = sentence.tokens[year.index - 2], sentence.tokens[year.index + 1]
        beside = (
            name.name is not None and name.head == year.index and name.dep in ("flat", "flat:name", "appos", "nmod")
        )
        active = verb.pos == "VERB" and year.head == verb.index and not is_passive(sentence, verb)
        if beside and active and not any(sentence.children(verb, "obj")):
            return {name.index: replace(name, head=verb.index, dep="obj")}
    return {}


def objects_behind_days(sentence: Sentence) -> dict[int, Token]:
    """Return the name in apposition to a bare weekday right behind a verb as that verb's object."""
    moved: dict[int, Token] = {}
    for day in sentence.tokens[1:-1] if not sentence.words.isdisjoint(FRENCH.weekdays) else ():
        verb = sentence.tokens[day.index - 1]
        if day.lower not in FRENCH.weekdays or verb.pos != "VERB" or day.head != verb.index:
            continue
        at = day.index + 1 + (sentence.tokens[day.index + 1].lower in _BESIDE)
        name = sentence.tokens[at] if at < len(sentence.tokens) else day
        other = any(t.index != day.index for t in sentence.children(verb, "obj"))
        if name.name is None or name.dep not in ("appos", "flat") or name.head != day.index or other:
            continue
        moved[day.index] = replace(day, dep="obl:mod")
        moved[name.index] = replace(name, head=verb.index, dep="obj")
    return moved
