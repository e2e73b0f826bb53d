"""Read Word documents (.docx): their text, one line a paragraph, and what each paragraph is.

What is deleted, moved away or hidden is not read, and neither are comments, notes, headers and footers. A line that is
broken inside of a paragraph is broken by a vertical tab, as Word itself has it, so that line n is paragraph n.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from attrib_lsp.text.composition import Composition
from attrib_lsp.text.front_matter import UnreadableError
from attrib_lsp.text.part import Part, Stress
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import BlockKind
from attrib_lsp.text.wire.item import DEEPEST, MOST, Item

#: Bytes of the largest part of a document that is unpacked.
LARGEST_PART = 50_000_000
#: Files in the largest archive.
MOST_FILES = 20_000

#: How Word packs. Of other ways the library unpacks all at once, however little is asked for.
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

_MAIN = "word/document.xml"
_TEXTS = {"tab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "\u2011"}
#: What is in the file and not of its text: taken away, hidden, or there twice for other programs.
_HIDDEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rt", "pict"})
_HEADING = re.compile(r"heading ([1-9])")
_KINDS = (
    (re.compile(r"caption"), BlockKind.CAPTION),
    (re.compile(r"quote|block text"), BlockKind.BLOCK_QUOTE),
    (re.compile(r"by ?-?line"), BlockKind.BYLINE),
    (re.compile(r"list"), BlockKind.LIST_ITEM),
    (re.compile(r"html preformatted|plain text|macro"), BlockKind.CODE),
)


def read_docx(raw: bytes) -> list[Item]:
    """Return the story in a Word document.

    Raises:
        UnreadableError: it is none, is broken, or is too large unpacked.
    """
    archive = _Archive(raw)
    main = archive.main()
    names = archive.styles(main)
    document = _Document(names)
    document.read(archive.part(main))
    source = SourceText("\n".join(one.text for one in document.paragraphs))
    parts = [
        part
        for number, one in enumerate(document.paragraphs)
        if (part := _part(source, number, one, names)) is not None
    ]
    item = Item(source, "a Word document", tuple(parts), by_paragraph=True)
    return [item] if item.has_words else []


class _Archive:
    """The files inside of a document."""

    def __init__(self, raw: bytes) -> None:
        """Look what is in it."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
            raise UnreadableError("this is no Word document (.docx), or it breaks off; save it anew", 1) from None
        if len(self._zip.infolist()) > MOST_FILES:
            raise UnreadableError(f"this document holds more than {MOST_FILES:,} files", 1)
        self._names = set(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """Return the file of that name, which is unpacked no further than to `LARGEST_PART`."""
        if name not in self._names:
            raise UnreadableError(f"this is no Word document (.docx): it holds no {_MAIN}", 1)
        if self._zip.getinfo(name).compress_type not in _PACKED:
            raise UnreadableError("this Word document is packed in a way that Word does not know; save it anew", 1)
        try:
            with self._zip.open(name) as file:
                found = file.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError, OSError):
            raise UnreadableError("this Word document is damaged, or locked with a password; save it anew", 1) from None
        if len(found) > LARGEST_PART:
            raise UnreadableError(f"too large unpacked: more than {LARGEST_PART // 1_000_000} MB", 1)
        return found

    def main(self) -> str:
        """Return the name of the file that holds the text."""
        if _MAIN in self._names or "_rels/.rels" not in self._names:
            return _MAIN
        targets: list[str] = []

        def start(name: str, values: dict[str, str]) -> None:
            if name == "Relationship" and values.get("Type", "").endswith("/officeDocument"):
                targets.append(values.get("Target", "").lstrip("/"))

        _parse(self.part("_rels/.rels"), start)
        return posixpath.normpath(targets[0]) if targets else _MAIN

    def styles(self, main: str) -> dict[str, str]:
        """Return the names of the paragraph styles, in lower case and English whatever Word spoke, by their ids."""
        name = posixpath.join(posixpath.dirname(main), "styles.xml")
        if name not in self._names:
            return {}
        names: dict[str, str] = {}
        current: list[str] = []

        def start(name: str, values: dict[str, str]) -> None:
            if _local(name) == "style":
                current[:] = [_value(values, "styleId")]
            elif _local(name) == "name" and current:
                names.setdefault(current[0], _value(values, "val").lower())

        _parse(self.part(name), start)
        return names


def _local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def _value(values: dict[str, str], name: str) -> str:
    """Return an attribute, whatever its prefix."""
    return next((value for key, value in values.items() if _local(key) == name), "")


#: Take in the beginning of an element, its end, and characters.
Begin = Callable[[str, dict[str, str]], None]
Take = Callable[[str], None]


def _parse(raw: bytes, start: Begin, end: Take | None = None, words: Take | None = None) -> None:
    """Read a file inside a document. None that Word writes has a type, so those are refused.

    Raises:
        UnreadableError: it is broken, or has a type.
    """

    def refuse(*_: object) -> None:
        raise UnreadableError("this Word document defines XML entities, which Word never does; it is not read", 1)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("this Word document is damaged (broken XML inside); save it anew", 1) from None


@dataclass(slots=True, eq=False)
class _Paragraph:
    """A paragraph: its words, the id of its style, and what its runs say."""

    words: list[str] = field(default_factory=list)
    style: str = ""
    listed: bool = False
    tabled: bool = False
    bold: set[bool] = field(default_factory=set)
    level: int = 0

    @property
    def text(self) -> str:
        """The words, on one line."""
        return "".join(self.words).replace("\r", " ").replace("\n", " ")


class _Document:
    """Takes in a document's elements; ``paragraphs`` are in their order, empty ones among them."""

    def __init__(self, styles: dict[str, str]) -> None:
        """Begin with none."""
        self.paragraphs: list[_Paragraph] = []
        self._styles = styles
        self._open: list[str] = []
        self._within: list[_Paragraph] = []
        self._hidden = self._tables = self._count = 0
        self._bold = self._vanished = False

    def read(self, raw: bytes) -> None:
        """Read the file that holds the text."""
        _parse(raw, self._begin, self._end, self._say)

    def _begin(self, name: str, values: dict[str, str]) -> None:
        """Begin an element."""
        name = _local(name)
        self._count += 1
        if self._count > 10 * MOST or len(self._open) > 2 * DEEPEST:
            raise UnreadableError("this Word document is too large, or nested too deep, for one story", 1)
        parent = self._open[-1] if self._open else ""
        self._open.append(name)
        self._hidden += name in _HIDDEN
        if name == "tbl":
            self._tables += 1
        elif name == "p" and not self._hidden:
            paragraph = _Paragraph(tabled=self._tables > 0)
            self.paragraphs.append(paragraph)
            self._within.append(paragraph)
        elif name == "r":
            self._bold = self._vanished = False
        elif self._within:
            self._inside(name, parent, values)

    def _inside(self, name: str, parent: str, values: dict[str, str]) -> None:
        """Take in an element inside a paragraph."""
        here = self._within[-1]
        on = _value(values, "val") not in ("0", "false", "off", "none")
        if parent == "pPr":
            if name == "pStyle":
                here.style = _value(values, "val")
            here.listed |= name == "numPr"
            if name == "outlineLvl" and _value(values, "val") in "012345":
                here.level = int(_value(values, "val") or 0) + 1
        elif parent == "rPr" and "r" in self._open[-3:-2]:
            self._bold |= name == "b" and on
            self._vanished |= name == "vanish" and on
        elif name in _TEXTS and parent == "r" and not self._hidden and not self._vanished:
            here.words.append(_TEXTS[name])

    def _end(self, name: str) -> None:
        """End an element."""
        name = _local(name)
        self._open.pop()
        if name == "p" and not self._hidden and self._within:
            self._within.pop()
        self._hidden -= name in _HIDDEN
        self._tables -= name == "tbl"

    def _say(self, words: str) -> None:
        """Take in characters."""
        if not self._within or self._hidden or self._vanished or self._open[-1] != "t":
            return
        here = self._within[-1]
        here.words.append(words)
        if words.strip():
            here.bold.add(self._bold)


def _part(source: SourceText, number: int, paragraph: _Paragraph, styles: dict[str, str]) -> Part | None:
    """Return paragraph ``number`` (from zero) as a part; None if it is empty."""
    start = source.line_starts[number]
    words = Composition(source.text)
    words.take(start, start + len(paragraph.text))
    prose = words.prose()
    if not prose.text:
        return None
    kind, level = _kind(paragraph, styles.get(paragraph.style, paragraph.style.lower()))
    stress = Stress.STRONG if paragraph.bold == {True} else Stress.NONE
    return Part(prose, kind, level, stress=stress)


def _kind(paragraph: _Paragraph, style: str) -> tuple[BlockKind, int]:
    """Return what a paragraph is, by its style, and the level of a heading."""
    if paragraph.tabled:
        return BlockKind.TABLE, 0
    if style in ("title", "headline"):
        return BlockKind.CROSSHEAD, 1
    heading = _HEADING.fullmatch(style)
    if heading is not None or paragraph.level:
        return BlockKind.CROSSHEAD, min(int(heading[1]) if heading else paragraph.level, 6)
    for pattern, kind in _KINDS:
        if pattern.search(style):
            return kind, 0
    return (BlockKind.LIST_ITEM if paragraph.listed else BlockKind.PARAGRAPH), 0
