"""Settings, as the client sent them at the start or sends them later."""

from __future__ import annotations

from collections.abc import Mapping

from lsprotocol import types

from attrib_lsp.server.server import Server

#: Under this name an editor's settings hold ours.
SECTION = "attrib-lsp"


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(did_change_configuration)


async def did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """Take over new settings, and look at every open document anew. Settings without our section say nothing."""
    if isinstance(params.settings, Mapping) and SECTION in params.settings:
        await configure(ls, params.settings[SECTION])
        look_again(ls)


async def configure(ls: Server, options: object) -> None:
    """Put ``options`` in force; what is wrong with them is shown to the user in one message."""
    problems = await ls.worker.run(ls.worker.configure, options)
    if problems:
        ls.tell_user("; ".join(problems))


def look_again(ls: Server) -> None:
    """Forget all outcomes; push new ones, or ask the client to pull."""
    for snapshot in ls.documents:
        ls.analyses.drop(snapshot.uri)
        if not ls.client.pulls:
            ls.push.now(snapshot.uri)
    if ls.client.pulls and ls.client.refreshes:
        ls.workspace_diagnostic_refresh(None)
