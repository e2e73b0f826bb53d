"""Findings at figures of the headline that the story does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.attribution.agreement import Told, agrees, told_in
from attrib_lsp.attribution.figures import Figure, Unit, figures
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.rules.finding import Finding, Related
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.headlines._wording import figure_fixes

#: Below this a number is as often one of the headline's own ("one man", "a second look").
LEAST = 3
#: How many times as large the larger of two figures may be for a reader to be pointed from one to the other.
ALIKE = 3
#: Years by which one may differ from the story's for a reader to take it for a slip.
SLIP = 3
_AGED = re.compile(r"\b(?:age|aged|at)\s$", re.IGNORECASE)
_AGE_GIVEN = re.compile(r"(?:\b(?:aged?|at|was|turned),? |, )\d{1,3}(?=[,.;]|\b[- ]years?[- ]old)", re.IGNORECASE)
_YEARS = re.compile(r"[- ]years?\b", re.IGNORECASE)
_SINCE = re.compile(r"[- ]years? (?:after|ago|before|friendship|high|later|low|on|since)", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|for|in|missing|since|this)(?: (?:a|nearly|almost|over|about))?\s$", re.IGNORECASE)


def figure_findings(graph: AttributionGraph, tolerance: float) -> Iterator[Finding]:
    """Yield a finding at each figure that no figure of the body matches."""
    headline = headline_of(graph)
    stated = [one for one in figures(headline.text) if _checked(one)]
    if not stated:
        return
    told = [told_in(paragraph) for _, paragraph in graph.numbered]
    if not any(paragraph.figures for paragraph in told):
        return
    for figure in stated:
        if agrees(figure, told, tolerance) or _reckoned(figure, headline.text, told, graph):
            continue
        words = figure.span.of(headline.text)
        message = f"The story has no figure that matches “{words}”. Check it, and give the story's figure."
        near = _nearest(graph, figure)
        yield Finding(figure.span, message, headline_prose(graph), near, figure_fixes(headline.text, figure.span, near))


def _reckoned(figure: Figure, text: str, told: list[Told], graph: AttributionGraph) -> bool:
    """Say whether a headline may have reckoned a figure from a date: an age, a stretch of years, the year of the news.

    A year is wrong only beside one in the story that is near enough to be meant. One later than all of those is the
    year in which the story is written, or one to come.
    """
    years = [one.value for paragraph in told for one in paragraph.figures if one.unit is Unit.YEAR]
    if figure.unit is not Unit.YEAR:
        if _AGED.search(text, 0, figure.span.start):  # reckoned from a year of birth, unless the story gives ages
            given = any(_AGE_GIVEN.search(graph.paragraphs[number].text) for number in graph.body)
            return not given and any(year + figure.value >= max(years) for year in years)
        return bool(years) and not figure.age and _stretch(text, figure)
    year = str(int(figure.value))
    if year in graph.vocabulary.words or year[2:] in graph.vocabulary.words:
        return True
    return figure.value > max(years, default=0) or not any(abs(one - figure.value) <= SLIP for one in years)


def _stretch(text: str, figure: Figure) -> bool:
    """Say whether a figure counts the years since something: it may be reckoned from a date."""
    return _SINCE.match(text, figure.span.end) is not None or (
        _YEARS.match(text, figure.span.end) is not None and _AFTER.search(text, 0, figure.span.start) is not None
    )


def _checked(figure: Figure) -> bool:
    """Say whether a figure is one that the body must have: no small number that may be the headline's own."""
    return figure.unit not in (Unit.COUNT, Unit.RANK) or figure.value >= LEAST


def _nearest(graph: AttributionGraph, figure: Figure) -> tuple[Related, ...]:
    """Return a pointer to the body's figure in the same unit that is nearest, if one is near at all."""
    near = [
        (abs(one.value - figure.value), Place(number, one.span))
        for number, paragraph in graph.numbered
        for one in told_in(paragraph).figures
        if one.unit is figure.unit and figure.value <= ALIKE * one.value and one.value <= ALIKE * figure.value
    ]
    if not near:
        return ()
    return (related(graph, "the nearest figure in the story", min(near, key=lambda pair: pair[0])[1]),)
