"""Measure how much of what an editor insists on the linter finds.

usage: python -m benchmarks.insisted [SHARED]

SHARED (default: ``../shared``) holds ``data/articles/``. `insisted.tsv` says what one reader, with the catalogue of
rules at hand and before seeing any finding, would send back ("must") or like to see mended ("should") in 42 news
reports of 300 to 1,100 words: 20 under an open licence and 22 others. They were picked by their headlines from lists in
random order, in which interviews, reviews, obituaries, opinion and a few others were passed over. Offsets are code
points in the article's body or headline. An article in which that reader found nothing has one row of level "nothing".

An item is found where a finding overlaps it and has one of its codes; "any code" counts every overlap. Intervals are
Wilson's, 95%. Half 0 of the articles (by checksum of the id) was looked at while rules were mended. Of half 1 only the
totals were looked at until the figure that README.md gives first, and its misses after that; whoever mended the rules
had written the list, too. "unlisted" are the findings that no item explains: many are right all the same, for the list
holds what one reader wrote down. The figures are printed, and written to ``benchmarks/insisted.json``.
"""

from __future__ import annotations

import csv
import json
import math
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from benchmarks.commands import Row, attrib_lsp, read_rows, write_rows

HERE = Path(__file__).parent
ROOT = HERE.parent
LEVELS = ("must", "should")
GRAVE = ("warning", "error")
#: The field of a finding, by the field of an item.
FIELDS = {"body": "text", "headline": "headline"}

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """What the reader would send back: where, under which codes, how strongly."""

    article: str
    field: str
    start: int
    end: int
    codes: tuple[str, ...]
    level: str

    def met_by(self, finding: Row) -> bool:
        """Tell whether a finding overlaps this item."""
        start, end = int(finding["start"]), int(finding["end"])
        return finding["field"] == FIELDS[self.field] and start < self.end and self.start < end

    def named_by(self, finding: Row) -> bool:
        """Tell whether a finding overlaps this item and says one of the things that the reader would."""
        return finding["code"] in self.codes and self.met_by(finding)


def read_items(path: Path) -> tuple[list[str], list[Item]]:
    """Return the articles that were read, in order, and what was noted in them."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    items = [
        Item(
            article=row["article"],
            field=row["field"],
            start=int(row["start"]),
            end=int(row["end"]),
            codes=tuple(row["codes"].split("|")),
            level=row["level"],
        )
        for row in rows
        if row["level"] in LEVELS
    ]
    return list(dict.fromkeys(row["article"] for row in rows)), items


def half(article: str) -> int:
    """Return the half, 0 or 1, that an article belongs to."""
    return crc32(article.encode()) % 2


def wilson(found: int, total: int) -> tuple[float, float]:
    """Return the interval in which a share lies with 95% confidence, in per cent.

    Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927).
    """
    if not total:
        return 0.0, 100.0
    z = 1.96
    share, spread = found / total, 1 + z * z / total
    middle = (share + z * z / (2 * total)) / spread
    reach = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / spread
    return round(100 * (middle - reach), 1), round(100 * (middle + reach), 1)


def recall(items: Sequence[Item], found: dict[str, list[Row]]) -> Figures:
    """Return how many items are found under one of their codes, and under any."""
    named = sum(any(item.named_by(one) for one in found[item.article]) for item in items)
    met = sum(any(item.met_by(one) for one in found[item.article]) for item in items)
    return {"items": len(items), **rate("found", named, len(items)), **rate("any code", met, len(items))}


def rate(name: str, count: int, total: int) -> Figures:
    """Return a count with its share and interval in per cent."""
    return {name: count, f"{name}, per cent": share(count, total), f"{name}, 95%": list(wilson(count, total))}


def share(count: int, total: int) -> float:
    """Return a share in per cent."""
    return round(100 * count / total, 1) if total else 0.0


def by_code(items: Iterable[Item], found: dict[str, list[Row]]) -> dict[str, str]:
    """Return "found/items" by the code that the reader named first."""
    totals: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for item in items:
        totals[item.codes[0]] += 1
        named[item.codes[0]] += any(item.named_by(one) for one in found[item.article])
    return {code: f"{named[code]}/{total}" for code, total in totals.most_common()}


def noise(articles: Collection[str], items: Sequence[Item], found: dict[str, list[Row]], words: int) -> Figures:
    """Return how often these articles would interrupt a desk, and how much of that the reader had noted."""
    kept = [(article, one) for article in articles for one in found[article]]
    grave = [pair for pair in kept if pair[1]["severity"] in GRAVE]
    explained = sum(any(item.article == article and item.named_by(one) for item in items) for article, one in grave)
    return {
        "words": words,
        "warnings and errors per 1,000 words": round(1000 * len(grave) / words, 2),
        "infos and hints per 1,000 words": round(1000 * (len(kept) - len(grave)) / words, 2),
        "warnings and errors": len(grave),
        "of them listed": explained,
        "unlisted by rule": dict(
            Counter(
                one["code"]
                for article, one in kept
                if not any(item.article == article and item.named_by(one) for item in items)
            ).most_common()
        ),
    }


def figures_of(articles: Collection[str], items: Sequence[Item], found: dict[str, list[Row]], words: int) -> Figures:
    """Return all figures of some articles."""
    figures: Figures = {"articles": len(articles)}
    for level in LEVELS:
        kept = [item for item in items if item.level == level]
        figures[level] = {**recall(kept, found), "by code": by_code(kept, found)}
    return {**figures, **noise(articles, items, found, words)}


def main(shared: Path) -> None:
    """Measure both halves, print the figures and keep them."""
    path = shared / "data" / "articles" / "articles.jsonl"
    if not path.is_file():
        sys.exit(f"{shared} holds no data/articles: this benchmark needs them, and is skipped")
    articles, items = read_items(HERE / "insisted.tsv")
    rows = {row["id"]: row for row in read_rows(path) if row["id"] in set(articles)}
    with tempfile.TemporaryDirectory() as scratch:
        drafts = write_rows(
            Path(scratch) / "drafts.jsonl",
            ({"id": key, "headline": rows[key]["headline"], "text": rows[key]["body"]} for key in articles),
        )
        found = {row["id"]: row["diagnostics"] for row in attrib_lsp("check", str(drafts))}
    figures: Figures = {}
    for name, kept in (("all", articles), *((f"half {n}", [a for a in articles if half(a) == n]) for n in (0, 1))):
        words = sum(len(rows[key]["body"].split()) for key in kept)
        figures[name] = figures_of(kept, [item for item in items if item.article in kept], found, words)
        print(f"{name}: {json.dumps(figures[name], indent=1)}", flush=True)
    (HERE / "insisted.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
