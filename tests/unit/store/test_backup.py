"""A backup gives the store back, is the same for the same store, and nothing in a file can lead astray."""

import gzip
import hashlib
import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Literal, NamedNode, Quad, Store

from hand_made import content, entity, extraction, fill, writer
from kg.cli import main
from kg.errors import InputError, StoreError, UsageError
from kg.serve.user import UserGraphs
from kg.store import Reader
from kg.store.backup import backup, restore
from kg.store.graph.identity import identity
from kg.store.ledger.search import EVERY

MUSK, TRUMP, HARRIS = entity("Elon Musk"), entity("Donald Trump"), entity("Kamala Harris")
PRESS = [
    extraction([(MUSK, "endorses", TRUMP)], source="a.txt", title="One"),
    extraction([(TRUMP, "opponentOf", HARRIS), (MUSK, "criticized", HARRIS)], source="b.txt", title="Two"),
    extraction([(HARRIS, "met", MUSK)], source="c.txt", title="Three"),
]
NOTES, EMPTY = NamedNode("http://team.example/notes"), NamedNode("http://team.example/empty")


def project(folder: Path) -> None:
    writer(folder).close()


def rows(folder: Path) -> list[object]:
    with Reader(folder) as reader:
        return [list(reader.facts(EVERY)), list(reader.entities()), list(reader.mentions())]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    fill(folder, PRESS)
    with writer(folder) as held:
        held.forget("c.txt")
    UserGraphs(folder / "user").change(_note)
    return folder


def _note(dataset: Store) -> int:
    dataset.add(Quad(NamedNode(MUSK.id), NamedNode("http://team.example/age"), Literal('54 "\n"'), NOTES))
    dataset.add_graph(EMPTY)
    return 204


def users(folder: Path) -> tuple[set[Quad], set[object]]:
    name = (folder / "user" / "CURRENT").read_text().strip()
    dataset = Store.read_only(str(folder / "user" / "gen" / name))
    return set(dataset), set(dataset.named_graphs())


def test_what_is_restored_is_what_was_there(store: Path, tmp_path: Path) -> None:
    made = backup(store, tmp_path / "b")
    restored = restore(tmp_path / "b", tmp_path / "new", project)
    assert (made.documents, restored.documents, restored.changes) == (2, 2, made.changes)
    assert content(tmp_path / "new") == content(store) != b""
    assert rows(tmp_path / "new") == rows(store)
    assert users(tmp_path / "new") == users(store)
    assert users(store)[1] == {NOTES, EMPTY}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "new", "store"]


def test_the_same_store_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        backup(store, tmp_path / name)
    restore(tmp_path / "a", tmp_path / "new", project)
    backup(tmp_path / "new", tmp_path / "c")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == (tmp_path / "c").read_bytes()


def test_a_restored_store_grows_on(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "b")
    restore(tmp_path / "b", tmp_path / "new", project)
    for folder in (store, tmp_path / "new"):
        assert fill(folder, PRESS) == ["unchanged", "unchanged", "added"]
    assert content(tmp_path / "new") == content(store)


def test_a_copy_is_not_taken_for_the_store_it_was_made_from(store: Path, tmp_path: Path) -> None:
    name = identity(store)
    backup(store, tmp_path / "b")
    restore(tmp_path / "b", tmp_path / "new", project)
    assert identity(tmp_path / "new") != name


def test_an_empty_store_can_be_kept_too(tmp_path: Path) -> None:
    fill(tmp_path / "store", [])
    backup(tmp_path / "store", tmp_path / "b")
    (tmp_path / "new").mkdir()
    assert restore(tmp_path / "b", tmp_path / "new", project).documents == 0
    assert fill(tmp_path / "new", PRESS) == ["added"] * 3


def test_documents_that_are_not_published_yet_are_in_the_backup(tmp_path: Path) -> None:
    with writer(tmp_path / "store") as held:
        held.commit(PRESS[0])
        held.publish()
        held.commit(PRESS[1])
        assert backup(tmp_path / "store", tmp_path / "b").documents == 2
    restore(tmp_path / "b", tmp_path / "new", project)
    assert content(tmp_path / "new") == content(tmp_path / "store")


def test_backups_beside_a_writer_are_whole(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\nfrom faults.test_killed_writer import write_on_and_on\n"
        "from pathlib import Path\nwrite_on_and_on(Path(sys.argv[1]))"
    )
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "store")], stdout=subprocess.PIPE, cwd=root
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        for number in range(5):
            backup(tmp_path / "store", tmp_path / f"b{number}")
        process.kill()
    for number in range(5):
        made = restore(tmp_path / f"b{number}", tmp_path / f"s{number}", project)
        with Reader(tmp_path / f"s{number}") as reader:
            assert len(set(reader.dataset.named_graphs())) == made.documents


def test_a_file_that_is_there_is_kept_unless_forced(store: Path, tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(UsageError, match="there already"):
        backup(store, tmp_path / "b")
    assert (tmp_path / "b").read_text() == "mine"
    backup(store, tmp_path / "b", force=True)
    assert restore(tmp_path / "b", tmp_path / "new", project).documents == 2


def test_a_store_that_is_there_is_never_written_over(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "b")
    before = content(store)
    with pytest.raises(StoreError, match="not empty"):
        restore(tmp_path / "b", store, project)
    assert content(store) == before
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StoreError, match="not empty"):
        restore(tmp_path / "b", tmp_path / "file", project)


def unpacked(path: Path) -> dict[str, bytes]:
    with tarfile.open(path, "r:gz") as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]


def packed(path: Path, parts: dict[str, bytes], *more: tarfile.TarInfo) -> Path:
    with path.open("wb") as raw, tarfile.open(fileobj=raw, mode="w:gz") as tar:
        for name, data in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
        for member in more:
            tar.addfile(member)
    return path


def manifest(change: Callable[[dict[str, object]], None]) -> Callable[[dict[str, bytes]], None]:
    def altered(parts: dict[str, bytes]) -> None:
        held = json.loads(parts["manifest.json"])
        change(held)
        parts["manifest.json"] = json.dumps(held).encode()

    return altered


def strange(parts: dict[str, bytes]) -> None:
    """Name a part with a path, digest and all."""
    data = b"gotcha"
    parts["../gotcha"] = data
    digest = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    manifest(lambda held: held["parts"].update({"../gotcha": digest}))(parts)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("alter", "word"),
    [
        (manifest(lambda held: held.update(format=2)), "newer kg"),
        (manifest(lambda held: held.update(archive=2)), "newer kg"),
        (manifest(lambda held: held.update(format=0)), "format 0"),
        (manifest(lambda held: held.update(format="x")), "no backup"),
        (manifest(lambda held: held.update(kind="other")), "no backup"),
        (manifest(lambda held: held.pop("parts")), "no backup"),
        (manifest(lambda held: held.update(parts={})), "damaged"),
        (lambda parts: parts.update({"ledger.sqlite": b"x" + parts["ledger.sqlite"][1:]}), "digest"),
        (lambda parts: parts.update({"ledger.sqlite": b""}), "damaged"),
        (lambda parts: parts.update({"user.nq": parts["user.nq"].replace(b"54", b"55")}), "digest"),
        (lambda parts: parts.pop("ledger.sqlite"), "missing"),
        (lambda parts: parts.update({"../gotcha": b"x"}), "manifest does not"),
        (lambda parts: parts.update({"/tmp/kg-gotcha": b"x"}), "manifest does not"),
        (lambda parts: parts.pop("manifest.json"), "no backup"),
        (strange, "damaged"),
    ],
)
def test_an_altered_backup_is_refused_and_leaves_nothing(
    store: Path, tmp_path: Path, alter: Callable[[dict[str, bytes]], None], word: str
) -> None:
    backup(store, tmp_path / "b")
    parts = unpacked(tmp_path / "b")
    alter(parts)
    kind = StoreError if word in ("newer kg", "format 0") else InputError
    with pytest.raises(kind, match=word) as caught:
        restore(packed(tmp_path / "bad", parts), tmp_path / "new", project)
    assert caught.value.hint
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "bad", "store"]
    assert not Path("/tmp/kg-gotcha").exists()


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_are_refused(store: Path, tmp_path: Path, kind: bytes) -> None:
    backup(store, tmp_path / "b")
    parts = unpacked(tmp_path / "b")
    del parts["ledger.sqlite"]
    link = tarfile.TarInfo("ledger.sqlite")
    link.type, link.linkname = kind, "/etc/passwd"
    with pytest.raises(InputError, match="damaged"):
        restore(packed(tmp_path / "bad", parts, link), tmp_path / "new", project)


def test_a_part_twice_is_refused(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "b")
    parts = unpacked(tmp_path / "b")
    with pytest.raises(InputError, match="manifest does not"):
        restore(packed(tmp_path / "bad", parts, tarfile.TarInfo("ledger.sqlite")), tmp_path / "new", project)


def test_a_backup_cut_short_or_turned_is_refused(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "b")
    data = (tmp_path / "b").read_bytes()
    damages = [data[: len(data) * part // 10] for part in range(10)] + [b"mine", gzip.compress(b"no tar" * 999)]
    places = range(20, len(data) - 8, max(1, len(data) // 40))
    damages += [data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :] for place in places]
    for damage in damages:
        (tmp_path / "bad").write_bytes(damage)
        with pytest.raises(InputError):
            restore(tmp_path / "bad", tmp_path / "new", project)
        assert not (tmp_path / "new").exists()


def test_a_file_that_is_missing_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        restore(tmp_path / "none", tmp_path / "new", project)
    with pytest.raises(InputError):
        restore(tmp_path, tmp_path / "new", project)
    assert not (tmp_path / "new").exists()


def test_a_projection_that_fails_leaves_nothing(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "b")

    def fail(folder: Path) -> None:
        raise StoreError(f"cannot {folder}")

    with pytest.raises(StoreError, match="cannot"):
        restore(tmp_path / "b", tmp_path / "new", fail)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "store"]


def kg(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def test_the_commands_say_what_they_did(store: Path, tmp_path: Path) -> None:
    made = kg("--store", str(store), "backup", str(tmp_path / "b"))
    assert json.loads(made.stdout)["documents"] == 2
    assert json.loads(made.stdout)["bytes"] == (tmp_path / "b").stat().st_size
    assert kg("--store", str(store), "backup", str(tmp_path / "b")).exit_code == 2
    again = kg("--store", str(store), "backup", str(tmp_path / "b"), "--force", "--format", "table")
    assert "2 documents" in again.stdout
    restored = kg("restore", str(tmp_path / "b"), "--store", str(tmp_path / "new"), "--format", "csv")
    assert restored.stdout.splitlines()[0] == "store,documents,changes"
    assert rows(tmp_path / "new") == rows(store)
    assert kg("restore", str(tmp_path / "none"), "--store", str(tmp_path / "other")).exit_code == 4
    assert kg("--store", str(tmp_path / "none"), "backup", str(tmp_path / "c")).exit_code == 2
    assert kg("--store", str(store), "backup", str(tmp_path / "none" / "c")).exit_code == 2


def test_a_file_that_is_no_backup_is_refused_input(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear reader", encoding="utf-8")
    done = kg("--store", str(tmp_path / "new"), "restore", str(tmp_path / "letter"))
    assert (done.exit_code, (tmp_path / "new").exists()) == (4, False)
    assert "kg backup" in done.stderr or "copy of the backup" in done.stderr
