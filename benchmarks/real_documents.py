"""Check real documents of every kind that is read, and see that each finding leads back to its words in the file.

usage: python -m benchmarks.real_documents FOLDER [--json FILE] [--show NAME]

FOLDER holds documents, which are nobody's to pass on here, and ``origins.tsv``: a line with name and origin for each.
``--show`` prints what is read of one of them, and as what.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrib_lsp.cli.drafts import Draft, read
from attrib_lsp.cli.files import Input
from attrib_lsp.cli.found import finding_by
from attrib_lsp.cli.run import load_pipeline
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import Settings
from attrib_lsp.text.length import words_in
from attrib_lsp.text.story import Story
from benchmarks.commands import Row
from tests.text.test_properties import check

_ORIGINS = "origins.tsv"


def origins(folder: Path) -> dict[str, str]:
    """Return where each document comes from."""
    lines = (folder / _ORIGINS).read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line)


def drafts(path: Path) -> Iterator[Draft]:
    """Yield the stories in a document.

    Raises:
        ValueError: something keeps it from being read.
    """
    for one in read(Input(path.name, path)):
        if not isinstance(one, Draft):
            raise ValueError(str(one))
        yield one


def unlike(story: Story, draft: Draft, linter: Linter) -> int:
    """Return how many findings in ``story`` do not give back the words that they are about; check all places.

    A finding's words are those that the prose has there; markup and line ends inside of it are not.
    """
    check(story)
    wrong = 0
    placed = {
        piece.file + at: prose.text[piece.prose + at]
        for block in story.read
        for prose in (block.prose,)
        for piece in prose.pieces
        if not piece.written
        for at in range(piece.length)
    }
    for finding in finding_by(linter)(draft, Settings.default()).findings:
        if finding.field != "text":
            continue
        held = [at for at in range(finding.span.start, finding.span.end) if at in placed]
        wrong += any(placed[at] != draft.text[at] for at in held)
        wrong += len(finding.span) > 0 and finding.span.start not in placed and not held
    return wrong


def measured(path: Path, origin: str, linter: Linter) -> Row:
    """Return what is seen in a document."""
    began = time.process_time()
    kinds: Counter[str] = Counter()
    found = words = wrong = stories = 0
    for draft in drafts(path):
        story = draft.story()
        stories += 1
        kinds.update(block.kind.value for block in story.body)
        words += words_in(story)
        found += len(finding_by(linter)(draft, Settings.default()).findings)
    seconds = time.process_time() - began
    for draft in drafts(path):
        wrong += unlike(draft.story(), draft, linter)
    return {
        "kind": path.suffix[1:],
        "document": path.name,
        "origin": origin,
        "stories": stories,
        "words": words,
        "read as": dict(sorted(kinds.items())),
        "findings": found,
        "not on their words": wrong,
        "seconds": round(seconds, 2),
    }


def show(path: Path) -> None:
    """Print what is read of a document, and as what."""
    for draft in drafts(path):
        story = draft.story()
        for name, block in (("headline", story.headline), ("deck", story.deck), ("byline", story.byline)):
            if block is not None:
                print(f"{name}: {block.prose.text}")
        for block in story.body:
            print(f"{block.kind.value}: {block.prose.text}")


def main() -> None:
    """Run, print and keep."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE, too")
    parser.add_argument("--show", metavar="NAME", help="print what is read of this document")
    asked = parser.parse_args()
    if asked.show is not None:
        show(asked.folder / asked.show)
        return
    pipeline = load_pipeline()
    held = origins(asked.folder).items()
    rows = [measured(asked.folder / name, origin, Linter(lambda: pipeline)) for name, origin in held]
    for row in rows:
        print(row["document"], f"{row['words']:,} words", f"{row['findings']} findings", f"{row['seconds']} s")
    if asked.json is not None:
        asked.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.exit(any(row["not on their words"] for row in rows))


if __name__ == "__main__":
    main()
