"""What editors that show more than squiggles say they can do."""

from __future__ import annotations

from lsprotocol import types

from tests.server.editor import capabilities


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
