"""The container files: health checks, no secret in them, no user with rights."""

import re
from pathlib import Path

import yaml

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
