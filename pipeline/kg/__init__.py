"""News into a knowledge graph: who did what to whom, when, and who says so.

The public names are loaded when they are first used, so that `import kg` costs nothing.
"""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.api import commit, ingest, load_graph, open_store
    from kg.extraction import extract
    from kg.model import Document, Extraction
    from kg.read import read

__all__ = ["Document", "Extraction", "commit", "extract", "ingest", "load_graph", "open_store", "read"]
_HOMES: Final = {
    "Document": "kg.model",
    "Extraction": "kg.model",
    "commit": "kg.api",
    "extract": "kg.extraction",
    "ingest": "kg.api",
    "load_graph": "kg.api",
    "open_store": "kg.api",
    "read": "kg.read",
}


def __getattr__(name: str) -> object:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


class _Package(ModuleType):
    """Keep `kg.read` and `kg.extract` functions, though packages of the same name are imported below."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOMES or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
