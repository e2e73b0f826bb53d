"""The protocol library's side of the conversation, without its document store.

Its own handlers would keep a second copy of every text, and lose it: see `attrib_lsp.server.edits`. These pass the
messages on to ours and do nothing else. They are plain functions: the library keeps a record of every notification
that a generator or a coroutine handles, for good.
"""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol, lsp_method

from attrib_lsp.server.capabilities import read_part

_POSITION = {"line", "character"}
_GREATEST = 2**31 - 1


class Protocol(LanguageServerProtocol):
    """A protocol that leaves documents to the features."""

    def structure_message(self, data: dict[str, object]) -> object:
        """Turn a parsed JSON object into the message, or the part of one, that it stands for.

        A column or line beyond what the protocol allows ("the end", to some editors) becomes the greatest allowed:
        the library would throw the whole message away, and with a lost change the server's text is wrong for good.
        A request that it cannot make sense of is answered with an error: the client would wait for ever. Of what a
        client says it can do, only what matters here is looked at, see `read_part`.
        """
        if data.keys() == _POSITION:
            return {
                key: min(max(value, 0), _GREATEST) if isinstance(value, int) else value for key, value in data.items()
            }
        if data.get("method") == types.INITIALIZE and isinstance(params := data.get("params"), dict):
            data = {**data, "params": {**params, "capabilities": read_part(params.get("capabilities", {}))}}
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            number = data.get("id")
            if "method" in data and isinstance(number, int | str):
                self._send_response(number, error=error.to_response_error())
            raise

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Pass on that a document was opened."""
        self.fm.features[types.TEXT_DOCUMENT_DID_OPEN](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Pass on that a document was changed."""
        self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Pass on that a document was closed."""
        self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE](params)

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # type: ignore[override]  # the library takes any kind of handler
        self, params: types.ExecuteCommandParams
    ) -> object:
        """Execute a command; to cancel the request ends the work, which the library's own handler would finish."""
        handler = self.fm.commands.get(params.command)
        if handler is None:
            raise JsonRpcInvalidParams(f"there is no command {params.command!r}")
        return await handler(*(params.arguments or ()))
