"""JSON with the places of its strings: what stands in the file for each character of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, Union

from attrib_lsp.text.front_matter import UnreadableError
from attrib_lsp.text.prose import Piece, Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.wire.item import DEEPEST, MOST

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:(?P<mark>[{}\[\],:])|"(?P<string>[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*)"'
    r"|(?P<other>-?[0-9][0-9.eE+-]*|true|false|null))"
)
_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(r'\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])')
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True, slots=True)
class String:
    """A string, and where it stands without its quotation marks."""

    text: str
    start: int
    end: int

    def prose(self) -> Prose:
        """Return its characters, each with what stands for it in the file.

        Raises:
            ValueError: it holds an escape that JSON does not have.
        """
        words, pieces, length = [], [], 0
        for start, end, meant in self._stretches():
            written = self.text[start:end] if meant is None else meant
            pieces.append(Piece(length, start, len(written), 0 if meant is None else end - start))
            words.append(written)
            length += len(written)
        return Prose("".join(words), tuple(pieces))

    def _stretches(self) -> Iterator[tuple[int, int, str | None]]:
        """Yield the stretches between escapes, and each escape with the character that it means."""
        at = self.start
        while (found := self.text.find("\\", at, self.end)) >= 0:
            if found > at:
                yield at, found, None
            escape = _ESCAPE.match(self.text, found, self.end)
            if escape is None:
                raise ValueError("an escape that JSON does not have")
            yield found, escape.end(), _meant(escape[0])
            at = escape.end()
        if at < self.end:
            yield at, self.end, None

    def __str__(self) -> str:
        """Return its characters."""
        return self.prose().text


def _meant(escape: str) -> str:
    """Return the character that an escape means; half of a surrogate pair, which is none, is U+FFFD."""
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    first = int(escape[2:6], 16)
    if len(escape) > len("\\u0000"):
        return chr(0x10000 + ((first - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00)
    return "\ufffd" if 0xD800 <= first <= 0xDFFF else chr(first)


#: Numbers, true, false and null are all None here: no story is in them.
Value: TypeAlias = Union["dict[str, Value]", "list[Value]", String, None]


def values(source: SourceText) -> Value:
    """Return what stands in a JSON text. Of members of one name the last counts.

    Raises:
        UnreadableError: it is no JSON, nested too deep, or has too many values.
    """
    return _Reader(source).read()


class _Reader:
    """Takes a text apart from its front to its end; values stand only so deep inside one another."""

    def __init__(self, source: SourceText) -> None:
        """Begin at the front."""
        self._source = source
        self._at = 0
        self._count = 0

    def _failed(self, why: str) -> UnreadableError:
        """Return the error at the place reached."""
        at = _SPACE.match(self._source.text, self._at)
        place = at.end() if at else self._at
        line, column = self._source.line_column(place)
        return UnreadableError(f"this is not JSON that can be read ({why}, column {column})", line)

    def _next(self, expected: str) -> str | String | None:
        """Return the next mark, or string; None for any other value."""
        found = _TOKEN.match(self._source.text, self._at)
        if found is None:
            over = _SPACE.fullmatch(self._source.text, self._at)
            raise self._failed("it breaks off" if over else f"{expected} should stand here")
        self._count += 1
        if self._count > MOST:
            raise self._failed("it has too many values")
        before, self._at = self._at, found.end()
        if found["mark"] is not None:
            return found["mark"]
        if found["string"] is None:
            return None
        string = String(self._source.text, *found.span("string"))
        try:
            string.prose()
        except ValueError as error:
            self._at = before
            raise self._failed(str(error)) from None
        return string

    def read(self) -> Value:
        """Return the one value of the text."""
        value = self._value(self._next("a value"), 0)
        if not _SPACE.fullmatch(self._source.text, self._at):
            raise self._failed("something stands behind its end")
        return value

    def _value(self, token: str | String | None, depth: int) -> Value:
        """Return the value that begins with ``token``, inside ``depth`` others."""
        if not isinstance(token, str):
            return token
        if depth > DEEPEST:
            raise self._failed("it is nested too deep")
        if token == "{":
            return self._object(depth)
        if token == "[":
            return self._list(depth)
        raise self._failed("a value should stand before this")

    def _object(self, depth: int) -> dict[str, Value]:
        """Return the object that has begun."""
        found: dict[str, Value] = {}
        token = self._next("a name in quotation marks")
        while token != "}":
            if not isinstance(token, String):
                raise self._failed("a name in quotation marks should stand before this")
            if self._next("a colon") != ":":
                raise self._failed("a colon should stand before this")
            found[str(token)] = self._value(self._next("a value"), depth + 1)
            token = self._next("a comma")
            if token == ",":
                token = self._next("a name in quotation marks")
            elif token != "}":
                raise self._failed("a comma should stand before this")
        return found

    def _list(self, depth: int) -> list[Value]:
        """Return the list that has begun."""
        found: list[Value] = []
        token = self._next("a value")
        while token != "]":
            found.append(self._value(token, depth + 1))
            token = self._next("a comma")
            if token == ",":
                token = self._next("a value")
            elif token != "]":
                raise self._failed("a comma should stand before this")
        return found
