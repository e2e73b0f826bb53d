# What a newcomer would type. Needs an environment with `pip install -e '.[dev]'`.
PYTHON ?= python

.PHONY: test lint types docs bench format

test:
	$(PYTHON) -m pytest

lint:
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check

types:
	$(PYTHON) -m mypy

format:
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format

docs:
	$(PYTHON) -m docs.build

bench:
	$(PYTHON) -m benchmarks.speed
	$(PYTHON) -m benchmarks.keystroke --json benchmarks/keystroke.json
	$(PYTHON) -m benchmarks.quality
