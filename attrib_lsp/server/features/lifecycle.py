"""The beginning and the end of a conversation."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from typing import NoReturn

from lsprotocol import types

from attrib_lsp.server.client import client_of
from attrib_lsp.server.features import configuration, pull, workspace_diagnostics
from attrib_lsp.server.options import own_options
from attrib_lsp.server.positions import encoding_of
from attrib_lsp.server.progress import working
from attrib_lsp.server.server import Server


def register(server: Server) -> None:
    """Add the handlers of this module."""
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.SHUTDOWN)(shutdown)
    server.feature(types.EXIT)(exit_)


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Note what the client can do; offer to be asked for diagnostics only if it asks: it gets them one way."""
    ls.client = client_of(params.capabilities, encoding_of(ls.workspace.position_encoding))
    ls.protocol.trace = params.trace or types.TraceValue.Off
    ls.sent_options = own_options(params.initialization_options)
    if not ls.client.configuration:
        ls.configured.set()
    if ls.client.pulls:
        pull.register(ls)
        workspace_diagnostics.register(ls)


async def initialized(ls: Server, params: types.InitializedParams) -> None:
    """Take over the client's settings, then load the pipeline, both in the worker."""
    await configuration.configure(ls)
    watching = asyncio.ensure_future(configuration.watch(ls))
    try:
        async with working(ls, "Reading the language model"):
            await ls.worker.run(ls.worker.warm_up)
    except Exception as error:
        ls.tell_user(f"prose cannot be read, no story will be checked: {error}")
        raise
    await watching


def shutdown(ls: Server, params: None) -> None:
    """Note that the client takes its leave properly; the library then cancels the requests under way."""
    ls.finished = True


def exit_(ls: Server, params: None) -> NoReturn:
    """Leave."""
    leave(0 if ls.finished else 1)


def leave(code: int) -> NoReturn:
    """End the process with exit status ``code``, at once.

    An ordinary exit would wait for the analysis under way: nobody needs it any more, and a client that waits for
    the process may kill it. Messages are flushed as they are written, so there is nothing to be lost.
    """
    with contextlib.suppress(OSError):
        sys.stderr.flush()
    os._exit(code)
