"""Months of the headline of which the story does not speak, while it speaks of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrib_lsp.attribution.misfigured import Misfigure
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span

_DATELINE = re.compile(r"^\W{0,2}[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b")
_YEAR = 12
#: Letters before a month in which another stands with its day.
_REACH = 12
#: Months that are as often something else, a name or a word.
_AMBIGUOUS = ("april", "august", "june", "march", "may")
_LED_IN = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:by|before|after|during|early|from|in|last|late|mid|next|of|on|since|this|through|until|till))"
    r"[ -](?:the )?$",
    re.IGNORECASE,
)
#: Before a month that is any: "a November to remember".
_ONE_OF = re.compile(r"\b(?:an?|every)\s(?:\w+\s)?$", re.IGNORECASE)
_LED_OUT = re.compile(r"\.? \d|['’]s (?:\w+ )?(?:figure|total|election|vote|report|deadline)")
_NEIGHBOURING = re.compile(
    r"\b(?:last|next|this|previous|following) month\b|\bmonth (?:ago|earlier|later)\b", re.IGNORECASE
)


def misdated(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Misfigure]:
    """Yield the months of ``headline`` that ``body`` never names, while it dates something in another."""
    stated = list(_months(headline.text, sure=True))
    if not stated:
        return
    told = [(month, number, span) for number, paragraph in body for month, span in _months(paragraph.text, sure=False)]
    named = {month for month, _, _ in told}
    first = body[0][1].text if body else ""
    dateline = _DATELINE.match(first)
    end = dateline.end() if dateline is not None else 0
    dated = [
        Place(number, span)
        for place, (number, paragraph) in enumerate(body)
        for _, span in _months(paragraph.text, sure=True)
        if place or span.start >= end
    ]
    written = [month for month, number, span in told if number == body[0][0] and span.end <= end]
    relative = any(_NEIGHBOURING.search(paragraph.text) for _, paragraph in body)
    for month, span in stated:
        if month in named or not dated or headline.quoted(span):
            continue
        beside = named if relative else written
        if any((month - one) % _YEAR in (1, _YEAR - 1) for one in beside):
            continue
        yield Misfigure(span, dated[0])


def _months(text: str, *, sure: bool) -> Iterator[tuple[int, Span]]:
    """Yield the months that ``text`` names, by number, with their places; only those that are dates if ``sure``."""
    for match in _pattern().finditer(text):
        word = match[0].rstrip(".").lower()
        number = _numbers()[word[:3]]
        if sure and (_ONE_OF.search(text, 0, match.start()) or (word in _AMBIGUOUS and not _date(match))):
            continue
        yield number, Span(match.start(), match.start() + len(word))


def _date(match: re.Match[str]) -> bool:
    """Say whether a word that may be a month is one by what stands before or behind it."""
    return (
        _LED_IN.search(match.string, 0, match.start()) is not None
        or _LED_OUT.match(match.string, match.end()) is not None
    )


@cache
def _numbers() -> dict[str, int]:
    """Return the numbers of the months by their first three letters."""
    return {name[:3]: number for number, name in enumerate(lexicon("places")["months"], start=1)}


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a month, in full or cut short."""
    full = "|".join(name.capitalize() for name in lexicon("places")["months"])
    return re.compile(rf"\b(?:(?:{full})(?![\w-])|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?= \d)))")
