"""Read reStructuredText: the words that its reader sees, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib_lsp.text.gathering import Gathering
from attrib_lsp.text.layout import is_stanza
from attrib_lsp.text.lines import Line, lines_of
from attrib_lsp.text.pragma import MARK
from attrib_lsp.text.reading import Reading
from attrib_lsp.text.rst.inline import words_seen
from attrib_lsp.text.rst.markers import (
    ADORNMENT,
    BORDER,
    BULLET,
    CODE,
    DEFINITION,
    DIRECTIVE,
    ENUMERATOR,
    EXPLICIT,
    FIELD,
    GRID,
    METADATA,
    NAMED,
    PICTURES,
    READ,
    SUBSTITUTION,
    TABLES,
    TITLED,
    VERSE,
)
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

#: A shorter line of one sign under a line is words (an ellipsis, say), unless it is as long as that.
SHORTEST_ADORNMENT = 4
#: Which of two kinds, one around the other, counts.
_ORDER = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.CAPTION)


def read_rst(source: SourceText, first_line: int = 0) -> Reading:
    """Return what stands in a reStructuredText from zero-based ``first_line`` on."""
    reader = _Reader(source, lines_of(source, first_line))
    reader.read()
    return reader.gathered.reading()


def _substitutions(lines: Sequence[Line]) -> dict[str, str]:
    """Return what the lines say that ``|names|`` stand for."""
    found = (SUBSTITUTION.match(line.words, 3) for line in lines if line.words.startswith(".. |"))
    return {one["name"].lower(): one["words"] for one in found if one and one["words"].strip()}


@dataclass(frozen=True, slots=True)
class _Body:
    """Lines indented to ``indent`` that belong to something above them, which makes them ``kind``."""

    indent: int
    kind: BlockKind


class _Reader:
    """Goes through the lines once; ``bodies`` are those it is in, the outermost first."""

    def __init__(self, source: SourceText, lines: Sequence[Line]) -> None:
        """Begin at the first line."""
        names = _substitutions(lines)
        self.gathered = Gathering(source, lambda text: words_seen(text, names), "**", "*")
        self._lines = lines
        self._bodies = [_Body(0, BlockKind.PARAGRAPH)]
        self._coming: BlockKind | None = None
        self._styles: list[tuple[str, bool]] = []
        self._at = 0

    def read(self) -> None:
        """Read all lines."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.words:
                self._enter(line.indent)
                self._block(line, line.indent)
            else:
                self._at += 1

    def _enter(self, indent: int) -> None:
        """Leave the bodies that end above a line with that indent, and begin one if it is set in."""
        while indent < self._bodies[-1].indent:
            self._bodies.pop()
        if indent > self._bodies[-1].indent:
            self._push(indent, self._coming or BlockKind.BLOCK_QUOTE)
        self._coming = None

    def _push(self, indent: int, kind: BlockKind) -> None:
        """Begin a body."""
        self._bodies.append(_Body(indent, max(kind, self._bodies[-1].kind, key=_ORDER.index)))

    def _block(self, line: Line, column: int) -> None:
        """Read the block that begins at ``column`` of ``line``."""
        text = line.text
        if EXPLICIT.match(text, column):
            self._explicit(line, column)
        elif self._is_title(column):
            self._title()
        elif GRID.fullmatch(line.words) or BORDER.fullmatch(line.words):
            self._table(column)
        elif len(line.words) >= SHORTEST_ADORNMENT and ADORNMENT.fullmatch(line.words):
            self._at += 1
        elif text.startswith((">>> ", "__ "), column):
            last = self._run_end(self._at)
            if text.startswith(">", column):
                self.gathered.shown(line.start + column, self._lines[last - 1].end, BlockKind.CODE)
            self._at = last
        elif VERSE.match(text, column):
            self._line_block(column)
        elif field := FIELD.match(text, column):
            self._field(line, field, column)
        elif item := (BULLET.match(text, column) or self._enumerator(line, column)):
            self._item(line, column, item.end())
        else:
            self._paragraph(line, column)

    def _line(self, number: int) -> str:
        """Return the words of a line; none of one that there is not."""
        return self._lines[number].words if number < len(self._lines) else ""

    def _run_end(self, number: int) -> int:
        """Return the number of the blank line behind line ``number``."""
        while self._line(number):
            number += 1
        return number

    def _body_end(self, indent: int, start: int) -> int:
        """Return the number of the first line from ``start`` on that is not set in deeper than ``indent``."""
        number = start
        while number < len(self._lines) and (not self._line(number) or self._lines[number].indent > indent):
            number += 1
        return number

    def _is_apart(self, column: int) -> bool:
        """Say whether a comment can be put above the line read: it begins at ``column``, below nothing that goes on."""
        number = self._at
        if self._lines[number].indent != column:
            return False
        above = self._line(number - 1) if number else ""
        return not above or above.startswith(f".. {MARK}") or ADORNMENT.fullmatch(above) is not None

    def _is_title(self, column: int) -> bool:
        """Say whether a title begins: with a line of signs under it, perhaps one above it too."""
        if column or len(self._bodies) > 1:
            return False
        first, second, third = (self._line(self._at + number) for number in range(3))
        if ADORNMENT.fullmatch(first):
            return len(first) >= SHORTEST_ADORNMENT and second != "" and first == third and not _is_adornment(second)
        if not _is_adornment(second) or self._lines[self._at + 1].indent:
            return False
        return len(second) >= min(len(first), SHORTEST_ADORNMENT) and second != "::"

    def _title(self) -> None:
        """Read a title."""
        over = ADORNMENT.fullmatch(self._line(self._at)) is not None
        style = (self._line(self._at + 1 - over)[0], over)
        if style not in self._styles:
            self._styles.append(style)
        line, start = self._lines[self._at + over], self._lines[self._at].start
        placed = self._is_apart(0)
        self._at += 2 + over
        self.gathered.words(
            [line.span], BlockKind.CROSSHEAD, min(self._styles.index(style) + 1, 6), start, placed=placed
        )

    def _table(self, column: int) -> None:
        """Read a table: to the border that a blank line follows, else to the blank line."""
        first, pattern = self._at, GRID if self._line(self._at).startswith("+") else BORDER
        end = self._run_end(first)
        inner = end
        while pattern is BORDER and not BORDER.fullmatch(self._line(inner - 1)) and self._line(inner + 1):
            inner = self._run_end(inner + 1)
            if inner - end > _LONGEST_GAP:
                break
            if BORDER.fullmatch(self._line(inner - 1)):
                end = inner
        placed = self._is_apart(column)
        self._at = end
        start = self._lines[first].start + column
        self.gathered.shown(start, self._lines[end - 1].end, BlockKind.TABLE, placed=placed)

    def _line_block(self, column: int) -> None:
        """Read lines that are broken on purpose."""
        first, end = self._at, self._run_end(self._at)
        spans = []
        for line in self._lines[first:end]:
            found = VERSE.match(line.text, min(column, line.indent))
            spans.append(line.behind(found.end() if found else line.indent))
        stanza = is_stanza([span.of(self.gathered.source.text) for span in spans if len(span)])
        kind = BlockKind.VERSE if stanza else self._bodies[-1].kind
        placed = self._is_apart(column)
        self._at = end
        self.gathered.words(spans, kind, start=self._lines[first].start + column, placed=placed)

    def _field(self, line: Line, found: re.Match[str], column: int) -> None:
        """Read a field: what it says of the draft counts as its metadata, above everything else."""
        name = METADATA.get(found["name"].lower())
        if name is not None and all(part.level for part in self.gathered.parts):
            self.gathered.metadata.setdefault(name, line.text[found.end() :].strip())
        self._at = self._body_end(column, self._at + 1)

    def _enumerator(self, line: Line, column: int) -> re.Match[str] | None:
        """Return the number that an item begins with: the line below has to fit."""
        found = ENUMERATOR.match(line.text, column)
        if found is None or self._at + 1 >= len(self._lines):
            return found
        below = self._lines[self._at + 1]
        fits = not below.words or below.indent > column or ENUMERATOR.match(below.text, column) is not None
        return found if fits else None

    def _item(self, line: Line, column: int, inner: int) -> None:
        """Read an item of a list; what it begins with may be another one."""
        placed = self._is_apart(column) and not self._goes_on(line)
        while True:
            self._push(max(inner, column + 1), BlockKind.LIST_ITEM)
            found = BULLET.match(line.text, inner)
            if found is None or inner >= len(line.text):
                break
            column, inner = inner, found.end()
        if inner >= len(line.text.rstrip()):
            self._at += 1
            self._bodies.pop()
            self._coming = BlockKind.LIST_ITEM
        elif EXPLICIT.match(line.text, inner) and not line.text.startswith(f".. {MARK}", inner):
            self._explicit(line, inner)
        else:
            self._paragraph(line, inner, line.start + line.indent if placed else None)

    def _goes_on(self, line: Line) -> bool:
        """Say whether an item follows on others: a comment between them would end their list."""
        parts = self.gathered.parts
        return bool(parts) and parts[-1].kind is BlockKind.LIST_ITEM and line.words != ""

    def _paragraph(self, line: Line, column: int, start: int | None = None) -> None:
        """Read a paragraph; a line set in under its first makes that a term."""
        first = self._at
        end = first + 1
        while self._line(end) and self._lines[end].indent == column:
            end += 1
        spans = [line.behind(column), *(one.span for one in self._lines[first + 1 : end])]
        placed = start is not None or self._is_apart(column)
        kind = self._bodies[-1].kind
        self._at = end
        literal = spans[-1].of(self.gathered.source.text).endswith("::")
        if literal:
            spans[-1] = self._without_colons(spans[-1])
        elif end == first + 1 and self._line(end) and self._lines[end].indent > column:
            kind = max(kind, BlockKind.LIST_ITEM, key=_ORDER.index)
            self._coming = BlockKind.LIST_ITEM
        self.gathered.words(spans, kind, start=start, placed=placed)
        if literal:
            self._show(column, BlockKind.CODE)

    def _without_colons(self, span: Span) -> Span:
        """Return a line without the colons that announce what is shown as it stands: one stays behind a word."""
        words = span.of(self.gathered.source.text)[:-2]
        return Span(span.start, span.start + (len(words) + 1 if words[-1:].strip() else len(words.rstrip())))

    def _show(self, indent: int, kind: BlockKind) -> None:
        """Take in the lines below that are set in deeper than ``indent`` as they stand."""
        first, end = self._at, self._body_end(indent, self._at)
        self._at = end
        while first < end and not self._line(first):
            first += 1
        if end > first:
            self.gathered.shown(self._lines[first].start, self._lines[end - 1].end, kind, placed=False)

    def _explicit(self, line: Line, column: int) -> None:
        """Read what begins with two full stops: a comment, a directive, a definition."""
        inner = column + len(line.text[column + 2 :]) - len(line.text[column + 2 :].lstrip()) + 2
        if self.gathered.note(line, inner):
            self._at += 1
            while self._line(self._at) and self._lines[self._at].indent > column:
                self._at += 1
            return
        directive = DIRECTIVE.match(line.text, inner)
        if directive is not None and not DEFINITION.match(line.text, inner):
            self._directive(line, column, directive)
            return
        self._at += 1
        if line.text[inner:].strip() or self._line(self._at):
            self._at = self._body_end(column, self._at)

    def _directive(self, line: Line, column: int, found: re.Match[str]) -> None:
        """Read a directive."""
        name = found["name"].lower()
        argument = line.behind(found.end())
        self._at += 1
        if name in READ or name in TITLED or name == "figure":
            options = self._options(column)
            if name in READ and name not in NAMED and len(argument):
                self._argument(argument, column, READ[name])
            elif name == "figure" and options is not None:
                self.gathered.words([options], BlockKind.CAPTION, placed=False)
            self._coming = BlockKind.CAPTION if name == "figure" else READ.get(name, BlockKind.PARAGRAPH)
        elif name == "rubric":
            self.gathered.words([argument], BlockKind.CROSSHEAD, placed=False)
        elif name in PICTURES:
            described = self._options(column)
            if described is not None:
                self.gathered.words([described], BlockKind.CAPTION, placed=False)
            self._at = self._body_end(column, self._at)
        elif name in CODE or name in TABLES:
            self._show(column, BlockKind.CODE if name in CODE else BlockKind.TABLE)
        else:
            self._at = self._body_end(column, self._at)

    def _options(self, column: int) -> Span | None:
        """Pass over the options of a directive; return where its description of a picture stands."""
        described = None
        while self._line(self._at) and self._lines[self._at].indent > column:
            line = self._lines[self._at]
            found = FIELD.match(line.text, line.indent)
            if found is None:
                break
            if found["name"].lower() == "alt" and found.end() < len(line.text):
                described = line.behind(found.end())
            self._at += 1
        return described

    def _argument(self, argument: Span, column: int, kind: BlockKind) -> None:
        """Read the paragraph that begins on a directive's own line."""
        spans = [argument]
        while self._line(self._at) and self._lines[self._at].indent > column:
            spans.append(self._lines[self._at].span)
            self._at += 1
        self.gathered.words(spans, max(kind, self._bodies[-1].kind, key=_ORDER.index), placed=False)


#: Lines of a table among which a row may be blank.
_LONGEST_GAP = 200


def _is_adornment(words: str) -> bool:
    """Say whether a line is made of one sign."""
    return ADORNMENT.fullmatch(words) is not None
