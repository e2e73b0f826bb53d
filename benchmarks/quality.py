"""Measure what the linter finds, with the scorers and dev sets of a folder beside the project.

usage: python -m benchmarks.quality [SHARED]

SHARED (default: ``../shared``) holds ``eval/``, ``data/`` and ``seeds/``. Everything goes through the public command.
The figures are printed, and written to ``benchmarks/quality.json``.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.articles import open_articles, words
from benchmarks.commands import attrib_lsp, read_rows, write_rows

HERE = Path(__file__).parent
ROOT = HERE.parent
GRAVE = ("warning", "error")

Figures = dict[str, Any]


def score(script: Path, *arguments: str) -> str:
    """Return what a scorer prints; those that exit with 1 to say "not all right" are no accident."""
    ran = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, check=False)
    if ran.returncode not in (0, 1) or "Traceback" in ran.stderr:
        raise RuntimeError(ran.stderr)
    return ran.stdout


def sample(shared: Path, scratch: Path) -> Figures:
    """Lint the sample article against its annotation."""
    gold = next((shared / "seeds").glob("*.gold.json"))
    draft = ROOT / "seeds" / gold.name.replace(".gold.json", ".txt")
    rows = write_rows(scratch / "sample.jsonl", attrib_lsp("check", str(draft)))
    printed = score(shared / "eval" / "score_seed.py", str(gold), str(rows))
    tiers = dict(re.findall(r"^(must|should|may) +(\S+)$", printed, re.MULTILINE))
    totals = dict(re.findall(r"(diagnostics|explained|unlisted|traps) (\d+)", printed.splitlines()[-1]))
    return {**tiers, **{name: int(count) for name, count in totals.items()}}


def attribution(shared: Path, scratch: Path) -> Figures:
    """Score sources, cues, contents and whole relations on PolNeAR's dev split, by both of its gold files."""
    data = shared / "data" / "attribution"
    figures: Figures = {}
    for name in ("polnear.dev", "polnear.dev.all_annotators"):
        gold = data / f"{name}.jsonl"
        texts = {row["id"]: row["text"] for row in read_rows(gold)}
        drafts = write_rows(scratch / "drafts.jsonl", ({"id": key, "text": text} for key, text in texts.items()))
        found = write_rows(scratch / "found.jsonl", attrib_lsp("sources", str(drafts)))
        scored = json.loads(score(shared / "eval" / "score_attribution.py", str(gold), str(found), "--json"))
        figures[name] = {
            **{f"exact {role}": values["F1"] for role, values in scored["cofenet_exact"].items()},
            **{f"relation {kind}": scored["relation"][kind] for kind in ("partial", "strict")},
            "source given content": scored["relation"]["source_acc_given_content"],
        }
    return figures


def articles(shared: Path, scratch: Path) -> Figures:
    """Count findings over the published articles under an open licence: how often a desk would be interrupted."""
    rows = open_articles(shared)
    drafts = write_rows(scratch / "articles.jsonl", rows)
    length = words(rows)
    found = [one for row in attrib_lsp("check", str(drafts)) for one in row["diagnostics"]]
    grave = Counter(one["code"] for one in found if one["severity"] in GRAVE)
    mild = Counter(one["code"] for one in found if one["severity"] not in GRAVE)
    return {
        "articles": len(rows),
        "words": length,
        "warnings and errors per 1,000 words": per_thousand(grave.total(), length),
        "infos and hints per 1,000 words": per_thousand(mild.total(), length),
        "warnings and errors by rule": dict(grave.most_common()),
        "infos and hints by rule": dict(mild.most_common()),
    }


def per_thousand(count: int, words: int) -> float:
    """Return ``count`` per 1,000 words."""
    return round(1000 * count / words, 2)


def attributed_sentences(shared: Path, scratch: Path) -> Figures:
    """Count unsourced-claim findings on sentences of stories that are attributed: each is a false alarm."""
    gold = read_rows(shared / "data" / "attribution" / "polnear.dev.jsonl")
    drafts = write_rows(scratch / "drafts.jsonl", ({"id": row["id"], "text": row["text"]} for row in gold))
    found = {row["id"]: row["diagnostics"] for row in attrib_lsp("check", "--select", "UNS", str(drafts))}
    contents = [
        (row["id"], min(start for start, _ in one["content"]), max(end for _, end in one["content"]))
        for row in gold
        for one in row["attributions"]
        if one["source"] and one["content"] and not one["in_headline"]
    ]
    hit = sum(any(one["start"] < end and start < one["end"] for one in found[key]) for key, start, end in contents)
    return {
        "contents with a source": len(contents),
        "with a UNS finding, per cent": round(100 * hit / len(contents), 1),
    }


PARTS: dict[str, Callable[[Path, Path], Figures]] = {
    "sample article": sample,
    "attribution": attribution,
    "open articles": articles,
    "attributed statements": attributed_sentences,
}


def main(shared: Path) -> None:
    """Measure all parts, print the figures and keep them."""
    if not (shared / "eval").is_dir():
        sys.exit(f"{shared} holds no eval/ and data/: the quality benchmark needs the dev sets, and is skipped")
    figures = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, part in PARTS.items():
            figures[name] = part(shared, Path(scratch))
            print(f"{name}: {json.dumps(figures[name], indent=1)}", flush=True)
    (HERE / "quality.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
