"""Words for crowds in the headline that are larger than what the story tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrib_lsp.attribution.counted import told_in
from attrib_lsp.attribution.figures import Unit
from attrib_lsp.attribution.misfigured import Misfigure
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span


def inflated(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Misfigure]:
    """Yield the words for crowds of ``headline`` ("hundreds") where ``body`` tells only of smaller ones ("dozens")."""
    told = [(size, Place(number, span)) for number, paragraph in body for size, span in _crowds(paragraph.text)]
    if not told:
        return
    largest = max(size for size, _ in told)
    counts = [
        one.figure.value
        for _, paragraph in body
        for one in told_in(paragraph).counted
        if one.figure.unit in (Unit.COUNT, Unit.MONEY)
    ]
    for size, span in _crowds(headline.text):
        if headline.quoted(span) or size <= largest or any(count >= size for count in counts):
            continue
        yield Misfigure(span, told[0][1])


def _crowds(text: str) -> Iterator[tuple[float, Span]]:
    """Yield the words for crowds in ``text`` with what the least of them holds."""
    for match in _pattern().finditer(text):
        yield lexicon("measures")["crowd_sizes"][match[0].lower()], Span(match.start(), match.end())


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a word for a crowd, the longest first."""
    names = sorted(lexicon("measures")["crowd_sizes"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)
