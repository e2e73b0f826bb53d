"""Where something stands in a draft, for people: the number of its line."""

from __future__ import annotations

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place


def line_of(graph: AttributionGraph, place: Place) -> int:
    """Return the line (from one) in which ``place`` begins, in the text of its field."""
    prose = read_blocks(graph.story)[place.paragraph].prose
    line, _ = graph.story.sources[prose.field].line_column(prose.locate(place.span).start)
    return line


def words_at(graph: AttributionGraph, place: Place) -> str:
    """Return the words of ``place``."""
    return place.span.of(graph.paragraphs[place.paragraph].text)


def headline_of(graph: AttributionGraph) -> str | None:
    """Return the story's headline; None without one."""
    return None if graph.headline is None else graph.paragraphs[graph.headline].text
