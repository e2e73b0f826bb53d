"""Read Org: the words that its reader sees, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from attrib_lsp.text.gathering import Gathering
from attrib_lsp.text.lines import Line, lines_of
from attrib_lsp.text.org.inline import words_seen
from attrib_lsp.text.reading import Reading
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

_HEADING = re.compile(r"(?P<stars>\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#\w\][ \t]+)?")
_TAGS = re.compile(r"[ \t]+:[\w@#%:]{1,200}:[ \t]*$")
_COMMENT = re.compile(r"[ \t]*#(?:[ \t]+|$)")
_KEYWORD = re.compile(r"[ \t]*#\+(?P<name>[A-Za-z_]\w*)(?:\[[^\]\n]*\])?:[ \t]*(?P<value>.*)")
_BEGIN = re.compile(r"[ \t]*#\+begin_(?P<name>\S+)", re.IGNORECASE)
_END = re.compile(r"[ \t]*#\+end_(?P<name>\S+)", re.IGNORECASE)
_DRAWER = re.compile(r"[ \t]*:[\w-]+:[ \t]*$")
_DRAWER_END = re.compile(r"[ \t]*:end:[ \t]*$", re.IGNORECASE)
_PLANNED = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):")
_FIXED = re.compile(r"[ \t]*:(?:[ \t]|$)")
_NOTE = re.compile(r"\[fn:[^\]\s]{1,80}\]")
_RULE = re.compile(r"[ \t]*-{5,}[ \t]*$")
_ITEM = re.compile(
    r"""
    (?:[-+]|(?<=[ \t])\*|\d{1,9}[.)])(?:[ \t]+|$)
    (?:\[@\d+\][ \t]*)?
    (?:\[[ xX-]\](?:[ \t]+|$))?
    (?:(?P<term>\S.{0,200}?)[ \t]+::(?:[ \t]+|$))?
    """,
    re.VERBOSE,
)
#: Blocks that are shown as they stand; of the others what is in them is read.
_SHOWN = {"src": BlockKind.CODE, "example": BlockKind.CODE, "verse": BlockKind.VERSE}
_HIDDEN = frozenset({"comment", "export", "html", "latex", "ascii"})
_METADATA = {"language": "lang", "lang": "lang", "kind": "kind"}


def read_org(source: SourceText, first_line: int = 0) -> Reading:
    """Return what stands in an Org text from zero-based ``first_line`` on."""
    reader = _Reader(source, lines_of(source, first_line))
    reader.read()
    return reader.gathered.reading()


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that is open; its paragraphs are ``kind``."""

    name: str
    kind: BlockKind


class _Reader:
    """Goes through the lines once; ``blocks`` are those it is in, the outermost first."""

    def __init__(self, source: SourceText, lines: Sequence[Line]) -> None:
        """Begin at the first line."""
        self.gathered = Gathering(source, words_seen, "*", "/")
        self._lines = lines
        self._blocks = [_Block("", BlockKind.PARAGRAPH)]
        self._open: dict[str, int] = {}
        #: How far the words of the item read last are set in; none is set.
        self._item_indent: int | None = None
        self._titled = any(_is_title(line) for line in lines)
        self._at = 0

    def read(self) -> None:
        """Read all lines."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            if line.words:
                self._line(line)

    def _line(self, line: Line) -> None:
        """Read the block that begins with ``line``."""
        text = line.text
        if comment := _COMMENT.match(text):
            self.gathered.note(line, comment.end())
        elif heading := _HEADING.match(text):
            self._heading(line, heading)
        elif begin := _BEGIN.match(text):
            self._begin(line, begin["name"].lower())
        elif end := _END.match(text):
            self._end(end["name"].lower())
        elif keyword := _KEYWORD.match(text):
            self._keyword(line, keyword)
        elif _RULE.match(text) or _PLANNED.match(text):
            self._item_indent = None
        else:
            self._body(line)

    def _heading(self, line: Line, found: re.Match[str]) -> None:
        """Read a heading, without its state and tags: it is below the draft's title, if there is one."""
        self._item_indent = None
        words = line.behind(found.end())
        tags = _TAGS.search(words.of(self.gathered.source.text))
        end = words.start + tags.start() if tags else words.end
        level = min(len(found["stars"]) + self._titled, 6)
        self.gathered.words([Span(words.start, end)], BlockKind.CROSSHEAD, level, line.start)

    def _keyword(self, line: Line, found: re.Match[str]) -> None:
        """Read what is said of the draft, or of what stands below."""
        name = found["name"].lower()
        value = [line.behind(found.start("value"))]
        if name == "title":
            self.gathered.words(value, BlockKind.CROSSHEAD, 1, line.start)
        elif name == "author":
            self.gathered.words(value, BlockKind.BYLINE, start=line.start)
        elif name == "caption":
            self.gathered.words(value, BlockKind.CAPTION, start=line.start, placed=False)
        elif name in _METADATA:
            self.gathered.metadata.setdefault(_METADATA[name], found["value"].strip())

    def _begin(self, line: Line, name: str) -> None:
        """Begin a block; one that is shown as it stands is read to its end."""
        if name in _SHOWN or name in _HIDDEN:
            while self._at < len(self._lines) and not _ends(self._lines[self._at], name):
                self._at += 1
            self._at = min(self._at + 1, len(self._lines))
            if name in _SHOWN:
                last = self._lines[self._at - 1]
                self.gathered.shown(line.start + line.indent, last.end, _SHOWN[name])
            return
        kind = BlockKind.BLOCK_QUOTE if name == "quote" else self._blocks[-1].kind
        self._blocks.append(_Block(name, kind))
        self._open[name] = self._open.get(name, 0) + 1
        self._item_indent = None

    def _end(self, name: str) -> None:
        """End a block, and those begun in it; one that was not begun ends nothing."""
        self._item_indent = None
        while self._open.get(name):
            ended = self._blocks.pop()
            self._open[ended.name] -= 1
            if ended.name == name:
                return

    def _body(self, line: Line) -> None:
        """Read lines of the text itself."""
        text = line.text
        if line.words.startswith("|"):
            self._shown(line, lambda one: one.words.startswith("|"), BlockKind.TABLE)
        elif _FIXED.match(text):
            self._shown(line, lambda one: _FIXED.match(one.text) is not None, BlockKind.CODE)
        elif _DRAWER.match(text) and self._drawer():
            pass
        elif item := _ITEM.match(text, line.indent):
            self._item(line, item)
        elif note := _NOTE.match(text):
            self._paragraph(line, note.end(), read=False)
        else:
            self._paragraph(line, line.indent)

    def _shown(self, line: Line, belongs: Callable[[Line], bool], kind: BlockKind) -> None:
        """Take in lines that are shown as they stand."""
        last = line
        while self._at < len(self._lines) and belongs(self._lines[self._at]):
            last = self._lines[self._at]
            self._at += 1
        self.gathered.shown(line.start + line.indent, last.end, kind)

    def _drawer(self) -> bool:
        """Pass over a drawer; say whether there is one, which ends before the next heading or blank line."""
        at = self._at
        while at < len(self._lines) and self._lines[at].words and not _HEADING.match(self._lines[at].text):
            if _DRAWER_END.match(self._lines[at].text):
                self._at = at + 1
                return True
            at += 1
        return False

    def _item(self, line: Line, found: re.Match[str]) -> None:
        """Read an item of a list; a comment cannot be put above one that goes on a list."""
        placed = self._item_indent is None
        start = line.start + line.indent
        kind = self._kind(BlockKind.LIST_ITEM)
        if found["term"]:
            self.gathered.words(
                [Span(*(line.start + at for at in found.span("term")))], kind, start=start, placed=placed
            )
        self._item_indent = line.indent + 1
        self._paragraph(line, found.end(), None if found["term"] else start, placed=placed and not found["term"])

    def _kind(self, kind: BlockKind) -> BlockKind:
        """Return what words are that would be ``kind`` outside of any block."""
        return self._blocks[-1].kind if self._blocks[-1].kind is BlockKind.BLOCK_QUOTE else kind

    def _paragraph(
        self, line: Line, column: int, start: int | None = None, *, placed: bool = True, read: bool = True
    ) -> None:
        """Read a paragraph from ``column`` of ``line`` on; it belongs to the item above if it is set in."""
        if (
            self._item_indent is not None
            and line.indent < self._item_indent
            and start is None
            and column == line.indent
        ):
            self._item_indent = None
        kind = self._kind(BlockKind.PARAGRAPH if self._item_indent is None else BlockKind.LIST_ITEM)
        behind = line.behind(column)
        spans = [behind] if len(behind) else []
        while self._at < len(self._lines) and self._goes_on(self._lines[self._at]):
            spans.append(self._lines[self._at].span)
            self._at += 1
        if read:
            self.gathered.words(spans, kind, start=start, placed=placed)

    def _goes_on(self, line: Line) -> bool:
        """Say whether a paragraph goes on with ``line``."""
        text = line.text
        return bool(line.words) and not (
            _COMMENT.match(text)
            or _HEADING.match(text)
            or line.words.startswith(("|", "#+"))
            or _FIXED.match(text)
            or _ITEM.match(text, line.indent)
            or _RULE.match(text)
            or _NOTE.match(text)
            or (self._item_indent is not None and line.indent < self._item_indent)
        )


def _is_title(line: Line) -> bool:
    """Say whether a line is the draft's title."""
    found = _KEYWORD.match(line.text)
    return found is not None and found["name"].lower() == "title" and found["value"].strip() != ""


def _ends(line: Line, name: str) -> bool:
    """Say whether a line ends the block of that name, or a heading does."""
    found = _END.match(line.text)
    return found is not None and found["name"].lower() == name
