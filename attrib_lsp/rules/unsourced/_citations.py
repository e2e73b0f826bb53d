"""Tell whether a sentence carries a footnote: an encyclopedia takes that for its source."""

from __future__ import annotations

import re

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import Evidence, Line

#: How far behind a sentence's stop its footnote begins, at most.
BEHIND = 8
_MARK = re.compile(r"<ref\b|\[\^?\d+\]|\[\^\w+\]|\{\{\s*(?:sfn|cite|harv)", re.IGNORECASE)


def cited(evidence: Evidence, line: Line) -> bool:
    """Say whether a footnote stands in a sentence or right behind it, in the file itself: a reader may drop it."""
    prose = read_blocks(evidence.graph.story)[line.paragraph].prose
    span = prose.locate(evidence.sentence(line).span)
    text = evidence.graph.story.sources[prose.field].text
    return any(found.start() < span.end + BEHIND for found in _MARK.finditer(text, span.start, span.end + 4 * BEHIND))
