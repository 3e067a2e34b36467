# make data      set up, build the package, check it
# make test      set up, run the tests
# make check     say what is wrong with the curation; write nothing
# make validate  check the package as it stands, or another: make validate FOLDER=path
# make lint      check style and types
# make tools     set up the programs that the released files are tried with; `make test` then uses them
# make benchmark measure lines and times
# make site      make the site in site/; open site/index.html
# make release   check everything, write the release's zip and SQLite file to dist/
#
# PYTHON=python3.13 make data  takes another interpreter than python3.

PYTHON ?= python3
TESTS ?= -n auto --dist worksteal
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# An environment is made anew when its lock file or the interpreter has changed: its stamp's name
# has the hash of both. An interrupted set-up leaves no stamp.
LOCKS := requirements.lock requirements-dev.lock requirements-citation.lock requirements-programs.lock requirements-spark.lock tests/consumers/package-lock.json
HASHES := $(shell $(PYTHON) -c "import hashlib, sys; print(*(hashlib.sha256(sys.version.encode() + open(name, 'rb').read()).hexdigest()[:16] for name in sys.argv[1:]))" $(LOCKS) 2>/dev/null)
RUN_STAMP := .venv/.made-$(word 1,$(HASHES))
DEV_STAMP := .venv-dev/.made-$(word 2,$(HASHES))
CITATION_STAMP := .venv-citation/.made-$(word 3,$(HASHES))
PROGRAMS_STAMP := .venv-programs/.made-$(word 4,$(HASHES))
SPARK_STAMP := .venv-spark/.made-$(word 5,$(HASHES))
NPM_STAMP := .npm-programs/.made-$(word 6,$(HASHES))
RUN := .venv/bin/python
DEV := .venv-dev/bin/python

.PHONY: data test check validate lint tools benchmark site release

data: $(RUN_STAMP)
	$(RUN) -m scripts.build --validate

check: $(RUN_STAMP)
	$(RUN) -m scripts.check

validate: $(RUN_STAMP)
	$(RUN) -m scripts.validate $(FOLDER)

test: $(DEV_STAMP)
	$(DEV) -m pytest -q $(TESTS)

lint: $(DEV_STAMP)
	$(DEV) -m ruff check .
	$(DEV) -m ruff format --check .
	$(DEV) -m mypy

benchmark: $(RUN_STAMP)
	$(RUN) -m scripts.benchmark

site: $(DEV_STAMP)
	$(DEV) -m scripts.site

release: $(DEV_STAMP)
	$(DEV) -m scripts.release

tools: $(CITATION_STAMP) $(PROGRAMS_STAMP) $(SPARK_STAMP) $(NPM_STAMP)

# Makes an environment from the lock file that the stamp depends on.
define make_environment
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) was not found; Python 3.11 or newer is needed" >&2; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(None if sys.version_info >= (3, 11) else 'Python 3.11 or newer is needed, and $(PYTHON) is ' + sys.version.split()[0] + '; name another one: PYTHON=python3.13 make')"
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --require-hashes -r $<
	@touch $@
endef

$(RUN_STAMP): requirements.lock
	$(make_environment)

$(DEV_STAMP): requirements-dev.lock
	$(make_environment)

$(CITATION_STAMP): requirements-citation.lock
	$(make_environment)

$(PROGRAMS_STAMP): requirements-programs.lock
	$(make_environment)

# Spark runs on Java, which tests say is missing where it is.
$(SPARK_STAMP): requirements-spark.lock
	$(make_environment)

# What npm installs, from its own lock file; it runs no scripts of packages.
$(NPM_STAMP): tests/consumers/package-lock.json
	@command -v npm >/dev/null || { echo "npm was not found; install Node.js and npm, the rest is set up" >&2; exit 1; }
	rm -rf $(@D)
	mkdir $(@D)
	cp tests/consumers/package.json $< $(@D)
	npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --silent
	@touch $@
