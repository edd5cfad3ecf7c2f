"""Documents in the ledger: put one in, take one out, find one by what a user calls it."""

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from kg.errors import UsageError
from kg.model.codec import dumps, encode, loads
from kg.model.entity import Entity
from kg.model.extraction import Extraction
from kg.model.fact import Fact, Participant
from kg.model.ids import BASE, digest
from kg.model.naming import fold
from kg.model.rows import fact_row
from kg.store.seams import Resolver


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Hold what lists of documents show."""

    id: str
    source: str
    title: str | None
    language: str
    published: str | None


def put(ledger: sqlite3.Connection, extraction: Extraction, resolver: Resolver) -> str:
    """Write a document in one transaction and return `added`, `updated` or `unchanged`.

    A text that was read from several places keeps the first of them in alphabetical order, so that the
    order of reading does not matter.
    """
    held = ledger.execute("SELECT record FROM documents WHERE id = ?", (extraction.document.id,)).fetchone()
    if held is not None:
        source = min(loads(held[0]).document.source, extraction.document.source)
        extraction = replace(extraction, document=replace(extraction.document, source=source))
    text = dumps(extraction)
    if held is not None and held[0] == text:
        return "unchanged"
    with transaction(ledger):
        if held is not None:
            _remove(ledger, extraction.document.id)
        _insert(ledger, extraction, text, resolver)
        kind = "added" if held is None else "updated"
        ledger.execute("INSERT OR REPLACE INTO pending VALUES (?, ?)", (extraction.document.id, kind))
    return kind


def take_back(ledger: sqlite3.Connection, document: str) -> None:
    """Remove all that the document (its id) said, in one transaction."""
    with transaction(ledger):
        _remove(ledger, document)
        ledger.execute("INSERT OR REPLACE INTO pending VALUES (?, 'removed')", (document,))


_CALLED: Final = (
    "id = :n",
    "source = :n",
    f"length(:n) >= 6 AND substr(id, 1, length('{BASE}document/' || :n)) = '{BASE}document/' || :n",
    "substr(source, -length('/' || :n)) = '/' || :n",
)
"""How a document can be called, the most certain way first; a part of its title comes last."""


def find(ledger: sqlite3.Connection, name: str) -> DocumentInfo:
    """Return the one document whose id, path or part of the title is `name`.

    Raises UsageError where there is none, or more than one.
    """
    rows = _called(ledger, name) if name.strip() else []
    if len(rows) == 1:
        return rows[0]
    if not rows:
        raise UsageError(f"no document is called {name!r}", f"list them: `kg sparql '{_LIST}'`")
    listed = "; ".join(f"{row.id} ({row.title or row.source})" for row in rows[:5])
    raise UsageError(f"{name!r} names {len(rows)} documents: {listed}", "name one by its id")


_LIST: Final = "SELECT * { ?document dcterms:source ?path OPTIONAL { ?document schema:headline ?title } }"


def _called(ledger: sqlite3.Connection, name: str) -> list[DocumentInfo]:
    fields = "SELECT id, source, title, language, published FROM documents WHERE "
    for where in _CALLED:
        rows = ledger.execute(f"{fields}{where} ORDER BY id", {"n": name}).fetchall()
        if rows:
            return [DocumentInfo(*row) for row in rows]
    every = [DocumentInfo(*row) for row in ledger.execute(fields + "1 ORDER BY id")]
    path = os.path.abspath(name)  # noqa: PTH100 - nothing is asked of the disk: the file may be gone
    return [one for one in every if _is_at(one.source, path)] or [
        one for one in every if one.title is not None and fold(name) in fold(one.title)
    ]


def listed(ledger: sqlite3.Connection, words: str, limit: int) -> list[DocumentInfo]:
    """Return settled documents, the newest first; with words those whose title or path holds them."""
    query = "SELECT id, source, title, language, published FROM documents WHERE settled ORDER BY seq DESC"
    every = (DocumentInfo(*row) for row in ledger.execute(query))
    wanted = fold(words)
    return list(islice((one for one in every if wanted in fold(f"{one.title or ''} {one.source}")), limit))


def _is_at(source: str, path: str) -> bool:
    """Tell whether a source, as it was written then and wherever that was, can be the file at this path."""
    return "://" not in source and f"{os.sep}{path}".endswith(os.path.normpath(f"{os.sep}{source}"))


def record(ledger: sqlite3.Connection, document: str) -> Extraction | None:
    """Return the extraction of a document by its id, or None."""
    row = ledger.execute("SELECT record FROM documents WHERE id = ?", (document,)).fetchone()
    return None if row is None else loads(row[0])


def records(ledger: sqlite3.Connection) -> Iterator[tuple[int, Extraction]]:
    """Yield every settled document with its number, in the order of ingest."""
    for seq, text in ledger.execute("SELECT seq, record FROM documents WHERE settled ORDER BY seq"):
        yield seq, loads(text)


def texts(ledger: sqlite3.Connection) -> Iterator[str]:
    """Yield the record of every settled document, in the order of ingest."""
    for (text,) in ledger.execute("SELECT record FROM documents WHERE settled ORDER BY seq"):
        yield text


class transaction:  # noqa: N801 - reads as a statement
    """Keep what is done inside together: all of it is written, or nothing."""

    def __init__(self, ledger: sqlite3.Connection) -> None:
        """Take the connection, which must not be inside another transaction."""
        self._ledger = ledger

    def __enter__(self) -> None:
        """Begin."""
        self._ledger.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Commit, or roll back after an error."""
        try:
            if kind is None:
                self._ledger.execute("COMMIT")
        finally:
            if self._ledger.in_transaction:  # SQLite has rolled back by itself where the disk is full.
                self._ledger.execute("ROLLBACK")


def _insert(ledger: sqlite3.Connection, extraction: Extraction, text: str, resolver: Resolver) -> None:
    document = extraction.document
    cursor = ledger.execute(
        "INSERT INTO documents(id, source, title, language, published, record) VALUES (?, ?, ?, ?, ?, ?)",
        (
            document.id,
            document.source,
            document.title,
            document.language,
            document.published,
            text,
        ),
    )
    seq = cursor.lastrowid
    assert seq is not None
    profiles = {entity.id: _profile(ledger, entity, resolver) for entity in extraction.entities}
    ledger.executemany(
        "INSERT OR IGNORE INTO members VALUES (?, ?, ?)",
        [(seq, profiles[entity.id], entity.mentions) for entity in extraction.entities],
    )
    for fact in extraction.facts:
        _insert_fact(ledger, seq, fact, extraction, profiles)


def _profile(ledger: sqlite3.Connection, entity: Entity, resolver: Resolver) -> int:
    """Return the number of the entity's profile, making it (and what follows from it) where it is new."""
    bare = replace(entity, mentions=0)
    text = json.dumps(encode(bare), ensure_ascii=False, sort_keys=True)
    key = digest(text, size=16)
    row = ledger.execute("SELECT seq FROM profiles WHERE digest = ?", (key,)).fetchone()
    if row is not None:
        ledger.execute(
            "INSERT OR IGNORE INTO stale SELECT global FROM profiles WHERE seq = ? AND global IS NOT NULL",
            row,
        )
        return int(row[0])
    cursor = ledger.execute("INSERT INTO profiles(digest, local, entity) VALUES (?, ?, ?)", (key, entity.id, text))
    seq = cursor.lastrowid
    assert seq is not None
    blocks = sorted(resolver.blocks(bare))
    ledger.executemany("INSERT INTO blocks VALUES (?, ?)", [(block, seq) for block in blocks])
    ledger.executemany("INSERT OR IGNORE INTO dirty VALUES (?)", [(block,) for block in blocks])
    names = {fold(name) for name in (entity.name, *entity.aliases)}
    ledger.executemany("INSERT INTO names VALUES (?, ?)", [(name, seq) for name in sorted(names)])
    return seq


def _insert_fact(
    ledger: sqlite3.Connection, document: int, fact: Fact, extraction: Extraction, profiles: dict[str, int]
) -> None:
    row = json.dumps(fact_row(fact, extraction.document), ensure_ascii=False, separators=(",", ":"))
    cursor = ledger.execute(
        "INSERT INTO facts(id, document, relation, confidence, row) VALUES (?, ?, ?, ?, ?)",
        (fact.id, document, fact.relation, fact.confidence, row),
    )
    parts = {_part(participant, profiles) for participant in participants(fact)}
    numbered = sorted(parts, key=repr)
    ledger.executemany("INSERT INTO participants VALUES (?, ?, ?)", [(cursor.lastrowid, *part) for part in numbered])


def _part(participant: Participant, profiles: dict[str, int]) -> tuple[int | None, str | None]:
    profile = profiles.get(participant.id or "")
    return (profile, None) if profile is not None else (None, fold(participant.name)[:80])


def participants(fact: Fact) -> Iterator[Participant]:
    """Yield everyone and everything that takes part in the fact, whatever the role."""
    values = [fact.subject, fact.object, fact.place, fact.attributed_to, *(value for _, value in fact.roles)]
    for value in values:
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Participant):
                yield item


def _remove(ledger: sqlite3.Connection, document: str) -> None:
    (seq,) = ledger.execute("SELECT seq FROM documents WHERE id = ?", (document,)).fetchone()
    profiles = [row[0] for row in ledger.execute("SELECT profile FROM members WHERE document = ?", (seq,))]
    ledger.execute("DELETE FROM participants WHERE fact IN (SELECT seq FROM facts WHERE document = ?)", (seq,))
    for table in ("facts", "members"):
        ledger.execute(f"DELETE FROM {table} WHERE document = ?", (seq,))
    ledger.execute("DELETE FROM documents WHERE seq = ?", (seq,))
    for profile in profiles:
        _release(ledger, profile)


def _release(ledger: sqlite3.Connection, profile: int) -> None:
    """Mark the profile's entity for counting again; where no document holds it any more, drop the profile."""
    ledger.execute(
        "INSERT OR IGNORE INTO stale SELECT global FROM profiles WHERE seq = ? AND global IS NOT NULL",
        (profile,),
    )
    if ledger.execute("SELECT 1 FROM members WHERE profile = ? LIMIT 1", (profile,)).fetchone():
        return
    ledger.execute("INSERT OR IGNORE INTO dirty SELECT block FROM blocks WHERE profile = ?", (profile,))
    for table in ("blocks", "names"):
        ledger.execute(f"DELETE FROM {table} WHERE profile = ?", (profile,))
    ledger.execute("DELETE FROM profiles WHERE seq = ?", (profile,))
