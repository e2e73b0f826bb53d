"""Check many stories with this linter and with others, one after the other in one go: words per CPU-second of each.

usage: python -m benchmarks.throughput ARTICLES.jsonl --rivals DIR [--stories N] [--json FILE]

The others are needed for nothing else. Install them where they disturb nothing and name the folder::

    pip install --target DIR proselint harper-py
    npm install --prefix DIR write-good alex textlint textlint-rule-write-good textlint-rule-alex

One that is not there is left out of the figures, and said to be. Each gets all files at once, in its own way:
proselint, alex and textlint a folder or a pattern, write-good the names of all files; harper-py has no command line
and is handed one text after the other. They look for other faults than this linter, and none of them reads who says
what: the figures tell what a desk is used to, not who works better.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.commands import Row
from benchmarks.many import timed, warm_up, write_out
from benchmarks.rivals import calibrate

#: Where the last figures are kept.
KEPT = Path(__file__).with_suffix(".json")
#: How the others end where they find nothing, or something: any other end is a failure.
ENDS = (0, 1, 255)
#: Seconds after which a tool is given up.
PATIENCE = 600

_HARPER = """
import sys
from pathlib import Path
from harper import Linter
lint = Linter().lint
found = [len(list(lint(path.read_text(encoding="utf-8")))) for path in sorted(Path(sys.argv[1]).iterdir())]
print(sum(found))
"""
_LINE = re.compile(rb"^[^:\n]+:\d+:\d+:", re.MULTILINE)
_ALEX_LINE = re.compile(rb"^ *\d+:\d+(?:-\d+:\d+)? +(?:warning|error) ", re.MULTILINE)


@dataclass(frozen=True)
class Rival:
    """Another linter: its command, and how to count what it found in what it writes.

    ``part`` is the file or folder without which it is not there.
    """

    name: str
    part: Path
    command: tuple[str, ...]
    count: Callable[[bytes], int]
    variables: dict[str, str] = field(default_factory=dict)


def rivals(installed: Path, stories: Path) -> Iterator[Rival]:
    """Yield the others, each with the command that checks all ``stories`` at once."""
    python = {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    modules, node = installed / "node_modules", shutil.which("node") or "node"
    commands = modules / ".bin"

    proselint = (sys.executable, "-m", "proselint", "check", str(stories), "--output-format", "compact")
    yield Rival("proselint", installed / "proselint", proselint, _counting(_LINE), python)
    files = map(str, sorted(stories.iterdir()))
    write_good = (node, str(commands / "write-good"), "--parse", *files)
    yield Rival("write-good", commands / "write-good", write_good, _counting(_LINE))
    every = f"{stories}/*.txt"
    alex = (node, str(commands / "alex"), "--text", every)
    yield Rival("alex", commands / "alex", alex, _counting(_ALEX_LINE))
    rules = ("--no-textlintrc", "--rules-base-directory", str(modules), "--rule", "write-good", "--rule", "alex")
    textlint = (node, str(commands / "textlint"), *rules, "--format", "json", every)
    yield Rival("textlint (write-good, alex)", commands / "textlint", textlint, _messages)
    yield Rival("harper-py", installed / "harper", (sys.executable, "-c", _HARPER, str(stories)), int, python)


def _counting(line: re.Pattern[bytes]) -> Callable[[bytes], int]:
    """Return what counts the lines of a report that tell of a finding."""
    return lambda written: len(line.findall(written))


def _messages(written: bytes) -> int:
    """Count what textlint reports."""
    files: list[Row] = json.loads(written)
    return sum(len(one["messages"]) for one in files)


def run(rival: Rival, words: int) -> dict[str, object]:
    """Return the figures of another linter, or why there are none."""
    if not rival.part.exists():
        return {"left out": "it is not installed there"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        ran = subprocess.run(
            rival.command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if rival.name == "alex" else subprocess.PIPE,  # that is where alex reports
            env={**os.environ, **rival.variables},
            check=False,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return {"left out": f"it does not run: {error.__class__.__name__}"}
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        findings = rival.count(ran.stdout)
    except ValueError:
        findings = 0
    if ran.returncode not in ENDS or (ran.returncode and not findings):
        told = (ran.stderr or ran.stdout or b"").decode("utf-8", "replace").strip().splitlines()
        return {"left out": f"it failed: {told[-1] if told else ran.returncode}"}
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return figures(words, seconds, cpu, findings)


def figures(words: int, seconds: float, cpu: float, findings: int) -> dict[str, object]:
    """Return what a run took."""
    return {
        "words a CPU second": round(words / cpu),
        "CPU seconds": round(cpu, 2),
        "seconds": round(seconds, 2),
        "findings": findings,
    }


def ours(stories: Path, results: Path, words: int) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the figures of this linter, in one process: without keeping results, and with, the first time and again."""
    warm_up(stories, results)
    plans = {"--no-cache": ("--no-cache",), "first run that keeps results": (), "second run": ()}
    for plan, options in plans.items():
        seconds, cpu, report = timed(stories, results, "--jobs", "1", *options)
        findings = sum(len(json.loads(line)["diagnostics"]) for line in report.splitlines())
        yield f"attrib-lsp check, {plan}", figures(words, seconds, cpu, findings)


def measure(articles: Path, installed: Path, stories: int | None) -> dict[str, object]:
    """Return the figures of all; print each as it comes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "stories")
        folder.mkdir()
        words = write_out(articles, folder, stories)
        found: dict[str, object] = {
            "words": words,
            "a fixed loop, milliseconds": round(calibrate(), 1),
            "load average before": round(os.getloadavg()[0], 1),
        }
        runs: dict[str, dict[str, object]] = {}
        for plan, taken in ours(folder, Path(name, "results"), words):
            runs[plan] = taken
            print(plan, json.dumps(taken), flush=True)
        for rival in rivals(installed, folder):
            runs[rival.name] = run(rival, words)
            print(rival.name, json.dumps(runs[rival.name]), flush=True)
        found["load average after"] = round(os.getloadavg()[0], 1)
        return found | {"runs": runs}


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--rivals", type=Path, required=True, help="the folder that the others are installed in")
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--json", type=Path, default=KEPT)
    asked = parser.parse_args()
    measured = json.dumps(measure(asked.articles, asked.rivals.resolve(), asked.stories), indent=1, ensure_ascii=False)
    print(measured)
    asked.json.write_text(measured + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
