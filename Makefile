# Everything from a bare clone with Python 3.11 or newer: `make build`, `make test`. A second call is quick.
PYTHON ?= python3
BIN := .venv/bin
COLLECTIONS := $(patsubst corpus/%/collection.yaml,%,$(wildcard corpus/*/collection.yaml))

.PHONY: build test test-all lint front-types fresh wheel-test compiled compiled-test lock clean
.DEFAULT_GOAL := build

# The environment is made anew when its lock changes; a change of pyproject.toml only installs the package again.
.venv/locked: requirements.lock
	rm -rf .venv
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

.venv/made: .venv/locked pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

build: .venv/made
	@for name in $(COLLECTIONS); do $(BIN)/sahelcorpus build corpus/$$name -o build/$$name || exit 1; done

test: lint fresh .venv/made
	$(BIN)/python -m pytest -n 2 --dist worksteal
	$(MAKE) --no-print-directory wheel-test

test-all: lint fresh .venv/made
	$(BIN)/python -m pytest -n 2 --dist worksteal -m ''
	$(MAKE) --no-print-directory wheel-test
	$(MAKE) --no-print-directory compiled-test

lint: .venv/made
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The front end of the page, checked by TypeScript; needs Node, which nothing else does.
front-types:
	npx --yes --package typescript@5.9 tsc -p builders/sahelcorpus/explore/front/jsconfig.json

# What is generated and committed is what the sources give.
fresh: .venv/made
	$(BIN)/sahelcorpus schema --check
	@for name in $(COLLECTIONS); do $(BIN)/sahelcorpus card corpus/$$name --check || exit 1; done

# The wheel, in an environment of its own with the oldest `datasets` and `pyarrow` that pyproject.toml declares,
# tested from a folder that holds no source.
wheel-test: .venv-oldest/made
	rm -rf dist build/.wheel-test
	$(BIN)/python -m build --wheel --no-isolation --outdir dist . > /dev/null
	.venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall dist/*.whl
	mkdir -p build/.wheel-test
	cp -r tests examples benchmarks corpus schemas docs data_card_figures *.md LICENSE pyproject.toml requirements*.lock build/.wheel-test/
	cd build/.wheel-test && ../../.venv-oldest/bin/python -m pytest -n 2 --dist worksteal
	rm -rf build/.wheel-test

# The wheel with the rules for quotations and speakers compiled, unpacked where PYTHONPATH finds it before the sources:
# PYTHONPATH=build/compiled .venv/bin/sahelcorpus quotes IN.jsonl -o OUT.jsonl. Minutes; needs a C compiler.
compiled: .venv/made
	rm -rf build/compiled build/.compiled-wheel
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/python -m build --wheel --outdir build/.compiled-wheel . > /dev/null
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target build/compiled build/.compiled-wheel/*.whl
	rm -rf build/.compiled-wheel

compiled-test: compiled
	PYTHONPATH=build/compiled $(BIN)/python -m pytest -n 2 --dist worksteal tests/annotate tests/hard

.venv-oldest/made: requirements-oldest.lock
	rm -rf .venv-oldest
	$(PYTHON) -m venv .venv-oldest
	.venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-oldest.lock
	touch $@

# Pins and hashes without addresses; needs the network and `pip install uv`.
LOCKED_EXTRAS := --extra readers --extra stance --extra llm --extra evaluation --extra plots
lock:
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 $(LOCKED_EXTRAS) \
	  --group dev pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 $(LOCKED_EXTRAS) \
	  --group oldest --group wheel-test pyproject.toml -o requirements-oldest.lock

clean:
	rm -rf .venv .venv-oldest build dist
