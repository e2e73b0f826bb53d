"""Prose in the making: words are taken from the file one after the other, white space between them is one space."""

from __future__ import annotations

import re

from attrib_lsp.text.pieces import part_of
from attrib_lsp.text.prose import Piece, Prose
from attrib_lsp.text.span import Span

#: White space that runs together; a space that does not break keeps its place among the words.
_WHITE = " \t\r\n\f\v"
_WORDS = re.compile(rf"[^{_WHITE}]+(?: [^{_WHITE}]+)*")


class Composition:
    """A run of prose of a file's ``text``, put together from its front to its end."""

    def __init__(self, text: str) -> None:
        """Begin with no words."""
        self._text = text
        self._words: list[str] = []
        self._pieces: list[Piece] = []
        self._gap = False
        self.length = 0

    def take(self, start: int, end: int) -> None:
        """Take in what stands at ``start`` to ``end`` of the file."""
        at = start
        for found in _WORDS.finditer(self._text, start, end):
            if found.start() > at:
                self.space()
            self._add(found[0], found.start())
            at = found.end()
        if at < end:
            self.space()

    def put(self, words: str, start: int, end: int) -> None:
        """Take in ``words``, for which ``start`` to ``end`` of the file stand."""
        if words.strip(_WHITE):
            self._add(words, start, end - start)
        elif words:
            self.space()

    def space(self) -> None:
        """Part what was taken in from what follows."""
        self._gap = self.length > 0

    def close_up(self) -> None:
        """Let no space stand in front of what follows."""
        self._gap = False

    def _add(self, words: str, start: int, written: int = 0) -> None:
        """Add a piece."""
        if self._gap:
            self._words.append(" ")
            self.length += 1
            self._gap = False
        last = self._pieces[-1] if self._pieces else None
        if last and not (written or last.written) and last.end == start and last.prose + last.length == self.length:
            self._pieces[-1] = Piece(last.prose, last.file, last.length + len(words))
        else:
            self._pieces.append(Piece(self.length, start, len(words), written))
        self._words.append(words)
        self.length += len(words)

    @property
    def end(self) -> int:
        """Where the words so far end in the file; 0 without any."""
        return self._pieces[-1].end if self._pieces else 0

    def prose(self) -> Prose:
        """Return what was taken in, without white space at its ends."""
        words = "".join(self._words)
        prose = Prose(words, tuple(self._pieces))
        inner = words.strip()
        if len(inner) == len(words):
            return prose
        start = len(words) - len(words.lstrip())
        return part_of(prose, Span(start, start + len(inner)))
