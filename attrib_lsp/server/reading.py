"""What the server knows of an open document when it is asked about a place in it."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol.types import Position, PositionEncodingKind, Range

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.places import Places, places_of
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.outcome import Outcome
from attrib_lsp.server.positions import to_offset, to_range
from attrib_lsp.text.span import Span


@dataclass(frozen=True)
class Reading:
    """An open document as it stands, what was found in it, and its places; ``encoding`` counts the client's columns."""

    outcome: Outcome
    places: Places
    encoding: PositionEncodingKind

    @property
    def snapshot(self) -> Snapshot:
        """The text that was read."""
        return self.outcome.snapshot

    def range(self, span: Span) -> Range:
        """Return ``span`` (code points of the document) as the client counts."""
        return to_range(self.snapshot.source, span, self.encoding)

    def offset(self, position: Position) -> int:
        """Return where the client's cursor stands, in code points of the document."""
        return to_offset(self.snapshot.source, position, self.encoding)


def reading_of(outcome: Outcome, graph: AttributionGraph, encoding: PositionEncodingKind) -> Reading:
    """Return the reading of an outcome that has a graph. In the worker's thread: it may take long."""
    return Reading(outcome, _looked_up(graph), encoding)


def _looked_up(graph: AttributionGraph) -> Places:
    """Return the places of a story, with all that is worked out when first asked for."""
    places = places_of(graph)
    places.at(0)
    return places
