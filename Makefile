# What a fresh machine needs: Python 3.11 to 3.14 and make. uv is used where it is installed, else venv and pip;
# both install what the lock files pin, by hash. The same targets run on every developer's machine and in CI.

VENV   ?= .venv
BIN    := $(VENV)/bin
STORE  ?= build/demo
READY  := $(VENV)/.ready
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.14 python3; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && echo "$$p" && break; done)
UV     ?= $(shell command -v uv 2>/dev/null)
# The tests of one file stay in one process; more than four need more memory than they save time.
PYTEST_WORKERS ?= -n auto --maxprocesses 4 --dist loadfile
PYTEST_FLAGS ?=

.PHONY: help setup demo test soak lint types contracts unit bench calibrate choosing preferences coreference ablations lock wheel compiled clean

help:  ## Show the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

setup: $(READY)  ## Make the environment in .venv with both languages

$(READY): pyproject.toml requirements.lock requirements-en.lock uv.lock
	@test -n "$(PYTHON)$(UV)" || { echo "kg needs Python 3.11, 3.12, 3.13 or 3.14; type: sudo apt-get install python3 python3-venv" >&2; exit 2; }
ifneq ($(UV),)
	UV_PROJECT_ENVIRONMENT=$(VENV) $(UV) sync --frozen --inexact $(if $(PYTHON),--python $(PYTHON))
	$(UV) pip install --quiet --python $(BIN)/python --python-version 3.12 --no-deps --require-hashes -r requirements-en.lock
else
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --ignore-requires-python -r requirements-en.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endif
	@touch $@

demo: $(READY)  ## Read the French examples and ask the graph
	rm -rf "$(STORE)"
	$(BIN)/kg --store "$(STORE)" ingest examples/fr-*.txt
	$(BIN)/kg --store "$(STORE)" facts --format table
	$(BIN)/kg --store "$(STORE)" entities --format table
	$(BIN)/kg --store "$(STORE)" sparql --format table 'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?who ?relation ?whom WHERE { ?s ?relation ?o . ?s rdfs:label ?who . ?o rdfs:label ?whom } ORDER BY ?who ?relation LIMIT 10'
	$(BIN)/kg --store "$(STORE)" cypher --format table 'MATCH (a:Entity)-[r]->(b:Entity) RETURN a.name AS who, type(r) AS relation, b.name AS whom, r.time AS time ORDER BY who, relation, whom LIMIT 10'

test: lint types contracts unit  ## Run all checks

soak: $(READY)  ## Run the tests of faults for long (kills, broken inputs, full disks), an hour or more
	KG_SOAK=1 $(BIN)/python -m pytest tests/faults $(PYTEST_FLAGS)

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/python -m pytest $(PYTEST_WORKERS) $(PYTEST_FLAGS)

bench: $(READY)  ## Measure the endpoint, the sync and the W3C suites beside peers (half an hour; needs java and mvn)
	$(BIN)/python -m benchmarks endpoint point sync serving heavy w3c

GOLD := tests/quality/gold
LEARN := $(addprefix $(GOLD)/,fr-dev fr-train fr-written fr-late fr-later en-dev en-written en-late en-later)

calibrate: $(READY)  ## Learn the confidence of facts from the annotated articles that are not for testing
	$(BIN)/python tools/calibrate.py

choosing: $(READY)  ## Learn who fills a role where the tree does not say it
	$(BIN)/python tools/train_choosing.py fr $(LEARN)
	$(BIN)/python tools/train_choosing.py en $(LEARN)

preferences: $(READY)  ## Count what French verbs and nouns go with, for the coreference ranking
	$(BIN)/python tools/count_preferences.py

coreference: $(READY)  ## Learn whom pronouns and descriptions stand for
	$(BIN)/python tools/train_coreference.py $(LEARN)

ablations: $(READY)  ## Measure what each part of the extraction is worth
	$(BIN)/python tools/ablations.py $(LEARN)

lock:  ## Pin the newest versions that pyproject.toml allows
	uv lock --upgrade
	uv export --quiet --frozen --no-emit-project --format requirements-txt --output-file requirements.lock

wheel: $(READY)  ## Build the wheel in dist/
	$(BIN)/python -m hatchling build --target wheel

compiled: $(READY)  ## Build dist/compiled: the wheel with its extraction compiled, and test it (half an hour; needs a C compiler)
	rm -rf dist/compiled build/compiled
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m hatchling build --target wheel --directory dist/compiled
	$(BIN)/python -m zipfile -e dist/compiled/*.whl build/compiled
	PYTHONPATH=build/compiled $(BIN)/python -m pytest $(PYTEST_WORKERS) $(PYTEST_FLAGS) tests/unit/extract tests/unit/annotate tests/property tests/golden

clean:  ## Remove what was built
	rm -rf build dist $(READY)
