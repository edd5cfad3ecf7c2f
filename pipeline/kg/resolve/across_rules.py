"""The rules that join parts: each says its reason, and joins nothing where two answers are possible."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.model.entity import EntityType
from kg.resolve.across_names import acronym, acronyms_given, bare_name, surname
from kg.resolve.across_parts import Part
from kg.resolve.across_union import Union
from kg.resolve.cues import conflict


def join_known(union: Union) -> None:
    """Join parts of one type and name where at most one known entity bears the name."""
    by_name = defaultdict[tuple[EntityType, str], list[Part]](list)
    for part in union.parts:
        for entity_type, name in {(entity.type, name) for entity in part.entities for name in part.names}:
            by_name[entity_type, name].append(part)
    for (_, name), parts in sorted(by_name.items()):
        _join_to_one(union, parts, f"same type and name {name!r}")


def join_legal_forms(union: Union) -> None:
    """Join an organisation with and without its legal form."""
    by_name = defaultdict[str, list[Part]](list)
    for part in _organizations(union):
        for name in {bare_name(entity.name) for entity in part.entities}:
            by_name[name].append(part)
    for name, parts in sorted(by_name.items()):
        _join_to_one(union, parts, f"same organisation name {name!r} but for the legal form")


def join_acronyms(union: Union) -> None:
    """Join an organisation named by an acronym to the only one that a document says has that acronym."""
    long, short = defaultdict[str, set[Part]](set), defaultdict[str, set[Part]](set)
    for part in _organizations(union):
        for entity in part.entities:
            for given in acronyms_given(entity):
                long[given].add(part)
            if letters := acronym(entity.name):
                short[letters].add(part)
    for letters in sorted(short):
        _join_lone(union, short[letters], long, letters, f"a document gives {letters.upper()!r} as its acronym")


def join_surnames(union: Union) -> None:
    """Join a person of one name to the only one with that surname, unless a cue speaks against it."""
    full, alone = defaultdict[str, set[Part]](set), defaultdict[str, set[Part]](set)
    for part in union.parts:
        for last in {last for entity in part.entities if (last := surname(entity))}:
            (alone if part.single else full)[last].add(part)
    for last in sorted(alone):
        _join_lone(union, alone[last], full, last, f"the only person of the store with the surname {last!r}")


def _organizations(union: Union) -> list[Part]:
    return [part for part in union.parts if part.type is EntityType.ORGANIZATION]


def _join_to_one(union: Union, parts: list[Part], reason: str) -> None:
    """Join the parts; with several known entities or several namesakes among them, nothing is certain."""
    keys = {part.known for group in map(union.group, parts) for part in group} - {None}
    plain = [part.key for part in parts if part.known is None]
    namesakes = len(set(plain)) < len(plain)
    if len(keys) > 1 or namesakes:
        return
    cues = [part.cues for part in parts if part.type is EntityType.PERSON]
    if not any(conflict(left, right) for left in cues for right in cues):
        union.join(parts, reason)


def _join_lone(union: Union, parts: Iterable[Part], candidates: Mapping[str, set[Part]], key: str, reason: str) -> None:
    groups = {union.leader(part) for part in candidates.get(key, ())}
    if len(groups) != 1:
        return
    (target,) = groups
    cues = frozenset(cue for part in union.group(target) for cue in part.cues)
    for part in sorted(parts, key=lambda each: each.rank):
        same_type = target.type is part.type
        if same_type and union.leader(part) is not target and not conflict(cues, part.cues):
            union.join([target, part], reason)
            target = union.leader(target)
