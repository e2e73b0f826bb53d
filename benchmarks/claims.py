"""Measure what asks for a source: sourced sentences without their source, sourced ones as they were, clean copy.

usage: python -m benchmarks.claims [SHARED]

SHARED (default: ``../shared``) holds ``data/``. Everything goes through the public command. Rules and thresholds were
chosen on half 0 of the stories and on clean copy; half 1 was not trained on (see `pipeline.worth.half`). The figures
are printed, and written to ``benchmarks/claims.json``.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.articles import open_articles, words
from benchmarks.commands import attrib_lsp, read_rows, write_rows
from pipeline.worth import half

HERE = Path(__file__).parent
ROOT = HERE.parent
#: Of the sentences that are told without a source, and of those with one, every so manieth is looked at.
EVERY = 8

#: Rules on sources that are given, but too vaguely: a sentence may be attributed and yet deserve their finding.
VAGUE = frozenset({"UNS104", "UNS105", "UNS106", "UNS107", "UNS110"})

Figures = dict[str, Any]


def fired(texts: Iterable[tuple[str, str]], scratch: Path) -> dict[str, set[str]]:
    """Return, by the keys of the texts, given with their keys, the codes of the family UNS that fire; none left out."""
    drafts = write_rows(scratch / "drafts.jsonl", ({"id": key, "text": text} for key, text in texts))
    return {
        row["id"]: {one["code"] for one in row["diagnostics"]}
        for row in attrib_lsp("check", "--select", "UNS", str(drafts))
        if row["diagnostics"]
    }


def twins(data: Path, scratch: Path) -> Figures:
    """Count the sentences on which a rule fires once their source is gone, and only then."""
    rows = read_rows(data / "claims" / "stripped_source.jsonl")
    bare = fired(((row["id"], row["stripped"]) for row in rows), scratch)
    sourced = fired(((row["id"], row["original"]) for row in rows), scratch)
    figures: Figures = {}
    for number, name in ((True, "with a number"), (False, "without one")):
        for part in (0, 1):
            keys = [row["id"] for row in rows if row["has_number"] is number and half(row["doc"]) == part]
            found = sum(key in bare and key not in sourced for key in keys)
            figures[f"{name}, half {part}"] = {"twins": len(keys), "found": found, "per cent": share(found, len(keys))}
    figures["originals with a finding"] = len(sourced)
    return figures


def sentences(data: Path, scratch: Path) -> Figures:
    """Count findings on sentences of stories by themselves: attributed, and told without a source."""
    with gzip.open(data / "claims" / "polnear_sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if not row["is_headline"]]
    figures: Figures = {}
    for status in ("attributed", "unattributed"):
        kept = [row for row in rows if row["status"] == status][::EVERY]
        found = fired(((row["id"], row["sentence"]) for row in kept), scratch)
        other = sum(not codes <= VAGUE for codes in found.values())
        figures[status] = {
            "sentences": len(kept),
            "found": len(found),
            "per cent": share(len(found), len(kept)),
            "by rule": dict(Counter(code for codes in found.values() for code in codes).most_common()),
            "other than a vague source": other,
            "other than a vague source, per cent": share(other, len(kept)),
        }
    return figures


def copy(data: Path, scratch: Path) -> Figures:
    """Count the findings of UNS101 and UNS102 on published articles under an open licence."""
    rows = open_articles(data.parent)
    drafts = write_rows(scratch / "drafts.jsonl", rows)
    length = words(rows)
    found = Counter(
        one["code"]
        for row in attrib_lsp("check", "--select", "UNS101,UNS102", str(drafts))
        for one in row["diagnostics"]
    )
    total = found.total()
    return {"words": length, **found, "per 1,000 words": round(1000 * total / length, 2)}


def share(part: int, whole: int) -> float:
    """Return a share in per cent."""
    return round(100 * part / whole, 1)


PARTS = {"twins": twins, "sentences by themselves": sentences, "open articles": copy}


def main(shared: Path) -> None:
    """Measure all parts, print the figures and keep them."""
    if not (shared / "data" / "claims").is_dir():
        sys.exit(f"{shared} holds no data/claims: the benchmark of claims needs it, and is skipped")
    figures = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, part in PARTS.items():
            figures[name] = part(shared / "data", Path(scratch))
            print(f"{name}: {json.dumps(figures[name], indent=1)}", flush=True)
    (HERE / "claims.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
