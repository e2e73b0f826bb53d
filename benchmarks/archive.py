"""Measure ``attrib-lsp archive`` on a real scheduler with two workers, one of them and the client killed on the way.

usage: python -m benchmarks.archive ARTICLES.jsonl ... --work DIR [--rows N] [--json FILE]

ARTICLES have rows ``{"id", "body" or "text", "publisher"}``. Whole articles would take a day; so rows are cut from
them: one to three sentences that follow one another, at places that differ. Scheduler and workers listen on loopback.
DIR is filled with what is read and written. Figures are kept after each step: what was measured stays, however the run
ends.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.commands import COMMAND, Row
from benchmarks.watched import Cluster, Watch

#: Words of a row: at least, at most.
SHORTEST, LONGEST = 22, 40
#: One row in so many is broken, by turns in these ways.
BROKEN_ONE_IN = 1_000
BROKEN = ('{"id": 7, "body": "The mayor', '{"id": 7, "body": null}', '["The mayor resigned."]', '{"body": 12}', "﻿")
#: After which share of the parts a worker is killed, and the client.
WORKER_DIES, CLIENT_DIES = 0.3, 0.6

_SENTENCE = re.compile(r"(?<=[.!?”\"]) (?=[A-Z“\"])")


def cut(articles: Sequence[Path], wanted: int) -> Iterator[Row]:
    """Yield rows, each with words that no other has, until there are so many or no more can be cut."""
    seen: set[str] = set()
    for length in (2, 1, 3):
        for offset in range(8):
            for article in _articles(articles):
                for row in _windows(article, offset, length):
                    if row["body"] in seen:
                        continue
                    seen.add(row["body"])
                    yield row
                    if len(seen) >= wanted:
                        return


def _articles(files: Sequence[Path]) -> Iterator[Row]:
    """Yield the rows of files, one at a time."""
    for file in files:
        with file.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _windows(article: Row, offset: int, length: int) -> Iterator[Row]:
    """Yield runs of sentences of an article."""
    text = article.get("body") or article["text"]
    sentences = [one for block in text.split("\n") for one in _SENTENCE.split(block)]
    for start in range(offset, len(sentences) - length + 1, 8):
        words = " ".join(sentences[start : start + length])
        if SHORTEST <= len(words.split()) <= LONGEST:
            yield {"id": f"{article['id']}-{start}-{length}", "body": words, "publisher": article.get("publisher")}


def write_out(articles: Sequence[Path], path: Path, wanted: int) -> tuple[int, int]:
    """Write ``wanted`` rows, each with its month, some broken; return how many are broken, and how many words."""
    broken = words = 0
    with path.open("w", encoding="utf-8") as out:
        number = 0
        for number, row in enumerate(cut(articles, wanted), start=1):
            if number % BROKEN_ONE_IN == 0:
                out.write(BROKEN[broken % len(BROKEN)] + "\n")
                broken += 1
                continue
            month = number % 72
            date = f"{2015 + month // 12}-{1 + month % 12:02}-15"
            out.write(json.dumps({**row, "date": date}, ensure_ascii=False) + "\n")
            words += len(row["body"].split())
    if number < wanted:
        raise ValueError(f"only {number} rows can be cut from these articles")
    return broken, words


def command(rows: Path, out: Path, *options: str) -> list[str]:
    """Return the command over ``rows``."""
    return [*COMMAND, "archive", str(rows), "--out", str(out), "--isolated", *options]


def run(rows: Path, out: Path, *options: str, watch: Watch) -> dict[str, Any]:
    """Return what one run that nobody disturbs costs."""
    start = time.monotonic()
    with subprocess.Popen(command(rows, out, *options), stdout=subprocess.DEVNULL) as client:
        watch.until(lambda: client.poll() is not None, also=client.pid)
    if client.returncode:
        raise RuntimeError(f"{rows}: the run ended with {client.returncode}")
    return figures(rows, time.monotonic() - start, watch)


def figures(rows: Path, seconds: float, watch: Watch) -> dict[str, Any]:
    """Return what was measured of a run."""
    with rows.open("rb") as lines:
        number = sum(1 for _ in lines)
    return {
        "rows": number,
        "seconds": round(seconds, 1),
        "rows a second": round(number / seconds, 1),
        "CPU seconds": round(watch.cpu, 1),
        "CPU milliseconds a row": round(1000 * watch.cpu / number, 2),
    }


def disturbed(rows: Path, out: Path, address: str, watch: Watch) -> dict[str, Any]:
    """Return what a run comes to in which a worker is killed, then the client, which is started again."""
    start = time.monotonic()
    told: dict[str, Any] = {}
    client = subprocess.Popen(command(rows, out, "--scheduler", address), stdout=subprocess.DEVNULL)
    try:
        watch.until(lambda: client.poll() is not None or share(out) >= WORKER_DIES, also=client.pid)
        worker = last_worker(out)
        told["worker killed at"] = round(share(out), 2)
        os.kill(worker, signal.SIGKILL)
        watch.until(lambda: client.poll() is not None or share(out) >= CLIENT_DIES, also=client.pid)
        told["client killed at"] = round(share(out), 2)
        if client.poll() is not None:
            raise RuntimeError("the client ended before it could be killed")
        client.kill()
        client.wait()
        done = len(list((out / "done").glob("part-*.json")))
        client = subprocess.Popen(command(rows, out, "--scheduler", address), stdout=subprocess.DEVNULL)
        told["parts that were done when the client began again"] = done
        watch.until(lambda: client.poll() is not None, also=client.pid)
    finally:
        client.kill()
        client.wait()
    told["exit status"] = client.returncode
    return {**figures(rows, time.monotonic() - start, watch), **told}


def share(out: Path) -> float:
    """Return which share of the parts is done."""
    try:
        parts = json.loads((out / "plan.json").read_text(encoding="utf-8"))["parts"]
    except FileNotFoundError:
        return 0.0
    return len(list((out / "done").glob("part-*.json"))) / int(parts)


def last_worker(out: Path) -> int:
    """Return the process that has done the newest part."""
    newest = max((out / "done").glob("part-*.json"), key=lambda path: path.stat().st_mtime_ns)
    return int(json.loads(newest.read_text(encoding="utf-8"))["by"])


def whole(rows: Path, out: Path, broken: int) -> dict[str, Any]:
    """Return whether each row is there once, as a story or set aside; the lines that are blank are no rows."""
    import pyarrow.parquet as pq

    def numbers(table: str) -> list[int]:
        return [
            row
            for path in sorted((out / table).glob("*.parquet"))
            for row in pq.read_table(path, columns=["row"])["row"].to_pylist()
        ]

    stories, rejected = numbers("stories"), numbers("rejected")
    with rows.open("rb") as lines:
        wanted = [number for number, line in enumerate(lines, start=1) if line.strip()]
    return {
        "stories": len(stories),
        "rejected": len(rejected),
        "broken rows written": broken,
        "rows twice": len(stories) + len(rejected) - len({*stories, *rejected}),
        "rows missing": len(set(wanted) - {*stories, *rejected}),
        "stories and rejected are the rows": sorted([*stories, *rejected]) == wanted,
    }


def same(one: Path, other: Path) -> bool:
    """Say whether two runs wrote the same tables."""
    import pyarrow.parquet as pq

    pairs = [(path, other / path.relative_to(one)) for path in sorted(one.glob("*/part-*.parquet"))]
    return all(pq.read_table(mine).equals(pq.read_table(its)) for mine, its in pairs)


def measure(articles: Sequence[Path], work: Path, most: int, keep: Path | None) -> None:
    """Do all steps, printing and keeping the figures of each."""
    kept: dict[str, Any] = {}

    def add(name: str, found: object) -> None:
        kept[name] = found
        print(name, json.dumps(found), flush=True)
        if keep is not None:
            keep.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")

    sizes = sorted({most // 100, most // 10, most})
    written = {size: write_out(articles, work / f"rows-{size}.jsonl", size) for size in sizes}
    add("words a row", round(written[most][1] / most, 1))
    with ExitStack() as stack:
        cluster = stack.enter_context(Cluster(work, workers=2))
        for size in (sizes[0], most, sizes[1]):
            rows, out = work / f"rows-{size}.jsonl", work / f"out-{size}"
            watch = Watch(cluster.roots)
            if size == most:
                add("one worker and the client killed", disturbed(rows, out, cluster.address, watch))
                add("megabytes of each worker by the minute", watch.memory())
                add("each row once", whole(rows, out, written[size][0]))
            else:
                add(f"{size} rows on the scheduler", run(rows, out, "--scheduler", cluster.address, watch=watch))
    for size in sizes[:2]:
        rows, out = work / f"rows-{size}.jsonl", work / f"out-{size}-alone"
        add(f"{size} rows in one process", run(rows, out, "--jobs", "1", watch=Watch([])))
    add("one process and the cluster write the same tables", same(work / f"out-{sizes[1]}", out))


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    measure(asked.articles, asked.work, asked.rows, asked.json)


if __name__ == "__main__":
    main()
