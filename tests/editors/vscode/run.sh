#!/bin/sh
# run.sh: build the extension, bring VS Code and a browser, and try the one in the other. `make e2e-vscode` runs it.
#
# PYTHON is the interpreter with attrib-lsp. What is downloaded is kept in E2E_CACHE. E2E_SCREENSHOTS=FOLDER also takes
# the pictures for the documentation.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
cache=${E2E_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/attrib-lsp-e2e}
PYTHON=$(command -v "${PYTHON:-python3}")

skip() { echo "skipped: $1"; exit 0; }
has() { command -v "$1" >/dev/null 2>&1; }

has node && has npm || skip "Node and npm are not installed"
browser() { for one in chromium chromium-browser google-chrome; do command -v "$one" && return; done; }
missing=
[ -n "$(browser)" ] || missing="$missing chromium"
has rg || missing="$missing ripgrep"
has g++ || missing="$missing g++"
has make || missing="$missing make"
if [ -n "$missing" ]; then
  has apt-get && [ "$(id -u)" = 0 ] || skip "these are not installed:$missing"
  apt-get update -qq && apt-get install -qq -y --no-install-recommends $missing libkrb5-dev libsecret-1-dev ||
    skip "these cannot be installed:$missing"
fi
"$PYTHON" -c 'import attrib_lsp' 2>/dev/null || skip "$PYTHON does not have attrib-lsp (pip install -e .)"

code_server=$(sh "$here/install-code-server.sh" "$cache/code-server") || skip "VS Code's server cannot be installed"
(cd "$here" && npm ci --silent) || skip "the browser driver cannot be installed"
rm -rf "$root/editors/vscode/server"
"$PYTHON" -m pip wheel --quiet --no-deps --wheel-dir "$root/editors/vscode/server" "$root"
(cd "$root/editors/vscode" && npm ci --silent && npm run --silent package >/dev/null)

export PYTHON CODE_SERVER="$code_server" CHROMIUM="$(browser)"
if [ -n "${E2E_SCREENSHOTS:-}" ]; then
  cd "$root"
  exec node "${E2E_SCRIPT:-$here/screenshots.mjs}" "$E2E_SCREENSHOTS"
fi
cd "$here"
# One after the other: each starts an editor.
exec node --test --test-concurrency=1 --test-reporter=spec vscode.test.mjs markups.test.mjs missing.test.mjs
