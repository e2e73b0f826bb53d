"""Several reports on the same drafts, written as the drafts come in."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

_T = TypeVar("_T")


def side_by_side(
    drafts: Iterable[_T], reports: Sequence[Callable[[Iterable[_T]], Iterator[str]]]
) -> Iterator[tuple[int, str]]:
    """Yield the pieces of all ``reports`` on ``drafts``, each with the number of its report.

    The report that has seen the fewest drafts goes on. As each yields something between two drafts, maybe nothing but
    an empty piece, no more than two drafts are kept, however many there are.
    """
    source = iter(drafts)
    shares = [_Share(source) for _ in reports]
    for share in shares:
        share.others = [other for other in shares if other is not share]
    pieces = [report(share) for report, share in zip(reports, shares, strict=True)]
    running = list(range(len(reports)))
    while running:
        number = min(running, key=lambda one: shares[one].taken)
        piece = next(pieces[number], None)
        if piece is None:
            running.remove(number)
        else:
            yield number, piece


class _Share(Iterator[_T], Generic[_T]):
    """The drafts as one report sees them: whoever asks for a new one puts it into the queues of the others."""

    def __init__(self, source: Iterator[_T]) -> None:
        self._source = source
        self._queue: deque[_T] = deque()
        self.others: list[_Share[_T]] = []
        self.taken = 0

    def __next__(self) -> _T:
        self.taken += 1
        if self._queue:
            return self._queue.popleft()
        draft = next(self._source)
        for other in self.others:
            other._queue.append(draft)
        return draft
