"""Tell the kinds of pieces that quote more freely than news does."""

from __future__ import annotations

from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph


def loose(graph: AttributionGraph) -> bool:
    """Say whether a story is a feature, an interview, opinion or another kind that quotes freely."""
    return genre_of(graph).loose
