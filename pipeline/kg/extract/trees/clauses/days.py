"""Mends what hangs from a day or an age: « élue dimanche maire de Lyon »."""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_passive
from kg.extract.trees.clauses.objects import has_object
from kg.extract.trees.clauses.times import is_time, timed
from kg.model.annotation import Sentence, Token

_WITHIN: Final = (
    "de",
    "après",
    "avant",
    "depuis",
    "par",
    "sur",
    "pour",
    "selon",
    "contre",
)  # « deux jours après le vote »

_LOOSE: Final = ("obl", "obl:mod", "nmod", "advmod")
_REACH: Final = 9  # tokens: the longest circumstance that opens a clause


def after_days(sentence: Sentence) -> dict[int, Token]:
    """Return what hangs from a day or an age, hung from its verb.

    « élue dimanche maire de Lyon » · « mort lundi, à l'âge de 64 ans dans un hôpital de Porto »
    """
    moved: dict[int, Token] = {}
    for day in sentence.tokens:
        below = sentence.children(day)
        if not below or not is_time(day):
            continue
        for noun in below:
            if not is_time(noun):
                moved |= _off_time(sentence, noun, day) or (_bare_after(sentence, noun, day) if timed(day) else {})
    return moved


def behind_marks(sentence: Sentence) -> dict[int, Token]:
    """Return what opens the clause behind a colon as that clause's: « le troisième vol : en mai 2015, X a volé … »."""
    moved: dict[int, Token] = {}
    for mark in sentence.tokens:
        if mark.text not in (":", ";"):
            continue
        comma = next((t.index for t in sentence.tokens[mark.index + 1 : mark.index + _REACH] if t.text == ","), 0)
        if not comma:
            continue
        opening = [t for t in sentence.tokens[mark.index + 1 : comma] if not mark.index < t.head < comma]
        opening = [t for t in opening if t.pos != "PUNCT"]
        verb = next((t for t in sentence.tokens[comma + 1 :] if _tells(sentence, t, comma)), None)
        if len(opening) == 1 and opening[0].head < mark.index and opening[0].dep in _LOOSE and verb is not None:
            moved[opening[0].index] = replace(opening[0], head=verb.index, dep="obl:mod")
    return moved


def _tells(sentence: Sentence, verb: Token, comma: int) -> bool:
    """Tell a verb with its own subject behind the comma, of no relative clause."""
    clause = verb.dep.startswith("acl")
    return verb.pos == "VERB" and not clause and any(t.index > comma for t in sentence.children(verb, "nsubj"))


def _bare_after(sentence: Sentence, noun: Token, day: Token) -> dict[int, Token]:
    """Return the noun right behind a bare day, hung from its verb."""
    verb = sentence.head(day)
    bound = any(sentence.children(noun, "case", "cc")) or any(sentence.children(day, "case"))
    if verb is None or verb.pos != "VERB" or noun.pos != "NOUN" or bound or not _right_after(sentence, day, noun):
        return {}
    if not any(sentence.children(noun, "det")):
        passive = is_passive(sentence, verb)
        return {noun.index: replace(noun, head=verb.index, dep="xcomp" if passive else "obj")}
    if not has_object(sentence, verb):  # « a finalisé mercredi le rachat de Novatel »
        return {noun.index: replace(noun, head=verb.index, dep="obj")}
    return {}


def _off_time(sentence: Sentence, noun: Token, day: Token) -> dict[int, Token]:
    """Return a complement with a preposition that hangs from a day or an age, hung from the verb above that."""
    case = preposition(sentence, noun)
    if not case or case in _WITHIN or noun.index < day.index:
        return {}
    verb: Token | None = day
    while verb is not None and is_time(verb) and verb.head != verb.index:
        verb = sentence.head(verb)
    below = verb is not None and verb.pos == "VERB" and verb.index < day.index
    return {noun.index: replace(noun, head=verb.index, dep="obl:mod")} if verb is not None and below else {}


def _right_after(sentence: Sentence, day: Token, noun: Token) -> bool:
    """Tell whether the noun phrase begins right after the day."""
    before = sentence.children(noun, "det", "amod", "nummod")
    return min([noun.index, *(t.index for t in before)]) == day.index + 1
