"""Time other linters on the same text, warm: proselint, Harper and write-good.

None of them is needed for anything else. Install them where they disturb nothing and name the folder::

    pip install --target DIR proselint harper-py
    npm install --prefix DIR write-good

One that is not there is left out of the figures, and said to be. They look for other faults than this linter, and none
of them reads who says what: the figures tell what a writer is used to, not who works better.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

#: How often a text is linted, after one time that does not count.
TIMES = 20

_PROSELINT = """
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
lint = lambda text: LintFile("story.md", text).lint()
"""
_HARPER = """
from harper import Linter
lint = Linter().lint
"""
_TIMED = """
import json, sys, time
text = sys.stdin.read()
taken = []
for _ in range(int(sys.argv[1]) + 1):
    before = time.perf_counter()
    found = lint(text)
    taken.append(1000 * (time.perf_counter() - before))
print(json.dumps([taken[1:], len(list(found))]))
"""
_WRITE_GOOD = """
const lint = require("write-good");
const text = require("fs").readFileSync(0, "utf-8");
const taken = [];
let found = [];
for (let i = 0; i <= Number(process.argv[1]); i++) {
  const before = process.hrtime.bigint();
  found = lint(text);
  taken.push(Number(process.hrtime.bigint() - before) / 1e6);
}
console.log(JSON.stringify([taken.slice(1), found.length]));
"""


@dataclass(frozen=True)
class Rival:
    """Another linter: milliseconds for one text, and how much it found; None where it could not be run."""

    name: str
    median_ms: float | None
    p95_ms: float | None
    findings: int | None
    loop_ms: float

    @property
    def told(self) -> str:
        """The figures for people."""
        if self.median_ms is None:
            return "left out, it is not installed there"
        return f"{self.median_ms:.1f} ms for the whole text (p95 {self.p95_ms:.1f}), {self.findings} findings"


def calibrate() -> float:
    """Return how many milliseconds a fixed loop takes: more on a slower or a busier machine."""
    taken = []
    for _ in range(9):
        before = time.perf_counter()
        sum(number * number for number in range(200_000))
        taken.append(1000 * (time.perf_counter() - before))
    return statistics.median(taken)


def rivals(folder: Path, text: str) -> list[Rival]:
    """Time each linter that is installed in ``folder`` on ``text``."""
    python = {"PYTHONPATH": str(folder)}
    node = shutil.which("node") or "node"
    return [
        _timed("proselint", [sys.executable, "-c", _PROSELINT + _TIMED], python, text),
        _timed("Harper", [sys.executable, "-c", _HARPER + _TIMED], python, text),
        _timed("write-good", [node, "-e", _WRITE_GOOD], {"NODE_PATH": str(folder / "node_modules")}, text),
    ]


def _timed(name: str, command: list[str], variables: dict[str, str], text: str) -> Rival:
    """Run a program that prints its times and how much it found."""
    loop = round(calibrate(), 1)
    try:
        ran = subprocess.run(
            [*command, str(TIMES)],
            input=text.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONUTF8": "1", **variables},
        )
    except (OSError, subprocess.CalledProcessError):
        return Rival(name, None, None, None, loop)
    taken, found = json.loads(ran.stdout)
    p95 = statistics.quantiles(taken, n=20)[-1]
    return Rival(name, round(statistics.median(taken), 1), round(p95, 1), found, loop)
