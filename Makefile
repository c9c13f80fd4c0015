# Everything a fresh machine with Python 3.11+ needs: `make run`, `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
SAMPLE := samples/statement.mt.txt
PARALLEL := --source samples/statement.ru.txt --reference samples/statement.ref.txt

.PHONY: run test check bench bench-suggestions screenshot languagetool-server clean

# In a terminal the editor; elsewhere the same work unattended.
run: $(INSTALLED)
	@if [ -t 0 ] && [ -t 1 ]; then \
		$(BIN)/posteditor edit $(SAMPLE) $(PARALLEL) --output-dir out; \
	else \
		$(BIN)/posteditor fix $(SAMPLE) $(PARALLEL) --output-dir out; \
	fi

test: $(INSTALLED)
	$(BIN)/python -m pytest

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python -m tests.benchmarks

# How right the suggestions are on labelled passages.
bench-suggestions: $(INSTALLED)
	$(BIN)/python -m tests.suggestions

# The picture in the README.
screenshot: $(INSTALLED)
	$(BIN)/python -m tests.screenshot

# The server that some tests run, 252 MB outside this folder; needs a JDK and Maven.
languagetool-server:
	tests/languagetool/fetch.sh

clean:
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis

# pip from 25.1 on reads [dependency-groups].
$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "posteditor needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@
