"""Measure how long a writer waits for the server: from a change sent to its diagnostics received.

usage: python -m benchmarks.keystroke [--changes N] [--words N ...] [--rivals DIR] [--json FILE]

A server process is spoken to on standard input and output, as an editor does, once by a client that pulls and once by
one that is pushed to; what is pushed includes the pause in typing that the server waits for. One paragraph of a story
of invented copy is changed again and again, never to the same words: at once after each answer, then five times a
second as one types, then after pauses in which a long document begins to be looked at as a whole ("after a pause").
"Whole" is from the last change to the second answer that a long document gets. Processor time is what the server spent
on a change: on a busy machine it says more than the wait. It is known on Linux only. Memory is the most that the server
process ever held; it is not known on Windows. How fast the machine is at the time is told by a fixed loop.

With ``--rivals`` other linters are timed on the same text, see `benchmarks.rivals`.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.drafts import story
from benchmarks.editor import Connection, Draft
from benchmarks.rivals import Rival, calibrate, rivals

#: Figures wanted, in milliseconds, for a client that pulls; a long document may take so many times those of the first.
TARGET_MEDIAN, TARGET_P95 = 60, 120
TARGET_TIMES = 1.5
#: Seconds between two keys, and of a pause after which a long document is looked at as a whole.
KEY, PAUSE = 0.2, 0.7
#: Characters of a document that gets a second answer (see `attrib_lsp.server.documents`).
LONG = 10_000


@dataclass(frozen=True)
class Waits:
    """Waits in milliseconds."""

    median: float
    p95: float
    worst: float


@dataclass(frozen=True)
class Figures:
    """What was measured over one conversation."""

    client: str
    words: int
    findings: int
    at_once: Waits
    typing: Waits
    after_pause: Waits
    whole_s: float | None
    processor_ms: float | None
    first_diagnostics_s: float
    peak_memory_mb: float | None
    loop_ms: float
    changes: int


def measure(pulls: bool, changes: int, words: int) -> Figures:
    """Hold one conversation."""
    paragraphs = story(words)
    loop = calibrate()
    started = time.perf_counter()
    connection = Connection()
    draft = Draft(connection, paragraphs, pulls)
    findings = draft.open()
    first = time.perf_counter() - started
    spent = connection.processor_seconds()
    at_once = waits(draft.change, changes, 0)
    spent_after = connection.processor_seconds()
    typing = waits(draft.change, changes, KEY)
    after_pause = waits(draft.change, max(changes // 5, 2), PAUSE)
    whole = None
    if len("\n\n".join(paragraphs)) > LONG:
        before = time.perf_counter()
        draft.settle()
        whole = round(time.perf_counter() - before, 2)
    memory = connection.leave()
    return Figures(
        client="pulling" if pulls else "pushing",
        words=sum(len(paragraph.split()) for paragraph in paragraphs),
        findings=findings,
        at_once=at_once,
        typing=typing,
        after_pause=after_pause,
        whole_s=whole,
        processor_ms=None if spent is None or spent_after is None else round(1000 * (spent_after - spent) / changes, 1),
        first_diagnostics_s=round(first, 2),
        peak_memory_mb=None if memory is None else round(memory),
        loop_ms=round((loop + calibrate()) / 2, 1),
        changes=changes,
    )


def waits(change: Callable[[], None], count: int, apart: float) -> Waits:
    """Return how long that many calls of ``change`` take, made ``apart`` seconds after each other at least."""
    taken = []
    due = time.perf_counter()
    for _ in range(count):
        time.sleep(max(0.0, due - time.perf_counter()))
        before = time.perf_counter()
        due = before + apart
        change()
        taken.append(1000 * (time.perf_counter() - before))
    return Waits(
        round(statistics.median(taken), 1), round(statistics.quantiles(taken, n=20)[-1], 1), round(max(taken), 1)
    )


def table(rows: list[Figures], others: list[Rival]) -> str:
    """Return the figures for people."""
    lines = [
        f"One paragraph changed again and again, {os.cpu_count()} cores; waits are median / p95 in milliseconds",
        "",
        f"{'client':<9}{'words':>8}{'at once':>14}{'5 keys a s':>14}{'after a pause':>15}{'whole':>9}"
        f"{'processor':>11}{'first':>9}{'memory':>9}{'loop':>9}",
    ]
    for row in rows:
        memory = "?" if row.peak_memory_mb is None else f"{row.peak_memory_mb:.0f} MB"
        spent = "?" if row.processor_ms is None else f"{row.processor_ms:.0f} ms"
        whole = "" if row.whole_s is None else f"{row.whole_s:.1f} s"
        lines.append(
            f"{row.client:<9}{row.words:>8}{_pair(row.at_once):>14}{_pair(row.typing):>14}{_pair(row.after_pause):>15}"
            f"{whole:>9}{spent:>11}{row.first_diagnostics_s:>7.1f} s{memory:>9}{row.loop_ms:>6.1f} ms"
        )
    lines += ["", *(f"{one.name}: {one.told}" for one in others), *verdicts(rows)]
    return "\n".join(lines)


def _pair(one: Waits) -> str:
    """Return median and p95."""
    return f"{one.median:.0f} / {one.p95:.0f}"


def verdicts(rows: list[Figures]) -> list[str]:
    """Say of each target whether it is met by the client that pulls."""
    short, *longer = [row for row in rows if row.client == "pulling"]
    kept = short.at_once.median <= TARGET_MEDIAN and short.at_once.p95 <= TARGET_P95
    told = [f"At most {TARGET_MEDIAN} ms (p95 {TARGET_P95}) with {short.words} words: {'met' if kept else 'missed'}."]
    for row in longer:
        times = row.typing.median / short.typing.median, row.typing.p95 / short.typing.p95
        met = "met" if max(times) <= TARGET_TIMES else "missed"
        told.append(
            f"While typing, {row.words} words take {times[0]:.1f} times as long (p95 {times[1]:.1f} times); "
            f"at most {TARGET_TIMES} are wanted: {met}."
        )
    return told


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--changes", type=int, default=100, metavar="N", help="changes timed for each client")
    parser.add_argument(
        "--words", type=int, nargs="+", default=[1000, 50000], metavar="N", help="words of the stories, at least"
    )
    parser.add_argument("--rivals", type=Path, metavar="DIR", help="where other linters are installed")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE, too")
    arguments = parser.parse_args()
    if arguments.changes < 2:
        parser.error("--changes must be 2 at least")
    others = [] if arguments.rivals is None else rivals(arguments.rivals, "\n\n".join(story(arguments.words[0])))
    rows = [measure(pulls, arguments.changes, words) for words in arguments.words for pulls in (True, False)]
    print(table(rows, others))
    if arguments.json is not None:
        kept = {"server": [asdict(row) for row in rows], "rivals": [asdict(one) for one in others]}
        arguments.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
