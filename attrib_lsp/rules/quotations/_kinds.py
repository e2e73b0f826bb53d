"""Tell the kinds of pieces that quote more freely than news does."""

from __future__ import annotations

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.lexicons import words


def loose(graph: AttributionGraph) -> bool:
    """Say whether a story's front matter calls it a feature, an interview or another kind that quotes freely."""
    return str(graph.story.metadata.get("kind", "")).lower() in words("quotations", "loose_kinds")
