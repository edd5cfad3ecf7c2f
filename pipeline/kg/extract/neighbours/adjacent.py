"""Reads facts off neighbouring names and what stands between them: « Anne Dubois (PS) », "Lee of the Labour Party"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.frames.joints import Joint, joints_between
from kg.extract.neighbours.parties import HOUSES
from kg.extract.neighbours.tell import Rule, fact_of, told_of
from kg.extract.reading import Reading
from kg.lexicon.peoples import parties, townspeople
from kg.lexicon.tables import COUNTRY, fold, lands, lexicon, load_yaml, places
from kg.model import Entity, EntityType, Fact, Span
from kg.model.annotation import Name, Sentence

AROUND: Final = 12  # code points
OUTSIDE: Final = 72  # code points
LETTERS: Final = 5  # code points: the longest initials of a body that are written as a word
_PUBLIC: Final = re.compile(r"\b(?:[Pp]resident|[Gg]overnor|[Ss]enator|[Mm]ayor|[Pp]remier|[Mm]inister) ")
_STREET: Final = re.compile(
    r"(?:\d+ )?[A-Z][\w' -]*? (?:Avenue|Road|Street|Lane|Close|Drive|Crescent|Way|Terrace|Gardens|Court|Grove|Walk), $"
)


def adjacent(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield a fact for each pair of neighbouring names that a joint of the language ties, once for each pair."""
    told: set[tuple[str, str, str]] = set()
    names = [(index, name) for index, name in enumerate(reading.annotation.names) if index in reading.names]
    names = [(index, name) for index, name in names if not _whole_street(reading, name)]
    for (left, first), (right, second), over in _pairs(names):
        ends = (reading.entities[reading.names[left]], reading.entities[reading.names[right]])
        joint, title = _joint(reading, (first, second), ends, over=over)
        sentence = sentence_of(reading, first, second) if joint is not None else None
        if joint is None or sentence is None or (joint.relation, ends[0].id, ends[1].id) in told:
            continue
        told.add((joint.relation, ends[0].id, ends[1].id))
        fact = _fact(reading, joint, sentence, (first, second), ends, version)
        yield replace(fact, roles=(("title", title),)) if title else fact


def _pairs(names: list[tuple[int, Name]]) -> Iterator[tuple[tuple[int, Name], tuple[int, Name], bool]]:
    """Yield each name with the next, and with the one or two after that: whether others stand between comes last."""
    for index, first in enumerate(names):
        for further, second in enumerate(names[index + 1 : index + 4]):
            yield first, second, further > 0


def _whole_street(reading: Reading, name: Name) -> bool:
    """Tell a street before its town, which says less: "Jane Miller, 47, of Mill Road, Cambridge"."""
    after = reading.text[name.span.end : name.span.end + 3]
    return re.match(r", [A-Z]", after) is not None and _STREET.fullmatch(f"{name.form}, ") is not None


def _joint(
    reading: Reading, names: tuple[Name, Name], ends: tuple[Entity, Entity], *, over: bool
) -> tuple[Joint | None, str]:
    """Return the joint between two names, and the title in it: "Novatel president Jane Miller"."""
    first, second = names
    if second.span.start - first.span.end > 4 * AROUND or ends[0].id == ends[1].id:
        return None, ""
    between = _STREET.sub("", plain(reading.text[first.span.end : second.span.start]))
    after = plain(reading.text[second.span.end : second.span.end + OUTSIDE])
    before = plain(reading.text[max(0, first.span.start - OUTSIDE) : first.span.start])
    for joint in joints_between(reading.language, ends[0].type.value, ends[1].type.value, over=over):
        if not joint.between.fullmatch(between) or (joint.after and not joint.after.match(after)):
            continue
        if joint.before and not joint.before.search(before):
            continue
        sided = joint.relation == "holdsPosition" and first.form in parties(reading.language)
        if sided and (_PUBLIC.search(between) or before.endswith(HOUSES)):
            continue  # "Republican president Jane Miller" is of the party, and president of the land
        charge = joint.relation == "memberOf" and between.startswith(" (") and _field(reading, ends[1])
        if not charge and _is(reading, ends[0], joint.left_kind) and _is(reading, ends[1], joint.right_kind):
            return joint, _title(joint, before, between, after)
    return None, ""


def _field(reading: Reading, entity: Entity) -> bool:
    """Tell « Anne Dubois (Santé) », a minister with what she has charge of, from whoever is of a party."""
    return entity.name.split()[0].lower() in lexicon()["body_fields"] and entity.id not in reading.kinds


def _title(joint: Joint, before: str, between: str, after: str) -> str:
    found = (
        joint.between.fullmatch(between),
        joint.before.search(before) if joint.before else None,
        joint.after.match(after) if joint.after else None,
    )
    title = next((match["title"] for match in found if match and "title" in match.re.groupindex), "")
    return " ".join(word if word.isupper() else word.lower() for word in title.split(" "))  # "CEO" keeps its letters


def plain(words: str) -> str:
    """Return words as a typist sets them: single blanks, straight apostrophes, none after one or in brackets."""
    words = re.sub(r"[ \u00a0]+", " ", words.replace("’", "'"))
    return re.sub(r"(?<=')[ ](?=[^\W\d_])|(?<=\b[dl]')[ ]$|[ ](?=,)|(?<=\()[ ]", "", words) if words != "' " else words


def _is(reading: Reading, entity: Entity, kind: str | None) -> bool:
    """Tell whether an entity is of a kind: by the gazetteer, by what the text calls it, or by a word of its name."""
    if kind in (None, "placed"):
        return kind is None or _placed(entity.name)
    if kind == "country":
        return places().get(entity.name, 0.0) >= COUNTRY or entity.name in lands()
    if kind == "acronym":
        return entity.name.isalpha() and entity.name.isupper()
    if reading.kinds.get(entity.id) == kind:
        return True
    if kind == "named":  # a single unknown word may as well be a town
        return " " in entity.name or entity.key.startswith("kb:") or entity.id in reading.kinds
    words = _words()[kind]
    called = {noun for role in reading.roles.get(entity.id, ()) for noun in role.split()}
    parts = fold(entity.name).split()
    if kind == "classes" and not words & {*parts[-1:]} and not _words()["school"] & {*parts}:
        return False  # "Federal High Court"
    model = kind == "vehicle" and entity.type is EntityType.WORK and any(letter.isdigit() for letter in entity.name)
    return bool(words & ({*parts} | {fold(noun) for noun in called})) or model


def _placed(name: str) -> bool:
    """Tell a town or region from the letters of a body in brackets: « le Parti nationaliste basque (Pnv) »."""
    return len(name) > LETTERS or name in places() or name in townspeople().values()


@cache
def _words() -> dict[str, frozenset[str]]:
    """Return the folded words that show a kind when they stand in a name or before it."""
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    kinds = raw["kinds"]
    assert isinstance(kinds, dict)
    return {kind: frozenset(fold(word) for word in str(words).split()) for kind, words in kinds.items()}


def sentence_of(reading: Reading, first: Name, second: Name) -> Sentence | None:
    """Return the sentence of the text, no quotation, that both names stand in."""
    whole = Span(first.span.start, second.span.end)
    return next((s for s in reading.annotation.sentences if s.inside is None and s.span.contains(whole)), None)


def _fact(
    reading: Reading,
    joint: Joint,
    sentence: Sentence,
    names: tuple[Name, Name],
    ends: tuple[Entity, Entity],
    version: str,
) -> Fact:
    left, right = (told_of(e, n.span) for e, n in zip(ends, names, strict=True))
    pair = (right, left) if joint.turned else (left, right)
    evidence = Span(names[0].span.start, names[1].span.end)
    between = Span(names[0].span.end, names[1].span.start)
    worded = between.of(reading.text).strip()  # « prix Nobel de la paix Elie Wiesel »: the first name itself says it
    rule = Rule("joint", joint.relation, version, joint.confidence)
    return fact_of(reading, rule, sentence, pair, evidence, between if worded else names[0].span)
