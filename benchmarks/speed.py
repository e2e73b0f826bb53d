"""Measure what a run costs: the cold command, the warm analysis, memory.

usage: python -m benchmarks.speed

Copy is made of the examples in the rules' own documentation. One core: the process is pinned to it where the system
can. The figures are printed, and written to ``benchmarks/speed.json``. ``benchmarks.keystroke`` measures the server.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from benchmarks.commands import COMMAND

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
COLD_RUNS = 7
STORIES = 60
STORY_WORDS = 800


def cold() -> list[float]:
    """Return the seconds that each of several runs of the command takes on the sample article."""
    seconds = []
    for _ in range(COLD_RUNS):
        start = time.perf_counter()
        subprocess.run([*COMMAND, "check", "--no-cache", str(SEEDS)], stdout=subprocess.DEVNULL, check=False)
        seconds.append(time.perf_counter() - start)
    return seconds


def stories() -> Iterator[str]:
    """Yield stories of at least STORY_WORDS words, no two paragraphs alike: no cache helps."""
    examples = [
        paragraph
        for rule in all_rules()
        for example in (*rule.documentation.flagged, *rule.documentation.clean)
        for paragraph in example.text.split("\n\n")
        if len(paragraph.split()) > 8
    ]
    for round_ in count():
        paragraphs: list[str] = []
        for number, paragraph in enumerate(examples):
            paragraphs.append(f"{paragraph} That was case {round_ * len(examples) + number}.")
            if sum(len(one.split()) for one in paragraphs) >= STORY_WORDS:
                yield "A headline of some words\n\n" + "\n\n".join(paragraphs)
                paragraphs = []


def warm() -> list[float]:
    """Return the words per second at which each of many stories is analysed and checked, warm, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    linter = Linter()
    rates = []
    for number, text in enumerate(islice(stories(), STORIES + 2)):
        start = time.perf_counter()
        linter.check(read_story(SourceText(text), Markup.PLAIN))
        if number >= 2:  # the first ones pay for what is set up once
            rates.append(len(text.split()) / (time.perf_counter() - start))
    return rates


def main() -> None:
    """Measure, print and keep."""
    seconds, rates = cold(), warm()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if platform.system() == "Darwin" else 1024
    )
    figures = {
        "cold check of the sample, seconds": {
            "median": round(statistics.median(seconds), 2),
            "worst": round(max(seconds), 2),
        },
        "warm analysis and check, words a second": {
            "median": round(statistics.median(rates)),
            "worst": round(min(rates)),
        },
        "peak memory after all stories, MB": round(megabytes),
    }
    print(json.dumps(figures, indent=1))
    (HERE / "speed.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
