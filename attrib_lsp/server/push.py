"""When to tell of a document: at once of one that was opened, after a pause in typing of one that changes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from attrib_lsp.linter.linter import SupersededError

#: Seconds without a change after which a document that is being typed is looked at: no more than several changes that
#: come together need. A look that a change overtakes stops at once.
PAUSE = 0.015
#: The same for a long document that was looked at in haste, until it is looked at as a whole.
LONG_PAUSE = 0.4


class Push:
    """One timer for each document that waits, one task for each that is being published."""

    def __init__(self, publish: Callable[[str], Awaitable[None]], pause: float = PAUSE) -> None:
        """Publish by calling ``publish`` with a document's URI; it may raise SupersededError."""
        self._publish = publish
        self._pause = pause
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def soon(self, uri: str) -> None:
        """Publish ``uri`` after a pause; a pause under way begins anew."""
        self.cancel(uri)
        self._timers[uri] = asyncio.get_running_loop().call_later(self._pause, self.now, uri)

    def now(self, uri: str) -> None:
        """Publish ``uri`` without waiting any longer."""
        self.cancel(uri)
        task = asyncio.get_running_loop().create_task(self._run(uri))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def waiting(self, uri: str) -> bool:
        """Say whether ``uri`` waits for a pause to end."""
        return uri in self._timers

    def cancel(self, uri: str) -> None:
        """End a pause under way without publishing."""
        timer = self._timers.pop(uri, None)
        if timer is not None:
            timer.cancel()

    async def _run(self, uri: str) -> None:
        """Publish ``uri`` unless it changes meanwhile: then the change sees to it."""
        try:
            await self._publish(uri)
        except SupersededError:
            return
