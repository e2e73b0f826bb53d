"""Pragmas in Markdown: HTML comments, on lines of their own or behind the words of a block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from attrib_lsp.text.pragma import MARK, Pragma, read_pragma
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

_COMMENT = re.compile(rf"<!--(?P<mark>\s*{MARK})?(?P<words>.*?)(?P<close>-->|\Z)", re.DOTALL)
#: HTML whose contents are shown as they stand, or not at all.
_RAW = re.compile(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]")
#: Marks that no space stands in front of.
_CLOSING = ".,;:!?)]…”’"
#: What may stand in front of a pragma that has its line to itself.
_QUOTE = " \t>"


def block_pragmas(source: SourceText, first_line: int, tokens: Sequence[Token]) -> Iterator[Pragma]:
    """Yield the pragmas that stand apart from prose; ``tokens`` begin at zero-based ``first_line`` of ``source``."""
    for number, token in enumerate(tokens):
        if token.type != "html_block" or MARK not in token.content or _RAW.match(token.content):
            continue
        lines = lines_of(source, first_line, token)
        following = next((one for one in tokens[number + 1 :] if _may_be_meant(one)), None)
        scope = None if following is None else lines_of(source, first_line, following)
        for found in _COMMENT.finditer(source.text, lines.start, lines.end):
            if found["mark"] is not None:
                yield _pragma(source, found, scope)


def trailing_pragma(content: str, span: Span) -> tuple[Span, Span] | None:
    """Return the whole and the words of the pragma at ``span`` of a block's ``content``; None if that is none."""
    found = _COMMENT.match(content, span.start, span.end)
    return None if found is None or found["mark"] is None else (span, Span(*found.span("words")))


def _is_trailing(token: Token) -> bool:
    """Say whether an inline token is a pragma."""
    if token.type != "html_inline" or MARK not in token.content:
        return False
    return trailing_pragma(token.content, Span(0, len(token.content))) is not None


def hushed(tokens: Sequence[Token]) -> list[Token]:
    """Return a block's inline ``tokens`` as if the pragmas among them, and the space in front, were not there.

    What is left of a pragma keeps the place of the words behind it.
    """
    kept: list[Token] = []
    for number, token in enumerate(tokens):
        if not _is_trailing(token):
            kept.append(token)
            continue
        if kept and kept[-1].type == "text" and _needs_none(tokens[number + 1 : number + 2]):
            kept[-1] = kept[-1].copy(content=kept[-1].content.rstrip(" \t"))
        kept.append(token.copy(type="pragma", content=""))
    return kept


def lines_of(source: SourceText, first_line: int, token: Token) -> Span:
    """Return the lines of a block token, without white space behind them, nor a byte order mark in front."""
    first, last = token.map or (0, 0)
    starts = source.line_starts
    start = starts[first_line + first] or len(source.text) - len(source.text.removeprefix("\ufeff"))
    end = starts[first_line + last] if first_line + last < len(starts) else len(source.text)
    return Span(start, start + len(source.text[start:end].rstrip()))


def _may_be_meant(token: Token) -> bool:
    """Say whether an ``ignore`` above ``token`` may be meant for it: something opens that can hold words."""
    return token.nesting >= 0 and token.map is not None and token.type not in ("html_block", "hr", "inline")


def _needs_none(following: Sequence[Token]) -> bool:
    """Say whether no space is needed in front of what follows a pragma: there is one behind it, a mark, or the end."""
    if not following or following[0].type in ("softbreak", "hardbreak"):
        return True
    first = following[0].content[:1]
    return first.isspace() or (first != "" and first in _CLOSING)


def _pragma(source: SourceText, found: re.Match[str], scope: Span | None) -> Pragma:
    """Return the pragma in a comment."""
    words = Span(*found.span("words"))
    if found["close"]:
        whole = Span(*found.span())
        return read_pragma(source.text, whole, words, _removal(source, whole), scope)
    # Nothing closes it: the rest of the draft is no comment on purpose.
    ends = _LINE_END.search(source.text, words.start)
    words = Span(words.start, ends.start() if ends else len(source.text))
    whole = Span(found.start(), words.end)
    return read_pragma(source.text, whole, words, whole, scope, missing=" -->")


def _removal(source: SourceText, span: Span) -> Span:
    """Return what goes with a comment: its lines where nothing else stands on them, else the space in front.

    Between two lines that have words an empty one stays, or they would become one paragraph.
    """
    first, last = source.line_of(span.start), source.line_of(span.end)
    starts = source.line_starts
    before = source.text[starts[first] : span.start]
    if before.strip(_QUOTE) or source.line_text(last)[span.end - starts[last] :].strip():
        return Span(span.start - len(before) + len(before.rstrip(" \t")), span.end)
    above = source.line_text(first - 1) if first else ""
    below = source.line_text(last + 1) if last + 1 < len(starts) else ""
    if above.strip(_QUOTE) and below.strip(_QUOTE):
        return span
    return Span(starts[first], starts[last + 1] if last + 1 < len(starts) else len(source.text))
