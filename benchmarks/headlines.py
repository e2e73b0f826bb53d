"""Measure the rules on headlines, with the mutated headlines, pairs and scorer of a folder beside the project.

usage: python -m benchmarks.headlines [SHARED] [--all] [--limit N]

SHARED (default: ``../shared``) holds ``eval/score_headline.py``, ``data/headline/`` and ``data/articles/``. Headlines
are linted in process, as ``attrib-lsp check --select HED`` lints rows, so that each body is read once however many
headlines it is given. Printed, and written to ``benchmarks/headlines.json``:

- mutations: published headlines with one thing made wrong, and controls changed in ways that must not matter. Per type
  and subtype, the share that fired with an accepted code, and that with one which their own original does not fire
  ("pairwise"); the averages of both over the subtypes of at least `COUNTED` rows; false alarms on controls and
  originals.
- examples: the same for mutations that were written by hand, with their stories.
- pairs: headlines over stories of other data sets, `PAIRS` of them drawn at random unless ``--all`` is given. Of
  FNC-1's headlines above unrelated stories, the share that fires any code, and HED302; of those that agree with
  theirs, and of NumHG's, the share that does so: each of these is a false alarm, or an error of the data.

``--limit`` takes so many rows of each at random, for a quick look, and keeps no figures.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import settings
from attrib_lsp.text.readers import read_row
from attrib_lsp.text.source_text import SourceText
from benchmarks.commands import Row, read_rows, write_rows
from benchmarks.quality import Figures, score

HERE = Path(__file__).parent
SEED = 7
#: How many pairs are drawn.
PAIRS = 3000
#: Rows that a subtype needs to count in the macro averages.
COUNTED = 20
UNRELATED = "HED302"

_LINE = re.compile(
    r"(?P<side>fire|control) +(?P<name>\S.*?) +n= *(?P<n>\d+) fired=(?P<fired>[\d.]+)"
    r"(?: right-code=(?P<right>[\d.]+))?(?: pairwise=(?P<pairwise>[\d.]+))?"
)
_ALARMS = re.compile(r"false alarms on (controls|originals): (\d+)/(\d+)")

Lint = Callable[[str, str, str], Row]


def packed_rows(path: Path) -> list[Row]:
    """Return the rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def linting(linter: Linter) -> Lint:
    """Return a function that lints a headline above a body and returns the row of its findings under an id."""
    chosen = settings(("HED",))

    def lint(key: str, headline: str, body: str) -> Row:
        found = linter.check(read_row(SourceText(body), SourceText(headline)), chosen)
        return {
            "id": key,
            "diagnostics": [
                {"code": one.code, "field": one.field, "start": one.span.start, "end": one.span.end} for one in found
            ],
        }

    return lint


def drawn(rows: Sequence[Row], limit: int | None) -> list[Row]:
    """Return ``limit`` of ``rows``, the same in every run, in their order; all without a limit."""
    if limit is None or limit >= len(rows):
        return list(rows)
    return [rows[number] for number in sorted(Random(SEED).sample(range(len(rows)), limit))]


def mutations(shared: Path, scratch: Path, lint: Lint, limit: int | None) -> Figures:
    """Score the mutated headlines, each against its original above the same body."""
    data = shared / "data"
    rows = drawn(read_rows(data / "headline" / "mutations.jsonl"), limit)
    bodies = {row["id"]: row["body"] for row in packed_rows(data / "headline" / "pairs.jsonl.gz")}
    bodies |= {row["id"]: row["body"] for row in read_rows(data / "articles" / "articles.jsonl")}
    by_base: dict[str, list[Row]] = {}
    for row in rows:
        by_base.setdefault(row["base_id"], []).append(row)

    def found() -> Iterator[Row]:
        for base, mutated in by_base.items():
            yield lint(f"original:{base}", mutated[0]["original"], bodies[base])
            yield from (lint(row["id"], row["headline"], bodies[base]) for row in mutated)

    return scored(shared, scratch, rows, found())


def examples(shared: Path, scratch: Path, lint: Lint, limit: int | None) -> Figures:
    """Score the mutations that were written by hand."""
    rows = drawn(read_rows(shared / "data" / "headline" / "mutation_examples.jsonl"), limit)
    return scored(shared, scratch, rows, (lint(row["id"], row["headline"], row["body"]) for row in rows))


def pairs(shared: Path, scratch: Path, lint: Lint, limit: int | None) -> Figures:
    """Score the pairs, and count by themselves those that tell most."""
    rows = drawn(packed_rows(shared / "data" / "headline" / "pairs.jsonl.gz"), limit)
    found = {row["id"]: lint(row["id"], row["headline"], row["body"]) for row in rows}
    fnc = [row for row in rows if row["source_dataset"] == "FNC-1"]
    groups = {
        "FNC-1, unrelated": [row for row in fnc if row["rule"] == [UNRELATED]],
        "FNC-1, agreeing": [row for row in fnc if row["label"] == "consistent"],
        "NumHG, consistent": [row for row in rows if row["source_dataset"] == "NumHG" and row["label"] == "consistent"],
    }
    return {
        "rows": len(rows),
        **{name: firing([found[row["id"]] for row in group]) for name, group in groups.items()},
        **scored(shared, scratch, rows, found.values()),
    }


def firing(rows: Sequence[Row]) -> Figures:
    """Return how many of ``rows`` have a finding in the headline, and how many one of `UNRELATED`, in per cent."""
    codes = [{one["code"] for one in row["diagnostics"] if one["field"] == "headline"} for row in rows]
    return {
        "n": len(rows),
        "any code, per cent": percent(sum(map(bool, codes)), len(rows)),
        f"{UNRELATED}, per cent": percent(sum(UNRELATED in found for found in codes), len(rows)),
    }


def percent(part: int, whole: int) -> float | None:
    """Return ``part`` of ``whole`` in per cent; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def scored(shared: Path, scratch: Path, rows: Iterable[Row], found: Iterable[Row]) -> Figures:
    """Return what the scorer makes of the findings in ``rows``."""
    gold = write_rows(scratch / "gold.jsonl", rows)
    predicted = write_rows(scratch / "found.jsonl", found)
    return figures_of(score(shared / "eval" / "score_headline.py", str(gold), str(predicted)))


def figures_of(printed: str) -> Figures:
    """Return the figures in what the scorer ``printed``: its table, macro averages of our own, false alarms.

    Raises:
        RuntimeError: it says that rows are missing, or a line of its table is not understood.
    """
    must_fire: dict[str, Figures] = {}
    controls: dict[str, Figures] = {}
    for line in printed.splitlines():
        found = _LINE.match(line)
        if found:
            name = ": ".join(re.split(r" {2,}", found["name"]))
            if found["side"] == "control":
                controls[name] = {"n": int(found["n"]), "fired": float(found["fired"])}
            else:
                given = {"right code": found["right"], "pairwise": found["pairwise"]}
                rates = {rate: float(value) for rate, value in given.items() if value is not None}
                must_fire[name] = {"n": int(found["n"]), **rates}
        elif line.startswith(("WARNING", "fire ", "control ")):
            raise RuntimeError(line)
    alarms = {
        f"false alarms on {kind}": {"n": int(n), "fired": int(fired), "per cent": percent(int(fired), int(n))}
        for kind, fired, n in _ALARMS.findall(printed)
    }
    return {"macro": macro(must_fire.values()), **alarms, "must fire": must_fire, "must not fire": controls}


def macro(subtypes: Iterable[Figures]) -> Figures:
    """Return the averages over those of ``subtypes`` that have enough rows, each counting once."""
    counted = [one for one in subtypes if one["n"] >= COUNTED]
    averages: Figures = {"subtypes": len(counted)}
    for rate in ("right code", "pairwise"):
        values = [one[rate] for one in counted if rate in one]
        if values:
            averages[rate] = round(sum(values) / len(values), 3)
    return averages


def main(arguments: Sequence[str]) -> None:
    """Measure all parts, print the figures, and keep them unless only some rows were wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.headlines", description="Measure the headline rules.")
    parser.add_argument("shared", nargs="?", type=Path, default=HERE.parent.parent / "shared", metavar="SHARED")
    parser.add_argument("--all", action="store_true", help=f"take all pairs, and not {PAIRS:,} drawn at random")
    parser.add_argument("--limit", type=int, metavar="N", help="take N rows of each, and keep no figures")
    given = parser.parse_args(arguments)
    if not (given.shared / "data" / "headline").is_dir():
        sys.exit(
            f"{given.shared} holds no data/headline: the benchmark of headlines needs the dev sets, and is skipped"
        )
    lint = linting(Linter())
    of_pairs = given.limit if given.limit is not None else None if given.all else PAIRS
    parts = {"mutations": (mutations, given.limit), "examples": (examples, given.limit), "pairs": (pairs, of_pairs)}
    figures = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, (part, limit) in parts.items():
            figures[name] = part(given.shared, Path(scratch), lint, limit)
            print(f"{name}: {json.dumps(figures[name], indent=1)}", flush=True)
    if given.limit is None:
        (HERE / "headlines.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
