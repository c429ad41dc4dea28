# make run   – set everything up and serve the app        make test  – set up and run every test
# make check – fast checks (lint, types, contract, data)  make bench – the benchmarks

PYTHON ?= python3
PORT ?= 8501
HOST ?= 127.0.0.1
BIN := .venv/bin

.PHONY: install run check test bench figures format clean

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ". Name another one: make run PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

install: .venv/ready

run: .venv/ready
	@$(BIN)/timeline serve --host $(HOST) --port $(PORT)

check: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/timeline check

test: check
	@PYTHON=$(BIN)/python sh tests/browser/install_chromium.sh
	$(BIN)/python -m pytest --ignore tests/bench

bench: .venv/ready-dev
	@PYTHON=$(BIN)/python sh tests/browser/install_chromium.sh
	$(BIN)/python -m pytest tests/bench -s

format: .venv/ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/timeline format

clean:
	rm -rf .venv build dist src/*.egg-info .pytest_cache .ruff_cache .mypy_cache .hypothesis
