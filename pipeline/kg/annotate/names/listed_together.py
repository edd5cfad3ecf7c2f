"""Lets names that stand in one list vote for each other: « Novotel, Mercure et Ibis » are of one kind."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from kg.annotate.names.common import listed_name
from kg.annotate.names.cues import full_name
from kg.lexicon.initials import spells
from kg.lexicon.tables import PLACE_WEIGHT, fold, lexicon, listed, places
from kg.model import EntityType, Span

_AND: Final = re.compile(r"(?:,? (?:et|ou|and|or|ainsi que|as well as)|,? &) ")
_JOINT: Final = re.compile(
    r"(?: ?, |,? (?:et|ou|and|or|ainsi que|as well as) |,? & )"
    r"(?:(?:de|du|des|à|au|aux|en|le|la|les|the|of|in) |[dl]['’] ?){0,2}"
)
_KNOWN_AS: Final = re.compile(
    r",? ?(?:[–—-] ?|\()?(?:who is |which is |now |then )?(?:(?:also|more|formally|formerly|previously|better|commonly"
    r"|popularly|widely|simply) ){1,2}(?:known as|called) (?:the )?|,? (?:then|now) known as |,? nicknamed |,? alias "
)
_ALIAS: Final = 2.5
_IN: Final = re.compile(r"\b(in|at|near|between|of|from|across|à|entre|près de) $")
_WITHIN: Final = ("in", "near", "across", "à")
_TOWN: Final = 1.3
_FELLOW: Final = 1.2
_FEWEST: Final = 3  # names: of two, the one says little of the other
_EACH: Final = 1.0
_MOST: Final = 3.0


def listed_together(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """Yield the rows of three names or more, of spans in order, that commas and one last « et » join."""
    row = spans[:1]
    for span in [*spans[1:], None]:
        between = "" if span is None else text[row[-1].end : span.start]
        if span is not None and row and len(between) < 20 and _JOINT.fullmatch(between):
            row.append(span)
            if _AND.match(between):
                if len(row) >= _FEWEST:
                    yield row
                row = [span]
        else:
            if len(row) >= _FEWEST and _bracketed(text, row):
                yield row
            row = [span] if span is not None else []


def _lies_in(first: str, second: str) -> bool:
    """Tell a town and the region or country that it lies in: what follows them may be of another kind."""
    town, land = places().get(first, 0.0), places().get(second, 0.0)
    return 0 < town < PLACE_WEIGHT["region"] <= land


def _bracketed(text: str, row: list[Span]) -> bool:
    return text[max(0, row[0].start - 1) : row[0].start] == "(" and text[row[-1].end : row[-1].end + 1] == ")"


def votes_of_aliases(
    text: str, spans: list[Span], kinds: Mapping[str, EntityType | None]
) -> Iterator[tuple[str, EntityType, float]]:
    """Yield for the folded form that a text gives for a name, "X, better known as Y", the kind of that name."""
    for first, second in pairwise(spans):
        kind, between = kinds.get(fold(first.of(text))), text[first.end : min(second.start, first.end + 60)]
        post = first.of(text).rpartition(" ")[2].lower() in listed("post_words", "person_titles")
        if kind is None or kinds.get(fold(second.of(text))) is kind or post:
            continue  # "District Education Officer (DEO)"
        bracketed = between == " (" and text[second.end : second.end + 1] in (")", ",")
        letters = bracketed and _shortens(second.of(text), first.of(text))
        if letters or _KNOWN_AS.fullmatch(between):
            yield fold(second.of(text)), kind, _ALIAS


def _shortens(short: str, full: str) -> bool:
    """Tell letters of a longer name, in their order: « (BNC) », « (Bicici) », « (Metex) »."""
    if spells(fold(short), re.findall(r"\w+", fold(full))):
        return True
    rest = iter(fold(full))
    named = " " in full and " " not in short and 2 < len(short) < 9
    return named and fold(short)[:1] == fold(full)[:1] and all(letter in rest for letter in fold(short))


def votes_of_towns(
    text: str, spans: list[Span], kinds: Mapping[str, EntityType | None]
) -> Iterator[tuple[str, EntityType, float]]:
    """Yield place for those listed behind a place, "in Katoomba, Leura and Blackheath", whom no table has."""
    for first, *others in _rows_of_two(text, spans):
        before = _IN.search(text[max(0, first.start - 10) : first.start])
        if before is None or kinds.get(fold(first.of(text))) is not EntityType.PLACE:
            continue
        somebody = () if before[1] in _WITHIN else (EntityType.PERSON,)  # "between Moscow and Zelensky"
        for other in others:
            name, kind = other.of(text), kinds.get(fold(other.of(text)))
            words = {word.lower() for word in name.split()}
            known = kind in {EntityType.PLACE, *somebody} or listed_name(name)
            if not known and words.isdisjoint(lexicon()["organization_words"]):
                yield fold(name), EntityType.PLACE, _TOWN


def votes_of_people(
    text: str, spans: list[Span], kinds: Mapping[str, EntityType | None]
) -> Iterator[tuple[str, EntityType, float]]:
    """Yield person for one whom no table has, listed with persons: "written by Anna Veld and Hrafnhildur Ósk"."""
    for row in _rows_of_two(text, spans):
        strange = [span for span in row if kinds.get(fold(span.of(text))) is not EntityType.PERSON]
        apart = text[: row[0].start].endswith(("between ", "entre "))  # "a deal between Anna Veld and Zephyr Grid"
        if len(strange) != 1 or apart or not all(" " in span.of(text) for span in row):
            continue
        if full_name(text, strange[0]) and not listed_name(strange[0].of(text)):
            yield fold(strange[0].of(text)), EntityType.PERSON, _FELLOW


def _rows_of_two(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """Yield the rows of two names or more that nothing but commas and a last « et » join."""
    row = spans[:1]
    for span in spans[1:]:
        between = text[row[-1].end : span.start]
        ends = between in (" and ", " et ", ", and ")
        if between == ", " or ends:
            row.append(span)
        if ends:
            yield row
        row = row if between == ", " else [span]


def votes_of_lists(
    text: str, spans: list[Span], kinds: Mapping[str, EntityType | None]
) -> Iterator[tuple[str, EntityType, float]]:
    """Yield for each folded form in a list the kind that two thirds of the others have, with a weight."""
    for row in listed_together(text, spans):
        if any(_lies_in(a.of(text), b.of(text)) for a, b in pairwise(row)):
            continue  # "museums in Huntsville, Alabama, the Space Museum, and …"
        forms = [fold(span.of(text)) for span in row]
        for form in forms:
            others = [kinds.get(other) for other in forms if other != form]
            for kind in {*others} - {None, kinds.get(form)}:
                like = others.count(kind)
                if kind is not None and like > 1 and 3 * like >= 2 * len(others):
                    yield form, kind, min(_MOST, _EACH * like)
