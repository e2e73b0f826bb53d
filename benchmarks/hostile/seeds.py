"""Whole files of every kind that is read, to break."""

from __future__ import annotations

import json
from pathlib import Path

from tests.text.test_wire import MESSAGE, NINJS, NINJS_3, NITF, word

_DRAFTS = Path(__file__).parents[2] / "tests" / "linter" / "drafts"
_STORY = (_DRAFTS / "bridge.md").read_text(encoding="utf-8")
_FRONT = "---\ntitle: Bridge shut\ndeck: Cracks found\nattrib: {ignore: [ANO202]}\n---\n\n"

#: Endings of files that are read as text.
TEXTS = (".txt", ".md", ".mdx", ".html", ".rst", ".adoc", ".tex", ".org")
#: Endings of all files that are read.
KINDS = (*TEXTS, ".json", ".xml", ".nitf", ".docx", ".jsonl")


def row(text: str, number: int = 1) -> str:
    """Return a row of JSON Lines."""
    return json.dumps({"id": number, "headline": "Bridge shut", "text": text}, ensure_ascii=False) + "\n"


def seeds() -> dict[str, list[bytes]]:
    """Return whole files by their ending."""
    found: dict[str, list[str]] = {
        path.suffix: [path.read_text(encoding="utf-8")] for path in sorted(_DRAFTS.iterdir())
    }
    found[".txt"] = [_STORY, _STORY.replace("\n", "\r\n")]
    for kind in TEXTS:
        found[kind].append(_FRONT + found[kind][0])
    found[".jsonl"] = ["".join(row(_STORY, number) for number in range(3))]
    found[".json"] = [NINJS, NINJS_3]
    found[".xml"] = [NITF, MESSAGE]
    found[".nitf"] = [NITF]
    whole = {kind: [text.encode() for text in texts] for kind, texts in found.items()}
    whole[".docx"] = [word()]
    return whole
