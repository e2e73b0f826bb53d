"""Read AsciiDoc: the words that its reader sees, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib_lsp.text.asciidoc.inline import words_seen
from attrib_lsp.text.asciidoc.markers import (
    AUTHOR,
    BLOCK_TITLE,
    BULLET,
    COMMENT,
    ENTRY,
    LABEL,
    LIST_OF_ATTRIBUTES,
    MACRO,
    METADATA,
    QUOTED,
    RULE,
    STYLES,
    TERM,
    TITLE,
    UNDERLINE,
    VERBATIM,
    fence_of,
)
from attrib_lsp.text.gathering import Gathering
from attrib_lsp.text.lines import Line, lines_of
from attrib_lsp.text.reading import Reading
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

_MAY_BE_BOTH = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.VERSE)


def read_asciidoc(source: SourceText, first_line: int = 0) -> Reading:
    """Return what stands in an AsciiDoc text from zero-based ``first_line`` on."""
    reader = _Reader(source, lines_of(source, first_line))
    reader.read()
    return reader.gathered.reading()


@dataclass(frozen=True, slots=True)
class _Fence:
    """A block between two lines that read ``line``; its paragraphs are ``kind``."""

    line: str
    kind: BlockKind


class _Reader:
    """Goes through the lines once; ``fences`` are the blocks it is in, the outermost first."""

    def __init__(self, source: SourceText, lines: Sequence[Line]) -> None:
        """Begin at the first line."""
        self.attributes: dict[str, str] = {}
        self.gathered = Gathering(source, lambda text: words_seen(text, self.attributes), "*", "_")
        self._lines = lines
        self._fences = [_Fence("", BlockKind.PARAGRAPH)]
        self._open: dict[str, int] = {}
        self._style = ""
        self._header = False
        self._at = 0

    def read(self) -> None:
        """Read all lines."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.words:
                self._block(line)
            else:
                self._at += 1
                self._style, self._header = "", False

    def _block(self, line: Line) -> None:
        """Read the block that begins with ``line``, or the line above a block that says what it is."""
        words = line.words
        self._at += 1
        if COMMENT.match(line.text):
            self.gathered.note(line, 2)
        elif line.text == line.words and fence_of(words):
            self._fence(words)
        elif entry := ENTRY.match(line.text):
            self._entry(entry)
        elif found := LIST_OF_ATTRIBUTES.match(line.text):
            self._style = self._style if words.startswith("[[") else found["style"].strip().lower()
        elif not (RULE.fullmatch(words) or words == "+"):
            self._words(line)

    def _words(self, line: Line) -> None:
        """Read a block that holds words, or a picture."""
        if BLOCK_TITLE.match(line.text):
            self.gathered.words([line.behind(1)], BlockKind.CAPTION, start=line.start)
        elif macro := MACRO.match(line.text):
            self._macro(line, macro)
        elif title := TITLE.match(line.text):
            self._title(line, title.end(), len(title["signs"]))
        elif self._header and AUTHOR.match(line.text):
            self._author(line)
        else:
            self._text(line)

    def _entry(self, found: re.Match[str]) -> None:
        """Take in an attribute of the document."""
        name, value = found["name"].strip("!").lower(), (found["value"] or "").strip()
        if "!" not in found["name"] and value:
            self.attributes[name] = value
        if name in METADATA and all(part.level or part.kind is BlockKind.BYLINE for part in self.gathered.parts):
            self.gathered.metadata.setdefault(METADATA[name], value)

    def _author(self, line: Line) -> None:
        """Read the line of authors below a document's title; a line of its version and date may follow."""
        self._header = False
        name = re.split(r"[<;]", line.text)[0]
        self.gathered.words([Line(line.start, name).span], BlockKind.BYLINE, placed=False)
        while self._at < len(self._lines) and re.match(r"v?\d", self._lines[self._at].words):
            self._at += 1

    def _macro(self, line: Line, found: re.Match[str]) -> None:
        """Read a macro on a line of its own: of a picture, what it shows."""
        start, inner = found.span("inner")[0], found["inner"]
        if found["name"] == "image" and not re.match(r"\w+=", inner):
            described = inner.split(",")[0].strip('"')
            at = start + inner.find(described) if described else start
            self.gathered.words([Line(line.start + at, described).span], BlockKind.CAPTION, placed=False)

    def _title(self, line: Line, column: int, level: int) -> None:
        """Read a heading."""
        self._header = level == 1 and not self.gathered.parts
        discrete = self._fences[-1].line != ""
        self.gathered.words([line.behind(column)], BlockKind.CROSSHEAD, 0 if discrete else level, line.start)
        self._style = ""

    def _fence(self, words: str) -> None:
        """Begin or end a block between two lines."""
        line = fence_of(words)
        if self._open.get(line):
            while self._fences[-1].line != line:
                self._open[self._fences.pop().line] -= 1
            self._open[self._fences.pop().line] -= 1
            return
        style, self._style = self._style, ""
        kind = STYLES.get(style, BlockKind.PARAGRAPH)
        if line[0] in VERBATIM and line != "--":
            self._verbatim(line, VERBATIM[line[0]] if kind is not None else None)
        elif line[0] == "*" or kind in (None, BlockKind.CODE):
            self._verbatim(line, kind if kind is BlockKind.CODE else None)
        elif kind is BlockKind.VERSE:
            self._verbatim(line, kind)
        else:
            quote = BlockKind.BLOCK_QUOTE if line[0] == "_" else kind or BlockKind.PARAGRAPH
            self._fences.append(_Fence(line, max(quote, self._fences[-1].kind, key=_MAY_BE_BOTH.index)))
            self._open[line] = self._open.get(line, 0) + 1

    def _verbatim(self, line: str, kind: BlockKind | None) -> None:
        """Pass over the lines to the one that closes a block, which is shown as it stands if it has a ``kind``."""
        first = self._at - 1
        while self._at < len(self._lines) and self._lines[self._at].text.rstrip() != line:
            self._at += 1
        self._at = min(self._at + 1, len(self._lines))
        if kind is not None:
            self.gathered.shown(self._lines[first].start, self._lines[self._at - 1].end, kind)

    def _text(self, line: Line) -> None:
        """Read a paragraph or an item of a list."""
        kind = self._fences[-1].kind
        style, self._style = self._style, ""
        shown = STYLES.get(style, kind)
        bullet = BULLET.match(line.text, line.indent)
        if shown is BlockKind.CODE or (line.indent and not bullet and not TERM.match(line.text, line.indent)):
            lines = self._lines_from(line, items=False, noted=False)
            self.gathered.shown(line.start, lines[-1].end, BlockKind.CODE)
        elif bullet:
            self._item(line, bullet.end())
        elif term := TERM.match(line.text, line.indent):
            self._term(line, term)
        elif self._is_underlined(line):
            signs = "=-~^".index(self._lines[self._at].words[0]) + 1
            self._at += 1
            self._header = signs == 1 and not self.gathered.parts
            self.gathered.words([line.span], BlockKind.CROSSHEAD, signs)
        else:
            self._paragraph(line, shown)

    def _paragraph(self, line: Line, kind: BlockKind | None) -> None:
        """Read a paragraph; ``kind`` is None for one that is no prose."""
        label = LABEL.match(line.text)
        lines = self._lines_from(line, items=False)
        if kind is None:
            return
        spans = [one.span for one in lines]
        if label:
            spans[0] = line.behind(label.end())
        elif QUOTED.match(line.text):
            spans = [one.behind(found.end() if (found := QUOTED.match(one.text)) else one.indent) for one in lines]
            kind = BlockKind.BLOCK_QUOTE
        elif len(lines) > 1 and line.words.startswith('"') and lines[-1].words.startswith("-- "):
            spans, kind = spans[:-1], BlockKind.BLOCK_QUOTE
        self.gathered.words(spans, kind, start=line.start)

    def _item(self, line: Line, column: int) -> None:
        """Read an item of a list."""
        kind = max(BlockKind.LIST_ITEM, self._fences[-1].kind, key=_MAY_BE_BOTH.index)
        lines = self._lines_from(line, items=True)
        spans = [line.behind(column), *(one.span for one in lines[1:])]
        self.gathered.words(spans, kind, start=line.start)

    def _term(self, line: Line, found: re.Match[str]) -> None:
        """Read a term and what is said of it."""
        kind = max(BlockKind.LIST_ITEM, self._fences[-1].kind, key=_MAY_BE_BOTH.index)
        start = line.start + found.start("term")
        self.gathered.words([Span(start, line.start + found.end("term"))], kind, start=line.start)
        lines = self._lines_from(line, items=True)
        behind = line.behind(found.end())
        spans = [*([behind] if len(behind) else []), *(one.span for one in lines[1:])]
        self.gathered.words(spans, kind, placed=False)

    def _is_underlined(self, line: Line) -> bool:
        """Say whether the line below is as long as ``line``, and makes it a heading."""
        below = self._lines[self._at].text.rstrip() if self._at < len(self._lines) else ""
        return UNDERLINE.fullmatch(below) is not None and abs(len(below) - len(line.words)) <= 1

    def _lines_from(self, line: Line, *, items: bool, noted: bool = True) -> list[Line]:
        """Return ``line`` and those below that belong to its block.

        ``items`` end where others begin. Comments are left out, and noted if they are pragmas; where that is not
        wanted they end the block.
        """
        lines = [line]
        while self._at < len(self._lines):
            below = self._lines[self._at]
            if COMMENT.match(below.text):
                if not noted:
                    break
                self.gathered.note(below, 2)
            elif not below.words or below.words == "+" or self._interrupts(below, items=items):
                break
            else:
                lines.append(below)
            self._at += 1
        return lines

    def _interrupts(self, line: Line, *, items: bool) -> bool:
        """Say whether a line ends the block above it."""
        if line.text == line.words and fence_of(line.words):
            return True
        if LIST_OF_ATTRIBUTES.match(line.text):
            return True
        return items and (BULLET.match(line.text, line.indent) or TERM.match(line.text, line.indent)) is not None
