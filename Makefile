# make demo   the graph of the seed articles: triples, a SPARQL answer, a path, demo/graph.html
# make test   all checks
# make eval   scores on the gold sets, against the stored baseline
# make baseline   raise the stored baseline to today's scores, and keep all of today's figures for the documentation
# make readme   run the examples of README, docs and notebooks again, write what they print, the figures and the reference
# make docs     build the documentation as a site, site/index.html, without a network

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test lint eval baseline readme docs clean

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

test: $(VENV)/.dev
	@$(MAKE) --jobs=2 --output-sync=target --no-print-directory lint eval
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

eval: $(VENV)/.dev
	$(BIN)/python tests/gold/gate.py

baseline: $(VENV)/.dev
	$(BIN)/python tests/gold/gate.py --raise

readme: $(VENV)/.dev
	$(BIN)/python tests/documents/pages.py
	$(BIN)/python tests/notebooks/executing.py

docs: $(VENV)/.dev
	$(BIN)/python tests/documents/site_of_docs.py

clean:
	rm -rf $(VENV) demo dist build site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
