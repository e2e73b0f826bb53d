"""Read Markdown (CommonMark with tables): the words that its reader sees, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from attrib_lsp.text.inline import html_places, image_words, parser, visible_words
from attrib_lsp.text.layout import is_stanza
from attrib_lsp.text.markdown_places import Places, blank_lines
from attrib_lsp.text.markdown_pragmas import block_pragmas, hushed, lines_of, trailing_pragma
from attrib_lsp.text.part import Part, Stress
from attrib_lsp.text.pieces import Words, stripped
from attrib_lsp.text.pragma import MARK, Place, Pragma, read_pragma
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


def read_markdown(source: SourceText, first_line: int = 0) -> tuple[list[Part], list[Pragma]]:
    """Return the parts of a Markdown text from zero-based ``first_line`` on, and the pragmas that stand apart."""
    lines = [source.line_text(line) for line in range(first_line, len(source.line_starts))]
    if lines and first_line == 0:
        lines[0] = lines[0].removeprefix("\ufeff")
    tokens = _parser().parse("\n".join(lines))
    apart = list(block_pragmas(source, first_line, tokens)) if MARK in source.text else []
    return list(_Reader(source, first_line).parts(tokens)), apart


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
                yield self._raw(token, BlockKind.TABLE, containers)
            elif token.type == "table_close":
                table -= 1
            elif token.type in _RAW:
                yield self._raw(token, _RAW[token.type], containers)
            elif token.type == "inline" and not table:
                kind = _kind(containers, level)
                place = Place(self._lines(token), alone=not containers)
                parts = self._inline(token, kind, 0 if containers else level, heading)
                yield from _placed(parts, place, self._trailing(token, kind, heading))

    def _lines(self, token: Token) -> Span:
        """Return the lines of ``token``."""
        return lines_of(self.source, self.first_line, token)

    def _raw(self, token: Token, kind: BlockKind, containers: Sequence[BlockKind]) -> Part:
        """Return the lines of ``token`` as they stand."""
        lines = self._lines(token)
        return Part(Prose.verbatim(self.source.text, lines), kind, place=None if containers else Place(lines))

    def _inline(self, token: Token, kind: BlockKind, level: int, heading: str) -> Iterator[Part]:
        """Yield the part that a run of inline markup makes, then one for each image in it."""
        places = self._places(token, _marker(kind, heading))
        children = token.children or []
        if MARK in token.content:
            children = hushed(children)
        if kind in _MAY_BE_VERSE and _is_verse(children):
            yield Part(Prose.verbatim(self.source.text, self._lines(token)), BlockKind.VERSE)
            return
        prose = self._prose(visible_words(token.content, children), places)
        if prose.text.strip():
            yield Part(prose, kind, level, stress=_stress(children))
        for words in image_words(token.content, children):
            caption = self._prose(words, places)
            if caption.text.strip():
                yield Part(caption, BlockKind.CAPTION)

    def _trailing(self, token: Token, kind: BlockKind, heading: str) -> Iterator[Pragma]:
        """Yield the pragmas that stand in a run of inline markup."""
        if MARK not in token.content:
            return
        at = self._places(token, _marker(kind, heading)).locate
        for span in html_places(token.content, token.children or []):
            found = trailing_pragma(token.content, span)
            if found is not None:
                before = token.content[: span.start]
                removal = Span(
                    at(len(before.rstrip(" \t"))) if before.strip() else at(span.start), at(span.end - 1) + 1
                )
                yield read_pragma(token.content, *found, removal, self._lines(token), at=at)

    def _places(self, token: Token, heading: str) -> Places:
        """Return where each line of an inline token's content stands; ``heading`` is the marker in front of it."""
        first, last = token.map or (0, 0)
        written = [self._written(line) for line in range(first, last)]
        content = token.content.split("\n")
        words = [line.strip(" \t") for line in content]
        first += blank_lines(written, words)
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
        return Places(tuple(inner), tuple(outer))

    def _written(self, line: int) -> str:
        """Return a line as the parser has it, which knows no NUL."""
        return self.source.line_text(self.first_line + line).replace("\x00", "\ufffd")

    def _prose(self, words: Iterable[Words], places: Places) -> Prose:
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


def _placed(parts: Iterable[Part], place: Place, trailing: Iterable[Pragma]) -> Iterator[Part]:
    """Yield ``parts`` of one run of inline markup at their place, the first with the pragmas that trail it."""
    pragmas = tuple(trailing)
    for part in parts:
        yield replace(part, place=place, pragmas=pragmas)
        pragmas = ()


def _marker(kind: BlockKind, heading: str) -> str:
    """Return what stands in front of the words of a run of inline markup: the marker of a heading, or nothing."""
    return heading if kind is BlockKind.CROSSHEAD and heading.startswith("#") else ""


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
    kinds = [token.type for token in tokens if token.content or token.type not in ("text", "pragma")]
    for opening, closing, stress in (
        ("em_open", "em_close", Stress.EMPHASIS),
        ("strong_open", "strong_close", Stress.STRONG),
    ):
        if kinds[:1] == [opening] and kinds[-1:] == [closing] and kinds.count(opening) == 1:
            return stress
    return Stress.NONE
