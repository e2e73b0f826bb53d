"""Cut HTML into tags, comments and text. Nothing raises, and each code point is looked at a few times at most.

A browser takes what is not closed (a tag, a comment, a quotation mark around a value) to run on, to the end of the page
if need be. While it is being typed it ends where its line does, or sooner: a draft is not to vanish behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from types import MappingProxyType

from attrib_lsp.text.span import Span

_MARKUP = re.compile(r"<(?:!--|[!?]|/?[A-Za-z])")
_NAME = re.compile(r"/?[A-Za-z][^\s/><]*")
_SPACE = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"[^\s/>=<\"'][^\s/>=<\"']*")
_EQUALS = re.compile(r"\s*=\s*")
_BARE = re.compile(r"[^\s\"'<>]+")
_LINE_END = re.compile(r"[\r\n]")
_LINE = re.compile(r"[^\r\n]*")
#: Where a value whose quotation mark is never closed ends.
_UNCLOSED = re.compile(r"[^\r\n<>]*>?")
_DECLARATION = re.compile(r"[^<>]*>?")
#: Elements that hold text and no markup; without an end tag the first two end with their line.
RAW = frozenset({"title", "textarea", "script", "style", "iframe", "noembed", "noframes", "xmp"})
_SHORT = frozenset({"title", "textarea"})


class Kind(Enum):
    """What a token is."""

    TEXT = "text"
    START = "start tag"
    END = "end tag"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the file. ``name`` is a tag's, in lower case; ``values`` are where its attributes' values stand.

    ``closed`` is not set for a comment that breaks off.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    values: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    closed: bool = True


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """Yield the tokens of ``text`` from ``start`` on; declarations (``<!doctype html>``) are left out."""
    comments = _Comments(text)
    at = start
    while found := _MARKUP.search(text, at):
        if found.start() > at:
            yield Token(Kind.TEXT, at, found.start())
        at = found.start()
        if found[0] == "<!--":
            token = comments.at(at)
        elif found[0] in ("<!", "<?"):
            at = _declared(text, at)
            continue
        else:
            token = _tag(text, at)
        yield token
        at = token.end
        if token.kind is Kind.START and token.name in RAW:
            end = _raw_end(text, at, token.name)
            if end > at:
                yield Token(Kind.TEXT, at, end)
            if not text.startswith("</", end):
                yield Token(Kind.END, end, end, token.name)
            at = end
    if at < len(text):
        yield Token(Kind.TEXT, at, len(text))


class _Comments:
    """The comments of a text. The next end of a comment is looked for once, however many begin before it."""

    def __init__(self, text: str) -> None:
        """Begin at the front."""
        self._text = text
        self._close = -1

    def at(self, start: int) -> Token:
        """Return the comment at ``start``; one that breaks off, or below which another begins, ends with its line."""
        inner = start + len("<!--")
        if self._text.startswith((">", "->"), inner):
            return Token(Kind.COMMENT, start, self._text.index(">", inner) + 1)
        if self._close < inner:
            found = self._text.find("-->", inner)
            self._close = len(self._text) if found < 0 else found
        another = self._text.rfind("<!--", inner, self._close)
        if self._close < len(self._text) and (another < 0 or _LINE_END.search(self._text, inner, another) is None):
            return Token(Kind.COMMENT, start, self._close + len("-->"))
        return Token(Kind.COMMENT, start, _past(_LINE, self._text, inner), closed=False)


def _declared(text: str, start: int) -> int:
    """Return where the declaration, or the instruction (``<?xml … ?>``), at ``start`` ends."""
    found = _DECLARATION.match(text, start + 2)
    end = found.end() if found else len(text)
    if text[end - 1] == ">" or end < len(text):
        return end
    line = _LINE.match(text, start)
    return line.end() if line else end


def _tag(text: str, start: int) -> Token:
    """Return the tag at ``start``; of one that is not closed, what belongs to it for certain."""
    found = _NAME.match(text, start + 1)
    assert found is not None  # a letter stands there
    kind = Kind.END if found[0][0] == "/" else Kind.START
    name = found[0].strip("/").lower()
    values: dict[str, Span] = {}
    at = sure = found.end()
    while True:
        at = _past(_SPACE, text, at)
        if text.startswith(">", at):
            return Token(kind, start, at + 1, name, values)
        attribute = _ATTRIBUTE.match(text, at)
        if attribute is None:
            if at == len(text) or text[at] == "<":
                return Token(kind, start, sure, name, values)
            at += 1  # a quotation mark or an equals sign out of place
            continue
        at = attribute.end()
        equals = _EQUALS.match(text, at)
        if equals is None:
            values.setdefault(attribute[0].lower(), Span(at, at))
            continue
        value, at, ended = _value(text, equals.end())
        values.setdefault(attribute[0].lower(), value)
        sure = at
        if ended:
            return Token(kind, start, at, name, values)


def _value(text: str, start: int) -> tuple[Span, int, bool]:
    """Return the value at ``start``, where the tag goes on behind it, and whether the tag ends there already."""
    quote = text[start : start + 1]
    if quote in ('"', "'") and quote:
        end = text.find(quote, start + 1)
        if end >= 0 and (end + 1 == len(text) or text[end + 1] in " \t\r\n\f/<>"):
            return Span(start + 1, end), end + 1, False
        found = _past(_UNCLOSED, text, start + 1)
        return Span(start + 1, found), found, True
    end = _past(_BARE, text, start)
    return Span(start, end), end, False


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where ``pattern``, if it stands at ``at``, ends."""
    found = pattern.match(text, at)
    return found.end() if found else at


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    """Match the end tag of an element that holds text only."""
    return re.compile(rf"</{name}(?![^\s/>])", re.IGNORECASE)


def _raw_end(text: str, start: int, name: str) -> int:
    """Return where the text in an element that holds no markup ends."""
    found = _end_tag(name).search(text, start)
    if found:
        return found.start()
    return _past(_LINE, text, start) if name in _SHORT else len(text)
