"""XML as a tree whose words have their places in the file. Nothing is fetched, and no entity is defined or expanded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from typing import TypeAlias
from xml.parsers import expat

from attrib_lsp.text.front_matter import UnreadableError
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.wire.item import DEEPEST, MOST

#: What parts a name from the namespace in front of it.
_SEPARATOR = " "


@dataclass(frozen=True, slots=True)
class Words:
    """Characters at ``start`` to ``end`` of the file; ``meant`` are they, None where they stand there as they are."""

    start: int
    end: int
    meant: str | None = None


@dataclass(slots=True, eq=False)
class Element:
    """An element, without the prefix of its name; ``end`` is right behind its end tag."""

    name: str
    values: dict[str, str]
    start: int
    end: int = 0
    nodes: list[Node] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Element]:
        """The elements right inside."""
        return (node for node in self.nodes if isinstance(node, Element))

    def child(self, *path: str) -> Element | None:
        """Return the first element found by going down ``path``."""
        here: Element | None = self
        for name in path:
            here = None if here is None else next((one for one in here.children if one.name == name), None)
        return here

    def all(self, name: str) -> Iterator[Element]:
        """Yield the elements of that name inside, in the order of the file; none inside of one another."""
        for one in self.children:
            if one.name == name:
                yield one
            else:
                yield from one.all(name)


Node: TypeAlias = Element | Words


def root_name(text: str) -> str:
    """Return the name of the element that a text begins with, without its prefix; nothing where it is no XML.

    Of a document that defines entities, what its type says: no more of it is looked at.
    """
    found = ""

    def declared(name: str, *_: object) -> None:
        nonlocal found
        found = name

    def stop(name: str, *_: object) -> None:
        nonlocal found
        found = name
        raise StopIteration

    def refuse(*_: object) -> None:
        raise StopIteration

    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = stop
    with suppress(expat.ExpatError, StopIteration):
        parser.Parse(_clean(text).encode("utf-8"), True)
    return found.rpartition(":")[2]


def tree(source: SourceText) -> Element:
    """Return the outermost element of an XML text.

    Raises:
        UnreadableError: it is broken, defines entities, is nested too deep, or has too many elements.
    """
    return _Reader(source).read()


def _clean(text: str) -> str:
    """Return ``text`` with what no encoding has bytes for replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


class _Reader:
    """Takes in what expat finds; its places, in bytes of UTF-8, become code points."""

    def __init__(self, source: SourceText) -> None:
        """Read the text of ``source``."""
        self._source = source
        self._raw = _clean(source.text).encode("utf-8")
        self._places = _Places(source.text)
        self._stack: list[Element] = []
        self._root: Element | None = None
        self._count = 0
        self._literal = False
        parser = expat.ParserCreate("utf-8", _SEPARATOR)
        parser.buffer_text = False
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.StartCdataSectionHandler = lambda: self._mark(literal=True)
        parser.EndCdataSectionHandler = lambda: self._mark(literal=False)
        parser.SkippedEntityHandler = self._skip
        parser.EntityDeclHandler = self._refuse
        self._parser = parser

    def read(self) -> Element:
        """Return the outermost element."""
        try:
            self._parser.Parse(self._raw, True)
        except expat.ExpatError as error:
            why = expat.ErrorString(error.code)
            raise UnreadableError(f"this is broken XML ({why}, column {error.offset + 1})", error.lineno) from None
        assert self._root is not None  # expat wants one
        return self._root

    @property
    def _at(self) -> int:
        """Where in the file the parser is."""
        return self._places.code_point(self._parser.CurrentByteIndex)

    def _failed(self, why: str) -> UnreadableError:
        """Return the error at this place."""
        return UnreadableError(f"this XML is not read: {why}", self._parser.CurrentLineNumber)

    def _begin(self, name: str, values: dict[str, str]) -> None:
        """Begin an element."""
        self._count += 1
        if self._count > MOST:
            raise self._failed(f"it has more than {MOST:,} elements")
        if len(self._stack) >= DEEPEST:
            raise self._failed(f"more than {DEEPEST} elements stand inside one another")
        own = {key.rpartition(_SEPARATOR)[2]: value for key, value in values.items()}
        element = Element(name.rpartition(_SEPARATOR)[2], own, self._at)
        if self._stack:
            self._stack[-1].nodes.append(element)
        else:
            self._root = element
        self._stack.append(element)

    def _end(self, name: str) -> None:
        """End an element."""
        behind = self._raw.find(b">", self._parser.CurrentByteIndex)
        self._stack.pop().end = self._places.code_point(behind + 1 if behind >= 0 else len(self._raw))

    def _mark(self, *, literal: bool) -> None:
        """Note where a CDATA section begins and ends: what looks like a reference in it is none."""
        self._literal = literal

    def _say(self, words: str) -> None:
        """Take in characters: as they stand, or those of one reference or line end."""
        start = self._parser.CurrentByteIndex
        written = words.encode("utf-8")
        if self._raw.startswith(b"&", start) and not self._literal:
            self._add(start, self._raw.index(b";", start) + 1, words)
        elif self._raw.startswith(written, start):
            self._add(start, start + len(written), None)
        else:
            self._add(start, start + (2 if self._raw.startswith(b"\r\n", start) else 1), words)

    def _add(self, start: int, end: int, meant: str | None) -> None:
        """Take in the words at those bytes."""
        begin = self._places.code_point(start)
        nodes = self._stack[-1].nodes
        last = nodes[-1] if nodes else None
        until = self._places.code_point(end)
        if meant is None and isinstance(last, Words) and last.meant is None and last.end == begin:
            nodes[-1] = Words(last.start, until)
        else:
            nodes.append(Words(begin, until, meant))

    def _skip(self, name: str, is_parameter: bool) -> None:
        """Take in a character that the document's type, which is not fetched, gives a name (``&eacute;``)."""
        start = self._parser.CurrentByteIndex
        if not is_parameter and self._stack and self._raw.startswith(b"&", start):
            meant = unescape(f"&{name};")
            if not meant.startswith("&"):
                self._add(start, self._raw.index(b";", start) + 1, meant)

    def _refuse(self, *_: object) -> None:
        """Refuse a document that defines entities."""
        raise self._failed("it defines entities of its own, which could stand for anything")


class _Places:
    """Leads from bytes of UTF-8 to code points, faster the fewer steps it is from where it was asked last."""

    def __init__(self, text: str) -> None:
        """Note where stretches of ``text`` begin."""
        self._plain = text.isascii()
        self._text = text
        self._step = 256
        self._bytes = [0]
        if not self._plain:
            at = 0
            for start in range(0, len(text), self._step):
                at += len(text[start : start + self._step].encode("utf-8", "replace"))
                self._bytes.append(at)

    def code_point(self, byte: int) -> int:
        """Return the code point that begins at ``byte``."""
        if self._plain:
            return byte
        stretch = min(bisect_right(self._bytes, byte) - 1, len(self._bytes) - 1)
        left, start = byte - self._bytes[stretch], stretch * self._step
        piece = self._text[start : start + self._step].encode("utf-8", "replace")
        return start + len(piece[:left].decode("utf-8", "ignore"))
