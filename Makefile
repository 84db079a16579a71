# What people and CI call, a verb a line. `make` alone says so.
PYTHON ?=
export PYTHON
BIN = .venv/bin
EXAMPLE = examples/velmaria

.PHONY: help setup setup-dev report check test test-all bench clean

help:
	@echo "make report    set up what is missing, run the main job on the example, say where the report is"
	@echo "make test      set up what is missing, run the tests (under 10 minutes)"
	@echo "make test-all  the slow tests too"
	@echo "make check     style, types, imports, dependencies"
	@echo "make bench     what the claims on speed and quality rest on"
	@echo "make setup     only the set-up; PYTHON=/path/to/python3.11 chooses a Python"

setup:
	@scripts/setup requirements.lock

setup-dev:
	@scripts/setup requirements-dev.lock

report: setup
	@mkdir -p build/velmaria && { [ -e build/velmaria/mandate.toml ] || cp $(EXAMPLE)/mandate.toml build/velmaria/; }
	@$(BIN)/atleast report $(EXAMPLE)/sources --dossier build/velmaria

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

test: setup-dev
	$(BIN)/pytest -m "not slow"

test-all: setup-dev
	$(BIN)/pytest

bench: setup-dev
	$(BIN)/python -m bench

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis
