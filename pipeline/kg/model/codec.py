"""Turn an extraction into JSON and back without loss; the record is what a store keeps of a document."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Final

from kg.model.document import Document
from kg.model.entity import Entity, EntityType, Mention, MentionKind
from kg.model.extraction import Discarded, Extraction
from kg.model.fact import Amount, Fact, Modality, Participant, RoleValue
from kg.model.span import Span

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
FORMAT: Final = 1


def encode(value: object) -> Json:
    """Return a value of the model as JSON: dataclasses as objects, spans as [start, end], tuples as lists."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {name: encode(item) for name, item in fields if item is not None and item != ()}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    assert value is None or isinstance(value, (bool, int, float, str)), type(value)
    return value


def dumps(extraction: Extraction) -> str:
    """Return the canonical JSON text of an extraction: the same extraction gives the same bytes."""
    record = {"format": FORMAT, **_object(encode(extraction))}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def loads(text: str) -> Extraction:
    """Return the extraction that `dumps` wrote.

    Raises ValueError where the record has another format number.
    """
    record = json.loads(text)
    if record.get("format") != FORMAT:
        raise ValueError(f"record format {record.get('format')}, expected {FORMAT}")
    return Extraction(
        Document(**record["document"]),
        tuple(_entity(item) for item in record.get("entities", [])),
        tuple(_mention(item) for item in record.get("mentions", [])),
        tuple(_fact(item) for item in record.get("facts", [])),
        tuple(Discarded(i["item"], i["reason"], _span(i.get("span"))) for i in record.get("discarded", [])),
    )


def _object(value: Json) -> dict[str, Json]:
    assert isinstance(value, dict)
    return value


def _span(value: Json) -> Span | None:
    if value is None:
        return None
    assert isinstance(value, list)
    start, end = value
    assert isinstance(start, int)
    assert isinstance(end, int)
    return Span(start, end)


def _some_span(value: Json) -> Span:
    span = _span(value)
    assert span is not None
    return span


def _entity(item: dict[str, Json]) -> Entity:
    lists = {name: tuple(_strings(item.get(name))) for name in ("aliases", "same_as", "cues")}
    mentions = item.get("mentions", 0)
    assert isinstance(mentions, int)
    return Entity(
        str(item["id"]),
        EntityType(str(item["type"])),
        str(item["name"]),
        str(item["key"]),
        mentions=mentions,
        **lists,
    )


def _strings(value: Json) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _mention(item: dict[str, Json]) -> Mention:
    return Mention(
        _some_span(item["span"]),
        str(item["text"]),
        str(item["entity"]),
        EntityType(str(item["type"])),
        MentionKind(str(item["kind"])),
        str(item["by"]),
        _span(item.get("antecedent")),
    )


def _participant(item: Json) -> Participant | None:
    if not isinstance(item, dict):
        return None
    kind, identifier = item.get("type"), item.get("id")
    return Participant(
        str(item["name"]),
        str(identifier) if identifier else None,
        EntityType(str(kind)) if kind else None,
        _span(item.get("span")),
    )


def _amount(item: Json) -> Amount | None:
    if not isinstance(item, dict):
        return None
    value = item["value"]
    assert isinstance(value, (int, float))
    texts = {name: str(item[name]) if item.get(name) else None for name in ("currency", "unit", "qualifier")}
    return Amount(value, **texts)


def _role(value: Json) -> RoleValue:
    if isinstance(value, list):
        return tuple(p for p in map(_participant, value) if p is not None)
    if isinstance(value, dict):
        role = _amount(value) if "value" in value else _participant(value)
        assert role is not None
        return role
    assert isinstance(value, (str, int, float))
    return value


def _pairs(value: Json) -> tuple[tuple[str, RoleValue], ...]:
    if not isinstance(value, list):
        return ()
    return tuple((str(pair[0]), _role(pair[1])) for pair in value if isinstance(pair, list))


def _text(item: Mapping[str, Json], name: str) -> str | None:
    value = item.get(name)
    return None if value is None else str(value)


def _fact(item: dict[str, Json]) -> Fact:
    confidence = item["confidence"]
    assert isinstance(confidence, (int, float))
    return Fact(
        id=str(item["id"]),
        relation=str(item["relation"]),
        subject=_participant(item.get("subject")),
        object=_participant(item.get("object")),
        document=str(item["document"]),
        evidence=_some_span(item["evidence"]),
        sentence=_some_span(item["sentence"]),
        trigger=_some_span(item["trigger"]),
        by=str(item["by"]),
        confidence=confidence,
        modality=Modality(str(item["modality"])),
        time=_text(item, "time"),
        place=_participant(item.get("place")),
        amount=_amount(item.get("amount")),
        quote=_text(item, "quote"),
        attributed_to=_participant(item.get("attributed_to")),
        roles=_pairs(item.get("roles")),
        steps=tuple(_strings(item.get("steps"))),
    )
