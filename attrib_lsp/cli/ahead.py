"""Drafts looked into ahead of their turn, by worker processes where that pays, so that all processors are busy."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass

from attrib_lsp.cli.crew import Answer, Crew
from attrib_lsp.cli.drafts import Draft
from attrib_lsp.cli.errors import Problem
from attrib_lsp.cli.found import Found
from attrib_lsp.linter.settings import Settings

#: Drafts, and their code points, that wait for their turn at most: so much is in memory, however many there are.
MOST, LONGEST = 1024, 8_000_000


@dataclass(slots=True)
class Ahead:
    """What is known of a draft before its turn: what was found earlier, or what a worker is asked to find."""

    draft: Draft
    settings: Settings
    key: bytes
    known: Found | Future[Answer] | None = None


class Queue:
    """Drafts that wait for their turn, in their order.

    Workers are sent for once ``enough`` code points wait that nobody has looked into: to start them takes a while.
    """

    def __init__(self, crew: Crew, enough: int) -> None:
        """Begin with nothing."""
        self._crew = crew
        self._enough = enough
        self._waiting: deque[tuple[Draft | Problem, Ahead | None]] = deque()
        self._length = self._unknown = 0

    def add(self, given: Draft | Problem, ahead: Ahead | None) -> None:
        """Put a draft at the end, with what is known of it, or what is said in its place."""
        self._waiting.append((given, ahead))
        self._length += _length(given)
        self._unknown += _unknown(ahead)
        if self._crew.works or self._unknown >= self._enough:
            self._hand_out()

    def _hand_out(self) -> None:
        """Ask the workers for all that is not known: at first that is much, from then on the newest at most."""
        for _, ahead in [self._waiting[-1]] if self._crew.works else list(self._waiting):
            if ahead is not None and ahead.known is None:
                ahead.known = self._crew.ask(ahead.draft, ahead.settings)
        self._unknown = 0

    def due(self, *, last: bool) -> Iterator[tuple[Draft | Problem, Ahead | None]]:
        """Yield those whose turn it is: as many as there are too many, all once the ``last`` is in."""
        while self._waiting and (last or len(self._waiting) > MOST or self._length > LONGEST):
            given, ahead = self._waiting.popleft()
            self._length -= _length(given)
            self._unknown -= _unknown(ahead)
            yield given, ahead


def _length(given: Draft | Problem) -> int:
    """Return the code points of a draft."""
    return len(given.text) + len(given.headline or "") if isinstance(given, Draft) else 0


def _unknown(ahead: Ahead | None) -> int:
    """Return the code points of a draft that nobody has looked into."""
    return 0 if ahead is None or ahead.known is not None else _length(ahead.draft)
