"""Show words of a draft in their line, underlined, as compilers show code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len

from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

#: Fewest cells a line of the draft is given, however narrow the screen.
NARROWEST = 24
#: A span over more lines than this shows its first and its last.
MOST_LINES = 3
TAB = "    "


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to underline: ``span`` in code points of the text, with ``sign``, in ``style``; ``caption`` explains."""

    span: Span
    sign: str
    style: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a line that is shown; the underline begins after ``before`` cells and is ``length`` cells long."""

    text: str
    before: int
    length: int


def excerpt(source: SourceText, marks: Sequence[Mark], terminal: Terminal) -> Iterator[str]:
    """Yield the lines of an excerpt that shows ``marks``, each in its line of ``source``."""
    parts = [(mark, list(_lines(source, mark.span))) for mark in marks]
    gutter = max((len(str(line + 1)) for _, lines in parts for line, _ in lines), default=1)
    room = max(NARROWEST, terminal.width - gutter - 5)
    for mark, lines in parts:
        if len(lines) > MOST_LINES:
            shown, gap = [lines[0], lines[-1]], True
        else:
            shown, gap = lines, False
        for number, (line, span) in enumerate(shown):
            if number and gap:
                yield terminal.paint(f"  {'…':>{gutter}} |", "dim")
            window = windowed(source.line_text(line), span, room)
            yield f"{terminal.paint(f'  {line + 1:>{gutter}} |', 'dim')} {window.text}".rstrip()
            yield _underline(window, mark, gutter, terminal, last=number == len(shown) - 1)


def _underline(window: Window, mark: Mark, gutter: int, terminal: Terminal, *, last: bool) -> str:
    """Return the line that underlines a window's words, with the caption behind the ``last``."""
    underline = mark.sign * window.length
    if last and mark.caption:
        underline += f" {printable(mark.caption)}"
    margin = terminal.paint(f"  {' ' * gutter} |", "dim")
    return f"{margin} {' ' * window.before}{terminal.paint(underline, mark.style)}"


def _lines(source: SourceText, span: Span) -> Iterator[tuple[int, Span]]:
    """Yield each zero-based line that ``span`` touches, with the part of it inside the span (without indentation)."""
    first = source.line_of(span.start)
    last = max(first, source.line_of(max(span.start, span.end - 1)))
    for line in range(first, last + 1):
        start = source.line_starts[line]
        text = source.line_text(line)
        begin = max(0, span.start - start)
        end = min(len(text), span.end - start)
        words = text[begin:end]
        if words.strip():
            begin += len(words) - len(words.lstrip())
            end = begin + len(words.strip())
        elif line != first:
            continue
        yield line, Span(min(begin, len(text)), max(min(begin, len(text)), end))


def windowed(line: str, span: Span, room: int) -> Window:
    """Return as much of ``line`` around ``span`` (code points of the line) as fits ``room`` cells.

    Cuts fall between words where there are any, and are shown as an ellipsis. An empty span gets an underline of one
    cell.
    """
    # A character takes a cell or two; no more than this can be shown, however long the line.
    first, last = max(0, span.start - 2 * room), min(len(line), span.start + 2 * room)
    shown = [_shown(character) for character in line[first:last]]
    start, end = span.start - first, min(span.end, last) - first
    low, high = _cut(shown, start, end, room, open_left=first > 0, open_right=last < len(line))
    left = "…" if first + low > 0 else ""
    right = "…" if first + high < len(line) else ""
    before = left + "".join(shown[low:start])
    words = "".join(shown[start : min(end, high)])
    after = "".join(shown[max(start, min(end, high)) : high])
    return Window(before + words + after + right, cell_len(before), max(1, cell_len(words)))


def _shown(character: str) -> str:
    """Return what stands on the screen for one character of a draft."""
    return TAB if character == "\t" else printable(character)


def _cut(
    shown: Sequence[str], start: int, end: int, room: int, *, open_left: bool, open_right: bool
) -> tuple[int, int]:
    """Return which of the ``shown`` characters to keep so that they fit ``room`` cells and hold ``start`` on."""
    edges = [0, *accumulate(cell_len(part) for part in shown)]
    if edges[-1] <= room and not open_left and not open_right:
        return 0, len(shown)
    room -= 2
    spare = room - (edges[end] - edges[start])
    if spare <= 0:
        low = start
    else:
        low = bisect_left(edges, edges[start] - spare // 2)
        if not open_right and edges[-1] - edges[low] < room:
            low = bisect_left(edges, edges[-1] - room)
        if not open_left and edges[end] <= room:
            low = 0
    high = max(low, bisect_right(edges, edges[low] + room) - 1)
    if low or open_left:
        low = next((at + 1 for at in range(low, start) if shown[at].isspace()), low)
    if high < len(shown) or open_right:
        high = next((at for at in range(high - 1, min(end, high), -1) if shown[at].isspace()), high)
    return low, high
