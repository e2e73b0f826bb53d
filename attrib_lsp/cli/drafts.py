"""Drafts, read one at a time from files, folders, standard input and JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from attrib_lsp.cli.errors import Note, Problem, reason
from attrib_lsp.cli.files import Input
from attrib_lsp.cli.rows import RowError, read_row_of
from attrib_lsp.reports.origin import Origin
from attrib_lsp.text.decoding import Codec, UndecodableError, decode, refuse_rows
from attrib_lsp.text.markup import Markup, markup_of
from attrib_lsp.text.own_pages import HEAD, is_own_page
from attrib_lsp.text.readers import UnreadableError, read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from attrib_lsp.text.wire.item import Item, NotNewsError, read_item

#: Characters of the longest draft that is checked.
LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as text. ``line`` (from one) is where a row stands in its file; ``size`` is how many bytes were read.

    ``codec`` is how a file, not a row, is written down, and ``path`` where; None for standard input. ``item`` is set
    for a story that is wrapped in a format made for machines: its words stand in ``text`` here and there.
    """

    origin: Origin
    text: str
    markup: Markup = Markup.PLAIN
    headline: str | None = None
    line: int | None = None
    size: int = 0
    codec: Codec = field(default_factory=Codec)
    path: Path | None = None
    item: Item | None = None

    def story(self) -> Story:
        """Return the draft taken apart.

        Raises:
            UnreadableError: its front matter is broken.
        """
        if self.item is not None:
            return read_item(self.item)
        if self.origin.id is not None:
            return read_row(SourceText(self.text), None if self.headline is None else SourceText(self.headline))
        return read_story(SourceText(self.text), self.markup)


def read(given: Input) -> Iterator[Draft | Problem | Note]:
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


def _read(given: Input, file: BinaryIO) -> Iterator[Draft | Problem | Note]:
    """Yield what ``file`` holds."""
    if given.has_rows:
        yield from _rows(given.label, file)
        return
    if given.is_wrapped:
        yield from _unwrapped(given, file)
        return
    raw = file.read()
    if is_own_page(raw[:HEAD]):
        if given.named:
            yield Note(given.label, "a page that attrib-lsp has written, and no draft")
        return
    try:
        text = decode(raw)
    except UndecodableError as error:
        yield Problem(given.label, str(error), error.line)
    else:
        markup = markup_of(given.label) or Markup.PLAIN
        yield _bearable(Draft(Origin(given.label), text, markup, None, None, len(raw), Codec.of(raw), given.path))


def _unwrapped(given: Input, file: BinaryIO) -> Iterator[Draft | Problem | Note]:
    """Yield the drafts in a file of a format made for machines. What is no news is passed over unless it is named."""
    # Imported when there is such a file: the others need not wait for its parsers.
    from attrib_lsp.text.wire.reader import LARGEST_FILE, read_items

    raw = file.read(LARGEST_FILE + 1)
    try:
        if len(raw) > LARGEST_FILE:
            raise NotNewsError(f"too large for a news document: more than {LARGEST_FILE // 1_000_000} MB")
        items = read_items(given.label, raw)
    except NotNewsError as error:
        if given.named:
            yield Note(given.label, str(error))
    except UndecodableError as error:
        if given.named:
            yield Problem(given.label, str(error), error.line)
    except UnreadableError as error:
        yield Problem(given.label, str(error), None if given.label.lower().endswith(".docx") else error.line)
    else:
        if not items and given.named:
            yield Note(given.label, "there is no story in it, only pictures, lists or the like")
        for item in items:
            origin = Origin(given.label, item=item.id if len(items) > 1 else None, by_paragraph=item.by_paragraph)
            draft = Draft(origin, item.source.text, size=len(raw) // len(items), path=given.path, item=item)
            yield draft if item.length <= LONGEST else _too_long(origin.path, item.length)


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
    return draft if length <= LONGEST else _too_long(draft.origin.path, length, draft.line)


def _too_long(path: str, length: int, line: int | None = None) -> Problem:
    """Return the problem that a story is too long."""
    message = f"too long for one story: {length:,} characters, where {LONGEST:,} are the most; give each story its own"
    return Problem(path, f"{message} file or row", line)
