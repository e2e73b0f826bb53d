"""An editor with folders, which answers what each is set to and watches files for the server."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types

from tests.server.editor import PATIENCE, Editor, capabilities

_REFRESHES = (
    types.WORKSPACE_CODE_LENS_REFRESH,
    types.WORKSPACE_INLAY_HINT_REFRESH,
    types.WORKSPACE_SEMANTIC_TOKENS_REFRESH,
)


class Desk(Editor):
    """Keeps what the server asks for."""

    def __init__(self) -> None:
        """Begin with nothing set."""
        super().__init__()
        self.settings: dict[str | None, object] = {}
        self.refreshed: list[str] = []
        for method in _REFRESHES:
            self.feature(method)(self._noting(_refresh(method)))

    def get_configuration(self, *, section: str | None = None, scope_uri: str | None = None) -> object:
        """Answer what a folder, or everything, is set to."""
        assert section == "attrib-lsp"
        return self.settings.get(scope_uri)

    async def begin(self, *folders: Path, options: object = None) -> None:
        """Start a server with ``folders`` open."""
        await self.start_io(sys.executable, "-m", "attrib_lsp.server")
        opened = [types.WorkspaceFolder(one.as_uri(), one.name) for one in folders]
        params = types.InitializeParams(able(), initialization_options=options, workspace_folders=opened)
        self.answer = await asyncio.wait_for(self.initialize_session(params), PATIENCE)

    def put(self, uri: str, text: str) -> str:
        """Open a document; return its URI."""
        return self.open_at(uri, text)

    async def codes(self, uri: str) -> list[str]:
        """Return the codes that are reported for a document."""
        return [one.code for one in await self.squiggles(uri)]

    async def after(self, change: Callable[[], object]) -> None:
        """Do ``change``, and wait until the server wants everything asked for anew."""
        asked, refreshed = self.diagnostic_refresh_count, len(self.refreshed)
        change()
        await self.until(lambda: self.diagnostic_refresh_count > asked and len(self.refreshed) >= refreshed + 3)

    def saved(self, *paths: Path) -> None:
        """Tell that files have changed, as an editor does that watches them."""
        events = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in paths]
        self.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))

    def change_folders(self, added: list[Path], removed: list[Path]) -> None:
        """Open and close folders."""
        parts = [[types.WorkspaceFolder(one.as_uri(), one.name) for one in part] for part in (added, removed)]
        event = types.WorkspaceFoldersChangeEvent(*parts)
        self.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))


def able() -> types.ClientCapabilities:
    """Return what this editor says it can do."""
    found = capabilities(pulls=True, encoding=types.PositionEncodingKind.Utf16)
    assert found.workspace is not None
    found.workspace.configuration = found.workspace.workspace_folders = True
    found.workspace.did_change_configuration = types.DidChangeConfigurationClientCapabilities(dynamic_registration=True)
    found.workspace.did_change_watched_files = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    found.workspace.code_lens = types.CodeLensWorkspaceClientCapabilities(refresh_support=True)
    found.workspace.inlay_hint = types.InlayHintWorkspaceClientCapabilities(refresh_support=True)
    found.workspace.semantic_tokens = types.SemanticTokensWorkspaceClientCapabilities(refresh_support=True)
    return found


def _refresh(method: str) -> Callable[[Desk, None], None]:
    """Return a handler that keeps that something is to be asked for anew."""

    def refresh(client: Desk, params: None) -> None:
        client.refreshed.append(method)

    return refresh
