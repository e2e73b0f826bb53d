#!/bin/sh
# run.sh: write pages with the command, and try them in a headless browser. `make e2e-page` runs it.
#
# PYTHON is the interpreter with attrib-lsp. PAGES_SCREENSHOTS=FOLDER also keeps pictures of the pages.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
PYTHON=$(command -v "${PYTHON:-python3}")

skip() { echo "skipped: $1"; exit 0; }
has() { command -v "$1" >/dev/null 2>&1; }
browser() { for one in chromium chromium-browser google-chrome; do command -v "$one" && return; done; }

has node && has npm || skip "Node and npm are not installed"
CHROMIUM=${CHROMIUM:-$(browser || :)}
[ -n "$CHROMIUM" ] || skip "no Chromium here (apt-get install chromium, or set CHROMIUM)"
(cd "$root" && "$PYTHON" -c 'import attrib_lsp, jinja2' 2>/dev/null) ||
  skip "$PYTHON does not have attrib-lsp (pip install -e .)"
(cd "$here" && npm ci --silent) || skip "the browser driver and axe-core cannot be installed"

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
cp -r "$here/drafts" "$pages/drafts"
cp "$root"/seeds/*.txt "$pages/drafts/sample.txt"
(cd "$pages" && PYTHONPATH="$root" "$PYTHON" -m attrib_lsp report --isolated -q drafts -o pages) ||
  [ $? -eq 2 ] # one of the drafts is broken: the index says so
(cd "$pages" && PYTHONPATH="$root" "$PYTHON" -m attrib_lsp report --isolated -q drafts/sample.txt drafts/headline.md -o pages/both.html)
(cd "$pages" && PYTHONPATH="$root" "$PYTHON" -m attrib_lsp diff --isolated -q --exit-zero --output-format html \
  --output-file pages/versions.html "$here/versions/filed.md" "$here/versions/edited.md")
if "$PYTHON" -c 'import matplotlib, pyarrow' 2>/dev/null; then
  (cd "$pages" && PYTHONPATH="$root" "$PYTHON" -m attrib_lsp archive --isolated -q "$here/rows.jsonl" --out results)
  cp "$pages/results/summary.html" "$pages/pages/summary.html"
else
  echo "the summary of an archive is left out: $PYTHON lacks pyarrow or matplotlib"
fi

export CHROMIUM PAGES="$pages/pages"
cd "$here"
node --test --test-concurrency=1 --test-reporter=spec ./*.test.mjs
