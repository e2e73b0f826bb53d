"""Prose that moves in its file."""

from __future__ import annotations

from attrib_lsp.text.prose import Piece, Prose
from attrib_lsp.text.span import Span


def test_prose_that_moves_keeps_what_is_written_otherwise() -> None:
    prose = Prose("a & b", (Piece(0, 0, 2), Piece(2, 2, 1, written=5), Piece(3, 7, 2)))
    assert prose.shifted(10).locate(Span(2, 3)) == Span(12, 17)
    assert prose.shifted(10).pieces[1].written == 5
