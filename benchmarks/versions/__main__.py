"""Measure the comparison of versions: losses planted in real copy, and real copy that was only reworded.

usage: python -m benchmarks.versions [SHARED] [--half dev|held-out|"by hand"] [--show KIND]

SHARED (default: ``../shared``) holds ``data/articles``. Every planted loss must be reported as the kind that it is;
copy that was only reworded or reordered must come out without any loss. The two halves are of different articles; rules
were chosen on "dev", "held-out" was run for its totals alone. Pairs go through the public command. The figures are
printed, and written to ``benchmarks/versions.json``.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.span import Span
from benchmarks.articles import all_articles
from benchmarks.commands import COMMAND, Row, write_rows
from benchmarks.versions.pages import Edit, Page, edited, overlapping
from benchmarks.versions.plants import PLANTS
from benchmarks.versions.rewordings import BACKWARDS, REWORDINGS
from pipeline.worth import half

HERE = Path(__file__).parents[1]
ROOT = HERE.parent
#: Pairs of each kind.
EACH = 6
#: Words of the shortest and of the longest article that is taken.
SHORTEST, LONGEST = 120, 800
#: By half, the seed of its chance and the number of its articles' half.
HALVES = {"dev": (7, 0), "held-out": (2026, 1)}
#: Edits made by hand, of articles that were read for it.
BY_HAND = HERE / "edits.tsv"
#: What stands there for words of the article itself.
_KEPT = re.compile(r"\[(\d+):(\d+)\]")

Figures = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A pair of versions: ``wanted`` is the kind of loss that was planted, None where there is none."""

    id: str
    edit: str
    old: Row
    new: Row
    wanted: str | None


def cases(shared: Path, name: str, each: int) -> Iterator[Case]:
    """Yield the pairs of a half: ``each`` of every kind of edit, no article twice for one kind."""
    seed, number = HALVES[name]
    chance = Random(seed)
    rows = [row for row in all_articles(shared) if half(row["id"]) == number]
    rows = [row for row in rows if row["headline"] and SHORTEST <= len(row["text"].split()) <= LONGEST]
    chance.shuffle(rows)
    linter = Linter()
    left = dict.fromkeys((*PLANTS, *REWORDINGS), each)
    for row in rows:
        if not any(left.values()):
            return
        page = Page.of(row, linter)
        for edit in [one for one, count in left.items() if count]:
            case = _case(page, edit, Random(f"{seed} {row['id']} {edit}"))
            if case is not None:
                left[edit] -= 1
                yield case


def _case(page: Page, edit: str, chance: Random) -> Case | None:
    """Return a page with one kind of edit made, if it offers a place for it."""
    plant, wanted = PLANTS.get(edit, (REWORDINGS.get(edit), None))
    edits = plant(page, chance) if plant is not None else None
    if not edits or overlapping(edits):
        return None
    new = edited(page.row, edits)
    if new == page.row:
        return None
    before, after = (new, page.row) if edit in BACKWARDS else (page.row, new)
    name = f"{page.row['id']} {edit}"
    return Case(name, edit, {**before, "id": name}, {**after, "id": name}, wanted)


def by_hand(shared: Path) -> Iterator[Case]:
    """Yield the pairs whose edits were made by hand."""
    rows = {row["id"]: row for row in all_articles(shared)}
    made: dict[str, list[tuple[str, str, Edit]]] = defaultdict(list)
    for line in BY_HAND.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            number, article, wanted, field, start, end, new = line.split("\t")
            place = Span(int(start), int(end))
            text = rows[article]["text"]
            words = _KEPT.sub(partial(_of, text), new)
            made[number].append((article, wanted, Edit("headline" if field == "headline" else "text", place, words)))
    for number, edits in made.items():
        article, wanted, _ = edits[0]
        old = rows[article]
        changed = edited(old, [edit for _, _, edit in edits])
        yield Case(number, wanted or "only reworded", {**old, "id": number}, {**changed, "id": number}, wanted or None)


def _of(text: str, kept: re.Match[str]) -> str:
    """Return the words of an article that ``kept`` stands for."""
    return text[int(kept[1]) : int(kept[2])]


def compared(pairs: list[Case], scratch: Path) -> dict[str, list[Row]]:
    """Return the losses that the public command reports, by the pairs' names."""
    old = write_rows(scratch / "old.jsonl", (one.old for one in pairs))
    new = write_rows(scratch / "new.jsonl", (one.new for one in pairs))
    arguments = ("diff", "--output-format", "json", "--isolated", str(old), str(new))
    ran = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    if ran.returncode not in (0, 1):
        raise RuntimeError(ran.stderr)
    return {
        one["new"]["id"]: [change for change in one["changes"] if change["effect"] == "loss"]
        for one in json.loads(ran.stdout)
    }


def figures(pairs: list[Case], losses: dict[str, list[Row]]) -> Figures:
    """Return what was found, by kind and in all."""
    planted: dict[str, list[bool]] = defaultdict(list)
    reworded: dict[str, list[bool]] = defaultdict(list)
    further = 0
    for one in pairs:
        kinds = [loss["kind"] for loss in losses[one.id]]
        if one.wanted is not None:
            planted[one.edit].append(one.wanted in kinds)
            further += any(kind != one.wanted for kind in kinds)
        else:
            reworded[one.edit].append(not kinds)
    return {
        "planted losses": _rates(planted, "reported"),
        "pairs with another loss besides": further,
        "only reworded or reordered": _rates(reworded, "without a loss"),
    }


def _rates(found: dict[str, list[bool]], word: str) -> Figures:
    """Return counts of pairs and of those that came out right, in all and by edit."""
    every = [one for right in found.values() for one in right]
    return {
        "pairs": len(every),
        word: sum(every),
        "per cent": round(100 * sum(every) / max(len(every), 1), 1),
        "by edit": {edit: f"{sum(right)} of {len(right)}" for edit, right in found.items()},
    }


def show(pairs: list[Case], losses: dict[str, list[Row]], wanted: str) -> None:
    """Print the pairs that came out wrong whose edit has ``wanted`` in its name."""
    for one in pairs:
        kinds = [loss["kind"] for loss in losses[one.id]]
        right = set(kinds) == {one.wanted} if one.wanted is not None else not kinds
        if right or wanted not in one.edit:
            continue
        print(f"\n## {one.id} (wanted: {one.wanted})")
        for before, after in _differences(one):
            print(f"  - {before}\n  + {after}")
        for loss in losses[one.id]:
            old, new = ((loss[side] or {}).get("text") for side in ("old", "new"))
            print(f"  {loss['kind']}: {loss['message']}\n    {old!r}\n    {new!r}")


def _differences(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the lines of a pair that differ."""
    for field in ("headline", "text"):
        old, new = (row[field].splitlines() for row in (case.old, case.new))
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        for at in range(max(len(gone), len(come))):
            yield (gone[at] if at < len(gone) else ""), (come[at] if at < len(come) else "")


def main() -> None:
    """Measure one half, print the figures and keep them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--half", choices=[*HALVES, "by hand"], default="dev")
    parser.add_argument("--each", type=int, default=EACH)
    parser.add_argument(
        "--show", metavar="KIND", help="print the pairs of this kind that came out wrong; not those held out"
    )
    asked = parser.parse_args()
    if not (asked.shared / "data" / "articles").is_dir():
        sys.exit(f"{asked.shared} holds no data/articles: the benchmark of versions needs it, and is skipped")
    by_seed = asked.half in HALVES
    pairs = list(cases(asked.shared, asked.half, asked.each) if by_seed else by_hand(asked.shared))
    with tempfile.TemporaryDirectory() as scratch:
        losses = compared(pairs, Path(scratch))
    found = figures(pairs, losses)
    print(json.dumps(found, indent=1))
    kept = HERE / "versions.json"
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    kept.write_text(json.dumps({**known, asked.half: found}, indent=1) + "\n", encoding="utf-8")
    if asked.show is not None and asked.half != "held-out":
        show(pairs, losses, asked.show)


if __name__ == "__main__":
    main()
