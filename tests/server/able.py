"""What editors that show more than squiggles say they can do."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from tests.server.editor import Editor, capabilities

SAMPLE = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_text(encoding="utf-8")

#: A draft with emoji before what matters, so that every encoding counts in its own way.
DRAFT = """---
title: Harbour board to sell ferry
kind: news
---

The harbour board will sell its last ferry 🚢 in May, an official at the port said on Monday. “😀 We have no choice,”
the official said.

Mara Lind, the board’s chair, said the ferry had become “too dear”. She added that no buyer had been found.

“People have known since spring 😀.”
"""


def able(*commands: str, encoding: types.PositionEncodingKind) -> types.ClientCapabilities:
    """Return the capabilities of an editor that runs ``commands`` itself and shows all that it can be told."""
    declared = capabilities(pulls=True, encoding=encoding)
    assert declared.text_document is not None
    declared.text_document.folding_range = types.FoldingRangeClientCapabilities(
        folding_range=types.ClientFoldingRangeOptions(collapsed_text=True)
    )
    declared.text_document.completion = types.CompletionClientCapabilities(
        completion_item=types.ClientCompletionItemOptions(label_details_support=True)
    )
    declared.experimental = {"commands": {"commands": list(commands)}}
    return declared


def document(uri: str) -> types.TextDocumentIdentifier:
    """Return how a request names a document."""
    return types.TextDocumentIdentifier(uri)


def whole(editor: Editor, uri: str) -> types.Range:
    """Return the range of a whole document."""
    lines = editor.documents[uri].text.count("\n") + 1
    return types.Range(types.Position(0, 0), types.Position(lines, 0))
