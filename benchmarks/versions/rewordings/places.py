"""Places in a story that can be worded otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page, overlapping


def own(page: Page, pattern: re.Pattern[str], *, names: bool = False) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the matches of a pattern in the body outside of quotation marks and, unless asked for, of names."""
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for match in pattern.finditer(paragraph.text):
            span = Span(match.start(), max(match.end(), match.start() + 1))
            sentence = paragraph.sentence_at(span.start) if paragraph.sentences else None
            entity = sentence is not None and any(
                one.span.overlaps(span) and one.label in ("PERSON", "ORG", "PLACE", "MISC") for one in sentence.entities
            )
            if not paragraph.quoted(span) and (names or not entity):
                yield number, match


def some(chance: Random, found: Sequence[list[Edit]], most: int) -> list[Edit] | None:
    """Return the edits of up to ``most`` places, none of which touch one another."""
    if not found:
        return None
    chosen: list[Edit] = []
    for edits in chance.sample(list(found), min(most, len(found))):
        if not overlapping([*chosen, *edits]):
            chosen.extend(edits)
    return chosen
