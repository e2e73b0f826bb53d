"""Read a draft: from its text to the story in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from attrib_lsp.text.front_matter import UnreadableError, read_front_matter
from attrib_lsp.text.markdown import read_markdown
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.part import Part
from attrib_lsp.text.pieces import Words, words_of
from attrib_lsp.text.plain import plain_pragmas, read_plain
from attrib_lsp.text.pragma import Place, Pragma
from attrib_lsp.text.prose import Field, Prose
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
    parts, pragmas = _read(source, markup, front.end_line)
    assembly = Assembly(
        list(parts),
        marked_up=markup is Markup.MARKDOWN,
        headline=front.words.get("title"),
        deck=front.words.get("deck") or front.words.get("standfirst"),
    )
    story = assembly.story({"text": source}, front.values)
    return _annotated(story, parts, (*front.pragmas, *pragmas), _begin(source, front.end_line))


def read_row(text: SourceText, headline: SourceText | None = None) -> Story:
    """Return the story in a row of JSON Lines: plain text, with its headline in a field of its own or in the text.

    A headline field that holds no words counts as absent.
    """
    given = None if headline is None else _line(headline)
    parts = read_plain(text.text)
    assembly = Assembly(list(parts), headline=given)
    sources: dict[Field, SourceText] = {"text": text}
    if headline is not None:
        sources["headline"] = headline
    story = assembly.story(sources, MappingProxyType({}))
    return _annotated(story, parts, tuple(plain_pragmas(text.text, parts)), 0)


def read_parts(source: SourceText, markup: Markup, first_line: int = 0) -> list[Part]:
    """Return the parts of a draft from zero-based ``first_line`` on."""
    return _read(source, markup, first_line)[0]


def _read(source: SourceText, markup: Markup, first_line: int) -> tuple[list[Part], list[Pragma]]:
    """Return the parts of a draft from ``first_line`` on, and the pragmas that stand between them."""
    if markup is Markup.MARKDOWN:
        return read_markdown(source, first_line)
    starts = source.line_starts
    start = starts[first_line] if first_line < len(starts) else len(source.text)
    parts = read_plain(source.text, start)
    return parts, list(plain_pragmas(source.text, parts, start))


def _begin(source: SourceText, first_line: int) -> int:
    """Return where the text begins whose first line is ``first_line``, behind a byte order mark."""
    if first_line >= len(source.line_starts):
        return len(source.text)
    return source.line_starts[first_line] or len(source.text) - len(source.text.removeprefix("\ufeff"))


def _annotated(story: Story, parts: Sequence[Part], apart: Iterable[Pragma], begin: int) -> Story:
    """Return ``story`` with the pragmas in the draft, and the places where one can be put."""
    pragmas = [*apart, *(pragma for part in parts for pragma in part.pragmas)]
    places: list[Place] = []
    for part in parts:
        if part.place is not None and not (places and part.place is places[-1]):  # that of a picture is its paragraph's
            places.append(part.place)
    pragmas.sort(key=lambda pragma: pragma.span)
    return replace(story, pragmas=tuple(pragmas), places=tuple(places), begin=begin)


def _line(headline: SourceText) -> Prose | None:
    """Return a headline field as one line; None if it holds no words."""
    words: list[Words] = []
    for part in read_plain(headline.text, field="headline"):
        words += [(" ", None)] if words else []
        words += words_of(part.prose, Span(0, len(part.text)))
    return Prose.joined(words, "headline") if words else None
