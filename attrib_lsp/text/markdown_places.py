"""The way back from the words of a Markdown block, as the parser hands them on, to their lines in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


def blank_lines(written: Sequence[str], words: Sequence[str]) -> int:
    """Return how many of the lines ``written`` the parser left out in front of ``words``: those of odd white space."""
    for skipped in range(len(written) - len(words) + 1):
        if all(line in text for text, line in zip(written[skipped:], words, strict=False)):
            return skipped
    return 0


@dataclass(frozen=True, slots=True)
class Places:
    """Where lines that begin at ``inner`` in an inline token's content begin (``outer``) in the file."""

    inner: tuple[int, ...]
    outer: tuple[int, ...]

    def locate(self, offset: int) -> int:
        """Return the file offset of ``offset`` in the content."""
        line = max(bisect_right(self.inner, offset) - 1, 0)
        return self.outer[line] + offset - self.inner[line]
