"""Measure ``attrib-lsp check`` over many files: with one process and with several, the first time and the second.

usage: python -m benchmarks.many ARTICLES.jsonl [--stories N] [--jobs N ...] [--json FILE]

The rows ``{"headline", "body"}`` (or "text") are written out as files in a folder that is thrown away afterwards. All
runs come after one another in one go: on a machine with other work, their ratios tell more than their seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.commands import COMMAND, Row


def write_out(articles: Path, folder: Path, stories: int | None) -> int:
    """Write the stories out as files, and return how many words they have."""
    words = 0
    with articles.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, stories)):
            row: Row = json.loads(line)
            text = f"{row.get('headline') or ''}\n\n{row.get('body') or row.get('text') or ''}\n"
            (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
            words += len(text.split())
    return words


def timed(folder: Path, results: Path, *options: str) -> tuple[float, float, bytes]:
    """Return the seconds and the CPU seconds of one run, its workers included, and what it wrote."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    ran = subprocess.run(
        [*COMMAND, "check", str(folder), "--isolated", "--output-format", "jsonl", *options],
        stdout=subprocess.PIPE,
        env={
            **os.environ,
            "ATTRIB_LSP_CACHE_DIR": str(results),
            # Where the command is installed its modules have been compiled; here they are kept beside the results.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(results.with_name("compiled")),
        },
        check=False,
    )
    if ran.returncode not in (0, 1):
        raise RuntimeError("the run failed; see above")
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ran.stdout


def warm_up(folder: Path, results: Path) -> None:
    """Check the first story in ``folder`` once, so that all modules have been compiled and read from the disk."""
    one = folder.with_name("one")
    one.mkdir()
    shutil.copy(min(folder.iterdir()), one)
    timed(one, results, "--no-cache")


def measure(articles: Path, stories: int | None, jobs: list[int]) -> dict[str, object]:
    """Return the figures; see that all runs write the same."""
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder, results = Path(name, "stories"), Path(name, "results")
        folder.mkdir()
        words = write_out(articles, folder, stories)
        figures["words"] = words
        plans: dict[str, tuple[str, ...]] = {
            f"--no-cache --jobs {number}": ("--no-cache", "--jobs", str(number)) for number in jobs
        }
        plans |= {"first run that keeps results": ("--jobs", "1"), "second run": ("--jobs", "1")}
        warm_up(folder, results)
        wrote, walls = set(), {}
        for plan, options in plans.items():
            walls[plan], cpu, report = timed(folder, results, *options)
            wrote.add(report)
            figures[plan] = {
                "seconds": round(walls[plan], 2),
                "CPU seconds": round(cpu, 2),
                "words a CPU second": round(words / cpu),
            }
            print(plan, json.dumps(figures[plan]), flush=True)
        figures["the same report each time"] = len(wrote) == 1
        figures["the second run is so many times faster"] = round(
            walls["first run that keeps results"] / walls["second run"], 1
        )
        figures["bytes kept a word"] = round(sum(one.stat().st_size for one in results.glob("*.sqlite3")) / words, 1)
    return figures


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--stories", type=int)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    figures = measure(asked.articles, asked.stories, asked.jobs)
    written = json.dumps(figures, indent=1)
    print(written)
    if asked.json is not None:
        asked.json.write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
