"""Read Markdown (CommonMark with tables): the words that its reader sees, each with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from attrib_lsp.text.inline import image_words, parser, visible_words
from attrib_lsp.text.layout import is_stanza
from attrib_lsp.text.part import Part, Stress
from attrib_lsp.text.pieces import Words, stripped
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

_CONTAINERS = {"blockquote_open": BlockKind.BLOCK_QUOTE, "list_item_open": BlockKind.LIST_ITEM}
_RAW = {"fence": BlockKind.CODE, "code_block": BlockKind.CODE}


@cache
def _parser() -> MarkdownIt:
    """Return the parser, made once."""
    return parser()


def read_markdown(source: SourceText, first_line: int = 0) -> list[Part]:
    """Return the parts of a Markdown text from zero-based ``first_line`` on."""
    lines = [source.line_text(line) for line in range(first_line, len(source.line_starts))]
    if lines and first_line == 0:
        lines[0] = lines[0].removeprefix("\ufeff")
    tokens = _parser().parse("\n".join(lines))
    return list(_Reader(source, first_line).parts(tokens))


_MAY_BE_VERSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE})
#: Lines broken on purpose in a paragraph from which it may be a stanza.
FEWEST_BREAKS = 2


@dataclass(frozen=True)
class _Reader:
    """Turns block tokens into parts; their lines count from ``first_line`` of ``source``."""

    source: SourceText
    first_line: int

    def parts(self, tokens: Sequence[Token]) -> Iterator[Part]:
        """Yield the parts that ``tokens`` make."""
        containers: list[BlockKind] = []
        heading = ""
        level = table = 0
        for token in tokens:
            if token.type in _CONTAINERS:
                containers.append(_CONTAINERS[token.type])
            elif token.type in ("blockquote_close", "list_item_close"):
                containers.pop()
            elif token.type == "heading_open":
                heading, level = token.markup, int(token.tag[1:])
            elif token.type == "heading_close":
                level = 0
            elif token.type == "table_open":
                table += 1
                yield Part(self._lines(token), BlockKind.TABLE)
            elif token.type == "table_close":
                table -= 1
            elif token.type in _RAW:
                yield Part(self._lines(token), _RAW[token.type])
            elif token.type == "inline" and not table:
                yield from self._inline(token, _kind(containers, level), 0 if containers else level, heading)

    def _lines(self, token: Token) -> Prose:
        """Return the lines of ``token`` as they stand."""
        first, last = token.map or (0, 0)
        starts = self.source.line_starts
        start = starts[self.first_line + first]
        end = starts[self.first_line + last] if self.first_line + last < len(starts) else len(self.source.text)
        text = self.source.text[start:end]
        return Prose.verbatim(self.source.text, Span(start, start + len(text.rstrip())))

    def _inline(self, token: Token, kind: BlockKind, level: int, heading: str) -> Iterator[Part]:
        """Yield the part that a run of inline markup makes, then one for each image in it."""
        places = self._places(token, heading if kind is BlockKind.CROSSHEAD and heading.startswith("#") else "")
        children = token.children or []
        if kind in _MAY_BE_VERSE and _is_verse(children):
            yield Part(self._lines(token), BlockKind.VERSE)
            return
        prose = self._prose(visible_words(token.content, children), places)
        if prose.text.strip():
            yield Part(prose, kind, level, stress=_stress(children))
        for words in image_words(token.content, children):
            caption = self._prose(words, places)
            if caption.text.strip():
                yield Part(caption, BlockKind.CAPTION)

    def _places(self, token: Token, heading: str) -> _Places:
        """Return where each line of an inline token's content stands; ``heading`` is the marker in front of it."""
        first, last = token.map or (0, 0)
        written = [self._written(line) for line in range(first, last)]
        content = token.content.split("\n")
        words = [line.strip(" \t") for line in content]
        first += _blank_lines(written, words)
        inner: list[int] = []
        outer: list[int] = []
        at = 0
        for number, line in enumerate(content, first):
            text = self._written(number)
            # The parser strips what leads a line and white space behind it: the words are the line's last.
            column = text.find(line, text.find(heading) + len(heading)) if heading else text.rfind(line.strip(" \t"))
            indent = len(line) - len(line.lstrip(" \t"))
            if not heading and text.endswith(line[:indent], 0, max(column, 0)):  # else a tab stands for several spaces
                column, indent = column - indent, 0
            inner.append(at + indent)
            outer.append(self.source.line_starts[self.first_line + number] + max(column, 0))
            at += len(line) + 1
        return _Places(tuple(inner), tuple(outer))

    def _written(self, line: int) -> str:
        """Return a line as the parser has it, which knows no NUL."""
        return self.source.line_text(self.first_line + line).replace("\x00", "\ufffd")

    def _prose(self, words: Iterable[Words], places: _Places) -> Prose:
        """Return prose of ``words``, whose places count in an inline token's content, without space at its ends."""
        parts: list[Words] = []
        for text, at in words:
            start = None if at is None else places.locate(at)
            written = "" if start is None else self.source.text[start : start + len(text)]
            if written.replace("\x00", "\ufffd") == text:
                parts.append((written, start))
            else:
                parts.append((text, None))
        return Prose.joined(stripped(parts))


def _blank_lines(written: Sequence[str], words: Sequence[str]) -> int:
    """Return how many of the lines ``written`` the parser left out in front of ``words``: those of odd white space."""
    for skipped in range(len(written) - len(words) + 1):
        if all(line in text for text, line in zip(written[skipped:], words, strict=False)):
            return skipped
    return 0


@dataclass(frozen=True, slots=True)
class _Places:
    """Where lines that begin at ``inner`` in an inline token's content begin (``outer``) in the file."""

    inner: tuple[int, ...]
    outer: tuple[int, ...]

    def locate(self, offset: int) -> int:
        """Return the file offset of ``offset`` in the content."""
        line = max(bisect_right(self.inner, offset) - 1, 0)
        return self.outer[line] + offset - self.inner[line]


def _kind(containers: Sequence[BlockKind], level: int) -> BlockKind:
    """Return what a run of inline markup is: a heading, or what the containers around it make of it."""
    if level:
        return BlockKind.CROSSHEAD
    if BlockKind.BLOCK_QUOTE in containers:
        return BlockKind.BLOCK_QUOTE
    return BlockKind.LIST_ITEM if containers else BlockKind.PARAGRAPH


def _is_verse(children: Sequence[Token]) -> bool:
    """Say whether a run of inline markup is a stanza: lines that are broken on purpose, and set as verse is."""
    breaks = [child.type for child in children if child.type in ("hardbreak", "softbreak")]
    if len(breaks) < FEWEST_BREAKS or "softbreak" in breaks:
        return False
    return is_stanza("".join("\n" if one.type == "hardbreak" else one.content for one in children).split("\n"))


def _stress(tokens: Sequence[Token]) -> Stress:
    """Return how a run of inline markup is set off as a whole."""
    kinds = [token.type for token in tokens if token.type != "text" or token.content]
    for opening, closing, stress in (
        ("em_open", "em_close", Stress.EMPHASIS),
        ("strong_open", "strong_close", Stress.STRONG),
    ):
        if kinds[:1] == [opening] and kinds[-1:] == [closing] and kinds.count(opening) == 1:
            return stress
    return Stress.NONE
