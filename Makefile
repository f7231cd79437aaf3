# Two commands are all that a fresh machine needs: `make audit` and `make test`. Both set up .venv first.

PYTHON ?= python3
READY := .venv/.ready

.PHONY: audit test test-papers test-kernel test-forgeries test-engines docs bench lock clean

audit: $(READY)
	.venv/bin/exactcheck audit $(ARGS)

test: $(READY)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	$(MAKE) --jobs=2 test-papers test-kernel test-forgeries test-engines

# The tests in four parts, two of which run beside each other, the longest first. The kernel's also fail where a branch of
# it is not covered; its many forged certificates are tried without that measurement, which would double their time.
FORGED := a_changed_certificate or every_entry_of_the_table
ENGINES := tests/exact tests/decide tests/landscape

test-papers: $(READY)
	.venv/bin/pytest --ignore=tests/kernel $(ENGINES:%=--ignore=%)

test-kernel: $(READY)
	.venv/bin/pytest tests/kernel -k "not ($(FORGED))" --cov --cov-report=term

test-forgeries: $(READY)
	.venv/bin/pytest tests/kernel -k "$(FORGED)"

test-engines: $(READY)
	.venv/bin/pytest $(ENGINES)

docs: $(READY)
	.venv/bin/sphinx-build -W -n --keep-going docs docs/_build

bench: $(READY)
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements-bench.lock
	.venv/bin/python -m benchmarks

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "exactcheck needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements.lock
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

# Writes requirements.lock anew, and requirements-bench.lock with the peers that only `make bench` installs; needs uv.
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

lock:
	$(LOCK) pyproject.toml --extra report --group test --group docs --output-file requirements.lock
	$(LOCK) --group bench --no-deps --output-file requirements-bench.lock

clean:
	rm -rf .venv .exactcheck report docs/_build
