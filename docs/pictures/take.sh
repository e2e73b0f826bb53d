#!/bin/sh
# take.sh [FOLDER]: take the pictures of the guides from the real programs. `make pictures` runs it. Look at them before
# you keep them.
#
# PYTHON is the interpreter with attrib-lsp. Needs Node, tmux, git and what tests/editors brings; pngquant makes the
# pictures a third as large. The hook's picture is taken from the last commit.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
mkdir -p "${1:-$root/docs/written/pictures}"
out=$(cd "${1:-$root/docs/written/pictures}" && pwd)
PYTHON=$(command -v "${PYTHON:-python3}")

for program in node npm tmux git; do
  command -v "$program" >/dev/null || { echo "$program is not installed" >&2; exit 1; }
done
browser() { for one in chromium chromium-browser google-chrome; do command -v "$one" && return; done; }

(cd "$here" && npm ci --silent)
export PYTHON
E2E_SCRIPT="$here/vscode.mjs" E2E_SCREENSHOTS="$out" sh "$root/tests/editors/vscode/run.sh"

CHROMIUM=$(browser)
NEOVIM=$(sh "$root/tests/editors/neovim/find.sh" "$root/build/editors/neovim")
PRE_COMMIT=$(command -v pre-commit || echo "$root/build/pre-commit/bin/pre-commit")
if [ ! -x "$PRE_COMMIT" ]; then
  "$PYTHON" -m venv "$root/build/pre-commit"
  "$root/build/pre-commit/bin/pip" install --quiet pre-commit
fi
export CHROMIUM NEOVIM PRE_COMMIT
node "$here/neovim.mjs" "$out"
node "$here/desk.mjs" "$out"
node "$here/page.mjs" "$out"
"$PYTHON" "$here/archive.py" "$out/archive-summary.png"

if command -v pngquant >/dev/null; then
  pngquant --force --skip-if-larger --ext .png --quality 70-95 --speed 1 --strip "$out"/*.png
fi
ls -l "$out"
