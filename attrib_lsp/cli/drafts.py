"""Drafts, read one at a time from files, folders, standard input and JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from attrib_lsp.cli.errors import Note, Problem, reason
from attrib_lsp.cli.files import Input
from attrib_lsp.cli.rows import RowError, read_row_of
from attrib_lsp.reports.origin import Origin
from attrib_lsp.text.decoding import Codec, UndecodableError, decode, refuse_formats, refuse_rows
from attrib_lsp.text.length import MOST_WORDS, most_characters, words_in
from attrib_lsp.text.markup import Markup, markup_of
from attrib_lsp.text.own_pages import HEAD, is_own_page
from attrib_lsp.text.readers import UnreadableError, read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from attrib_lsp.text.wire.item import Item, NotNewsError, read_item

#: Bytes of the longest row that is read.
LONGEST_ROW = 20_000_000
#: Bytes of a character at most.
WIDEST = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as text. ``line`` (from one) is where a row stands in its file; ``size`` is how many bytes were read.

    ``codec`` is how a file, not a row, is written down, and ``path`` where; None for standard input. ``item`` is set
    for a story that is wrapped in a format made for machines: its words stand in ``text`` here and there. It may have
    ``most_words`` at most.
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
    most_words: int = MOST_WORDS

    def story(self) -> Story:
        """Return the draft taken apart.

        Raises:
            UnreadableError: its front matter is broken, or it is too long.
        """
        story = self._story()
        words = words_in(story)
        if words > self.most_words:
            raise UnreadableError(_too_long(f"{words:,} words", self.most_words), self.line)
        return story

    def _story(self) -> Story:
        """Return the draft taken apart, however long it is."""
        if self.item is not None:
            return read_item(self.item)
        if self.origin.id is not None:
            return read_row(SourceText(self.text), None if self.headline is None else SourceText(self.headline))
        return read_story(SourceText(self.text), self.markup)


def read(given: Input, most_words: int = MOST_WORDS) -> Iterator[Draft | Problem | Note]:
    """Yield the draft that a file holds, or the drafts in its rows, or what is wrong with them.

    However many rows a file has, one at a time is in memory. What is too long for a story of ``most_words`` is not
    read.
    """
    try:
        if given.path is None:
            yield from read_from(given, sys.stdin.buffer, most_words)
        else:
            with given.path.open("rb") as file:
                yield from read_from(given, file, most_words)
    except OSError as error:
        yield Problem(given.label, f"cannot be read: {reason(error)}")


def read_from(given: Input, file: BinaryIO, most_words: int = MOST_WORDS) -> Iterator[Draft | Problem | Note]:
    """Yield what ``file`` holds, which is open: the draft in it, or those in its rows, or what is wrong with them."""
    if given.has_rows:
        yield from _rows(given.label, file, most_words)
        return
    if given.is_wrapped:
        yield from _unwrapped(given, file, most_words)
        return
    markup = markup_of(given.label) or Markup.PLAIN
    most = WIDEST * most_characters(markup, most_words)
    raw = file.read(most + 1)
    if is_own_page(raw[:HEAD]):
        if given.named:
            yield Note(given.label, "a page that attrib-lsp has written, and no draft")
        return
    try:
        if len(raw) > most:
            refuse_formats(raw)
            yield Problem(given.label, _too_long(f"more than {most // 1_000:,} kB", most_words))
            return
        text = decode(raw)
    except UndecodableError as error:
        yield Problem(given.label, str(error), error.line)
    else:
        draft = Draft(Origin(given.label), text, markup, None, None, len(raw), Codec.of(raw), given.path)
        yield _bearable(replace(draft, most_words=most_words))


def _unwrapped(given: Input, file: BinaryIO, most_words: int) -> Iterator[Draft | Problem | Note]:
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
            size = len(raw) // len(items)
            yield Draft(origin, item.source.text, size=size, path=given.path, item=item, most_words=most_words)


def _rows(label: str, file: BinaryIO, most_words: int) -> Iterator[Draft | Problem]:
    """Yield the draft in each line of ``file``; empty ones hold none."""
    for number, raw in enumerate(_lines(file), start=1):
        if number == 1 and raw is not None:
            try:
                refuse_rows(raw)
            except UndecodableError as error:
                yield Problem(label, str(error), number)
                return
        if raw is None:
            yield Problem(label, f"this row is not read: it has more than {LONGEST_ROW // 1_000_000} MB", number)
        else:
            yield from _row(label, number, raw, most_words)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of ``file``, None for each that is longer than `LONGEST_ROW`."""
    while raw := file.readline(LONGEST_ROW):
        if len(raw) < LONGEST_ROW or raw.endswith(b"\n"):
            yield raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = file.readline(LONGEST_ROW)
        yield None


def _row(label: str, number: int, raw: bytes, most_words: int) -> Iterator[Draft | Problem]:
    """Yield the draft in line ``number`` if it holds one, or what is wrong with it."""
    try:
        line = decode(raw)
        row = read_row_of(line) if line.strip() else None
    except (UndecodableError, RowError) as error:
        yield Problem(label, str(error), number)
    else:
        if row is not None:
            draft = Draft(Origin(label, row.id, number), row.text, Markup.PLAIN, row.headline, number, len(raw))
            yield _bearable(replace(draft, most_words=most_words))


def _bearable(draft: Draft) -> Draft | Problem:
    """Return ``draft``, or the problem that it is too long."""
    length = max(len(draft.text), len(draft.headline or ""))
    if length <= most_characters(draft.markup, draft.most_words):
        return draft
    return Problem(draft.origin.path, _too_long(f"{length:,} characters", draft.most_words), draft.line)


def _too_long(length: str, most_words: int) -> str:
    """Return what is said of a story of that ``length``."""
    return (
        f"{length} are too long for one story ({most_words:,} words at most): "
        "give each story its own file or row, or allow more with --max-words"
    )
