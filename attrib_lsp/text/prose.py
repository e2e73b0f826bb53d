"""The words of one block as a reader of the page sees them, with the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from attrib_lsp.text.span import Span

Field = Literal["text", "headline"]


@dataclass(frozen=True, slots=True)
class Piece:
    """``length`` code points of prose from ``prose`` on that stand at ``file`` on in the file.

    They stand there one to one, unless ``written`` is set: then so many code points of the file (``&amp;``, say) mean
    them, and go together.
    """

    prose: int
    file: int
    length: int
    written: int = 0

    @property
    def end(self) -> int:
        """Where it ends in the file."""
        return self.file + (self.written or self.length)


@dataclass(frozen=True, slots=True)
class Prose:
    """A block's words without markup and soft line ends; ``pieces`` (ascending, none empty) lead back to the file.

    Code points of ``text`` that no piece covers (the space that stands for a soft line end, say) were put in by the
    reader. ``field`` names the text that the file offsets count in: for a JSON Lines row, "headline" or "text".
    """

    text: str
    pieces: tuple[Piece, ...]
    field: Field = "text"

    @classmethod
    def verbatim(cls, text: str, span: Span, field: Field = "text") -> Prose:
        """Return the prose of a block that holds no markup: ``span`` of the file's ``text``, as it is."""
        pieces = (Piece(0, span.start, len(span)),) if len(span) else ()
        return cls(span.of(text), pieces, field)

    @classmethod
    def joined(cls, parts: Iterable[tuple[str, int | None]], field: Field = "text") -> Prose:
        """Build prose from ``(words, file offset)`` parts; the offset is None for what the reader put in."""
        text, pieces = "", []
        for words, offset in parts:
            if words and offset is not None:
                pieces.append(Piece(len(text), offset, len(words)))
            text += words
        return cls(text, tuple(pieces), field)

    @property
    def span(self) -> Span:
        """The file span from the first to the last code point that stands in the file; empty at 0 without any."""
        if not self.pieces:
            return Span(0, 0)
        return Span(self.pieces[0].file, self.pieces[-1].end)

    def shifted(self, by: int) -> Prose:
        """Return the same words where the file has grown by ``by`` code points above them."""
        return Prose(self.text, tuple(replace(one, file=one.file + by) for one in self.pieces), self.field)

    def locate(self, span: Span) -> Span:
        """Return where ``span`` (code points of the prose) stands in the file.

        An empty span stays empty; before words which the reader put in, it stands behind the word before. Ends that
        fall on such words move to the nearest word that stands in the file.

        Raises:
            ValueError: the span leaves the prose, or nothing of this prose stands in the file.
        """
        if span.end > len(self.text) or not self.pieces:
            raise ValueError(f"{span} is not in this prose")
        if not len(span):
            at = self._backward(span.start) if self._put_in(span.start) else self._forward(span.start)
            return Span(at, at)
        start, end = self._forward(span.start), self._backward(span.end)
        return Span(start, max(start, end))

    def _put_in(self, offset: int) -> bool:
        """Say whether the code point at ``offset`` was put in by the reader, and the one before was not."""
        index = bisect_right(self.pieces, offset - 1, key=lambda piece: piece.prose) - 1
        if offset == 0 or index < 0:
            return False
        here = self.pieces[index]
        ends = offset == here.prose + here.length
        return ends and (index + 1 == len(self.pieces) or self.pieces[index + 1].prose > offset)

    def _forward(self, offset: int) -> int:
        """Return the file offset of ``offset``, or of the next piece's beginning."""
        index = max(bisect_right(self.pieces, offset, key=lambda piece: piece.prose) - 1, 0)
        piece = self.pieces[index]
        inside = offset - piece.prose
        if inside < 0:
            return piece.file
        if inside < piece.length:
            return piece.file + (0 if piece.written else inside)
        if index + 1 == len(self.pieces):
            return piece.end
        return self.pieces[index + 1].file

    def _backward(self, end: int) -> int:
        """Return the file offset just behind the last code point before ``end`` that stands in the file."""
        index = max(bisect_right(self.pieces, end - 1, key=lambda piece: piece.prose) - 1, 0)
        piece = self.pieces[index]
        if end <= piece.prose:
            return piece.file
        return piece.end if piece.written else piece.file + min(end - piece.prose, piece.length)
