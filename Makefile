# make demo   the graph of the seed articles: triples, a SPARQL answer, a path, demo/graph.html
# make test   all checks
# make eval   scores on the gold sets, against the stored baseline
# make baseline   raise the stored baseline to today's scores
# make readme   run the examples of README, tutorial and notebooks again and write what they print

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test lint eval baseline readme clean

$(VENV)/.kg: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.kg
	$(PIP) -e '.[dev]'
	@touch $@

demo: $(VENV)/.kg
	@rm -rf demo && mkdir demo
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh seeds/demo.sh

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python tests/gold/gate.py
	$(BIN)/python -m pytest

eval: $(VENV)/.dev
	$(BIN)/python tests/gold/gate.py

baseline: $(VENV)/.dev
	$(BIN)/python tests/gold/gate.py --raise

readme: $(VENV)/.dev
	$(BIN)/python tests/readme.py
	$(BIN)/python tests/notebooks/tutorial.py
	$(BIN)/python tests/notebooks/executing.py

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
