"""A real Apache Jena Fuseki in a process of its own, from its jar in Maven Central."""

import os
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from served import free_port
from servers.fetching import fetching

VERSION = "5.6.0"
_MAIN = "org.apache.jena.fuseki.main.cmds.FusekiServerCmd"


def missing() -> str | None:
    """Say what this machine lacks, None where it lacks nothing."""
    lacking = [name for name in ("java", "mvn") if shutil.which(name) is None]
    return f"{' and '.join(lacking)} not installed: apt-get install openjdk-17-jre-headless maven" if lacking else None


def jar() -> Path:
    """Return the jar, which holds all that it needs, fetched once."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "newskg-fuseki"
    found = cache / f"jena-fuseki-server-{VERSION}.jar"
    with fetching(cache):
        if not found.is_file():
            _fetch(cache, found)
    return found


def _fetch(cache: Path, found: Path) -> None:
    with tempfile.TemporaryDirectory(dir=cache) as work:
        artifact = f"org.apache.jena:jena-fuseki-server:{VERSION}"
        goal = ["dependency:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={work}"]
        subprocess.run(["mvn", "-q", "-B", *goal], cwd=work, check=True, timeout=280)
        (Path(work) / found.name).rename(found)


class FusekiProcess:
    """Run a Fuseki with a TDB2 database of its own; it can be killed and started again on the same port."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        self.uri = f"http://127.0.0.1:{self.port}/news"
        (home / "db").mkdir(parents=True)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = ["java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", str(jar()), _MAIN]
        options = ["--localhost", f"--port={self.port}", "--tdb2", f"--loc={self.home / 'db'}", "--update", "/news"]
        with (self.home / "output").open("ab") as output:
            self.process = subprocess.Popen(
                [*command, *options],
                cwd=self.home,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "FUSEKI_BASE": str(self.home / "base")},
            )
        self._await()

    def _await(self) -> None:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            assert self.process is not None
            assert self.process.poll() is None, (self.home / "output").read_text(encoding="utf-8")
            try:
                with urllib.request.urlopen(f"{self.uri}/query?query=ASK%20%7B%7D", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        raise TimeoutError((self.home / "output").read_text(encoding="utf-8"))

    def stop(self) -> None:
        """End it at once, as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(30)
            self.process = None
