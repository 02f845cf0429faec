# Socdesk. `make run` and `make test` are all that a newcomer needs; both set up .venv first.
#
#   make setup        .venv with the pinned packages and socdesk (PYTHON=... chooses the interpreter)
#   make run          the program
#   make test         lint, types, contracts and tests; under 10 minutes on two cores
#   make acceptance   slow outside checks (CHECKS=folder of the independent checks); under 30 minutes
#   make walk         of these only the walk over every screen, at every size and in all looks (CHECKS as above)
#   make soak         kills, flipped bits, a full disk, locking and the random user, at full numbers; under 3 hours
#   make bench        what a person waits for, each as a ratio to its floor in the same run
#   make screenshots  a picture of every screen in every look, in build/screenshots (SCREENS="today" for some)
#   make package      the one-folder build in dist/socdesk, which then tests itself
#   make fmt          put layout and import order right
#
# Windows has no make: README.md gives the same steps for PowerShell.

SHELL = /bin/sh
BIN = .venv/bin
PYTEST = $(BIN)/python -m pytest
CHECKS = $(wildcard ../shared/checks)

.PHONY: run setup test lint acceptance walk soak bench screenshots package fmt

run: setup
	@$(BIN)/socdesk

setup:
	@PYTHON="$(PYTHON)" .ci/setup
	@.ci/system-packages window

test: lint
	@echo "== tests (pytest)"
	@$(PYTEST) -q -n 2

lint: setup
	@echo "== lint (ruff check)"
	@$(BIN)/ruff check --quiet .
	@echo "== layout (ruff format)"
	@$(BIN)/ruff format --check --quiet .
	@echo "== types (basedpyright)"
	@$(BIN)/basedpyright
	@echo "== who may import whom (import-linter)"
	@$(BIN)/lint-imports --no-logo

acceptance: setup
	@.ci/system-packages acceptance
	@test -n "$(CHECKS)" || echo "Not run: the independent checks (veraPDF, Matterhorn). Name their folder: make acceptance CHECKS=DIR"
	@echo "== acceptance (pytest)"
	@SOCDESK_CHECKS="$(abspath $(CHECKS))" $(PYTEST) -q -rs -n 2 --dist loadgroup -m "acceptance or walk" tests

walk: setup
	@.ci/system-packages acceptance
	@SOCDESK_CHECKS="$(abspath $(CHECKS))" $(PYTEST) -q -rs -n 2 --dist loadgroup -m walk tests

soak: setup
	@$(PYTEST) -q -n 2 -m soak --hypothesis-profile=soak tests

bench: setup
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.run

screenshots: setup
	@PYTHONPATH=tests $(BIN)/python -m helpers.screens.shoot build/screenshots $(SCREENS)

package: setup
	@.ci/system-packages window package
	@$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build build.spec
	@dist/socdesk/socdesk self-test --report build/self-test.json

fmt: setup
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .
