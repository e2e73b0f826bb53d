"""The protocol library's side of the conversation, without its document store.

Its own handlers would keep a second copy of every text, and lose it: see `attrib_lsp.server.edits`. These pass the
messages on to ours and do nothing else.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

_Steps = Generator[Any, Any, None]

_POSITION = {"line", "character"}
_GREATEST = 2**31 - 1


class Protocol(LanguageServerProtocol):
    """A protocol that leaves documents to the features."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Turn a parsed JSON object into the message, or the part of one, that it stands for.

        A column or line beyond what the protocol allows ("the end", to some editors) becomes the greatest allowed:
        the library would throw the whole message away, and with a lost change the server's text is wrong for good.
        """
        if data.keys() == _POSITION:
            return {
                key: min(max(value, 0), _GREATEST) if isinstance(value, int) else value for key, value in data.items()
            }
        return super().structure_message(data)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> _Steps:
        """Pass on that a document was opened."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> _Steps:
        """Pass on that a document was changed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> _Steps:
        """Pass on that a document was closed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None
