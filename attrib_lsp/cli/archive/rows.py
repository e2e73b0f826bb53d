"""Rows of an archive, each as the story it holds or the reason why it holds none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from attrib_lsp.cli.archive.columns import Columns
from attrib_lsp.cli.archive.dates import day_of
from attrib_lsp.cli.rows import RowError, without_surrogates
from attrib_lsp.reports.archive.rows import Article
from attrib_lsp.text.length import MOST_WORDS, most_characters
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_row
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is set aside, and why."""

    file: str
    row: int
    reason: str


@dataclass(frozen=True)
class ArchiveRow:
    """A story of an archive: what its row says of it, and its words."""

    article: Article
    text: str
    headline: str | None = None

    @cached_property
    def story(self) -> Story:
        """The story taken apart."""
        return read_row(SourceText(self.text), None if self.headline is None else SourceText(self.headline))


def row_of(file: str, number: int, values: Mapping[str, Any], columns: Columns) -> ArchiveRow:
    """Return the story in row ``number`` (from one) of a file, whose columns have ``values``.

    Raises:
        RowError: it holds none.
    """

    def value(name: str | None) -> object:
        return None if name is None else values.get(name)

    text = _words(value(columns.text), columns.text)
    if text is None:
        raise RowError(f'this row has no "{columns.text}"')
    headline = _words(value(columns.headline), columns.headline)
    longest = max(len(text), len(headline or ""))
    if longest > most_characters(Markup.PLAIN, MOST_WORDS):
        raise RowError(f"{longest:,} characters are too long for one story ({MOST_WORDS:,} words at most)")
    given = value(columns.date)
    article = Article(
        file,
        number,
        _label(value(columns.id), columns.id),
        _label(value(columns.publisher), columns.publisher),
        None if given is None else day_of(given),
        None if given is None else without_surrogates(str(given)),
    )
    return ArchiveRow(article, text, headline)


def _words(given: object, name: str | None) -> str | None:
    """Return a value that must be words where it is one."""
    if given is not None and not isinstance(given, str):
        raise RowError(f'this row has a "{name}" that is no string')
    return None if given is None else without_surrogates(given)


def _label(given: object, name: str | None) -> str | None:
    """Return a value that must be words or a whole number where it is one, as words."""
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        raise RowError(f'this row has a "{name}" that is neither a string nor a whole number')
    return without_surrogates(str(given))
