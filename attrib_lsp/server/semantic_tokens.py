"""Semantic tokens: which words give a source, a cue or a content, as the protocol writes them down."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, IntFlag

from lsprotocol import types

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import remembered
from attrib_lsp.linter.sourcing import LocatedStatement, located_statements
from attrib_lsp.server.positions import units
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


class TokenType(IntEnum):
    """What words are to an attribution; the numbers count in the legend."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


class Modifier(IntFlag):
    """What else is to be said of words; each is a bit that counts in the legend."""

    NONE = 0
    UNNAMED = 1
    QUOTED = 2


LEGEND = types.SemanticTokensLegend(
    token_types=["attribSource", "attribCue", "attribContent"], token_modifiers=["unnamed", "quoted"]
)


@dataclass(frozen=True, slots=True)
class Token:
    """Words with one meaning, in code points of the file."""

    span: Span
    type: TokenType
    modifiers: Modifier = Modifier.NONE


@remembered
def tokens(graph: AttributionGraph) -> tuple[Token, ...]:
    """Return the tokens of a story in order; none overlap. Where attributions are nested, the inner one is shown."""
    blocks = read_blocks(graph.story)
    return flattened(
        token
        for one in located_statements(graph)
        for token in _tokens(graph, one, blocks[one.statement.paragraph].prose)
    )


def written(
    graph: AttributionGraph, part: Span | None, source: SourceText, encoding: types.PositionEncodingKind
) -> list[int]:
    """Return the tokens of a story, of ``part`` of its file if that is given, as the protocol writes them."""
    found: Sequence[Token] = tokens(graph)
    return encoded(found if part is None else within(found, part), source, encoding)


def within(given: Sequence[Token], span: Span) -> Sequence[Token]:
    """Return those of ``given``, in order and without overlaps, that reach into ``span``."""
    first = bisect_right(given, span.start, key=lambda one: one.span.end)
    return given[first : bisect_left(given, span.end, key=lambda one: one.span.start)]


def _tokens(graph: AttributionGraph, statement: LocatedStatement, prose: Prose) -> Iterator[Token]:
    """Yield the tokens of one statement, the quoted words of its content once more."""
    unnamed = statement.source is not None and graph.sources[statement.source].kind.unnamed
    modifiers = Modifier.UNNAMED if unnamed else Modifier.NONE
    yield from (Token(span, TokenType.SOURCE, modifiers) for span in statement.source_spans)
    yield from (Token(span, TokenType.CUE, modifiers) for span in statement.cue_spans)
    for span in statement.content_spans:
        yield Token(span, TokenType.CONTENT, modifiers)
    for span in _quoted(graph.paragraphs[statement.statement.paragraph], statement, prose):
        yield Token(span, TokenType.CONTENT, modifiers | Modifier.QUOTED)


def _quoted(paragraph: Paragraph, statement: LocatedStatement, prose: Prose) -> Iterator[Span]:
    """Yield what stands in quotation marks, the marks included, of a statement's content."""
    for part in statement.statement.attribution.content:
        for quotation in paragraph.quotations:
            if quotation.span.overlaps(part):
                yield prose.locate(quotation.span.common(part))


def flattened(given: Iterable[Token]) -> tuple[Token, ...]:
    """Return ``given`` in order and without overlaps: where several hold a code point, the shortest keeps it.

    Of two on the same words, the one with more modifiers does, else a source before a cue before a content.
    """
    kept: list[Token] = []
    for token in sorted(given, key=lambda one: (len(one.span), -one.modifiers, one.type, one.span)):
        at = bisect_left(kept, token.span.start, key=lambda one: one.span.end)
        start, free = token.span.start, []
        stop = at
        while stop < len(kept) and kept[stop].span.start < token.span.end:
            taken = kept[stop].span
            free.append((start, taken.start))
            start = max(start, taken.end)
            stop += 1
        free.append((start, token.span.end))
        pieces = [Token(Span(*ends), token.type, token.modifiers) for ends in free if ends[0] < ends[1]]
        kept[at:stop] = sorted([*kept[at:stop], *pieces], key=lambda one: one.span)
    return tuple(kept)


def encoded(given: Iterable[Token], source: SourceText, encoding: types.PositionEncodingKind) -> list[int]:
    """Return tokens of ``source``, in order, as the protocol writes them: five numbers each, no token over a line."""
    data: list[int] = []
    line_before, column_before = 0, 0
    for token in given:
        for line, column, length in _on_lines(token.span, source, encoding):
            column_from = column_before if line == line_before else 0
            data += (line - line_before, column - column_from, length, int(token.type), int(token.modifiers))
            line_before, column_before = line, column
    return data


def _on_lines(span: Span, source: SourceText, encoding: types.PositionEncodingKind) -> Iterator[tuple[int, int, int]]:
    """Yield line, column and length, in units of ``encoding``, of each part of a span that stands on one line."""
    for line in range(source.line_of(span.start), source.line_of(max(span.start, span.end - 1)) + 1):
        begins, text = source.line_starts[line], source.line_text(line)
        start, end = max(span.start - begins, 0), min(span.end - begins, len(text))
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if start < end:
            yield line, units(text[:start], encoding), units(text[start:end], encoding)


def edits(before: Sequence[int], after: Sequence[int]) -> list[types.SemanticTokensEdit]:
    """Return the one edit that turns ``before`` into ``after``, in whole tokens; none if they are the same."""
    if before == after:
        return []
    least, start, end = min(len(before), len(after)), 0, 0
    while start < least and before[start : start + 5] == after[start : start + 5]:
        start += 5
    while (
        end < least - start
        and before[len(before) - end - 5 : len(before) - end] == (after[len(after) - end - 5 : len(after) - end])
    ):
        end += 5
    new = list(after[start : len(after) - end])
    return [types.SemanticTokensEdit(start, len(before) - start - end, new or None)]


class Sent:
    """The tokens that were sent last, by their result's id, for the client to be told of differences only."""

    def __init__(self, most: int = 16) -> None:
        """Keep the ``most`` latest."""
        self._most = most
        self._kept: OrderedDict[str, list[int]] = OrderedDict()

    def keep(self, data: list[int]) -> str:
        """Keep ``data``; return its id, the same for the same data."""
        name = hashlib.blake2b(repr(data).encode(), digest_size=16).hexdigest()
        self._kept[name] = data
        self._kept.move_to_end(name)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return name

    def get(self, name: str) -> list[int] | None:
        """Return the data of that id; None if it is not kept any more."""
        return self._kept.get(name)
