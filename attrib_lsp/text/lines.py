"""The lines of a file, for markups that are read line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from attrib_lsp.text.composition import Composition
from attrib_lsp.text.entities import Written
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


@dataclass(frozen=True)
class Line:
    """A line without its end: ``text`` stands at ``start`` of the file."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the line ends in the file."""
        return self.start + len(self.text)

    @cached_property
    def words(self) -> str:
        """The line without what sets it in, nor white space behind it."""
        return self.text[self.indent :].rstrip()

    @cached_property
    def indent(self) -> int:
        """How many spaces and tabs lead the line."""
        return len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def span(self) -> Span:
        """Where its words stand in the file."""
        return Span(self.start + self.indent, self.start + self.indent + len(self.words))

    def behind(self, column: int) -> Span:
        """Return where the words from ``column`` on stand in the file."""
        rest = self.text[column:]
        start = self.start + column + len(rest) - len(rest.lstrip(" \t"))
        return Span(start, max(start, self.start + len(self.text.rstrip())))


def lines_of(source: SourceText, first_line: int) -> list[Line]:
    """Return the lines of ``source`` from zero-based ``first_line`` on, without a byte order mark in front."""
    lines = [
        Line(source.line_starts[line], source.line_text(line)) for line in range(first_line, len(source.line_starts))
    ]
    if lines and lines[0].start == 0 and lines[0].text.startswith("\ufeff"):
        lines[0] = Line(1, lines[0].text[1:])
    return lines


class Content:
    """The lines of a block as one ``text`` with line feeds between them, and the way back to the file."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        """Join what stands at ``spans`` of the file's ``text``; there is one at least."""
        self._file = text
        written = [span.of(text) for span in spans]
        self.text = "\n".join(written)
        self._outer = [span.start for span in spans]
        self._inner = [0]
        for one in written[:-1]:
            self._inner.append(self._inner[-1] + len(one) + 1)

    def locate(self, offset: int) -> int:
        """Return the file offset of ``offset`` in the text."""
        line = bisect_right(self._inner, offset) - 1
        return self._outer[line] + offset - self._inner[line]

    def prose(self, stretches: Iterable[Written]) -> Prose:
        """Return the prose that ``stretches`` of the text make."""
        words = Composition(self._file)
        for start, end, written in stretches:
            if written is None:
                self._take(words, start, end)
            elif start < end:
                words.put(written, self.locate(start), self.locate(end - 1) + 1)
        return words.prose()

    def _take(self, words: Composition, start: int, end: int) -> None:
        """Take in a stretch, line by line."""
        at = start
        while at < end:
            line = bisect_right(self._inner, at) - 1
            following = self._inner[line + 1] if line + 1 < len(self._inner) else len(self.text) + 1
            stop = min(end, following - 1)
            words.take(self._outer[line] + at - self._inner[line], self._outer[line] + stop - self._inner[line])
            if stop < end:
                words.space()
            at = stop + 1 if stop == following - 1 else stop
