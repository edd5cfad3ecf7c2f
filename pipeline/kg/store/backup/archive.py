"""The file of a backup: a tar.gz with a manifest that names the digest of every part.

Nothing in it depends on the clock, the user or the machine, so that the same store gives the same bytes. Reading
takes the parts that it knows and refuses all else, so that no name in a tar leads anywhere.
"""

import gzip
import hashlib
import json
import os
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final, Self

from kg.errors import InputError, StoreError
from kg.store.layout import FORMAT

KIND: Final = "kg backup"
ARCHIVE: Final = 1
LEDGER, USER_QUADS, USER_GRAPHS = "ledger.sqlite", "user.nq", "user.graphs"
PARTS: Final = frozenset((LEDGER, USER_QUADS, USER_GRAPHS))
_MANIFEST: Final = "manifest.json"
_LONGEST: Final = 65_536
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """Hold the size (bytes) and the sha256 of one part."""

    size: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> Self:
        """Measure a file."""
        with path.open("rb") as handle:
            return cls(path.stat().st_size, hashlib.file_digest(handle, "sha256").hexdigest())


@dataclass(frozen=True, slots=True)
class Manifest:
    """Say what a backup holds: the store's format, its documents and changes, and its parts."""

    documents: int
    changes: int
    parts: Mapping[str, Part] = field(default_factory=dict)
    format: int = FORMAT
    archive: int = ARCHIVE
    kind: str = KIND

    def dumps(self) -> bytes:
        """Return the manifest as JSON."""
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode() + b"\n"

    @classmethod
    def loads(cls, data: bytes, path: Path) -> Self:
        """Read a manifest.

        Raises InputError where it is none, StoreError where it is one of another kg.
        """
        try:
            held = json.loads(data)
            held = {KIND: held}[held["kind"]]
            _check_format(held["format"], held["archive"], path)
            parts = {str(name): Part(int(one["size"]), str(one["sha256"])) for name, one in held["parts"].items()}
            found = cls(int(held["documents"]), int(held["changes"]), parts)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path} is no backup of kg", "name a file that `kg backup FILE` wrote") from error
        if LEDGER not in parts or set(parts) - PARTS:
            raise damaged(path, "its list of parts is not what kg writes")
        return found


def _check_format(found: int, archive: int, path: Path) -> None:
    if found > FORMAT or archive > ARCHIVE:
        raise StoreError(
            f"{path} was made by a newer kg: store format {found}, this kg reads {FORMAT}",
            "upgrade first: `uv tool upgrade newskg` or `pip install --upgrade newskg`",
        )
    if found != FORMAT or archive != ARCHIVE:
        raise StoreError(f"{path} holds store format {found}, this kg reads {FORMAT}", "restore it with the older kg")


def damaged(path: Path, why: str) -> InputError:
    """Return the error that says that a backup is not what was written."""
    return InputError(f"{path} is damaged: {why}", "nothing was restored; take another copy of the backup")


def write(path: Path, manifest: Manifest, folder: Path) -> None:
    """Write the parts, which lie in the folder under their names, and put the file in its place in one step."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with fresh.open("xb") as raw:
            with (
                gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=raw, mtime=0) as packed,
                tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
            ):
                text = manifest.dumps()
                tar.addfile(_member(_MANIFEST, len(text)), BytesIO(text))
                for name, part in sorted(manifest.parts.items()):
                    with (folder / name).open("rb") as handle:
                        tar.addfile(_member(name, part.size), handle)
            raw.flush()
            os.fsync(raw.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o644
    return member


def read(path: Path, folder: Path) -> Manifest:
    """Unpack the parts into the folder, under names of ours, and return the manifest.

    Raises InputError where there is no such file or anything is not as its manifest says, StoreError where it is one
    of another kg.
    """
    with _opened(path) as tar:
        members = iter(tar)
        first = next(members, None)
        if first is None or first.name != _MANIFEST or not first.isreg() or first.size > _LONGEST:
            raise InputError(f"{path} is no backup of kg", "name a file that `kg backup FILE` wrote")
        manifest = Manifest.loads(_bytes(tar, first), path)
        waiting = dict(manifest.parts)
        for member in members:
            part = waiting.pop(member.name, None)
            if part is None or not member.isreg() or member.size != part.size:
                raise damaged(path, f"it holds {member.name[:80]!r}, which its manifest does not")
            _unpack(tar, member, folder / member.name)
            if Part.of(folder / member.name) != part:
                raise damaged(path, f"the digest of {member.name} is another one")
    if waiting:
        raise damaged(path, f"{', '.join(sorted(waiting))} is missing")
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(path, "r:gz") as tar:
            yield tar
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}", "name a file that `kg backup FILE` wrote"
        ) from error
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise damaged(path, str(error) or type(error).__name__) from error


def _bytes(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    handle = tar.extractfile(member)
    assert handle is not None
    return handle.read()


def _unpack(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    source = tar.extractfile(member)
    assert source is not None
    with target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            out.write(chunk)
