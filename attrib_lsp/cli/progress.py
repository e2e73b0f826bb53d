"""A bar on standard error, for long runs that somebody watches."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from attrib_lsp.reports.words import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

#: Seconds without a bar after the first story: a run that is over by then shows none.
PATIENCE = 1.0
#: Seconds between two looks of the bar.
PERIOD = 0.1


class Progress:
    """Shows how much of ``total`` bytes (0: unknown) is done. It draws when told of a story, and has no thread."""

    def __init__(self, total: int, *, shown: bool) -> None:
        """Begin; a bar that is not ``shown`` never shows."""
        self._total = total
        self._shown = shown
        self._done = self._earlier = 0
        self._stories = 0
        self._begun = time.monotonic()
        self._due: float | None = None
        self._bar: Bar | None = None

    def resume(self, size: int) -> None:
        """Count ``size`` bytes as done in an earlier run; the rate is that of this one."""
        self._earlier += size

    def advance(self, size: int, stories: int = 1) -> None:
        """Count more ``stories``, of ``size`` bytes together."""
        self._done += size
        self._stories += stories
        self.look()

    def look(self) -> None:
        """Draw the bar if it is time for that."""
        now = time.monotonic()
        if self._due is None:
            self._due = now + PATIENCE
        elif self._shown and now >= self._due:
            self._draw()
            self._due = now + PERIOD

    def hide(self) -> None:
        """Take the bar off the screen, for something else to be written there; the next story may bring it back."""
        if self._bar is not None and self._bar.live.is_started:
            self._bar.stop()

    def _draw(self) -> None:
        """Draw the bar as things stand."""
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task("", total=self._total or None, completed=self._earlier)
        if not self._bar.live.is_started:
            self._bar.start()
        rate = self._stories / max(time.monotonic() - self._begun, PERIOD)
        stories = f"{counted(self._stories, 'story', 'stories')}, {rate:,.1f} a second"
        self._bar.update(self._bar.task_ids[0], completed=self._earlier + self._done, description=stories)
        self._bar.refresh()


def _bar() -> Bar:
    """Return a bar of rich's that leaves nothing behind."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("Checked {task.description}"),
        BarColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
