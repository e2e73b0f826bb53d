"""Tell the story's own voice from what its sources say."""

from __future__ import annotations

from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.text.span import Span


def carried(evidence: Evidence, line: Line, span: Span) -> bool:
    """Say whether words are themselves what a source says, and no part of naming it."""
    return any(
        one.source
        and not any(part.overlaps(span) for part in (*one.source, *one.cue))
        and any(part.covers(span) for part in one.content)
        for one in evidence.attributions(line)
    )
