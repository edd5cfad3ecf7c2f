"""Reads gold annotations from their JSON files."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.evaluate.gold import End, Gold, GoldEntity, GoldFact, GoldPlace, Words
from kg.model import Amount, Span
from kg.model.codec import Json
from kg.model.naming import fold

Item = Mapping[str, Json]
_BESIDE: Final = "digests.json"  # lies among the annotations and is none


def load(paths: Sequence[Path]) -> list[Gold]:
    """Return the annotations of the files, in order; of a folder all below it.

    Raises InputError where there is none, or one cannot be read.
    """
    found = [read(file) for path in paths for file in _files(path)]
    if not found:
        raise InputError(f"no gold annotations in {', '.join(map(str, paths))}", "name a folder with *.json files")
    return found


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*.json") if file.name != _BESIDE)
    else:
        yield path


def read(path: Path) -> Gold:
    """Return the annotations of one file.

    Raises InputError where it cannot be read, or names an entity that it does not list.
    """
    try:
        made = _gold(path, json.loads(path.read_text(encoding="utf-8")))
        _check(made)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise InputError(f"{path} holds no gold annotations: {reason}", "see tests/quality/gold/README.md") from error
    return made


def _gold(path: Path, raw: dict[str, list[Item]]) -> Gold:
    published = raw.get("published")
    return Gold(
        path,
        document=str(raw["document"]),
        language=str(raw["language"]),
        published=str(published) if published else None,
        entities=tuple(map(_entity, raw["entities"])),
        facts=tuple(map(_fact, raw["facts"])),
        quotes=tuple(_place(item, "speaker") for item in raw["quotes"]) if "quotes" in raw else None,
        coreference=tuple(_place(item, "entity") for item in raw.get("coreference", ())),
    )


def _check(gold: Gold) -> None:
    """Raise KeyError where an entity is named that is not listed: it could never be found."""
    places = (place.entity for place in (*(gold.quotes or ()), *gold.coreference))
    ends = (end for fact in gold.facts for end in (*fact.subjects, *fact.objects, fact.attributed_to))
    for named in (*places, *ends):
        if isinstance(named, str) and named not in gold.by_id:
            raise KeyError(named)


def _entity(item: Item) -> GoldEntity:
    labels = item.get("labels") or []
    assert isinstance(labels, list)
    folded = frozenset(fold(str(name)) for name in (*labels, item["canonical"]))
    return GoldEntity(
        str(item["id"]),
        str(item["type"]),
        str(item["canonical"]),
        folded,
        optional=bool(item.get("optional")),
        unnamed=bool(item.get("unnamed")),
    )


def _fact(item: Item) -> GoldFact:
    objects = _ends(item, "object")
    return GoldFact(
        str(item["id"]),
        str(item["relation"]),
        _ends(item, "subject"),
        objects,
        symmetric=bool(item.get("symmetric")),
        optional=bool(item.get("optional")),
        modality=_text(item, "modality"),
        time=_text(item, "time"),
        attributed_to=_text(item, "attributed_to"),
        amount=_amount(item.get("amount")),
        said=_text(item, "quote") or next((end.text for end in objects if isinstance(end, Words)), None),
        why=_text(item, "why") or "",
        span=_span(item),
    )


def _ends(item: Item, role: str) -> tuple[End, ...]:
    others = item.get(f"{role}_or")
    listed = others if isinstance(others, list) else [] if others is None else [others]
    return tuple(_end(value) for value in (item.get(role), *listed))


def _end(value: Json) -> End:
    if isinstance(value, dict):
        return Words(str(value["name"]))
    return None if value is None else str(value)


def _amount(value: Json) -> Amount | None:
    if not isinstance(value, dict):
        return None
    number = value["value"]
    if not isinstance(number, (int, float)):
        raise TypeError(f"the amount {number!r} is no number")
    return Amount(number, _text(value, "currency"), _text(value, "unit"), _text(value, "qualifier"))


def _place(item: Item | Sequence[Json], entity: str) -> GoldPlace:
    """Read a place; the short form is a pair of words and entity."""
    if not isinstance(item, Mapping):
        return GoldPlace(str(item[0]), str(item[1]), str(item[0]))
    return GoldPlace(str(item["text"]), _text(item, entity), _text(item, "context") or "", _span(item))


def _span(item: Item) -> Span | None:
    start, end = item.get("start"), item.get("end")
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None


def _text(item: Item, name: str) -> str | None:
    value = item.get(name)
    return None if value is None else str(value)
