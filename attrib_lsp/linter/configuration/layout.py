"""Where the statements of a TOML file stand: the parser itself keeps neither lines nor layout.

Only for text that the parser has accepted; of other text, the places mean nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from attrib_lsp.text.span import Span

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Key = tuple[str, ...]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
      | (?P<text>\"\"\"(?:\\.|[^\\])*?\"{3,5} | '''.*?'{3,5} | "(?:\\.|[^"\\\r\n])*" | '[^'\r\n]*')
      | (?P<newline>\r?\n)
      | (?P<opening>[\[{]) | (?P<closing>[\]}])
      | (?P<equals>=)
      | (?P<space>[\ \t]+)
      | (?P<other>[^\s\[\]{}="'\#]+ | .)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header; ``key`` leads to the table from the top of the file."""

    key: Key
    span: Span


@dataclass(frozen=True, slots=True)
class Assignment:
    """A key with its value; ``key`` leads to it from the top of the file, ``table`` to the table that it stands in.

    Spans are code points of the file. Neither holds the comment behind the value.
    """

    table: Key
    key: Key
    span: Span
    value: Span


def statements(text: str) -> Iterator[Header | Assignment]:
    """Yield the headers and assignments of a TOML file in their order."""
    table: Key = ()
    for span, equals in _spans(text):
        if text[span.start] == "[":
            table = _path(text[span.start : span.end])
            yield Header(table, span)
        elif equals is not None:
            key = _path(f"{text[span.start : equals]}= 0")
            value = Span(equals + 1, span.end)
            blanks = len(value.of(text)) - len(value.of(text).lstrip(" \t"))
            yield Assignment(table, (*table, *key), span, Span(value.start + blanks, value.end))


def lines(text: str) -> dict[Key, int]:
    """Return the line, from one, of each table's header and of each key."""
    found: dict[Key, int] = {}
    line, counted = 1, 0
    for statement in statements(text):
        start = statement.span.start
        line, counted = line + text.count("\n", counted, start), start
        found.setdefault(statement.key, line)
    return found


def line_of(key: Key, known: Mapping[Key, int]) -> int | None:
    """Return the line of ``key`` among ``known`` ones, else of what it stands in; None without either."""
    for length in range(len(key), 0, -1):
        if key[:length] in known:
            return known[key[:length]]
    return None


def dotted(key: Iterable[str]) -> str:
    """Return a key as it is written, on one line.

    >>> dotted(("per-file-ignores", "opinion/*.md"))
    'per-file-ignores."opinion/*.md"'
    """
    return ".".join(part if _BARE.fullmatch(part) else json.dumps(part, ensure_ascii=False) for part in key)


def insides(text: str, value: Span) -> list[Span]:
    """Return the tokens inside the brackets of a list or table at ``value``, without comments and blanks."""
    tokens = (one for one in _TOKEN.finditer(text, value.start + 1, value.end - 1))
    kept = [one for one in tokens if one.lastgroup not in ("comment", "newline", "space")]
    return [Span(*one.span()) for one in kept]


def _spans(text: str) -> Iterator[tuple[Span, int | None]]:
    """Yield where each statement stands, and the place of the sign behind its key."""
    start: int | None = None
    equals: int | None = None
    end = depth = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "newline" and depth == 0:
            if start is not None:
                yield Span(start, end), equals
            start = equals = None
        if kind in ("comment", "newline", "space"):
            continue
        start, end = token.start() if start is None else start, token.end()
        if kind == "equals" and depth == 0 and equals is None:
            equals = token.start()
        depth += (kind == "opening") - (kind == "closing")
    if start is not None:
        yield Span(start, end), equals


def _path(written: str) -> Key:
    """Return the key that a header, or an assignment of 0, leads to."""
    path: list[str] = []
    read: Any = tomllib.loads(written)
    while isinstance(read, Mapping) and read:
        name, read = next(iter(read.items()))
        path.append(name)
        read = read[0] if isinstance(read, list) else read
    return tuple(path)
