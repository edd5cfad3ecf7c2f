"""What mypyc cannot compile, or compiles into something else (mypy 2.4), is not in what the compiled wheel compiles."""

import ast
import importlib.util
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def _hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_hook", ROOT / "tools" / "compile_hook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _trees() -> dict[Path, ast.Module]:
    """Return what is compiled, read once and not where tests are only collected."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in _hook().modules(ROOT / "pipeline")}


def _functions(tree: ast.Module, *, walks: bool) -> set[str]:
    """Return the names of a module's functions that yield, or of those that do not."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.returns is not None)
    return {one.name for one in functions if ("Iterator" in ast.unparse(one.returns or one)) is walks}


@cache
def _shared() -> set[str]:
    """Return the names that modules share and of which all functions yield: by the name alone nobody can tell more."""
    names = {name for tree in _trees().values() for name in _functions(tree, walks=True) if name[0] != "_"}
    return names - {name for tree in _trees().values() for name in _functions(tree, walks=False)}


def _sought(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield in what something is sought with `in`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            pairs = zip(node.ops, node.comparators, strict=True)
            yield from (where for how, where in pairs if isinstance(how, ast.In | ast.NotIn))


def starred(tree: ast.Module) -> list[ast.expr]:
    """`x in (*some, "other")`: mypyc breaks off; a set is compiled."""
    shown = (where for where in _sought(tree) if isinstance(where, ast.Tuple | ast.List))
    return [where for where in shown if any(isinstance(one, ast.Starred) for one in where.elts)]


def in_generators(tree: ast.Module) -> list[ast.expr]:
    """`x in walk()`: compiled generators cannot be asked."""
    called = (where for where in _sought(tree) if isinstance(where, ast.Call))
    walks = _shared() | (_functions(tree, walks=True) - _functions(tree, walks=False))
    return [where for where in called if ast.unparse(where.func).rpartition(".")[2] in walks]


def sets_and_keys(tree: ast.Module) -> list[ast.expr]:
    """`frozen & table.keys()`: is a set where mypy promises a frozenset."""
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp | ast.AugAssign)]
    sides = [(node, ast.unparse(side)) for node in joined for side in ast.iter_child_nodes(node)]
    return [node for node, side in sides if side.endswith(".keys()") and isinstance(node, ast.expr)]


def rows_of_floats(tree: ast.Module) -> list[ast.expr]:
    """`X: Final = (2.0, 1e9)`: is never set."""
    rows = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and "Final" in str(ast.dump(node.annotation))
    )
    return [
        row
        for row in rows
        if isinstance(row, ast.Tuple) and any(isinstance(getattr(e, "value", None), float) for e in row.elts)
    ]


@pytest.mark.parametrize("found", [starred, in_generators, sets_and_keys, rows_of_floats])
def test_nothing_is_written_that_cannot_be_compiled(found: Callable[[ast.Module], list[ast.expr]]) -> None:
    told = [f"{path}:{node.lineno} {ast.unparse(node)}" for path, tree in _trees().items() for node in found(tree)]
    assert told == [], found.__doc__


@pytest.mark.parametrize(
    ("found", "source"),
    [
        (starred, "x in (*SOME, 'other')"),
        (in_generators, "def walk() -> Iterator[int]: yield 1\nx in walk()"),
        (sets_and_keys, "words & table.keys()"),
        (rows_of_floats, "X: Final = (2.0, 1e9)"),
    ],
)
def test_the_checks_see_it(found: Callable[[ast.Module], list[ast.expr]], source: str) -> None:
    assert found(ast.parse(source))
