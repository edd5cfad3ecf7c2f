"""A small text, what was extracted from it and what its annotation says, for the tests of this folder."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hand_made import entity
from kg.evaluate.gold import Gold
from kg.evaluate.load import read
from kg.model import Document, EntityType, Extraction, Fact, Mention, MentionKind, Participant, Span
from kg.model.codec import Json
from kg.model.ids import fact_id

TEXT = "Anne Dubois met Omar Haddad. She said: “the bridge will open in May”. The bank Novatel bought Orfeo in 2016."
ANNE, OMAR = entity("Anne Dubois"), entity("Omar Haddad", aliases=["Haddad"])
NOVATEL, ORFEO = entity("Novatel", EntityType.ORGANIZATION), entity("Orfeo", EntityType.ORGANIZATION)
ENTITIES = (ANNE, OMAR, NOVATEL, ORFEO)
SAID = "the bridge will open in May"
WORDS: dict[str, Json] = {"name": "the bridge will open"}

GOLD: dict[str, Json] = {
    "document": "text.txt",
    "language": "en",
    "published": "2016-05-02",
    "entities": [
        {"id": "anne", "type": "Person", "canonical": "Anne Dubois", "labels": ["Anne Dubois"]},
        {"id": "omar", "type": "Person", "canonical": "Omar Haddad", "labels": ["Omar Haddad", "Haddad"]},
        {"id": "novatel", "type": "Organization", "canonical": "Novatel", "labels": ["Novatel"]},
        {"id": "orfeo", "type": "Organization", "canonical": "Orfeo", "labels": ["Orfeo"]},
    ],
    "facts": [],
    "quotes": [],
    "coreference": [],
}


def span(words: str) -> Span:
    """Return where the words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def gold(folder: Path, **changes: Json) -> Gold:
    """Write the annotation with the changes as a file, and read it."""
    path = folder / "gold.json"
    path.write_text(json.dumps({**GOLD, **changes}), encoding="utf-8")
    return read(path)


def wanted(relation: str, subject: Json, object_: Json, why: str, **more: Json) -> dict[str, Json]:
    """Return an annotated fact."""
    place = span(why)
    head: dict[str, Json] = {"id": f"{relation} {why}", "relation": relation, "subject": subject, "object": object_}
    return {**head, "why": why, "start": place.start, "end": place.end, **more}


def named(name: str, at: str | None = None) -> Participant:
    """Return a participant: one of the entities by its name, else words of the text."""
    known = next((one for one in ENTITIES if one.name == name), None)
    where = None if at is None else span(at)
    return Participant(name, span=where) if known is None else Participant(name, known.id, known.type, where)


def fact(relation: str, subject: str | None, object_: str | None, why: str, **more: object) -> Fact:
    """Return an extracted fact whose evidence are the words."""
    made = Fact(
        id=fact_id(relation, subject or "", object_ or "", why, repr(more)),
        relation=relation,
        subject=None if subject is None else named(subject),
        object=None if object_ is None else named(object_),
        document=Document.create(TEXT, "en", "text.txt").id,
        evidence=span(why),
        sentence=span(why),
        trigger=span(why),
        by="hand@1",
        confidence=0.9,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def extracted(
    *facts: Fact, mentions: Sequence[Mention] = (), without: Sequence[str] = (), more: Mapping[str, EntityType] = {}
) -> Extraction:
    """Return an extraction of the entities, less those named and with others more, and the facts."""
    kept = tuple(one for one in ENTITIES if one.name not in without)
    added = tuple(entity(name, kind) for name, kind in more.items())
    return Extraction(Document.create(TEXT, "en", "text.txt"), (*kept, *added), tuple(mentions), facts)


def mention(words: str, name: str) -> Mention:
    """Return a pronoun that stands for an entity."""
    known = next(one for one in ENTITIES if one.name == name)
    return Mention(span(words), words, known.id, known.type, MentionKind.PRONOUN, "hand@1")
