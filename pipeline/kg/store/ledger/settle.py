"""Resolution kept up to date: only the blocks that a change touched are resolved again.

What the dirty blocks can reach is closed under shared blocks, so that resolving it alone gives what
resolving everything would give.
"""

import json
import sqlite3
from collections.abc import Iterable

from kg.model.codec import encode
from kg.model.entity import Entity, EntityType
from kg.store.ledger.documents import transaction
from kg.store.seams import Resolver


def settle(ledger: sqlite3.Connection, resolver: Resolver) -> int:
    """Resolve what changed, write the change log and return the number of its last entry."""
    with transaction(ledger):
        profiles = _reached(ledger)
        moved = _resolve(ledger, profiles, resolver)
        _note_moved(ledger, moved)
        _describe(ledger, resolver)
        ledger.execute("INSERT INTO changes(document, kind) SELECT document, kind FROM pending ORDER BY document")
        ledger.execute("UPDATE documents SET settled = 1 WHERE NOT settled")
        for table in ("pending", "dirty", "stale"):
            ledger.execute(f"DELETE FROM {table}")
    (last,) = ledger.execute("SELECT coalesce(max(number), 0) FROM changes").fetchone()
    return int(last)


def entity_of(text: str) -> Entity:
    """Return the entity that a ledger column holds as JSON."""
    item = json.loads(text)
    aliases, same_as, cues = (tuple(item.get(name, ())) for name in ("aliases", "same_as", "cues"))
    return Entity(item["id"], EntityType(item["type"]), item["name"], item["key"], aliases, same_as, cues)


def closure(ledger: sqlite3.Connection, seeds: Iterable[str]) -> dict[int, Entity]:
    """Return every profile that shares a block with the seeds, or with a profile that does, and so on."""
    blocks, waiting = set[str](), sorted(seeds)
    found: dict[int, Entity] = {}
    while waiting:
        block = waiting.pop()
        if block in blocks:
            continue
        blocks.add(block)
        query = "SELECT p.seq, p.entity FROM blocks b JOIN profiles p ON p.seq = b.profile WHERE b.block = ?"
        for seq, text in ledger.execute(query, (block,)).fetchall():
            if seq not in found:
                found[seq] = entity_of(text)
                waiting += [row[0] for row in ledger.execute("SELECT block FROM blocks WHERE profile = ?", (seq,))]
    return found


def _reached(ledger: sqlite3.Connection) -> dict[int, Entity]:
    return closure(ledger, [row[0] for row in ledger.execute("SELECT block FROM dirty")])


def _resolve(ledger: sqlite3.Connection, profiles: dict[int, Entity], resolver: Resolver) -> list[int]:
    """Write the global id of each profile and return the profiles whose id is another one than before."""
    clusters = resolver.clusters(profiles.values())
    moved = []
    for seq, profile in sorted(profiles.items()):
        (before,) = ledger.execute("SELECT global FROM profiles WHERE seq = ?", (seq,)).fetchone()
        after = clusters[profile]
        if before != after:
            ledger.executemany("INSERT OR IGNORE INTO stale VALUES (?)", [(i,) for i in (before, after) if i])
            ledger.execute("UPDATE profiles SET global = ? WHERE seq = ?", (after, seq))
            moved.append(seq)
    return moved


def _note_moved(ledger: sqlite3.Connection, moved: list[int]) -> None:
    ledger.executemany(
        "INSERT OR IGNORE INTO pending SELECT d.id, 'updated' FROM members m "
        "JOIN documents d ON d.seq = m.document WHERE m.profile = ?",
        [(profile,) for profile in moved],
    )


def _describe(ledger: sqlite3.Connection, resolver: Resolver) -> None:
    """Make the rows of all stale entities again from their profiles."""
    for (identifier,) in ledger.execute("SELECT id FROM stale ORDER BY id").fetchall():
        texts = ledger.execute("SELECT entity FROM profiles WHERE global = ?", (identifier,)).fetchall()
        ledger.execute("DELETE FROM entities WHERE id = ?", (identifier,))
        if not texts:
            continue
        (mentions,) = ledger.execute(
            "SELECT sum(m.mentions) FROM profiles p JOIN members m ON m.profile = p.seq WHERE p.global = ?",
            (identifier,),
        ).fetchone()
        entity = resolver.describe(identifier, [entity_of(text) for (text,) in texts])
        ledger.execute(
            "INSERT INTO entities VALUES (?, ?, ?, ?, ?)",
            (
                identifier,
                entity.type.value,
                entity.name,
                json.dumps(encode(entity), ensure_ascii=False),
                mentions,
            ),
        )
