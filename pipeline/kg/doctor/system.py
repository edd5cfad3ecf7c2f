"""The installation itself: Python, kg, spaCy and room on the disk."""

import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from kg.doctor.finding import Finding
from kg.model import span

OLDEST, NEWEST = (3, 11), (3, 14)
_GIB: Final = 2**30
_LOW: Final = _GIB
_SPACY: Final = (3, 8)


def python() -> Finding:
    """Say which Python runs, and whether kg supports it."""
    found = f"{platform.python_version()} ({sys.executable}) on {platform.system()} {platform.machine()}"
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return Finding("Python", "ok", found)
    return Finding("Python", "problem", found, "install kg with Python 3.11 to 3.14: `uv tool install newskg`")


def itself() -> Finding:
    """Say which kg this is and where it lies."""
    how = ", compiled" if compiled() else ""
    return Finding("kg", "ok", f"{installed('newskg') or 'run from its source'}{how} ({Path(__file__).parents[1]})")


def spacy() -> Finding:
    """Say which spaCy is installed, and whether the models fit it."""
    found = installed("spacy")
    if found is not None and tuple(int(part) for part in found.split(".")[:2]) == _SPACY:
        return Finding("spaCy", "ok", found)
    fix = f"{sys.executable} -m pip install 'spacy>=3.8,<3.9'"
    return Finding("spaCy", "problem", found or "not installed", fix)


def disk(store: Path) -> Finding:
    """Say how much room is left where the store lies; less than 1 GiB is a problem."""
    place = store.absolute()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    found = f"{free / _GIB:.1f} GiB at {place}"
    if free >= _LOW:
        return Finding("free disk", "ok", found)
    return Finding("free disk", "problem", found, "make room, or put the store elsewhere: `kg --store DIR`")


def compiled() -> bool:
    """Tell whether the extraction runs compiled, as in the wheel of `make compiled`."""
    return Path(span.__file__).suffix != ".py"


def installed(distribution: str) -> str | None:
    """Return the version of an installed distribution, None where it is missing."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
