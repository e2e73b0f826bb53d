"""Check files that are broken, hostile or far too large, and see that each gets a result or a clear error.

usage: python -m benchmarks.bad_input [--count N] [--seed N] [--processes N] [--json FILE]

Each input (see `benchmarks.hostile`) goes through ``attrib-lsp check`` in a process that is kept alive, so that the
pipeline is loaded once; every so many-th one through a process of its own as well. Nothing but the exit statuses 0, 1
and 2 may come back, errors must be one clear line each, nothing may be written that a terminal obeys, every finding
must give back the words that it is about, and none may take more than 10 s of CPU time or 1 GB. Linux only.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.hostile.making import inputs
from benchmarks.hostile.running import Kept, alone
from benchmarks.hostile.values import Hostile, Outcome

#: Seconds of CPU time, and megabytes, that an input may cost.
SECONDS, MEGABYTES = 10, 1_000


class Figures:
    """What was seen in a run."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.inputs = 0
        self.statuses: Counter[str] = Counter()
        self.families: Counter[str] = Counter()
        self.slowest: list[tuple[float, str]] = []
        self.largest: list[tuple[float, str]] = []
        self.findings = 0
        self.wrong: list[str] = []

    def add(self, number: int, given: Hostile, outcome: Outcome) -> None:
        """Count an outcome."""
        told = f"{number} {given.how} ({given.name}, {len(given.raw):,} bytes)"
        self.inputs += 1
        self.families[given.family] += 1
        self.statuses[str(outcome.status)] += 1
        self.findings += outcome.findings
        self.slowest = sorted([*self.slowest, (round(outcome.seconds, 2), told)], reverse=True)[:5]
        self.largest = sorted([*self.largest, (round(outcome.megabytes), told)], reverse=True)[:5]
        for wrong in outcome.wrong:
            self._tell(f"{told}: {wrong}")
        if outcome.seconds > SECONDS:
            self._tell(f"{told}: took {outcome.seconds:.1f} s of CPU time")
        if outcome.megabytes > MEGABYTES:
            self._tell(f"{told}: took {outcome.megabytes:.0f} MB")

    def _tell(self, wrong: str) -> None:
        """Note what is wrong."""
        self.wrong.append(wrong)
        print(wrong, file=sys.stderr, flush=True)


def run(
    count: int, seed: int, processes: int, only: str, numbers: frozenset[int], keep: Callable[[Figures, Figures], None]
) -> tuple[Figures, Figures]:
    """Return what was seen in the process that is kept, and in ``processes`` of their own; ``keep`` it now and then."""
    kept, own = Figures(), Figures()
    every = max(1, count // processes) if processes else 0
    with tempfile.TemporaryDirectory() as name, Kept(Path(name)) as runner:
        for number, given in enumerate(inputs(count, seed)):
            if only not in given.how or (numbers and number not in numbers):
                continue
            kept.add(number, given, runner.run(given))
            if every and number % every == 0:
                own.add(number, given, alone(given, Path(name)))
            if number % 100 == 99:
                print(f"{number + 1} inputs, {len(kept.wrong) + len(own.wrong)} wrong", file=sys.stderr, flush=True)
                keep(kept, own)
    return kept, own


def main() -> None:
    """Run, print and keep."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=5_000, metavar="N", help="how many inputs")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which inputs")
    parser.add_argument("--processes", type=int, default=200, metavar="N", help="how many go through one of their own")
    parser.add_argument("--only", default="", metavar="WORDS", help="only inputs whose description holds these words")
    parser.add_argument("--number", type=int, action="append", default=[], metavar="N", help="only this input")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE, too")
    asked = parser.parse_args()

    def keep(kept: Figures, own: Figures) -> None:
        shown = {"seed": asked.seed, "kept process": vars(kept), "own process": vars(own)}
        written = json.dumps(shown, indent=1, ensure_ascii=False) + "\n"
        if asked.json is not None:
            asked.json.write_text(written, encoding="utf-8")

    figures = run(asked.count, asked.seed, asked.processes, asked.only, frozenset(asked.number), keep)
    keep(*figures)
    for one in figures:
        print(
            f"{one.inputs} inputs, {dict(one.statuses)}, {len(one.wrong)} wrong; {one.slowest[:1]}; {one.largest[:1]}"
        )
    sys.exit(any(one.wrong for one in figures))


if __name__ == "__main__":
    main()
