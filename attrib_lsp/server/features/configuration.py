"""Settings, as the client sent them at the start or sends them later."""

from __future__ import annotations

from lsprotocol import types

from attrib_lsp.server.options import own_options
from attrib_lsp.server.server import Server


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(did_change_configuration)


async def did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """Take over new settings, and look at every open document anew. Settings that do not mention us say nothing."""
    options = own_options(params.settings)
    if options is not None:
        await configure(ls, options)
        look_again(ls)


async def configure(ls: Server, options: object) -> None:
    """Put ``options`` in force; what is newly wrong with them is shown to the user in one message."""
    problems = await ls.worker.run(ls.worker.configure, options)
    news = [problem for problem in problems if problem not in ls.problems]
    ls.problems = problems
    if news:
        ls.tell_user("; ".join(news))


def look_again(ls: Server) -> None:
    """Forget all outcomes; push new ones, or ask the client to pull."""
    ls.workspace_run.paused = False
    for snapshot in ls.documents:
        ls.analyses.drop(snapshot.uri)
        if not ls.client.pulls:
            ls.push.now(snapshot.uri)
    if ls.client.pulls and ls.client.refreshes:
        ls.workspace_diagnostic_refresh(None)
