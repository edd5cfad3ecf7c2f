"""The container files: health checks, no secret in them, no user with rights."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from served import free_port, process

DOCKER = Path(__file__).parents[2] / "docker"
COMPOSE = (DOCKER / "compose.yml").read_text(encoding="utf-8")


def test_every_service_has_a_health_check() -> None:
    services = yaml.safe_load(COMPOSE)["services"]
    assert set(services) == {"neo4j", "kg"}
    assert all(service["healthcheck"]["test"] for service in services.values())
    assert services["kg"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_passwords_come_from_the_environment_and_must_be_set() -> None:
    values = re.findall(r"(?:NEO4J_AUTH|NEO4J_PASSWORD): (.*)", COMPOSE)
    assert len(values) == 2
    assert all("${NEO4J_PASSWORD:?" in value for value in values)


def test_ports_are_bound_to_the_machine_itself() -> None:
    services = yaml.safe_load(COMPOSE)["services"]
    ports = [port for service in services.values() for port in service["ports"]]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_image_runs_without_rights() -> None:
    lines = (DOCKER / "Dockerfile").read_text(encoding="utf-8").splitlines()
    last = max(number for number, line in enumerate(lines) if line.startswith("FROM "))
    users = [line.split()[1] for line in lines[last:] if line.startswith("USER ")]
    assert users
    assert users[-1] not in ("root", "0")


@pytest.mark.servers
def test_the_server_comes_up_healthy_on_an_empty_volume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `docker compose up --wait` waits for, without the containers."""
    service, port = yaml.safe_load(COMPOSE)["services"]["kg"], free_port()
    monkeypatch.setenv("KG_STORE", str(tmp_path / "volume" / "kg"))
    command = [str(port) if word == "7878" else word for word in service["command"]]
    with process(command, port=port) as client:
        check = [word.replace("7878", str(port)) for word in service["healthcheck"]["test"]]
        assert check[:2] == ["CMD", "python"]
        done = subprocess.run([sys.executable, *check[2:]], env={**os.environ}, check=False, timeout=30)
        assert done.returncode == 0
        beside = client.get("/sparql", params={"query": "ASK {}"}, headers={"host": "kg:7878"})
        assert beside.status_code == 200, "another container calls it by its name"
