"""The source list of a draft, as an editor shows it: each source with its statements, all places as ranges."""

from __future__ import annotations

from typing import Any

from lsprotocol.types import PositionEncodingKind, Range

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.sourcing import LocatedSource, LocatedStatement, located_sources
from attrib_lsp.reports.shares import shares
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.positions import to_range
from attrib_lsp.text.span import Span


def source_list(snapshot: Snapshot, graph: AttributionGraph, encoding: PositionEncodingKind) -> dict[str, Any]:
    """Return the sources of ``snapshot``, in the order in which the story first names them."""
    listing = _Listing(snapshot, encoding)
    return {
        "uri": snapshot.uri,
        "version": snapshot.source.version,
        "summary": shares(graph),
        "sources": [listing.source(one) for one in located_sources(graph)],
    }


class _Listing:
    """Writes the parts of a source list of one snapshot."""

    def __init__(self, snapshot: Snapshot, encoding: PositionEncodingKind) -> None:
        self._source = snapshot.source
        self._encoding = encoding

    def source(self, one: LocatedSource) -> dict[str, Any]:
        """Return the entry of one source; ``specificity`` says from 0 to 5 how well the reader knows it."""
        return {
            "name": one.source.name,
            "kind": one.source.kind.value,
            "unnamed": one.source.kind.unnamed,
            "description": one.source.description,
            "specificity": one.source.specificity,
            "reason": None if one.reason is None else self._range(one.reason),
            "via": list(one.source.via),
            "first": self._range(one.first),
            "mentions": [self._range(mention) for mention in one.mentions],
            "statements": [self._statement(statement) for statement in one.statements],
        }

    def _statement(self, one: LocatedStatement) -> dict[str, Any]:
        """Return the entry of one statement; where nothing is said ("declined to comment") its range is the extent."""
        text = self._source.text
        content = one.content_spans
        said = Span(content[0].start, max(span.end for span in content)) if content else one.extent
        return {
            "range": self._range(said),
            "extent": self._range(one.extent),
            "text": one.words or " ".join(one.extent.of(text).split()),
            "cue": " ".join(" ".join(span.of(text).split()) for span in one.cue_spans),
            "type": one.statement.attribution.type.value,
        }

    def _range(self, span: Span) -> Range:
        """Return the range of ``span``."""
        return to_range(self._source, span, self._encoding)
