"""An editor for tests: documents on its side, a real server process on the other."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Union

from cattrs import Converter
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from tests.server.texts import width

#: Seconds in which whatever is waited for must come, on a slow and busy machine.
PATIENCE = 60.0

_numbers = count(1)


def capabilities(
    *,
    pulls: bool,
    encoding: types.PositionEncodingKind,
    related: bool = True,
    markdown: bool = True,
    nested: bool = False,
    progress: bool = False,
) -> types.ClientCapabilities:
    """Return what an editor says it can do; ``nested`` where it shows symbols as a tree and follows links."""
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[encoding]),
        window=types.WindowClientCapabilities(work_done_progress=progress),
        workspace=types.WorkspaceClientCapabilities(
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True) if pulls else None
        ),
        text_document=types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=[kind]),
            diagnostic=types.DiagnosticClientCapabilities() if pulls else None,
            document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=nested),
            definition=types.DefinitionClientCapabilities(link_support=nested),
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
                related_information=related, data_support=True, version_support=True
            ),
        ),
    )


@dataclass
class Document:
    """A document as the editor shows it."""

    uri: str
    version: int
    text: str


@dataclass(frozen=True)
class Squiggle:
    """A diagnostic as the writer sees it: the rule's code and the words under the line."""

    code: str
    words: str


def _converter() -> Converter:
    """Return the library's converter, which by itself takes a code action with a command for a bare command."""
    converter = default_converter()

    def read(given: Any, _: object) -> types.Command | types.CodeAction:  # noqa: ANN401 - JSON
        kind = types.Command if isinstance(given.get("command"), str) else types.CodeAction
        found: types.Command | types.CodeAction = converter.structure(given, kind)
        return found

    converter.register_structure_hook(Union[types.Command, types.CodeAction], read)  # noqa: UP007 - as it is declared
    return converter


class Editor(LanguageClient):
    """Sends what its user does, keeps what the server answers."""

    def __init__(self) -> None:
        """Begin with no document; `start` starts the server."""
        super().__init__(converter_factory=_converter)
        self.published: list[types.PublishDiagnosticsParams] = []
        self.registered: list[types.Registration] = []
        self.traced: list[types.LogTraceParams] = []
        self.progressed: dict[types.ProgressToken, list[Any]] = {}
        self.documents: dict[str, Document] = {}
        self.encoding = types.PositionEncodingKind.Utf16
        self.answer: types.InitializeResult | None = None
        self._news = asyncio.Event()
        features = {name: self._noting(handler) for name, handler in DEFAULT_CLIENT_FEATURES.items()}
        features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = self._noting(_keep)
        features[types.CLIENT_REGISTER_CAPABILITY] = self._noting(_register)
        features[types.LOG_TRACE] = self._noting(_trace)
        features[types.PROGRESS] = self._noting(_advance)
        register_lsp_features(self, features)

    def _noting(self, handler: Callable[..., object]) -> Callable[..., object]:
        """Return ``handler``, after which those who wait for news are woken."""

        def handle(client: LanguageClient, params: object) -> object:
            result = handler(client, params)
            self._news.set()
            return result

        handle.__annotations__ = {"client": LanguageClient}
        return handle

    async def start(
        self, capabilities: types.ClientCapabilities, options: object = None, folders: Sequence[Path] = ()
    ) -> None:
        """Start a server and introduce ourselves, with ``folders`` open."""
        await self.start_io(sys.executable, "-m", "attrib_lsp.server")
        await self.introduce(capabilities, options, folders)

    async def introduce(
        self, capabilities: types.ClientCapabilities, options: object = None, folders: Sequence[Path] = ()
    ) -> None:
        """Introduce ourselves to the server at the other end."""
        params = types.InitializeParams(
            capabilities,
            initialization_options=options,
            process_id=None,
            workspace_folders=[types.WorkspaceFolder(path.as_uri(), path.name) for path in folders] or None,
        )
        self.answer = await asyncio.wait_for(self.initialize_session(params), PATIENCE)
        encoding = self.answer.capabilities.position_encoding
        self.encoding = types.PositionEncodingKind(encoding or types.PositionEncodingKind.Utf16)

    async def quit(self) -> int:
        """Take leave properly; return the server's exit status."""
        await asyncio.wait_for(self.shutdown_session(), PATIENCE)
        await asyncio.wait_for(self.stop(), PATIENCE)
        assert self._server is not None
        assert self._server.returncode is not None
        return self._server.returncode

    async def until(self, come: Callable[[], bool]) -> None:
        """Wait until ``come`` answers yes; it is asked again whenever the server has sent something."""

        async def wait() -> None:
            while not come():
                self._news.clear()
                await self._news.wait()

        await asyncio.wait_for(wait(), PATIENCE)

    def open(self, text: str, language: str = "markdown", name: str = "story.md") -> str:
        """Open a new document; return its URI."""
        return self.open_at(f"file:///drafts/{next(_numbers)}/{name}", text, language)

    def open_at(self, uri: str, text: str, language: str = "markdown") -> str:
        """Open a document under this URI; return it."""
        self.documents[uri] = Document(uri, 1, text)
        item = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def edit(self, uri: str, old: str, new: str) -> None:
        """Put ``new`` in the place of ``old``, which stands in the document, by an incremental change."""
        document = self.documents[uri]
        start = document.text.index(old)
        ends = types.Range(self._position(document.text, start), self._position(document.text, start + len(old)))
        self._change(
            document,
            document.text[:start] + new + document.text[start + len(old) :],
            types.TextDocumentContentChangePartial(ends, new),
        )

    def replace(self, uri: str, text: str) -> None:
        """Put ``text`` in the place of the whole document."""
        self._change(self.documents[uri], text, types.TextDocumentContentChangeWholeDocument(text))

    def _change(self, document: Document, text: str, change: types.TextDocumentContentChangeEvent) -> None:
        document.version, document.text = document.version + 1, text
        identifier = types.VersionedTextDocumentIdentifier(document.version, document.uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    def close(self, uri: str) -> None:
        """Close a document."""
        del self.documents[uri]
        self.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def configure(self, settings: object) -> None:
        """Send the editor's settings."""
        self.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))

    async def pull(self, uri: str, previous: str | None = None) -> types.DocumentDiagnosticReport:
        """Ask for the diagnostics of a document."""
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=previous)
        return await asyncio.wait_for(self.text_document_diagnostic_async(params), PATIENCE)

    async def pushed(self, uri: str) -> list[types.Diagnostic]:
        """Wait until the diagnostics of a document's present version are pushed; return the latest."""
        version = self.documents[uri].version
        await self.until(lambda: any(one.version == version for one in self.published if one.uri == uri))
        return list(next(one for one in reversed(self.published) if one.uri == uri).diagnostics)

    async def reported(self, uri: str) -> list[types.Diagnostic]:
        """Return the diagnostics of a document's present version, whichever way they come."""
        assert self.answer is not None
        if self.answer.capabilities.diagnostic_provider is None:
            return await self.pushed(uri)
        while True:
            try:
                report = await self.pull(uri)
            except JsonRpcException as error:
                assert error.code == types.LSPErrorCodes.ServerCancelled
                continue
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            return list(report.items)

    async def squiggles(self, uri: str) -> list[Squiggle]:
        """Return what the writer sees in a document's present version."""
        text = self.documents[uri].text
        return [Squiggle(str(one.code), self.words(text, one.range)) for one in await self.reported(uri)]

    async def hover(self, uri: str, words: str) -> types.Hover | None:
        """Point at the first of ``words``, which stand in the document."""
        document = self.documents[uri]
        position = self._position(document.text, document.text.index(words))
        params = types.HoverParams(types.TextDocumentIdentifier(uri), position)
        return await asyncio.wait_for(self.text_document_hover_async(params), PATIENCE)

    async def ask(self, method: str, params: object) -> Any:  # noqa: ANN401 - as many types as there are requests
        """Send a request of any kind; return its answer."""
        return await asyncio.wait_for(self.protocol.send_request_async(method, params), PATIENCE)

    def at(self, uri: str, words: str, inside: int = 0) -> types.TextDocumentPositionParams:
        """Return the place ``inside`` code points into the first of ``words``, which stand in the document."""
        text = self.documents[uri].text
        position = self._position(text, text.index(words) + inside)
        return types.TextDocumentPositionParams(types.TextDocumentIdentifier(uri), position)

    def words(self, text: str, ends: types.Range) -> str:
        """Return what stands in ``text`` between two positions that the server sent."""
        return text[self._offset(text, ends.start) : self._offset(text, ends.end)]

    def _position(self, text: str, offset: int) -> types.Position:
        """Return the position of an offset, counted the slow way."""
        lines = text[:offset].replace("\r\n", "\n").split("\n")
        return types.Position(len(lines) - 1, sum(width(character, self.encoding) for character in lines[-1]))

    def _offset(self, text: str, position: types.Position) -> int:
        """Return the offset of a position, counted the slow way."""
        offset = sum(len(line) for line in text.splitlines(keepends=True)[: position.line])
        column = 0
        while column < position.character:
            column += width(text[offset], self.encoding)
            offset += 1
        assert column == position.character, "a position in the middle of a character"
        return offset


def _keep(client: LanguageClient, params: types.PublishDiagnosticsParams) -> None:
    """Keep what the server pushes."""
    assert isinstance(client, Editor)
    client.published.append(params)


def _register(client: LanguageClient, params: types.RegistrationParams) -> None:
    """Keep what the server asks to be told of."""
    assert isinstance(client, Editor)
    client.registered += params.registrations


def _trace(client: LanguageClient, params: types.LogTraceParams) -> None:
    """Keep what the server tells of itself."""
    assert isinstance(client, Editor)
    client.traced.append(params)


def _advance(client: LanguageClient, params: types.ProgressParams) -> None:
    """Keep what the server sends under a token: progress, or a part of an answer."""
    assert isinstance(client, Editor)
    client.progressed.setdefault(params.token, []).append(params.value)


@asynccontextmanager
async def editing(
    capabilities: types.ClientCapabilities, options: object = None, folders: Sequence[Path] = ()
) -> AsyncIterator[Editor]:
    """Lend an editor with its own server, which must leave properly in the end."""
    editor = Editor()
    await editor.start(capabilities, options, folders)
    try:
        yield editor
    finally:
        status = await editor.quit()
    assert status == 0
