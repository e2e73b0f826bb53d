"""Pragmas on lines of their own, in markups whose comments are lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.text.lines import Line
from attrib_lsp.text.pragma import MARK, Pragma, read_pragma
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class LineNote:
    """A pragma found on a line: all of it, its words behind the `MARK`, and what has to go to be rid of it."""

    whole: Span
    words: Span
    removal: Span


def note_on(source: SourceText, line: Line, column: int) -> LineNote | None:
    """Return the pragma that begins at ``column`` of ``line``, behind the sign of a comment; None if it is none."""
    rest = line.text[column:].lstrip()
    if not rest.startswith(MARK):
        return None
    words = line.start + len(line.text) - len(rest) + len(MARK)
    whole = Span(line.span.start, line.span.end)
    number = source.line_of(line.start) + 1
    end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    return LineNote(whole, Span(words, max(words, whole.end)), Span(line.start, end))


def line_pragmas(source: SourceText, notes: Iterable[LineNote], extents: Sequence[Span]) -> Iterator[Pragma]:
    """Yield the pragmas that ``notes`` are: each holds for the block it stands in, else for the next one.

    ``extents`` are where the blocks stand, in the order of the file.
    """
    for note in notes:
        number = bisect_right(extents, note.whole.start, key=lambda extent: extent.start)
        around = extents[number - 1 : number] if number and extents[number - 1].end > note.whole.start else []
        meant = [*around, *extents[number : number + 1]]
        yield read_pragma(source.text, note.whole, note.words, note.removal, meant[0] if meant else None)
