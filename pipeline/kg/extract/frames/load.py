"""Reads the frames of a language: which words speak of which relation, and where its roles stand.

The format is described at the head of `ontology/frames/fr.yaml`.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.lexicon.forms import noun_table, verb_table
from kg.lexicon.sayings import frame_file
from kg.model import EntityType

_ELIDED: Final = re.compile(r"(?<!prud)(?<!aujourd)'")  # « l'emporter » is two words, « prud'hommes » one

AGENT: Final = ("Person", "Organization", "Group", "OnlineAccount", "Place")
CLASSES: Final = {
    "agent": AGENT,
    "person": ("Person", "Group"),
    "organization": ("Organization", "Group"),
    "body": ("Organization", "Place", "Group"),
    "any": tuple(kind.value for kind in EntityType),
}
KINDS_OF_WORDS: Final = frozenset({"people", "events", "places", "bodies"})
SETTINGS: Final = frozenset(
    {"words", "with", "without", "own", "modality", "confidence", "when", "needs", "serves", "spares"}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Hold a word or expression that speaks of a relation.

    `roles` maps each role to the grammatical functions that may fill it, in order of preference;
    `rest` are the words that must follow the first; `with_words` one of which must stand in the clause.
    """

    relation: str
    kind: str  # verb, noun or adjective
    word: str
    rest: tuple[str, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    with_words: frozenset[str]
    without: frozenset[str]
    modality: str | None
    confidence: float
    when: str | None
    needs: tuple[str, ...]
    serves: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()  # words one of which must stand in those of the object itself
    spares: frozenset[str] = frozenset()  # roles of the relation that these words can do without


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold a relation's constraints: types a role may have, roles it cannot do without, symmetry."""

    relation: str
    types: dict[str, frozenset[str]]
    needs: tuple[str, ...]
    symmetric: bool
    words_allowed: frozenset[str]
    kinds_of_words: dict[str, frozenset[str]]  # what the words of a role must name: people, events, places, bodies
    quotes_allowed: frozenset[str]  # roles that a quotation may fill: « a dénoncé « un acte odieux » »
    refines: frozenset[str]
    nameless: bool  # whether an amount alone makes a fact, without any entity
    unnamed: bool  # whether a fact stands although nobody in it has a name
    both: bool  # whether such a fact needs its subject and its object
    once: bool  # whether the same participants have it happen to them only once
    lasts: bool  # whether it can be since or until a time
    named: frozenset[str]  # roles that only an entity named in the text fills
    bound: frozenset[str]  # roles that must be known where words of the text stand for them
    event: bool = False  # whether it is what news tells of in several sentences, with the time in one of them
    two: bool = False  # whether it joins two at a time
    sides: bool = False  # whether a list of more than two does not say who of them stands against whom
    besides: bool = False  # whether it stands beside what a longer expression on its word says
    alike: bool = False  # whether both are people or neither is
    oneway: bool = False  # whether it cannot hold in both directions: nobody is his mother's father


@dataclass(frozen=True)
class Frames:
    """Hold all frames of a language, with triggers by inflected form."""

    version: str
    frames: dict[str, Frame]
    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    adjectives: dict[str, tuple[Trigger, ...]]
    light: dict[str, dict[str, tuple[tuple[str, ...], ...]]]
    clause_verbs: dict[str, frozenset[str]]
    language: str = "fr"


@cache
def load_frames(language: str) -> Frames:
    """Return the frames of a language (`fr`, `en`)."""
    raw = frame_file(language)
    assert isinstance(raw, dict)
    frames = {name: _frame(name, item) for name, item in raw["relations"].items()}
    triggers = [t for name, item in raw["relations"].items() for t in _triggers(name, item)]
    return Frames(
        str(raw["version"]),
        frames,
        _by_form([t for t in triggers if t.kind == "verb"], language, verbs=True),
        _by_form([t for t in triggers if t.kind == "noun"], language, verbs=False),
        _by_form([t for t in triggers if t.kind == "adjective"], language, verbs=False),
        {side: _expressions(words, language) for side, words in raw["light"].items()},
        {name: _inflected(words, language) for name, words in raw["clause_verbs"].items()},
        language,
    )


@cache
def clause_verbs(language: str, *kinds: str) -> frozenset[str]:
    """Return the verbs of several kinds together: whoever says (`saying`) or is quoted with (`quoting`)."""
    return frozenset().union(*(load_frames(language).clause_verbs[kind] for kind in kinds))


def _expressions(words: str, language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the expressions by each form of their first word, the longest first."""
    expressions = [tuple(_ELIDED.sub("' ", expression).split()) for expression in _split(words)]
    table = verb_table(sorted({first for first, *_ in expressions}), language)
    return {
        form: tuple(sorted((e for e in expressions if e[0] in firsts), key=lambda e: (-len(e), e)))
        for form, firsts in table.items()
    }


def _inflected(words: str, language: str) -> frozenset[str]:
    return frozenset(verb_table(_split(words), language))


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _frame(name: str, item: dict[str, object]) -> Frame:
    types, words, quotes = {}, set(), set[str]()
    kinds: dict[str, frozenset[str]] = {}
    raw_types = item.get("types", {})
    assert isinstance(raw_types, dict)
    for role, allowed in raw_types.items():
        names: set[str] = set()
        for part in str(allowed).split():
            if part == "quotation":
                quotes.add(role)
            elif part == "words" or part in KINDS_OF_WORDS:
                words.add(role)
                kinds[role] = kinds.get(role, frozenset()) | ({part} & KINDS_OF_WORDS)
            else:
                names.update(CLASSES.get(part, (part,)))
        types[role] = frozenset(names)
    needs = tuple(str(item.get("needs", "subject object")).split())
    return Frame(
        name,
        types,
        needs,
        bool(item.get("symmetric", False)),
        frozenset(words),
        {role: kind for role, kind in kinds.items() if kind},
        frozenset(quotes),
        frozenset(str(item.get("refines", "")).split()),
        bool(item.get("nameless", False)),
        bool(item.get("unnamed", False)),
        item.get("unnamed") == "both",
        bool(item.get("once", False)),
        bool(item.get("lasts", False)),
        frozenset(str(item.get("named", "")).split()),
        frozenset(str(item.get("bound", "")).split()),
        event=bool(item.get("event", False)),
        two=bool(item.get("two", False)),
        sides=bool(item.get("sides", False)),
        besides=bool(item.get("besides", False)),
        alike=bool(item.get("alike", False)),
        oneway=bool(item.get("oneway", False)),
    )


def _triggers(name: str, item: dict[str, object]) -> list[Trigger]:
    made = []
    for plural, kind in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
        groups = item.get(plural, ())
        assert isinstance(groups, (list, tuple))
        for group in groups:
            trigger = _settings(name, kind, group)
            made += [_with_words(trigger, expression) for expression in _spelt(_split(str(group["words"])))]
    return made


def _spelt(expressions: list[str]) -> list[str]:
    """Return the expressions, those with « état » also as papers spell it that set no accents on capitals: « Etat »."""
    bare = (expression.replace("état", "etat") for expression in expressions if "état" in expression)
    return [*expressions, *(expression for expression in bare if expression not in expressions)]


def _settings(name: str, kind: str, group: dict[str, object]) -> Trigger:
    """Return a trigger without its words, with all that those of a group share."""
    roles = tuple((role, tuple(str(where).split("|"))) for role, where in group.items() if role not in SETTINGS)
    confidence = group.get("confidence", 0.8 if kind == "verb" else 0.7)
    assert isinstance(confidence, (int, float))
    modality, when = group.get("modality"), group.get("when")
    return Trigger(
        name,
        kind,
        "",
        (),
        roles,
        frozenset(str(group.get("with", "")).split()),
        frozenset(str(group.get("without", "")).split()),
        str(modality) if modality else None,
        float(confidence),
        str(when) if when else None,
        tuple(str(group.get("needs", "")).split()),
        frozenset(str(group.get("serves", "")).split()),
        frozenset(str(group.get("own", "")).split()),
        frozenset(str(group.get("spares", "")).split()),
    )


def _with_words(trigger: Trigger, expression: str) -> Trigger:
    pronominal = expression.startswith(("se ", "s'"))
    # The parser cuts after an elision: « remporter l'élection » is three words to it.
    bare = expression.removeprefix("se ").removeprefix("s'").removeprefix("l'")
    first, *rest = _ELIDED.sub("' ", bare).split()
    when = "reflexive" if pronominal else "idiom" if expression.startswith("l'") else trigger.when
    return replace(trigger, word=first, rest=tuple(rest), when=when)


def _by_form(triggers: list[Trigger], language: str, *, verbs: bool) -> dict[str, tuple[Trigger, ...]]:
    by_word: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        by_word.setdefault(trigger.word, []).append(trigger)
    table = (verb_table if verbs else noun_table)(sorted(by_word), language)

    @cache  # the many forms of a verb share one
    def longest_first(words: tuple[str, ...]) -> tuple[Trigger, ...]:
        """Put « mettre en examen » before « mettre »."""
        return tuple(sorted((t for word in words for t in by_word[word]), key=lambda t: (-len(t.rest), t.relation)))

    return {form.lower(): longest_first(words) for form, words in table.items()}
