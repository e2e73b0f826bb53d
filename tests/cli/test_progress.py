"""The progress bar: late, never in the way, gone at the end."""

from __future__ import annotations

import io
import sys

import pytest

from attrib_lsp.cli import progress
from attrib_lsp.cli.progress import PATIENCE, Progress


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def monotonic(self) -> float:
        """Return the time."""
        return self.now


class Screen(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock that the bar looks at."""
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


def watched(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Return what standard error shows from now on."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    return screen


def test_a_short_run_shows_none(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    bar = Progress(100, shown=True)
    clock.now += 10 * PATIENCE
    bar.advance(50)
    clock.now += PATIENCE / 2
    bar.advance(50)
    bar.hide()
    assert screen.getvalue() == ""


def test_a_long_run_shows_one_and_takes_it_away(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    bar = Progress(100, shown=True)
    for _ in range(3):
        bar.advance(20)
        clock.now += PATIENCE
    assert "Checked 3 stories, 1.5 a second" in screen.getvalue()
    bar.hide()
    assert screen.getvalue().endswith("\x1b[2K")
    hidden = len(screen.getvalue())
    bar.hide()
    assert len(screen.getvalue()) == hidden
    bar.advance(20)
    assert "Checked 4 stories" in screen.getvalue()[hidden:]
    bar.hide()


def test_a_stream_of_unknown_length_shows_how_far_it_is(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    bar = Progress(0, shown=True)
    for _ in range(2):
        bar.advance(20)
        clock.now += PATIENCE
    assert "Checked 2 stories" in screen.getvalue()
    bar.hide()


def test_nobody_watches(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    bar = Progress(100, shown=False)
    for _ in range(3):
        bar.advance(20)
        clock.now += PATIENCE
    assert screen.getvalue() == ""


def test_what_an_earlier_run_has_done_counts_for_the_bar_and_not_for_the_rate(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = watched(monkeypatch)
    bar = Progress(1000, shown=True)
    bar.resume(900)
    bar.advance(10, stories=50)
    clock.now += 2 * PATIENCE
    bar.look()
    assert "Checked 50 stories, 25.0 a second" in screen.getvalue()
    assert bar._bar is not None
    assert (bar._bar.tasks[0].completed, bar._bar.tasks[0].total) == (910, 1000)
    bar.hide()
