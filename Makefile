# What a newcomer would type. Needs an environment with `pip install -e '.[dev]'`.
PYTHON ?= python

.PHONY: test lint types docs site pictures bench format vscode e2e-vscode e2e-neovim e2e-others e2e-pre-commit \
	e2e-page e2e

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

# Needs `pip install -e '.[docs]'` and Python 3.11; opens from disk: site/html/index.html
site:
	$(PYTHON) -m docs.site

# The pictures of the guides, taken anew from the real programs: see docs/pictures/take.sh.
pictures:
	PYTHON=$(PYTHON) sh docs/pictures/take.sh

bench:
	$(PYTHON) -m benchmarks.speed
	$(PYTHON) -m benchmarks.keystroke --json benchmarks/keystroke.json
	$(PYTHON) -m benchmarks.fuzz --json benchmarks/fuzz.json
	$(PYTHON) -m benchmarks.quality
	$(PYTHON) -m benchmarks.precision
	$(PYTHON) -m benchmarks.sources
	$(PYTHON) -m benchmarks.claims
	$(PYTHON) -m benchmarks.headlines
	$(PYTHON) -m benchmarks.insisted

# The VS Code extension with the server inside, editors/vscode/attrib-lsp.vsix, and its unit tests. Needs Node 20 or later.
vscode:
	rm -rf editors/vscode/server
	$(PYTHON) -m pip wheel --quiet --no-deps --wheel-dir editors/vscode/server .
	cd editors/vscode && npm ci && npm test && npm run package

# The extension in the real editor: brings VS Code's server and a browser along, and says so where it cannot.
e2e-vscode:
	PYTHON=$(PYTHON) sh tests/editors/vscode/run.sh

# The plugin in a real Neovim: the one on the PATH, or one fetched from Debian. NEOVIM=trixie takes 0.10.
NEOVIM ?=
e2e-neovim:
	NVIM_E2E=$$(tests/editors/neovim/find.sh build/editors/neovim $(NEOVIM)) && \
		NVIM_E2E=$$NVIM_E2E $(PYTHON) -m pytest tests/editors/test_neovim.py

# The configurations of editors/README.md, in whichever of these editors is on the PATH.
e2e-others:
	EMACS_E2E=$${EMACS_E2E:-$$(command -v emacs)} HELIX_E2E=$${HELIX_E2E:-$$(command -v hx || command -v helix)} \
		VIM_E2E=$${VIM_E2E:-$$(command -v vim)} $(PYTHON) -m pytest -rs tests/editors/test_others.py

# The hook in the real pre-commit, from a clone of the last commit, with an environment of its own.
e2e-pre-commit:
	PRE_COMMIT_E2E=$${PRE_COMMIT_E2E:-$$(command -v pre-commit)} $(PYTHON) -m pytest -rs tests/desk/test_pre_commit.py

# The pages of `attrib-lsp report` in a headless Chromium: layouts, keyboard, paper, and axe-core's rules.
e2e-page:
	PYTHON=$(PYTHON) sh tests/pages/run.sh

# All of them, one after the other; each says what it cannot try here.
e2e: e2e-vscode e2e-neovim e2e-others e2e-pre-commit e2e-page
