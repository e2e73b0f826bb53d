"""Read a draft: from its text to the story in it."""

from __future__ import annotations

from types import MappingProxyType

from attrib_lsp.text.front_matter import UnreadableError, read_front_matter
from attrib_lsp.text.markdown import read_markdown
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.part import Part
from attrib_lsp.text.pieces import Words, words_of
from attrib_lsp.text.plain import read_plain
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story
from attrib_lsp.text.structure import Assembly

__all__ = ["UnreadableError", "read_parts", "read_row", "read_story"]


def read_story(source: SourceText, markup: Markup, *, tolerant: bool = False) -> Story:
    """Return the story in a draft.

    ``tolerant`` is for text that is being typed: where the front matter is broken, what can be read of it counts and
    nothing is raised.

    Raises:
        UnreadableError: the front matter is broken, and ``tolerant`` is not set.
    """
    front = read_front_matter(source, tolerant)
    assembly = Assembly(
        read_parts(source, markup, front.end_line),
        marked_up=markup is Markup.MARKDOWN,
        headline=front.words.get("title"),
        deck=front.words.get("deck") or front.words.get("standfirst"),
    )
    return assembly.story({"text": source}, front.values)


def read_row(text: SourceText, headline: SourceText | None = None) -> Story:
    """Return the story in a row of JSON Lines: plain text, with its headline in a field of its own or in the text.

    A headline field that holds no words counts as absent.
    """
    given = None if headline is None else _line(headline)
    assembly = Assembly(read_plain(text.text), headline=given)
    if headline is None:
        return assembly.story({"text": text}, MappingProxyType({}))
    return assembly.story({"text": text, "headline": headline}, MappingProxyType({}))


def read_parts(source: SourceText, markup: Markup, first_line: int = 0) -> list[Part]:
    """Return the parts of a draft from zero-based ``first_line`` on."""
    if markup is Markup.MARKDOWN:
        return read_markdown(source, first_line)
    starts = source.line_starts
    return read_plain(source.text, starts[first_line] if first_line < len(starts) else len(source.text))


def _line(headline: SourceText) -> Prose | None:
    """Return a headline field as one line; None if it holds no words."""
    words: list[Words] = []
    for part in read_plain(headline.text, field="headline"):
        words += [(" ", None)] if words else []
        words += words_of(part.prose, Span(0, len(part.text)))
    return Prose.joined(words, "headline") if words else None
