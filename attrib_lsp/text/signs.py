"""Signs among words: marks of emphasis, links and the like, which a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from attrib_lsp.text.entities import Written


@dataclass(frozen=True, slots=True)
class Sign:
    """What begins where a pattern was found and goes on to ``end``; readers see ``words`` in its stead.

    ``close`` is where the sign that closes it stands, for which they see ``closing``. ``verbatim`` says that between
    the two there are no signs.
    """

    end: int
    words: str = ""
    close: tuple[int, int] | None = None
    closing: str = ""
    verbatim: bool = False


class Closers:
    """The places at which a kind of sign may be closed, looked up from the front of a text to its end."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        """Look for ``pattern`` in ``text``; its group "close", if it has one, is the sign itself."""
        self._found = pattern.finditer(text)
        self._group = "close" if "close" in pattern.groupindex else 0
        self._next = next(self._found, None)
        self._taken: set[int] = set()

    def after(self, at: int) -> tuple[int, int] | None:
        """Return the first place at ``at`` or behind; None without any, and where an outer sign is closed there."""
        while self._next is not None and self._next.start(self._group) < at:
            self._next = next(self._found, None)
        if self._next is None or self._next.start(self._group) in self._taken:
            return None
        return self._next.span(self._group)

    def take(self, close: tuple[int, int]) -> tuple[int, int]:
        """Return ``close``, which closes nothing else from now on."""
        self._taken.add(close[0])
        return close


def seen(text: str, pattern: re.Pattern[str], sign: Callable[[re.Match[str]], Sign | None]) -> Iterator[Written]:
    """Yield the stretches of ``text``: as they stand, and signs with what is seen in their stead.

    ``sign`` says what ``pattern`` found; None where it is no sign but words. What it says goes on in front of where
    the next one begins.
    """
    shown = 0
    for start, end, words in _signs(text, pattern, sign):
        if start >= shown:
            if start > shown:
                yield shown, start, None
            yield start, end, words
            shown = end
    if shown < len(text):
        yield shown, len(text), None


def _signs(
    text: str, pattern: re.Pattern[str], sign: Callable[[re.Match[str]], Sign | None]
) -> Iterator[tuple[int, int, str]]:
    """Yield where each sign stands and what is seen for it; one that begins in another one is to be passed over."""
    closing: list[tuple[int, int, str]] = []
    at = 0
    while found := pattern.search(text, at):
        while closing and closing[0][0] <= found.start():
            yield closing[0]
            at = max(at, heappop(closing)[1])
        if found.start() < at:
            continue
        here = sign(found)
        if here is None:
            at = found.start() + 1
            continue
        yield found.start(), here.end, here.words
        at = here.end
        if here.close is not None:
            heappush(closing, (*here.close, here.closing))
            at = max(at, here.close[0] * here.verbatim)
    while closing:
        yield heappop(closing)
