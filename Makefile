# make data      set up, build the package, check it
# make validate  check the package as it stands, build nothing
# make test      run the tests
# make lint      check style and types
# make tools     set up what checks CITATION.cff and metadata/croissant.json; `make test` then uses it
# make mutate    try every kind of corruption on copies of the package; writes docs/corruptions.md
# make release   check everything, write the release's zip and SQLite file to dist/
#
# PYTHON=python3.13 make data  takes another interpreter than python3.

PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# An environment is made anew when its lock file or the interpreter has changed: the stamp's name
# holds the hash of both. An interrupted set-up leaves no stamp.
fingerprint = $(shell $(PYTHON) -c "import hashlib, sys; print(hashlib.sha256(sys.version.encode() + open('$(1)', 'rb').read()).hexdigest()[:16])" 2>/dev/null)
RUN_STAMP := .venv/.made-$(call fingerprint,requirements.lock)
DEV_STAMP := .venv-dev/.made-$(call fingerprint,requirements-dev.lock)
CITATION_STAMP := .venv-citation/.made-$(call fingerprint,requirements-citation.lock)
CROISSANT_STAMP := .venv-croissant/.made-$(call fingerprint,requirements-croissant.lock)
RUN := .venv/bin/python
DEV := .venv-dev/bin/python

.PHONY: data validate test lint mutate release tools python

data: $(RUN_STAMP)
	$(RUN) -m scripts.build
	$(RUN) -m scripts.validate

validate: $(RUN_STAMP)
	$(RUN) -m scripts.validate

test: $(DEV_STAMP)
	$(DEV) -m pytest -q

lint: $(DEV_STAMP)
	$(DEV) -m ruff check .
	$(DEV) -m ruff format --check .
	$(DEV) -m mypy

mutate: $(RUN_STAMP)
	$(RUN) -m scripts.mutate

release: $(DEV_STAMP)
	$(DEV) -m scripts.release

tools: $(CITATION_STAMP) $(CROISSANT_STAMP)

python:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) was not found; Python 3.11 or newer is needed" >&2; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(None if sys.version_info >= (3, 11) else 'Python 3.11 or newer is needed, and $(PYTHON) is ' + sys.version.split()[0] + '; name another one: PYTHON=python3.13 make')"

$(RUN_STAMP): requirements.lock | python
	$(PYTHON) -m venv --clear .venv
	$(RUN) -m pip install --quiet --require-hashes -r $<
	@touch $@

$(DEV_STAMP): requirements-dev.lock | python
	$(PYTHON) -m venv --clear .venv-dev
	$(DEV) -m pip install --quiet --require-hashes -r $<
	@touch $@

$(CITATION_STAMP): requirements-citation.lock | python
	$(PYTHON) -m venv --clear .venv-citation
	.venv-citation/bin/python -m pip install --quiet --require-hashes -r $<
	@touch $@

$(CROISSANT_STAMP): requirements-croissant.lock | python
	$(PYTHON) -m venv --clear .venv-croissant
	.venv-croissant/bin/python -m pip install --quiet --require-hashes -r $<
	@touch $@
