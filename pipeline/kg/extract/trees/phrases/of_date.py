"""Hangs from the noun before a date what parsers hang from the day or year, the nearest nominal.

« la liste du 30 septembre émise par X »: no date is issued · « championne du monde en 2003 et d'Europe », « a obtenu
l'argent en 2008 et le bronze quatre ans plus tard »: no bronze is joined to a year.
"""

from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.prepositions import OCCASIONS, preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.clauses.calendar_words import bare_day, dated
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_HOURS: Final = ("heure", "heures", "h", "midi", "minuit")
_OCCASIONS: Final = frozenset("lors pendant durant cours occasion marge issue terme".split())
_DATED: Final = ("du", "de", "d'", "d’")


def put_of_date(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles and nouns in their places; French only."""
    return mend_each(annotation, _of_date, _joined, _aside) if annotation.document.language == "fr" else annotation


def put_occasions(annotation: Annotation) -> Annotation:
    """Return the annotation with « lors du match » behind a day in its place; French only."""
    return mend_each(annotation, _occasions) if annotation.document.language == "fr" else annotation


def _aside(sentence: Sentence) -> dict[int, Token]:
    """Return the day of « a accusé son cousin, le 29 mars, avant de … » as the verb's: people have no date."""
    moved: dict[int, Token] = {}
    for day in sentence.tokens[2:]:
        noun = sentence.head(day) if day.dep in ("nmod", "appos") and dated(day) else None
        verb = sentence.head(noun) if noun is not None and noun.dep == "obj" and noun.index < day.index else None
        if noun is None or verb is None or verb.pos != "VERB" or not names_person(noun.lower, "fr"):
            continue
        first = min([day.index, *(t.index for t in sentence.children(day, "det"))])
        if sentence.tokens[first - 1].text == "," and not any(sentence.children(day, "case")):
            moved[day.index] = replace(day, head=verb.index, dep="obl:mod")
    return moved


def _occasions(sentence: Sentence) -> dict[int, Token]:
    """Return the match of « Dimanche 3 mars, lors du match » as a circumstance of the verb that has the day."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_OCCASIONS):
        return moved
    for noun in sentence.tokens:
        day = sentence.head(noun) if noun.dep == "nmod" else None
        timely = day is not None and (bare_day(day) or day.lower in _HOURS)
        if day is not None and timely and day.dep.startswith("obl") and preposition(sentence, noun) in OCCASIONS:
            moved[noun.index] = replace(noun, head=day.head, dep="obl:mod")
    return moved


def _joined(sentence: Sentence) -> dict[int, Token]:
    """Return a noun that « et » joins to a date, joined to the noun that the date is said of, or to the object."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        day = sentence.head(noun) if noun.dep == "conj" and noun.pos == "NOUN" else None
        if day is None or dated(noun) or any(sentence.children(noun, "case", "nsubj", "cop")):
            continue
        if day.pos == "VERB" and _gapped(sentence, day, noun):
            moved[noun.index] = replace(noun, head=sentence.children(day, "obj")[0].index)
        if not dated(day):
            continue
        above = sentence.head(day)
        while above is not None and dated(above) and above.head != above.index:
            above = sentence.head(above)
        first = above if above is None or above.pos == "NOUN" else sentence.child(above, "obj")
        if first is not None and first.index < day.index and any(sentence.children(noun, "cc", "nummod", "det", "obl")):
            moved[noun.index] = replace(noun, head=first.index)
    return moved


def _gapped(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell « le bronze » of « a remporté l'argent en 2016 et le bronze à Tokyo », a second object without a verb."""
    things = list(sentence.children(verb, "obj"))
    days = [t for t in sentence.children(verb, "obl") if dated(t) and t.index < noun.index]
    behind = sentence.tokens[noun.index :]
    clause = any(t.pos in ("VERB", "AUX") or t.dep.startswith("nsubj") for t in behind)
    return len(things) == 1 and bool(days) and not clause and things[0].index < days[-1].index


def _of_date(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for done in sentence.tokens:
        day = sentence.head(done) if done.dep.startswith("acl") else None
        if day is None or not is_participle(done) or not _calendar(sentence, day):
            continue
        noun = _whose_date(sentence, day)
        if noun is not None and noun.pos == "NOUN" and noun.index < done.index:
            moved[done.index] = replace(done, head=noun.index)
    return moved


def _calendar(sentence: Sentence, day: Token) -> bool:
    """Tell « 30 » and « septembre » of « du 30 septembre », « 2016 » of « de 2016 »; no « 30 » of thirty people."""
    return dated(day) and not any(sentence.children(day, "amod", "nsubj", "cop"))


def _whose_date(sentence: Sentence, day: Token) -> Token | None:
    """Return the noun that a date describes."""
    top: Token | None = day
    while top is not None and dated(top):
        of = top.dep.startswith("nmod") and any(c.lower in _DATED for c in sentence.children(top, "case"))
        above = sentence.head(top) if top.dep.startswith(("nmod", "appos", "flat", "nummod", "amod")) else None
        if above is not None and not dated(above):
            return above if of else None
        top = above
    return None
