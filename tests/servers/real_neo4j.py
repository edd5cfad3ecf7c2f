"""A real Neo4j in a process of its own, from its jars in Maven Central: no container engine is needed."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import neo4j

from servers.fetching import fetching

VERSION = "5.26.12"
USER, PASSWORD = "neo4j", "graph-of-tests"
_MAIN = "org.neo4j.server.CommunityEntryPoint"
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang")
_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>kg</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
    <dependency>
      <groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{VERSION}</version>
    </dependency>
  </dependencies>
</project>"""
_SETTINGS = """server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
dbms.security.auth_max_failed_attempts=0
server.memory.heap.max_size=512m
server.memory.pagecache.size=64m
"""


def missing() -> str | None:
    """Say what this machine lacks, None where it lacks nothing."""
    lacking = [name for name in ("java", "mvn") if shutil.which(name) is None]
    return f"{' and '.join(lacking)} not installed: apt-get install openjdk-17-jre-headless maven" if lacking else None


def jars() -> Path:
    """Return the folder of the jars, fetched once."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "newskg-neo4j"
    folder = cache / VERSION
    with fetching(cache):
        if not folder.is_dir():
            _fetch(cache, folder)
    return folder


def _fetch(cache: Path, folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=cache) as work:
        (Path(work) / "pom.xml").write_text(_POM, encoding="utf-8")
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"]
        subprocess.run(["mvn", "-q", "-B", *goal], cwd=work, check=True, timeout=280)
        (Path(work) / "lib").rename(folder)


class Neo4jProcess:
    """Run a Neo4j with files of its own; it can be stopped and started again on the same port."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        self.uri = f"bolt://127.0.0.1:{self.port}"
        for name in ("conf", "data", "logs", "plugins", "import", "lib"):
            (home / name).mkdir(parents=True)
        (home / "conf" / "neo4j.conf").write_text(_SETTINGS.format(port=self.port), encoding="utf-8")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED]
        command = ["java", "-Xmx512m", "-XX:TieredStopAtLevel=1", *opened, "-cp", f"{jars()}/*", _MAIN]
        with (self.home / "logs" / "output").open("ab") as output:
            self.process = subprocess.Popen(
                [*command, f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"],
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._await()

    def _await(self) -> None:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            assert self.process is not None
            assert self.process.poll() is None, (self.home / "logs" / "output").read_text(encoding="utf-8")
            try:
                self._set_password()
            except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
                time.sleep(0.2)
            else:
                return
        raise TimeoutError((self.home / "logs" / "neo4j.log").read_text(encoding="utf-8"))

    def _set_password(self) -> None:
        """Change the password of a new server, which must be done before anything else."""
        given = neo4j.GraphDatabase.driver(self.uri, auth=(USER, PASSWORD))
        with given as driver:
            try:
                driver.execute_query("RETURN 1")
            except neo4j.exceptions.AuthError:
                with neo4j.GraphDatabase.driver(self.uri, auth=(USER, "neo4j")) as first:
                    first.execute_query(
                        "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
                        password=PASSWORD,
                        database_="system",
                    )

    def stop(self) -> None:
        """End it at once, as a crash would: an orderly end takes ten seconds."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(30)
            self.process = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
