"""Drafts, read one at a time from files, folders, standard input and JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from attrib_lsp.cli.errors import Problem, reason
from attrib_lsp.cli.files import Input
from attrib_lsp.cli.rows import RowError, read_row_of
from attrib_lsp.reports.origin import Origin
from attrib_lsp.text.decoding import Codec, UndecodableError, decode, refuse_rows
from attrib_lsp.text.markup import Markup, markup_of
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story

#: Characters of the longest draft that is checked.
LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as text. ``line`` (from one) is where a row stands in its file; ``size`` is how many bytes were read.

    ``codec`` is how a file, not a row, is written down, and ``path`` where; None for standard input.
    """

    origin: Origin
    text: str
    markup: Markup = Markup.PLAIN
    headline: str | None = None
    line: int | None = None
    size: int = 0
    codec: Codec = field(default_factory=Codec)
    path: Path | None = None

    def story(self) -> Story:
        """Return the draft taken apart.

        Raises:
            UnreadableError: its front matter is broken.
        """
        if self.origin.id is not None:
            return read_row(SourceText(self.text), None if self.headline is None else SourceText(self.headline))
        return read_story(SourceText(self.text), self.markup)


def read(given: Input) -> Iterator[Draft | Problem]:
    """Yield the draft that a file holds, or the drafts in its rows, or what is wrong with them.

    However many rows a file has, one at a time is in memory.
    """
    try:
        if given.path is None:
            yield from _read(given, sys.stdin.buffer)
        else:
            with given.path.open("rb") as file:
                yield from _read(given, file)
    except OSError as error:
        yield Problem(given.label, f"cannot be read: {reason(error)}")


def _read(given: Input, file: BinaryIO) -> Iterator[Draft | Problem]:
    """Yield what ``file`` holds."""
    if given.has_rows:
        yield from _rows(given.label, file)
        return
    raw = file.read()
    try:
        text = decode(raw)
    except UndecodableError as error:
        yield Problem(given.label, str(error), error.line)
    else:
        markup = markup_of(given.label) or Markup.PLAIN
        yield _bearable(Draft(Origin(given.label), text, markup, None, None, len(raw), Codec.of(raw), given.path))


def _rows(label: str, lines: Iterable[bytes]) -> Iterator[Draft | Problem]:
    """Yield the draft in each of ``lines``; empty ones hold none."""
    for number, raw in enumerate(lines, start=1):
        if number == 1:
            try:
                refuse_rows(raw)
            except UndecodableError as error:
                yield Problem(label, str(error), number)
                return
        yield from _row(label, number, raw)


def _row(label: str, number: int, raw: bytes) -> Iterator[Draft | Problem]:
    """Yield the draft in line ``number`` if it holds one, or what is wrong with it."""
    try:
        line = decode(raw)
        row = read_row_of(line) if line.strip() else None
    except (UndecodableError, RowError) as error:
        yield Problem(label, str(error), number)
    else:
        if row is not None:
            yield _bearable(
                Draft(Origin(label, row.id, number), row.text, Markup.PLAIN, row.headline, number, len(raw))
            )


def _bearable(draft: Draft) -> Draft | Problem:
    """Return ``draft``, or the problem that it is too long."""
    length = max(len(draft.text), len(draft.headline or ""))
    if length <= LONGEST:
        return draft
    message = f"too long for one story: {length:,} characters, where {LONGEST:,} are the most; give each story its own"
    return Problem(draft.origin.path, f"{message} file or row", draft.line)
