"""Between code points and the protocol's positions: the only place that knows UTF-8, UTF-16 and UTF-32.

A position is a zero-based line and a column in the units that client and server agreed on. What a client sends is
never trusted to be inside the text: it is moved to the nearest place that is. A column in the middle of a character
moves to the character's beginning, one behind the line's end to the end (before the line's terminator).
"""

from __future__ import annotations

from lsprotocol.types import Position, PositionEncodingKind, Range

from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


def encoding_of(kind: PositionEncodingKind | str | None) -> PositionEncodingKind:
    """Return the encoding that was agreed on; UTF-16, the protocol's default, for none or an unknown one."""
    try:
        return PositionEncodingKind(kind)
    except ValueError:
        return PositionEncodingKind.Utf16


def units(text: str, encoding: PositionEncodingKind) -> int:
    """Return the length of ``text`` in units of ``encoding``."""
    if encoding is PositionEncodingKind.Utf32 or text.isascii():
        return len(text)
    if encoding is PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(line: str, column: int, encoding: PositionEncodingKind) -> int:
    """Return how many code points of ``line`` end at or before ``column``, given in units of ``encoding``."""
    if encoding is PositionEncodingKind.Utf32 or line.isascii():
        return min(column, len(line))
    # No character takes less than one unit, so what lies behind the column need not be encoded; bisect for the rest.
    low, high = 0, min(column, len(line))
    while low < high:
        middle = (low + high + 1) // 2
        if units(line[:middle], encoding) <= column:
            low = middle
        else:
            high = middle - 1
    return low


def to_position(source: SourceText, offset: int, encoding: PositionEncodingKind) -> Position:
    r"""Return the position of ``offset`` (code points of ``source``), moved into the text if it lies outside.

    An offset between the two halves of a ``\r\n`` is the end of its line.
    """
    offset = max(0, min(offset, len(source.text)))
    line = source.line_of(offset)
    words = source.line_text(line)
    return Position(line, units(words[: offset - source.line_starts[line]], encoding))


def to_offset(source: SourceText, position: Position, encoding: PositionEncodingKind) -> int:
    """Return the offset (code points of ``source``) of ``position``, moved into the text if it lies outside."""
    if position.line >= len(source.line_starts):
        return len(source.text)
    line = source.line_text(position.line)
    return source.line_starts[position.line] + code_points(line, position.character, encoding)


def to_range(source: SourceText, span: Span, encoding: PositionEncodingKind) -> Range:
    """Return the range of ``span`` (code points of ``source``)."""
    return Range(to_position(source, span.start, encoding), to_position(source, span.end, encoding))


def to_span(source: SourceText, range_: Range, encoding: PositionEncodingKind) -> Span:
    """Return the span (code points of ``source``) of ``range_``; one that runs backwards is turned round."""
    ends = to_offset(source, range_.start, encoding), to_offset(source, range_.end, encoding)
    return Span(min(ends), max(ends))
