"""Prose that was read in a text taken out of a file: the way back to the file itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from attrib_lsp.text.composition import Composition
from attrib_lsp.text.part import Part
from attrib_lsp.text.prose import Piece, Prose
from attrib_lsp.text.span import Span


def through(inner: Prose, outer: Prose) -> Prose:
    """Return ``inner``, which counts in the words of ``outer``, as prose that counts where ``outer`` does."""
    return Prose(inner.text, tuple(_pieces(inner, outer)), outer.field)


def _pieces(inner: Prose, outer: Prose) -> Iterator[Piece]:
    """Yield the pieces of ``inner`` in the file."""
    for piece in inner.pieces:
        if piece.written:
            whole = outer.locate(Span(piece.file, piece.end))
            yield Piece(piece.prose, whole.start, piece.length, len(whole))
        else:
            yield from _stretch(piece, outer)


def _stretch(piece: Piece, outer: Prose) -> Iterator[Piece]:
    """Yield a piece that stands in the words of ``outer`` as it is, in the file."""
    number = max(bisect_right(outer.pieces, piece.file, key=lambda one: one.prose) - 1, 0)
    while number < len(outer.pieces) and outer.pieces[number].prose < piece.end:
        own = outer.pieces[number]
        start, end = max(own.prose, piece.file), min(own.prose + own.length, piece.end)
        if start < end:
            skipped = 0 if own.written else start - own.prose
            yield Piece(piece.prose + start - piece.file, own.file + skipped, end - start, own.written)
        number += 1


def part_through(part: Part, outer: Prose) -> Part:
    """Return ``part``, which was read in the words of ``outer``, in the file. No pragma can be put to it there."""
    return Part(through(part.prose, outer), part.kind, part.level, part.alone, part.stress)


def line_of(outer: Prose) -> Prose | None:
    """Return the words of ``outer`` on one line; None if there are none."""
    words = Composition(outer.text)
    words.take(0, len(outer.text))
    prose = words.prose()
    return through(prose, outer) if prose.text else None
