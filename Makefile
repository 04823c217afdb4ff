# Everything runs in .venv, from the hashed lock; no network but the package index, and that only in `setup`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SHARED ?= ../shared
DATA ?= $(SHARED)/data
DEMO := examples/harbour-fire
.DEFAULT_GOAL := help

.PHONY: help setup demo test lint format types bench bench-pin schema lock train clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 12

setup: $(STAMP) ## install into .venv

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "firsthand needs Python 3.11 or later: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "installing into $(VENV), which takes a minute or two"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## the brief of the example, here and as a page
	@mkdir -p out
	@$(BIN)/firsthand brief $(DEMO)
	@$(BIN)/firsthand brief $(DEMO) -o out/harbour-fire.html
	@echo
	@echo "The same brief as a page to open in a browser: $(CURDIR)/out/harbour-fire.html"

test: setup ## the tests
	$(BIN)/python -m pytest

lint: setup ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: setup ## what ruff can put right by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: setup ## mypy
	$(BIN)/mypy

bench: setup ## accuracy and speed, held against bench/floors.json (needs SHARED)
	$(BIN)/python -m bench $(SHARED)

bench-pin: setup ## write the floors of what is measured now
	$(BIN)/python -m bench $(SHARED) --pin

schema: setup ## docs/brief.schema.json
	$(BIN)/firsthand schema > docs/brief.schema.json

lock: ## requirements.lock, with hashes (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header -q -o requirements.lock

train: setup ## make every shipped weight again from DATA (hours)
	$(BIN)/python -m training $(DATA)

clean: ## remove what the other targets made
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis
