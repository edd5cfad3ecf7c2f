"""Folders: the files that kg reads, sorted, hidden ones left out."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import expand


def test_a_folder_gives_its_files_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "sub/c.html", "sub/d.pdf", "e.htm", "f.json", ".hidden.txt", ".git/g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = [str(Path(path).relative_to(tmp_path)) for path in expand([str(tmp_path)])]
    assert found == ["a.MD", "b.txt", "e.htm", "sub/c.html", "sub/d.pdf"]


def test_all_else_passes_through_in_order(tmp_path: Path) -> None:
    given = ["-", "https://example.org/", str(tmp_path / "missing.txt")]
    assert list(expand(given)) == given


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="in this folder"):
        list(expand([str(tmp_path)]))
