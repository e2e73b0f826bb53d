"""The text of a file as it stands: immutable, with its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class SourceText:
    r"""One version of a text. Offsets are code points from its beginning.

    Lines end at ``\n``, ``\r\n`` and ``\r`` only, as the Language Server Protocol has it: a form feed or U+2028
    inside a line does not end it.
    """

    text: str
    version: int | None = None

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins; the first is 0."""
        return (0, *(found.end() for found in _LINE_END.finditer(self.text)))

    @cached_property
    def line_end(self) -> str:
        """What ends its first line; a line feed where there is only one."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def like_lines(self, text: str) -> str:
        r"""Return ``text`` with the line ends of this one's first line.

        >>> SourceText("1\r\n2\n").like_lines("one\ntwo")
        'one\r\ntwo'
        """
        return _LINE_END.sub(lambda _: self.line_end, text)

    def line_of(self, offset: int) -> int:
        """Return the zero-based line that holds ``offset``."""
        return bisect_right(self.line_starts, offset) - 1

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the one-based line and column (code points) of ``offset``, as people count them."""
        line = self.line_of(offset)
        return line + 1, offset - self.line_starts[line] + 1

    def line_text(self, line: int) -> str:
        """Return zero-based ``line`` without its end.

        Raises:
            IndexError: there is no such line.
        """
        start = self.line_starts[line]
        end = self.line_starts[line + 1] if line + 1 < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
