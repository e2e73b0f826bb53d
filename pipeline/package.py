"""Put the trained parts into the package, with their model card.

usage: python -m pipeline.package MODELS CORPUS

Takes ``MODELS/<part>/model-best``, scores it on the dev sets in CORPUS and writes ``attrib_lsp/language/data``.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from string import Template

from pipeline.evaluate import Scores, evaluate
from pipeline.train import HERE, PARTS

DATA = HERE.parent / "attrib_lsp" / "language" / "data"
#: The most that the package may carry.
LIMIT_MB = 15
#: What every part is told about itself, for whoever loads it by other means.
META = {"version": "1", "license": "CC BY-SA 4.0", "spacy_version": ">=3.8.2,<3.9.0"}


def package(models: Path, corpus: Path, data: Path = DATA) -> None:
    """Replace what lies in ``data`` by the trained parts.

    Raises:
        ValueError: they are larger than the package may carry.
    """
    shutil.rmtree(data, ignore_errors=True)
    for part in PARTS:
        shutil.copytree(models / part / "model-best", data / part, ignore=shutil.ignore_patterns("tokenizer"))
        describe(data / part / "meta.json", part)
    size = sum(path.stat().st_size for path in data.rglob("*") if path.is_file()) / 1e6
    if size > LIMIT_MB:
        raise ValueError(f"{size:.1f} MB are more than {LIMIT_MB}")
    card = Template((HERE / "model_card.md.in").read_text(encoding="utf-8"))
    scores = evaluate(data, corpus)
    (data / "README.md").write_text(card.substitute(scores=table(scores), size=f"{size:.1f}"), encoding="utf-8")


def describe(path: Path, part: str) -> None:
    """Complete the description that ``spacy train`` left in ``path``."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.update(META, name=f"attrib_lsp_{part}")
    path.write_text(json.dumps(meta, indent=1), encoding="utf-8")


def table(scores: Scores) -> str:
    """Return ``scores`` as the lines of a Markdown list."""
    rows = (f"| {name} | {', '.join(f'{key} {value}' for key, value in one.items())} |" for name, one in scores.items())
    return "\n".join(("| dev set | scores in per cent |", "|---|---|", *rows))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    package(Path(sys.argv[1]), Path(sys.argv[2]))
