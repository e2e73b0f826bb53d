"""Stories that are edited by code: places of the attribution graph turned into edits of the draft's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.prose import Field
from attrib_lsp.text.readers import read_row
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from benchmarks.commands import Row


@dataclass(frozen=True, slots=True)
class Edit:
    """``new`` for the code points ``span`` of a row's headline or text."""

    field: Field
    span: Span
    new: str


@dataclass(frozen=True, eq=False)
class Page:
    """A row with who says what in it."""

    row: Row
    graph: AttributionGraph

    @classmethod
    def of(cls, row: Row, linter: Linter) -> Page:
        """Read a row."""
        return cls(row, linter.analyse(read_row(SourceText(row["text"]), SourceText(row["headline"]))))

    @property
    def headline(self) -> str:
        """The headline as it stands in the row."""
        return str(self.row["headline"])

    @cached_property
    def body_text(self) -> str:
        """The words of the body."""
        return "\n".join(self.graph.paragraphs[number].text for number in self.graph.body)

    def edit(self, paragraph: int, span: Span, new: str) -> Edit:
        """Return the edit that puts ``new`` for a span of a paragraph's prose."""
        prose = read_blocks(self.graph.story)[paragraph].prose
        place = prose.locate(span) if span.start < span.end else _point(self, paragraph, span.start)
        return Edit(prose.field, place, new)

    def headline_edit(self, span: Span, new: str) -> Edit:
        """Return the edit that puts ``new`` for a span of the headline."""
        return Edit("headline", span, new)

    def block(self, paragraph: int) -> Span:
        """Return where a paragraph stands in the row's text."""
        text = self.graph.paragraphs[paragraph].text
        return read_blocks(self.graph.story)[paragraph].prose.locate(Span(0, len(text)))

    def without(self, paragraph: int) -> Edit:
        """Return the edit that takes a paragraph out, with the blank line before it."""
        span = self.block(paragraph)
        start = len(self.row["text"][: span.start].rstrip())
        return Edit("text", Span(start, span.end), "")

    def moved(self, paragraph: int, behind: int) -> list[Edit]:
        """Return the edits that put a paragraph behind another."""
        words = self.block(paragraph).of(self.row["text"])
        end = self.block(behind).end
        return [self.without(paragraph), Edit("text", Span(end, end), f"\n\n{words}")]

    def own_sentences(self) -> Iterator[tuple[int, Sentence]]:
        """Yield the body's sentences, each with the number of its paragraph."""
        for number in self.graph.body:
            for sentence in self.graph.paragraphs[number].sentences:
                yield number, sentence

    def text_of(self, statement: Statement) -> str:
        """Return what a statement says."""
        text = self.graph.paragraphs[statement.paragraph].text
        return " ".join(part.of(text) for part in statement.attribution.content)

    def source_of(self, statement: Statement) -> str:
        """Return how a statement gives its source."""
        text = self.graph.paragraphs[statement.paragraph].text
        return " ".join(part.of(text) for part in statement.attribution.source)


def _point(page: Page, paragraph: int, offset: int) -> Span:
    """Return the empty span before a code point of a paragraph's prose."""
    prose = read_blocks(page.graph.story)[paragraph].prose
    if offset < len(prose.text):
        start = prose.locate(Span(offset, offset + 1)).start
    else:
        start = prose.locate(Span(offset - 1, offset)).end
    return Span(start, start)


def edited(row: Row, edits: Iterable[Edit]) -> Row:
    """Return a row with edits made, which do not overlap."""
    new = dict(row)
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end), reverse=True):
        text = new[edit.field]
        new[edit.field] = text[: edit.span.start] + edit.new + text[edit.span.end :]
    return new


def overlapping(edits: Iterable[Edit]) -> bool:
    """Say whether two of some edits touch the same words."""
    places = sorted((one.field, one.span.start, one.span.end) for one in edits)
    return any(one[0] == other[0] and other[1] < one[2] for one, other in pairwise(places))


def capital(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]


def lowered(words: str) -> str:
    """Return words with a small first letter, unless they begin with a name or "I"."""
    first = words.split()[0] if words.split() else ""
    return words if first in ("I", "I’m", "I'm") else words[:1].lower() + words[1:]
