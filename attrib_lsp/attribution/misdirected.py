"""Changes in the headline that the story gives as levels, and the other way round; per cent for points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrib_lsp.attribution.counted import Counted, Told
from attrib_lsp.attribution.figures import Unit
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Digits behind the point to which differences are told.
_PLACES = 6
_BY, _TO = "by", "to"
_ROUGHLY = (
    r"a|an|the|some|about|around|roughly|nearly|almost|over|just|under|more than|less than|up to|at least|record|"
    r"estimated|approximately|another"
)
_BEFORE = re.compile(
    rf"\b(by|to|at|reached|reach|reaches|hit|hits|totalled|totaled)\s(?:(?:{_ROUGHLY})\s)*$",
    re.IGNORECASE,
)
_LEVELS = ("to", "at", "reached", "reach", "reaches", "hit", "hits", "totalled", "totaled")
_CHANGE_BEHIND = re.compile(
    r"[$£€]?\d[\d.,]*[^.;,]{0,40}?\b(?:change|cut|decline|decrease|drop|fall|gain|growth|hike|increase|jump|rise|surge)\b",
    re.IGNORECASE,
)
_LEVEL_BEHIND = re.compile(r"(?<=.)[^.;]*,? (?:up|down|compared with|compared to) from\b", re.IGNORECASE)
_UP_FROM = re.compile(r"\b(?:(?:up|down) from|compared (?:with|to))\s$", re.IGNORECASE)
_FORMERLY = re.compile(r"\bfrom\s(?:(?:about|around|nearly|over|just|some|a|an)\s)*$", re.IGNORECASE)
_TO_OR_UP = re.compile(r"\b(?:to|up|down)\b", re.IGNORECASE)
_FORMERLY_BEHIND = re.compile(
    r"(?<=.)[^.,;]{0,20}?\b(?:(?:a|the) (?:year|month|quarter|week|decade) (?:ago|before)|earlier|previously)\b",
    re.IGNORECASE,
)
_UP_DOWN = re.compile(r"\b(?:up|down)\s(?:by\s)?$", re.IGNORECASE)


def misdirected(one: Counted, headline: Paragraph, found: Sequence[tuple[Place, Paragraph]]) -> Place | None:
    """Return where the story tells a level for the change ``one`` of the headline, or a change for its level.

    ``found`` has the places of the story's figures that are as large, each with its paragraph. None of them may stand
    as the headline has it.
    """
    stated = _direction(headline.text, one.figure.span.start)
    if stated not in (_BY, _TO) or not _changes(headline, one):
        return None
    contrary = None
    for place, paragraph in found:
        told = _direction(paragraph.text, place.span.start)
        if not told and _LEVEL_BEHIND.match(paragraph.text, place.span.end):
            told = _TO
        if told == stated or not told:
            return None
        contrary = contrary or place
    return contrary


def formerly(text: str, span: Span, *, changing: bool = True) -> bool:
    """Say whether ``text`` tells the figure at ``span`` as one that no longer holds ("up from 9%", "9% a year ago").

    Where nothing is ``changing`` there, a mere "from" says no such thing.
    """
    if _UP_FROM.search(text, 0, span.start) or _FORMERLY_BEHIND.match(text, span.end):
        return True
    return changing and _FORMERLY.search(text, 0, span.start) is not None and _TO_OR_UP.search(text) is not None


def _direction(text: str, start: int) -> str:
    """Return "by" or "to" for a figure that is told as a change or as a level, "" for any other."""
    if _CHANGE_BEHIND.match(text, start):
        return _BY
    match = _BEFORE.search(text, 0, start)
    if match is None:
        changed = _UP_DOWN.search(text, 0, start) or _changed().search(text, 0, start)
        return _BY if changed else ""
    word = match[1].lower()
    return _TO if word in _LEVELS else word if word == _BY else ""


@cache
def _changed() -> re.Pattern[str]:
    """Return what finds a verb of change, or a change "of", right before a figure."""
    verbs = "|".join(sorted(every_form(words("measures", "change_verbs"))))
    nouns = "|".join(words("measures", "change_verbs"))
    return re.compile(rf"\b(?:(?:{verbs})|(?:{nouns}) of)\s(?:(?:{_ROUGHLY})\s)*$", re.IGNORECASE)


def _changes(headline: Paragraph, one: Counted) -> bool:
    """Say whether a word of change stands before a figure."""
    sentence = headline.sentence_at(one.figure.span.start)
    return any(
        token.span.end <= one.figure.span.start
        and token.lemma.lower() in words("measures", "change_verbs") | words("measures", "moving_verbs")
        for token in sentence.tokens
    )


def points_for_share(one: Counted, headline: Paragraph, told: Sequence[Told]) -> bool:
    """Say whether the share ``one`` by which the headline lets something change is a difference of two shares: points.

    So it is where the story has no such share, but two in one sentence that are so far apart.
    """
    if one.figure.unit is not Unit.SHARE or _direction(headline.text, one.figure.span.start) != _BY:
        return False
    return any(
        first.sentence == second.sentence
        and first.figure.unit is second.figure.unit is Unit.SHARE
        and round(abs(first.figure.value - second.figure.value) - one.figure.value, _PLACES) == 0
        for paragraph in told
        for place, first in enumerate(paragraph.counted)
        for second in paragraph.counted[place + 1 :]
    )
