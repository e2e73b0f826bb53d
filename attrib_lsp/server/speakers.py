"""Who says the words that a finding is about: from a quotation to where the story says who its speaker is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Statement
from attrib_lsp.linter.located import LocatedFinding, LocatedRelated
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span

#: The rules that look at quotations.
FAMILY = "QUO"


def with_speakers(findings: Iterable[LocatedFinding], graph: AttributionGraph) -> tuple[LocatedFinding, ...]:
    """Return ``findings``, those on quotations with a related place: where their speaker is first told."""
    speakers = _Speakers(graph)
    return tuple(
        replace(one, related=(*one.related, *speakers.related(one))) if one.code.startswith(FAMILY) else one
        for one in findings
    )


class _Speakers:
    """Looks up who speaks at a place of the file. Nothing is read of the graph before somebody asks."""

    def __init__(self, graph: AttributionGraph) -> None:
        self._graph = graph

    @cached_property
    def _prose(self) -> list[tuple[int, int, Prose]]:
        """The graph's paragraphs that stand in the file: where each begins, its number and its prose, in order."""
        numbered = enumerate(block.prose for block in read_blocks(self._graph.story))
        return sorted(
            ((prose.locate(Span(0, 0)).start, number, prose) for number, prose in numbered if prose.field == "text"),
            key=lambda one: one[:2],
        )

    def related(self, finding: LocatedFinding) -> tuple[LocatedRelated, ...]:
        """Return where the speaker of the words of ``finding`` is first told, unless that is where they stand."""
        statement = self._statement(finding.span) if finding.field == "text" else None
        if statement is None or statement.source is None:
            return ()
        source = self._graph.sources[statement.source]
        place = source.first.place
        prose = read_blocks(self._graph.story)[place.paragraph].prose
        span = prose.locate(place.span)
        if prose.field != "text" or span.overlaps(finding.span) or any(one.span == span for one in finding.related):
            return ()
        return (LocatedRelated(f"the speaker: {source.name}", "text", span),)

    def _statement(self, span: Span) -> Statement | None:
        """Return the statement whose content holds ``span`` of the file, or a part of it."""
        position = bisect_right(self._prose, span.start, key=lambda one: one[0]) - 1
        if position < 0:
            return None
        _, number, prose = self._prose[position]
        for statement in self._graph.statements_in(number):
            if any(prose.locate(part).overlaps(span) for part in statement.attribution.content):
                return statement
        return None
