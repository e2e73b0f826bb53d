"""Fixes that move who speaks from behind a quotation to where the reader wants to know it."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrib_lsp.attribution.values import Attribution, Paragraph
from attrib_lsp.language.values import Quotation
from attrib_lsp.rules.finding import Edit, Fix
from attrib_lsp.rules.mending import capital
from attrib_lsp.text.span import Span

_FIRST_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)([.!?])\s+(?=[A-Z])")


class _Behind(NamedTuple):
    """Who speaks behind a quotation: the words ("said Jo Lind"), and the source and the cue by themselves.

    ``end`` is the edit that ends the quotation there without them.
    """

    words: str
    source: str
    cue: str
    end: Edit


def led_in(
    title: str, paragraph: Paragraph, quotation: Quotation, one: Attribution, *, apart: bool = False
) -> Fix | None:
    """Return the fix that begins a quotation with its speaker and a colon; ``apart``, in a paragraph of its own.

    None where the speaker does not close the sentence right behind the quotation.
    """
    behind = _behind(paragraph, quotation, one)
    if behind is None:
        return None
    source = f"{behind.source}," if "," in behind.source else behind.source
    lead = f"{capital(source)} {behind.cue}: "
    at = quotation.span.start
    if apart and paragraph.text[at - 1 : at] == " ":
        return Fix(title, Span(at - 1, at), f"\n\n{lead}", also=(behind.end,))
    return Fix(title, Span(at, at), lead, also=(behind.end,))


def named_after_first(title: str, paragraph: Paragraph, quotation: Quotation, one: Attribution) -> Fix | None:
    """Return the fix that names the speaker of a quotation behind its first sentence; see `led_in` for None."""
    behind = _behind(paragraph, quotation, one)
    stop = _FIRST_STOP.search(quotation.inner.of(paragraph.text))
    if behind is None or stop is None:
        return None
    opening = paragraph.text[quotation.span.start : quotation.inner.start]
    closing = paragraph.text[quotation.inner.end : quotation.span.end]
    mark = "," if stop.group(1) == "." else stop.group(1)
    gap = Span(*stop.span()).shifted(quotation.inner.start)
    return Fix(title, gap, f"{mark}{closing} {behind.words}. {opening}", also=(behind.end,))


def _behind(paragraph: Paragraph, quotation: Quotation, one: Attribution) -> _Behind | None:
    """Return who speaks right behind a quotation, up to the stop."""
    text = paragraph.text
    if len(one.source) != 1 or len(one.cue) != 1 or not (quotation.opened and quotation.closed):
        return None
    span = one.source[0].joined(one.cue[0])
    inner = quotation.inner.of(text).rstrip()
    if text[quotation.span.end : span.start].strip(" ,") or text[span.end : span.end + 1] != "." or not inner:
        return None
    between = Span(min(one.source[0].end, one.cue[0].end), max(one.source[0].start, one.cue[0].start))
    if between.of(text) != " " or inner[-1] in "….":
        return None
    kept = len(inner) - (inner[-1] in ",?!")
    mark = inner[-1] if inner[-1] in "?!" else "."
    closing = text[quotation.inner.end : quotation.span.end]
    end = Edit(Span(quotation.inner.start + kept, span.end + 1), f"{mark}{closing}")
    return _Behind(span.of(text), one.source[0].of(text), one.cue[0].of(text), end)
