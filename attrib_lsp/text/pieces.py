"""Take prose apart and put it together again without losing the way back to the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span

#: Words, and the file offset at which they stand; None for what the reader put in.
Words = tuple[str, int | None]


def words_of(prose: Prose, span: Span) -> Iterator[Words]:
    """Yield the words in ``span`` of ``prose`` with their places in the file."""
    at = span.start
    for piece in prose.pieces:
        start, end = max(piece.prose, span.start), min(piece.prose + piece.length, span.end)
        if start >= end:
            continue
        if at < start:
            yield prose.text[at:start], None
        yield prose.text[start:end], piece.file + start - piece.prose
        at = end
    if at < span.end:
        yield prose.text[at : span.end], None


def part_of(prose: Prose, span: Span) -> Prose:
    """Return ``span`` of ``prose`` as prose of its own."""
    pieces = []
    for piece in prose.pieces:
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
