"""Identifiers made from content: the same input gives the same IRI on every machine, at any time.

The base lies in a reserved domain (RFC 2606), so that no IRI of ours pretends to resolve on the web.
Fragments of a document follow RFC 5147 (`#char=12,27`).
"""

import hashlib
import re
import unicodedata

BASE = "https://kg.example/"
ONTOLOGY = BASE + "ontology#"


def digest(*parts: str, size: int = 10) -> str:
    """Return the hexadecimal BLAKE2b digest of the parts (`size` bytes), which no joining can confuse."""
    hashed = hashlib.blake2b(digest_size=size)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        hashed.update(len(encoded).to_bytes(8, "big") + encoded)
    return hashed.hexdigest()


def slug(name: str) -> str:
    """Return the name in lower-case ASCII letters, digits and dashes, for people who read IRIs.

    >>> slug("Société Générale")
    'societe-generale'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "name"


def document_id(text: str, published: str | None, title: str | None = None) -> str:
    """Return the IRI of a document: its text, date and title decide, not where it was read."""
    return f"{BASE}document/{digest(text, published or '', title or '')}"


def entity_id(entity_type: str, key: str, name: str) -> str:
    """Return the IRI of an entity from its type and its key (a normalised name or a known identifier)."""
    return f"{BASE}entity/{entity_type}/{slug(name)}-{digest(entity_type, key, size=5)}"


def fact_id(*parts: str) -> str:
    """Return the IRI of a fact from all that makes it this fact and no other."""
    return f"{BASE}fact/{digest(*parts)}"


def fragment(document: str, start: int, end: int) -> str:
    """Return the IRI of a span of a document (RFC 5147, code points)."""
    return f"{document}#char={start},{end}"
