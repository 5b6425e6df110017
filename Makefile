# What a developer types. `make` alone lists the targets; `make demo` and `make test` need only Python 3.11+ and make.

SHELL := /bin/bash
VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
JOBS ?= 2
DOCS ?=
RUNTIME := $(VENV)/.stamp-runtime
DEV := $(VENV)/.stamp-dev
PYTEST := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest
QUICK := not (postgres or network or slow or long or chromium)
ALL := not (network or long)

.DEFAULT_GOAL := help
.PHONY: help setup demo fmt-check lint types imports test check test-all gates gates-pin test-long fix docs lock chromium databases clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

# Each stamp is newer than the lock it was made from, so a second run finds nothing to do.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Truceline needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "cannot make $(VENV): on Debian and Ubuntu, apt-get install python3-venv"; exit 1; }

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	@echo "setting up $(VENV) (once) ..."
	@$(PIP) install --no-compile --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "setting up $(VENV) for development (once) ..."
	@$(PIP) install --no-compile --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(RUNTIME)

setup: $(DEV) ## install everything, from the hashes in requirements-dev.lock, into .venv

demo: $(RUNTIME) ## read the sample dispatches (or DOCS='my/*.txt'), print incidents, write demo/brief.html
	@$(BIN)/truceline demo $(DOCS)

fmt-check: $(DEV) ## is the code laid out as ruff lays it out?
	@$(BIN)/ruff format --check .

lint: $(DEV) ## ruff
	@$(BIN)/ruff check .

types: $(DEV) ## mypy --strict
	@$(BIN)/mypy

imports: $(DEV) ## the import contract of docs/architecture.md
	@$(BIN)/lint-imports

test: $(DEV) ## the tests that need nothing but SQLite; under three minutes
	@$(PYTEST) -n $(JOBS) --dist worksteal -m "$(QUICK)" tests

check: fmt-check lint types imports test ## what must be green before a commit

test-all: $(DEV) chromium databases ## every test but the long ones, in a real browser and on a real PostgreSQL too
	@$(PYTEST) -n $(JOBS) --dist loadgroup -m "$(ALL)" tests

gates: $(DEV) ## scores on coded documents (ours, and a corpus beside), with their floors
	@$(BIN)/python -m tests.gates

gates-pin: $(DEV) ## raise the floors of the gates to what is measured; LOWER='reason' lets them fall
	@$(BIN)/python -m tests.gates --pin $(if $(LOWER),--lower '$(LOWER)')

test-long: $(DEV) chromium databases ## every test, the long ones too
	@$(PYTEST) -n $(JOBS) --dist loadgroup -m "not network" tests

fix: $(DEV) ## let ruff mend layout and what it can
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

docs: $(DEV) ## run the commands and code that the docs show
	@$(PYTEST) tests/test_docs.py

lock: $(DEV) ## renew both locks from pyproject.toml; needs the network
	@.ci/lock $(BIN)

chromium:
	@.ci/need-chromium

databases:
	@.ci/need-databases

clean: ## remove caches and what the demo wrote; keeps .venv
	@rm -rf demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
