"""What readers look for in the ledger: facts, entities, one fact."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.errors import UsageError
from kg.model.codec import loads
from kg.model.document import Document
from kg.model.entity import Entity
from kg.model.fact import Fact
from kg.model.ids import BASE
from kg.model.naming import fold
from kg.store.ledger.documents import find
from kg.store.ledger.settle import closure, entity_of

_NAMED = "SELECT global FROM profiles WHERE global IS NOT NULL AND seq IN (SELECT profile FROM names WHERE name {})"

_SETTLED = "FROM facts f JOIN documents d ON d.seq = f.document WHERE d.settled"


@dataclass(frozen=True, slots=True)
class Selection:
    """Say which facts are wanted; None and False leave a choice open; `open` lists `relatedTo` facts too."""

    about: str | None = None
    relation: str | None = None
    document: str | None = None
    min_confidence: float | None = None
    open: bool = False
    limit: int | None = None


EVERY: Final = Selection(open=True)
"""Every fact of the store."""


def facts(ledger: sqlite3.Connection, selection: Selection) -> Iterator[tuple[int, str]]:
    """Yield the number of the document and the row (JSON, local entity ids) of each fact selected."""
    where, values = _conditions(ledger, selection)
    query = f"SELECT f.document, f.row {_SETTLED} AND {' AND '.join(where)} ORDER BY f.seq LIMIT ?"
    return iter(ledger.execute(query, (*values, -1 if selection.limit is None else selection.limit)))


def count(ledger: sqlite3.Connection, selection: Selection) -> int:
    """Return how many facts are selected; the limit counts for nothing."""
    where, values = _conditions(ledger, selection)
    (number,) = ledger.execute(f"SELECT count(*) {_SETTLED} AND {' AND '.join(where)}", values).fetchone()
    return int(number)


def _conditions(ledger: sqlite3.Connection, selection: Selection) -> tuple[list[str], list[str | float]]:
    where, values = ["1"], list[str | float]()
    if selection.about is not None:
        clause, names = _about(ledger, selection.about)
        where.append(clause)
        values += names
    if selection.relation is not None:
        where.append("f.relation = ?")
        values.append(selection.relation)
    elif not selection.open:
        where.append("f.relation <> 'relatedTo'")
    if selection.document is not None:
        where.append("f.document = (SELECT seq FROM documents WHERE id = ?)")
        values.append(find(ledger, selection.document).id)
    if selection.min_confidence is not None:
        where.append("f.confidence >= ?")
        values.append(selection.min_confidence)
    return where, values


def _about(ledger: sqlite3.Connection, name: str) -> tuple[str, list[str | float]]:
    ids = sorted(global_ids(ledger, name))
    marks = ",".join("?" * len(ids))
    clause = (
        "f.seq IN (SELECT fact FROM participants WHERE profile IN "
        f"(SELECT seq FROM profiles WHERE global IN ({marks})) "
        "UNION SELECT fact FROM participants WHERE name = ?)"
    )
    return clause, [*ids, fold(name)[:80]]


def global_ids(ledger: sqlite3.Connection, name: str) -> set[str]:
    """Return the entities that bear the name; failing that, those with its words in one of their names."""
    exact = "SELECT global FROM profiles WHERE global = :n OR local = :n"
    found = (
        ledger.execute(exact, {"n": name}).fetchall() or ledger.execute(_NAMED.format("= ?"), (fold(name),)).fetchall()
    )
    if not found:
        pattern = f"% {_escaped(fold(name))} %"
        query = _NAMED.format("IN (SELECT name FROM names WHERE ' ' || name || ' ' LIKE ? ESCAPE '\\')")
        found = ledger.execute(query, (pattern,)).fetchall()
    return {row[0] for row in found if row[0]}


def entities(ledger: sqlite3.Connection, name: str | None) -> Iterator[tuple[Entity, int]]:
    """Yield entities with their number of mentions, the most mentioned first."""
    order = " ORDER BY mentions DESC, name, id"
    if name is None:
        rows = ledger.execute("SELECT entity, mentions FROM entities" + order)
    else:
        ids = sorted(global_ids(ledger, name))
        rows = ledger.execute(
            f"SELECT entity, mentions FROM entities WHERE id IN ({','.join('?' * len(ids))})" + order, ids
        )
    for text, mentions in rows:
        yield entity_of(text), mentions


def mapping(ledger: sqlite3.Connection, seq: int) -> dict[str, str]:
    """Return the global id of each entity id of the document with this number."""
    query = "SELECT p.local, p.global FROM members m JOIN profiles p ON p.seq = m.profile WHERE m.document = ?"
    return {local: known or local for local, known in ledger.execute(query, (seq,))}


def fact(ledger: sqlite3.Connection, name: str) -> tuple[Fact, Document]:
    """Return the one fact that the name fits, and its document."""
    text = _escaped(name)
    rows = ledger.execute("SELECT id, document FROM facts WHERE id = ?", (name,)).fetchall()
    if not rows and name:
        like = "id LIKE ? ESCAPE '\\'"
        query = f"SELECT id, document FROM facts WHERE {like} OR {like} ORDER BY id LIMIT 9"
        rows = ledger.execute(query, (f"{BASE}fact/{text}%", f"%{text}")).fetchall()
    if len({row[0] for row in rows}) != 1:
        listed = ": " + ", ".join(row[0] for row in rows[:5]) if rows else ""
        raise UsageError(f"{len(rows) or 'no'} facts have the id {name!r}{listed}", "list facts with `kg facts`")
    (record,) = ledger.execute("SELECT record FROM documents WHERE seq = ?", (rows[0][1],)).fetchone()
    extraction = loads(record)
    return next(fact for fact in extraction.facts if fact.id == rows[0][0]), extraction.document


def neighbourhood(ledger: sqlite3.Connection, name: str) -> tuple[list[Entity], list[Entity]]:
    """Return the entities of this name as documents describe them, and all that they could join."""
    query = (
        "SELECT seq, entity FROM profiles WHERE global = :n OR local = :n "
        "OR seq IN (SELECT profile FROM names WHERE name = :f) ORDER BY seq"
    )
    rows = ledger.execute(query, {"n": name, "f": fold(name)}).fetchall()
    marks = ",".join("?" * len(rows))
    seeds = ledger.execute(f"SELECT block FROM blocks WHERE profile IN ({marks})", [row[0] for row in rows])
    near = closure(ledger, [row[0] for row in seeds])
    return [entity_of(row[1]) for row in rows], list(near.values())


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
