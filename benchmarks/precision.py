"""Measure how many findings on published articles an editor would accept, by the judgements in ``judged.tsv``.

usage: python -m benchmarks.precision [SHARED]

SHARED (default: ``../shared``) holds ``data/``. The open-licence articles are linted by the public command; each
finding is looked up in the table by article, field, offsets and code. A finding is ``right`` where an editor who
knows the article would accept it, ``wrong`` where not, ``arguable`` where editors would differ: that counts half.
A row whose finding occurs no more is kept, and not counted. Findings nobody has judged are printed as rows to fill in.

Rules are mended on what the open articles show, so that their precision there flatters. ``judged_elsewhere.tsv`` holds
findings drawn at random from articles that nobody had looked at (``drawn.tsv``), draw by draw, judged before anything
was mended for them: "as drawn" is the honest figure of that day, "found now" tells what is left of them, and how many
findings on those articles are unjudged. Draw 1 holds headlines too, the later ones no rule on headlines. Draw 3 was
judged twice over: what the code before and the code after a round of mending found; the rows of before have "3 before"
as their draw. Draws 4 and 5 (warnings and errors only) were taken after a second and a third round, from articles
that had been linted in bulk before, none of whose findings had been judged. Draw 6 was taken before a fourth round, 7
after it, 8 and 9 after a fifth and a sixth (warnings and errors only, without the open articles).

The figures are printed, and written to ``benchmarks/precision.json``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.articles import all_articles, open_articles, words
from benchmarks.commands import attrib_lsp, write_rows
from benchmarks.draws import TABLE as ELSEWHERE
from benchmarks.draws import Draw, draws, of_draw, rows

HERE = Path(__file__).parent
ROOT = HERE.parent
TABLE = HERE / "judged.tsv"
SEVERITIES = ("error", "warning", "info", "hint")
GRAVE = SEVERITIES[:2]
#: What a verdict adds to the findings that are right.
WORTH = {"right": 1.0, "arguable": 0.5, "wrong": 0.0}
#: Standard deviations on either side that hold 95 of 100 draws.
DEVIATIONS = 1.96

Figures = dict[str, Any]


class Place(NamedTuple):
    """What tells a finding from all others: offsets are code points, half-open, into the field."""

    article: str
    field: str
    start: int
    end: int
    code: str


class Found(NamedTuple):
    """A finding of this run."""

    place: Place
    severity: str


class Judged(NamedTuple):
    """A row of a table; ``draw`` is empty where the table has none."""

    found: Found
    verdict: str
    draw: str = ""


def judgements(table: Path) -> list[Judged]:
    """Return the rows of a table.

    Raises:
        ValueError: a verdict is none of the three.
    """
    found = rows(table)
    if unknown := {row["verdict"] for row in found} - WORTH.keys():
        raise ValueError(f"{table.name}: no such verdict: {', '.join(sorted(unknown))}")
    return [Judged(Found(_place(row), row["severity"]), row["verdict"], row.get("draw", "")) for row in found]


def _place(row: dict[str, str]) -> Place:
    """Return the place that a row of a table gives."""
    return Place(row["article"], row["field"], int(row["start"]), int(row["end"]), row["code"])


def by_place(judged: Iterable[Judged]) -> dict[Place, str]:
    """Return the verdicts by their findings' places."""
    return {one.found.place: one.verdict for one in judged}


def lint(articles: Iterable[dict[str, Any]]) -> list[Found]:
    """Return the findings on the articles."""
    with tempfile.TemporaryDirectory() as scratch:
        rows = attrib_lsp("check", str(write_rows(Path(scratch) / "articles.jsonl", articles)))
    return [
        Found(Place(row["id"], one["field"], one["start"], one["end"], one["code"]), one["severity"])
        for row in rows
        for one in row["diagnostics"]
    ]


def share(found: Iterable[Found], verdicts: dict[Place, str]) -> Figures:
    """Return how many of the findings were judged how, and the share that is right, with its interval."""
    counts = Counter(verdicts.get(one.place, "unjudged") for one in found)
    judged = sum(counts[verdict] for verdict in WORTH)
    figures: Figures = {verdict: counts[verdict] for verdict in (*WORTH, "unjudged")}
    if judged:
        right = sum(worth * counts[verdict] for verdict, worth in WORTH.items()) / judged
        figures["precision"] = round(right, 3)
        figures["95 per cent interval"] = wilson(right, judged)
    return figures


def wilson(right: float, judged: int) -> list[float]:
    """Return Wilson's interval for a share that was measured on ``judged`` findings."""
    spread = DEVIATIONS**2 / judged
    middle = right + spread / 2
    reach = DEVIATIONS * sqrt(right * (1 - right) / judged + spread / (4 * judged))
    return [round((middle - reach) / (1 + spread), 3), round((middle + reach) / (1 + spread), 3)]


def measure(articles: list[dict[str, Any]], found: list[Found], verdicts: dict[Place, str]) -> Figures:
    """Return the figures of a run."""
    grave = [one for one in found if one.severity in GRAVE]
    gone = Counter(verdict for place, verdict in verdicts.items() if place not in {one.place for one in found})
    return {
        "articles": len(articles),
        "warnings and errors per 1,000 words": round(1000 * len(grave) / words(articles), 2),
        **shares(found, verdicts),
        "judged once, found no more": {verdict: gone[verdict] for verdict in WORTH},
    }


def shares(found: list[Found], verdicts: dict[Place, str]) -> Figures:
    """Return the shares of all findings, of the grave ones, by severity and by rule."""
    return {
        "all": share(found, verdicts),
        "warnings and errors": share((one for one in found if one.severity in GRAVE), verdicts),
        "by severity": {kind: share((one for one in found if one.severity == kind), verdicts) for kind in SEVERITIES},
        "by rule": {
            code: share((one for one in found if one.place.code == code), verdicts)
            for code in sorted({one.place.code for one in found})
        },
    }


def elsewhere(shared: Path) -> Figures:
    """Return, draw by draw, how those of other articles were judged, and which of them are still found."""
    judged = judgements(ELSEWHERE)
    articles = all_articles(shared)
    return {f"draw {draw.number}": _drawn(draw, judged, of_draw(articles, draw)) for draw in draws()}


def _drawn(draw: Draw, judged: list[Judged], articles: list[dict[str, Any]]) -> Figures:
    """Return the figures of a draw."""
    own = [one for one in judged if one.draw.split()[0] == draw.number]
    verdicts = by_place(own)
    now = [one for one in lint(articles) if draw.number == "1" or not one.place.code.startswith("HED")]
    grave = sum(one.severity in GRAVE for one in now)
    return {
        "date": draw.date,
        "articles": len(articles),
        "words": words(articles),
        **{
            f"as drawn{name.removeprefix(draw.number)}": shares(
                [one.found for one in own if one.draw == name], verdicts
            )
            for name in sorted({one.draw for one in own})
        },
        "found now": {name: one for name, one in shares(now, verdicts).items() if name != "by rule"},
        "warnings and errors per 1,000 words now": round(1000 * grave / words(articles), 2),
    }


def main(shared: Path) -> None:
    """Measure, print the figures and what is left to judge, and keep the figures."""
    if not (shared / "data" / "articles").is_dir():
        sys.exit(f"{shared} holds no data/articles: the benchmark of precision needs them, and is skipped")
    articles = open_articles(shared)
    verdicts = by_place(judgements(TABLE))
    found = lint(articles)
    figures = {**measure(articles, found, verdicts), "elsewhere": elsewhere(shared)}
    print(json.dumps(figures, indent=1))
    for one in found:
        if one.place not in verdicts:
            print(*one.place, one.severity, "", "", sep="\t")
    (HERE / "precision.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
