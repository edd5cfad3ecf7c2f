"""`import kg.cli` and the help page load nothing heavy, and the public names are what they say."""

import json
import os
import subprocess
import sys

HEAVY = tuple("spacy neo4j pyshacl networkx rdflib pyoxigraph rich sqlite3 trafilatura pypdf numpy".split())


def python(code: str) -> str:
    """Run the code in a fresh interpreter and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    ).stdout


def test_the_command_loads_nothing_heavy() -> None:
    code = f"import json, sys, kg.cli; print(json.dumps([n for n in {HEAVY!r} if n in sys.modules]))"
    assert json.loads(python(code)) == []


def test_the_help_page_of_every_verb_loads_no_model_and_no_store() -> None:
    code = (
        "import json, sys\nfrom click.testing import CliRunner\nfrom kg.cli import main\n"
        "for verb in ('', 'ingest', 'facts', 'entities', 'mentions', 'why', 'sparql', 'export', 'forget'):\n"
        "    result = CliRunner().invoke(main, [*verb.split(), '--help'])\n"
        "    assert result.exit_code == 0 and 'Usage' in result.stdout, verb\n"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    assert json.loads(python(code)) == []


def test_help_comes_within_150_ms_of_bare_python() -> None:
    def best(*arguments: str) -> float:
        return min(processor_seconds(*arguments) for _ in range(5))

    def processor_seconds(*arguments: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True, env=environment)
        after = os.times()
        return after.children_user - before.children_user + after.children_system - before.children_system

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert best("-m", "kg", "--help") - best("-c", "pass") < 0.150


def test_read_stays_a_function_after_its_package_is_imported() -> None:
    code = (
        "import kg, kg.model, kg.read.dates\n"
        "print(callable(kg.read), kg.Document.__name__, callable(kg.open_store), 'read' in kg.__all__)\n"
        "try:\n    kg.nothing\nexcept AttributeError as error:\n    print(error)"
    )
    assert python(code) == "True Document True True\nmodule 'kg' has no attribute 'nothing'\n"
