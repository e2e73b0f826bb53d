"""Settings: as the client sends them, as it answers for each folder, and as configuration files have them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.linter.baseline import NAME as BASELINE
from attrib_lsp.linter.configuration.files import NAMES
from attrib_lsp.server.options import SECTION, own_options
from attrib_lsp.server.scopes import path_of
from attrib_lsp.server.server import Server

#: Seconds in which a client must answer what it is set to; after that, what it sent counts.
PATIENCE = 5.0

#: The files that are watched: configurations, and a baseline by its usual name.
WATCHED = (*NAMES, BASELINE)
_WATCHED = f"**/{{{','.join(WATCHED)}}}"


def register(server: Server) -> None:
    """Add the handlers of this module."""
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(did_change_configuration)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(did_change_workspace_folders)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(did_change_watched_files)


async def did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """Take over new settings, and look at every open document anew. Settings that do not mention us say nothing.

    A client that answers what it is set to is asked: what it sends along then, if anything, need not be all.
    """
    sent = own_options(params.settings)
    if sent is not None:
        ls.sent_options = sent
    elif not ls.client.configuration:
        return
    if await configure(ls):
        look_again(ls)


async def did_change_workspace_folders(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Take over the settings of the folders that are open now; the library keeps the list of them."""
    if await configure(ls):
        look_again(ls)


def did_change_watched_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Look at every open document anew where a configuration file or a baseline has come, changed or gone."""
    if any(
        change.uri.rpartition("/")[2] in WATCHED or path_of(change.uri) in ls.baselines for change in params.changes
    ):
        look_again(ls)


async def configure(ls: Server) -> bool:
    """Put in force what the editor is set to; what is newly wrong with it is shown to the user in one message.

    Answer whether that was done: not if the editor's settings change again meanwhile. Then whoever takes those over is
    still to come.
    """
    ls.configured_times += 1
    turn = ls.configured_times
    folders = ls.folders
    answered = await _asked(ls, folders) if ls.client.configuration else ()
    if turn != ls.configured_times:
        return False
    own = [held if (held := own_options(one)) is not None else ls.sent_options for one in answered]
    general, *by_folder = own or [ls.sent_options]
    by_folder = by_folder or [general] * len(folders)
    scopes = await ls.worker.run(ls.worker.configure, general, tuple(zip(folders, by_folder, strict=True)))
    news = [problem for problem in scopes.problems if problem not in ls.scopes.problems]
    ls.scopes = scopes
    ls.configured.set()
    if news:
        ls.tell_user("; ".join(news))
    return True


async def _asked(ls: Server, folders: Sequence[str]) -> Sequence[object]:
    """Return what the client is set to in general and in each of ``folders``; nothing if it does not answer for all."""
    items = [types.ConfigurationItem(section=SECTION), *(types.ConfigurationItem(uri, SECTION) for uri in folders)]
    try:
        asking = ls.workspace_configuration_async(types.ConfigurationParams(items))
        answered = await asyncio.wait_for(asking, PATIENCE)
    except (asyncio.TimeoutError, JsonRpcException) as error:
        ls.tell_log("the editor does not say what it is set to", str(error))
        return ()
    return answered if isinstance(answered, Sequence) and len(answered) == len(items) else ()


async def watch(ls: Server) -> None:
    """Ask to be told when settings or configuration files change, where the client can be asked."""
    wanted = []
    if ls.client.registers_settings:
        options = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
        wanted.append(types.Registration("settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, options))
    if ls.client.watches:
        watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
        wanted.append(types.Registration("configuration-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watched))
    if wanted:
        try:
            await ls.client_register_capability_async(types.RegistrationParams(wanted))
        except JsonRpcException as error:
            ls.tell_log("the editor does not watch configuration files", str(error))


def look_again(ls: Server) -> None:
    """Forget all outcomes; push new ones, or ask the client to pull; ask it to refresh what else it shows."""
    ls.workspace_run.paused = False
    for snapshot in ls.documents:
        ls.analyses.drop(snapshot.uri)
        if not ls.client.pulls:
            ls.push.now(snapshot.uri)
    if ls.client.pulls and ls.client.refreshes:
        ls.workspace_diagnostic_refresh(None)
    if ls.client.refreshes_lenses:
        ls.workspace_code_lens_refresh(None)
    if ls.client.refreshes_hints:
        ls.workspace_inlay_hint_refresh(None)
    if ls.client.refreshes_tokens:
        ls.workspace_semantic_tokens_refresh(None)
