"""A real Neo4j that speaks TLS only: `neo4j+s://` trusts whom the system trusts, `+ssc` any certificate."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hand_made import fill
from servers import real_neo4j
from servers.news import PRESS
from servers.real_neo4j import Neo4jProcess

pytestmark = [pytest.mark.servers, pytest.mark.slow]
SETTINGS = """dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=key.pem
dbms.ssl.policy.bolt.public_certificate=certificate.pem
dbms.ssl.policy.bolt.client_auth=NONE
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Neo4jProcess, Path]]:
    """Yield a Neo4j whose certificate nobody has signed but itself, and the folder of the certificate."""
    reason = real_neo4j.missing()
    if reason is not None:
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("tls")
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *files]
    subprocess.run(made, check=True, capture_output=True)
    process = Neo4jProcess(tmp_path_factory.mktemp("neo4j") / "home")
    process.start()  # The password of a new server is set while it still takes plain connections.
    process.stop()
    with (process.home / "conf" / "neo4j.conf").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS.format(folder=folder) + "server.bolt.tls_level=REQUIRED\n")
    process.uri = f"bolt+ssc://127.0.0.1:{process.port}"
    process.start()
    try:
        yield process, folder
    finally:
        process.stop()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_who_is_trusted_is_spoken_to(server: tuple[Neo4jProcess, Path], tmp_path: Path, scheme: str) -> None:
    process, folder = server
    fill(tmp_path / "s", PRESS[:2])

    def sync(kind: str, **more: str) -> "subprocess.CompletedProcess[str]":
        line = [sys.executable, "-m", "kg", "--store", str(tmp_path / "s"), "sync", "--check", "--rebuild"]
        uri = f"{scheme}{kind}://localhost:{process.port}"
        environment = {**os.environ, "NEO4J_PASSWORD": real_neo4j.PASSWORD, **more}
        return subprocess.run([*line, uri], capture_output=True, text=True, check=False, env=environment, timeout=120)

    untrusted = {
        "bolt": (("+s", 2, "SSL_CERT_FILE"), ("", 3, "bolt+s://")),
        "neo4j": (("+s", 3, "bolt+s://"), ("", 3, "bolt://")),
    }
    assert sync("+ssc").returncode == 0
    assert sync("+s", SSL_CERT_FILE=str(folder / "certificate.pem")).returncode == 0
    for kind, code, hint in untrusted[scheme]:
        refused = sync(kind)
        assert (refused.returncode, refused.stdout) == (code, ""), refused.stderr
        assert hint in refused.stderr
        assert real_neo4j.PASSWORD not in refused.stderr
        assert len(refused.stderr.splitlines()) == 2
