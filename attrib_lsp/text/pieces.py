"""Take prose apart and put it together again without losing the way back to the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from attrib_lsp.text.prose import Piece, Prose
from attrib_lsp.text.span import Span

#: Words, and the file offset at which they stand; None for what the reader put in.
Words = tuple[str, int | None]

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s+")
_GAP = re.compile(r"\s+")


def words_of(prose: Prose, span: Span) -> Iterator[Words]:
    """Yield the words in ``span`` of ``prose`` with their places in the file."""
    at = span.start
    for piece in _pieces_in(prose, span):
        start, end = max(piece.prose, span.start), min(piece.prose + piece.length, span.end)
        if start >= end:
            continue
        if at < start:
            yield prose.text[at:start], None
        yield prose.text[start:end], piece.file + start - piece.prose
        at = end
    if at < span.end:
        yield prose.text[at : span.end], None


def _pieces_in(prose: Prose, span: Span) -> Iterator[Piece]:
    """Yield the pieces from the first that reaches into ``span`` of ``prose`` to the last that begins in it."""
    for number in range(
        max(bisect_right(prose.pieces, span.start, key=lambda one: one.prose) - 1, 0), len(prose.pieces)
    ):
        if prose.pieces[number].prose >= span.end:
            return
        yield prose.pieces[number]


def part_of(prose: Prose, span: Span) -> Prose:
    """Return ``span`` of ``prose`` as prose of its own."""
    pieces = []
    for piece in _pieces_in(prose, span):
        start, end = max(piece.prose, span.start), min(piece.prose + piece.length, span.end)
        if start < end:
            skipped = 0 if piece.written else start - piece.prose
            pieces.append(replace(piece, prose=start - span.start, file=piece.file + skipped, length=end - start))
    return Prose(span.of(prose.text), tuple(pieces), prose.field)


def stripped(words: Iterable[Words]) -> list[Words]:
    """Return ``words`` without white space at either end."""
    found = list(words)
    while found and not found[0][0].strip():
        del found[0]
    while found and not found[-1][0].strip():
        del found[-1]
    if found:
        text, at = found[0]
        left = text.lstrip()
        found[0] = left, None if at is None else at + len(text) - len(left)
        text, at = found[-1]
        found[-1] = text.rstrip(), at
    return found


def stretches(prose: Prose, longest: int) -> list[Prose]:
    """Return ``prose`` in stretches of at most ``longest`` code points, cut between sentences, or words, if it has any.

    White space at a cut is left out.

    >>> [one.text for one in stretches(Prose.verbatim("It leaks. It is shut.", Span(0, 21)), 16)]
    ['It leaks.', 'It is shut.']
    """
    text = prose.text
    if len(text) <= longest:
        return [prose]
    cuts, at = [0], 0
    while len(text) - at > longest:
        at = _beside(prose, _cut(text, at, at + longest), at)
        cuts.append(at)
    spans = (Span(start, start + len(text[start:end].rstrip())) for start, end in pairwise([*cuts, len(text)]))
    return [part_of(prose, span) for span in spans if len(span)]


def _beside(prose: Prose, cut: int, start: int) -> int:
    """Return ``cut``, or a place beside it that parts no words for which one thing stands in the file.

    It is in front of them, or behind them where they begin at ``start``.
    """
    number = bisect_right(prose.pieces, cut, key=lambda piece: piece.prose) - 1
    if number < 0 or not prose.pieces[number].written:
        return cut
    piece = prose.pieces[number]
    end = piece.prose + piece.length
    if not piece.prose < cut < end:
        return cut
    return piece.prose if piece.prose > start else end


def _cut(text: str, start: int, end: int) -> int:
    """Return where the stretch from ``start`` to ``end`` at most is cut: not before its middle."""
    middle = (start + end) // 2
    for pattern in (_SENTENCE_END, _GAP):
        last = max((found.end() for found in pattern.finditer(text, middle, end)), default=start)
        if last > start:
            return last
    return end
