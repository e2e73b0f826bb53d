"""The story's attribution graph: who says what where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from attrib_lsp.attribution.headline import Alignment
from attrib_lsp.attribution.values import Paragraph, Source, Statement
from attrib_lsp.text.story import Story


@dataclass(frozen=True)
class AttributionGraph:
    """A story with its paragraphs read and its speakers known.

    ``paragraphs`` holds every block that was read: the headline and the deck where there are any (their numbers are
    in ``headline`` and ``deck``), then the body (``body`` has its numbers, in reading order). ``alignment`` says
    which body sentences bear on the headline.
    """

    story: Story
    paragraphs: tuple[Paragraph, ...]
    body: range
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    headline: int | None = None
    deck: int | None = None
    alignment: Alignment | None = None

    @cached_property
    def _statements_by_paragraph(self) -> dict[int, tuple[Statement, ...]]:
        """Statements of each paragraph that has any."""
        found: dict[int, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.paragraph, []).append(statement)
        return {number: tuple(statements) for number, statements in found.items()}

    def statements_in(self, paragraph: int) -> tuple[Statement, ...]:
        """Return the statements of ``paragraph`` in order of appearance."""
        return self._statements_by_paragraph.get(paragraph, ())

    def statements_of(self, source: int) -> Iterator[Statement]:
        """Yield what ``source`` says, in reading order."""
        return (statement for statement in self.statements if statement.source == source)

    @cached_property
    def words(self) -> int:
        """How many words the body has."""
        return sum(self.paragraphs[number].words for number in self.body)
