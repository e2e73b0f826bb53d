"""Draws of findings from articles that nobody had looked at: which articles, and how each finding was judged.

``drawn.tsv`` names the articles of each draw, ``judged_elsewhere.tsv`` holds the verdicts. Headline rules are judged in
draw 1 only.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
TABLE = HERE / "judged_elsewhere.tsv"
ARTICLES = HERE / "drawn.tsv"


class Draw(NamedTuple):
    """A draw: its number, the day, the identifiers of its articles."""

    number: str
    date: str
    articles: frozenset[str]


def rows(table: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def draws() -> list[Draw]:
    """Return the draws in the order in which they were made."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows(ARTICLES):
        found.setdefault((row["draw"], row["date"]), set()).add(row["article"])
    return [Draw(number, date, frozenset(articles)) for (number, date), articles in found.items()]


def of_draw(articles: Iterable[dict[str, Any]], draw: Draw) -> list[dict[str, Any]]:
    """Return those of the articles that belong to a draw."""
    return [one for one in articles if one["id"] in draw.articles]
