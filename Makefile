# `make run` and `make test` work on a fresh clone: .ci/setup brings what is missing.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
PYTHON_HERE := $(VENV)/bin/python
APP := $(VENV)/bin/couples-workbook
BUILD := build
DEMO := $(BUILD)/demo
# Processes that tests run in; CI has two cores.
JOBS ?= 2
PYTEST_ARGS ?=

.PHONY: help run demo test lint types contracts tests soak reader bench index release-check clean

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /make \1|/p' Makefile | awk -F'|' '{ printf "%-20s%s\n", $$1, $$2 }'

# A fresh stamp means that nothing was asked for since the last set-up.
$(VENV)/.ready-%: pyproject.toml .ci/setup
	@.ci/setup $*

run: $(VENV)/.ready-run ## open the app; without a display, make the demo notebook and its PDF
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(APP); \
	else \
		echo "There is no display here, so the app cannot open; instead, an invented couple walks through it and prints a PDF."; \
		$(MAKE) --no-print-directory demo; \
	fi

demo: $(VENV)/.ready-run ## let an invented couple walk through the app and print a PDF
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@QT_QPA_PLATFORM=offscreen $(APP) demo $(CURDIR)/$(DEMO) --pdf $(CURDIR)/$(DEMO)/workbook.pdf

test: lint types contracts tests ## everything that must hold: lint, types, contracts, tests

lint: $(VENV)/.ready-test ## style and common mistakes, by ruff
	$(PYTHON_HERE) -m ruff check .

types: $(VENV)/.ready-test ## mypy, strict
	$(PYTHON_HERE) -m mypy

contracts: $(VENV)/.ready-test ## which package may import which
	$(VENV)/bin/lint-imports --no-logo

tests: $(VENV)/.ready-test ## the tests alone; PYTEST_ARGS="-k reveal" for some of them
	$(PYTHON_HERE) -m pytest -n $(JOBS) $(PYTEST_ARGS)

soak: $(VENV)/.ready-test ## the tests that take hours, such as 5,000 kills
	$(PYTHON_HERE) -m pytest -m soak -o faulthandler_timeout=0 $(PYTEST_ARGS)

reader: $(VENV)/.ready-test ## what a screen reader finds and says; needs at-spi2-core, openbox, xdotool, python3-gi, orca
	$(PYTHON_HERE) -m pytest -m reader -rs $(PYTEST_ARGS)

bench: $(VENV)/.ready-test ## measure speed beside its goals
	$(PYTHON_HERE) -m tests.benchmarks

index: $(VENV)/.ready-run ## write anew what is made: indexes, schemas, the tables in packs/README.md, the manual page
	$(PYTHON_HERE) -m workbook.content.made
	$(PYTHON_HERE) -m workbook.manual

release-check: $(VENV)/.ready-test ## what must be looked at by hand before a release
	$(PYTHON_HERE) -m tests.release

clean: ## back to a fresh clone
	rm -rf $(BUILD) dist $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
