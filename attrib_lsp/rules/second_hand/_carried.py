"""Tell the story's own voice from what its sources say, and whether it names an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.attribution.outlets import outlet_spans
from attrib_lsp.text.span import Span


def carried(evidence: Evidence, line: Line, span: Span) -> bool:
    """Say whether words are themselves what a source says, and no part of naming it."""
    return any(
        one.source
        and not any(part.overlaps(span) for part in (*one.source, *one.cue))
        and any(part.covers(span) for part in one.content)
        for one in evidence.attributions(line)
    )


def in_own_voice(
    evidence: Evidence, pattern: re.Pattern[str], telltale: frozenset[str], *groups: str
) -> Iterator[tuple[Line, re.Match[str], Span]]:
    """Yield where ``pattern`` matches in the story's own voice, with the line and the words' place in their paragraph.

    Every match holds one of the words ``telltale``: a sentence without any need not be read closer. The words are those
    of the first of ``groups`` that matched, all of the match where none are asked for.
    """
    for line in evidence.lines:
        sentence, paragraph = evidence.sentence(line), evidence.paragraph(line)
        if not sentence.holds(telltale):
            continue
        for found in pattern.finditer(sentence.text):
            group = next((name for name in groups if found[name]), 0)
            span = Span(*found.span(group)).shifted(sentence.span.start)
            if not paragraph.quoted(span) and not carried(evidence, line, span):
                yield line, found, span


def outlet_near(evidence: Evidence, line: Line) -> bool:
    """Say whether an outlet is named in the sentence, or in the one before or after."""
    near = (line, *evidence.before(line, 1), *evidence.after(line, 1))
    return any(outlet_spans(one.text, one.lists) for one in map(evidence.sentence, near))
