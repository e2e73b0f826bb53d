"""Pragmas in HTML: comments, above the element that they hold for or behind its words."""

from __future__ import annotations

import re

from attrib_lsp.text.html.tokens import Token
from attrib_lsp.text.pragma import MARK, Pragma, read_pragma
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

_NOTE = re.compile(rf"<!--\s*{MARK}")
#: What has to stand first in a page: the mark of its byte order, and what says which HTML it is.
_PROLOGUE = re.compile(r"\ufeff?(?:\s*(?:<\?xml[^<>]*\?>|<!doctype[^<>]*>))*(?:[ \t]*(?:\r\n|[\r\n]))?", re.IGNORECASE)
_REST = re.compile(r"[ \t]*(?:\r\n|[\r\n]|\Z)")


def begin_of(source: SourceText, first_line: int) -> int:
    """Return where the first comment of a text that begins at ``first_line`` may stand."""
    starts = source.line_starts
    start = starts[first_line] if first_line < len(starts) else len(source.text)
    found = _PROLOGUE.match(source.text, start)
    if found is None or not found[0].strip("\ufeff \t\r\n"):
        return start or len(source.text) - len(source.text.removeprefix("\ufeff"))
    return found.end()


def is_note(text: str, token: Token) -> bool:
    """Say whether a comment is a pragma."""
    return _NOTE.match(text, token.start, token.end) is not None


def note(source: SourceText, token: Token, scope: Span | None) -> Pragma:
    """Return the pragma in a comment, which holds for ``scope``."""
    found = _NOTE.match(source.text, token.start, token.end)
    assert found is not None  # `is_note` says so
    whole = Span(token.start, token.end)
    words = Span(found.end(), max(found.end(), token.end - len("-->") * token.closed))
    return read_pragma(
        source.text, whole, words, _removal(source, whole), scope, missing="" if token.closed else " -->"
    )


def within(start: int, end: int) -> Span:
    """Return what a pragma holds for, as its first and last code point: the next element may begin right behind it."""
    return Span(start, max(start, end - 1))


def _removal(source: SourceText, span: Span) -> Span:
    """Return what goes with a comment: its lines where nothing else stands on them, else the space in front."""
    text, start = source.text, span.start
    while start and text[start - 1] in " \t":
        start -= 1
    behind = _REST.match(text, span.end)
    if behind is not None and start == source.line_starts[source.line_of(span.start)]:
        return Span(start, behind.end())
    return Span(start, span.end)
