"""Work that takes a while, shown to the user where the editor can show it, who may call it off."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.server.server import Server


class Work:
    """One piece of work. ``called_off`` is set once the user wants no more of it; any thread may look."""

    def __init__(self, ls: Server, title: str, *, cancellable: bool) -> None:
        """Begin unseen."""
        self._ls = ls
        self._title = title
        self._cancellable = cancellable
        self._token: types.ProgressToken | None = None
        self._over = False
        self.called_off = False

    async def ask(self) -> None:
        """Ask the editor to make room, then begin there, unless the work is over by then."""
        token = uuid.uuid4().hex  # never one that was used before: an editor may show a token only once
        with contextlib.suppress(JsonRpcException):
            await self._ls.window_work_done_progress_create_async(types.WorkDoneProgressCreateParams(token))
            self.begin(token)

    def begin(self, token: types.ProgressToken) -> None:
        """Begin under ``token``, for which the editor has made room."""
        if self._over:
            return
        self._token = token
        self._ls.work_done_progress.begin(
            token, types.WorkDoneProgressBegin(title=self._title, cancellable=self._cancellable)
        )
        self._ls.work_done_progress.tokens[token].add_done_callback(lambda future: self._call_off())

    def _call_off(self) -> None:
        """Note that the user calls the work off."""
        self.called_off = True

    def report(self, message: str, percentage: int) -> None:
        """Say how far the work is."""
        if self._token is not None:
            report = types.WorkDoneProgressReport(cancellable=self._cancellable, message=message, percentage=percentage)
            self._ls.work_done_progress.report(self._token, report)

    def end(self) -> None:
        """Take the work off the screen."""
        self._over = True
        if self._token is not None:
            self._ls.work_done_progress.end(self._token, types.WorkDoneProgressEnd())
            self._ls.work_done_progress.tokens.pop(self._token, None)
            self._token = None


@asynccontextmanager
async def working(
    ls: Server, title: str, token: types.ProgressToken | None = None, *, cancellable: bool = False
) -> AsyncIterator[Work]:
    """Show work under ``token``, or where the client gave none under a fresh one; it never waits for the editor."""
    work = Work(ls, title, cancellable=cancellable)
    asking: asyncio.Task[None] | None = None
    if token is not None:
        work.begin(token)
    elif ls.client.progress:
        asking = asyncio.get_running_loop().create_task(work.ask())
    try:
        yield work
    finally:
        work.end()
        if asking is not None and not asking.done():
            # Held until the editor answers: a task that nobody holds may be collected, an answer find nobody.
            ls.asking.add(asking)
            asking.add_done_callback(ls.asking.discard)
