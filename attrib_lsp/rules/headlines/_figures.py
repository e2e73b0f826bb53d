"""Findings at figures of the headline that the story does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.attribution.compared import doubts
from attrib_lsp.attribution.counted import told_in
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.misdated import misdated
from attrib_lsp.attribution.misfigured import Misfigure, misfigured, on_top
from attrib_lsp.attribution.quantified import quantified
from attrib_lsp.attribution.values import Place
from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.rules.finding import Finding, Related, Severity
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.headlines._wording import figure_fixes
from attrib_lsp.text.span import Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: How many times as large the larger of two figures may be for a reader to be pointed from one to the other.
ALIKE = 3


def figure_findings(graph: AttributionGraph, tolerance: float) -> Iterator[Finding]:
    """Yield a finding at each figure, month and crowd of the headline that the body does not bear out."""
    headline, within = headline_of(graph), headline_prose(graph)
    for one in misfigured(headline, graph.numbered, tolerance):
        pointers = _pointers(graph, one) or _nearest(graph, one.span)
        fixes = () if one.turned is not None or one.points else figure_fixes(headline.text, one.span, pointers)
        message = _message(one, one.span.of(headline.text))
        grave = None if one.rival is not None or one.points else Severity.WARNING
        yield Finding(one.span, message, within, pointers, fixes, grave)
    for one in misdated(headline, graph.numbered):
        message = (
            f"The story does not mention “{one.span.of(headline.text)}”. Check the date, and give the story's month."
        )
        yield Finding(one.span, message, within, _pointers(graph, one))
    for one in quantified(headline, graph.numbered):
        pointers = _pointers(graph, one)
        message = (
            f"“{one.span.of(headline.text)}”: the story tells of {_quoted(graph, one)}. Take over how it puts that."
        )
        yield Finding(one.span, message, within, pointers)


def doubted_figures(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each number, years left out, that the comparer doubts: it may count something else."""
    headline, within = headline_of(graph), headline_prose(graph)
    for span in doubts(graph.comparison, Wrong.FIGURE):
        words = span.of(headline.text)
        if _YEAR.search(words) or not any(
            token.pos == "NUM" for token in headline.sentence_at(span.start).tokens_in(span)
        ):
            continue
        if on_top(headline, span, graph.numbered):
            continue
        message = f"The story does not seem to have “{words}” for this. Check it, and give the story's figure."
        yield Finding(span, message, within, severity=Severity.WARNING)


def _quoted(graph: AttributionGraph, one: Misfigure) -> str:
    """Return, in quotation marks, what the story has instead."""
    return f"“{one.rival.span.of(graph.paragraphs[one.rival.paragraph].text)}”" if one.rival is not None else "fewer"


def _message(one: Misfigure, words: str) -> str:
    """Return what is wrong with a figure, and what puts it right."""
    if one.elsewhere is not None:
        return (
            f"The story has this figure, “{words}”, for something else. Check it, and give the one that belongs here."
        )
    if one.turned is not None:
        return f"“{words}”: the story tells apart what it changed by and what it came to. Take over its “by” or “to”."
    if one.former is not None:
        return f"“{words}”: the story gives this as what it was. Give what it is now."
    if one.points:
        return f"“{words}”: in the story this is a difference of percentages. Say percentage points."
    return f"The story has no figure that matches “{words}”. Check it, and give the story's figure."


def _pointers(graph: AttributionGraph, one: Misfigure) -> tuple[Related, ...]:
    """Return pointers to where the story has what belongs in the headline."""
    place = one.rival or one.turned
    return (related(graph, "what the story says", place),) if place is not None else ()


def _nearest(graph: AttributionGraph, span: Span) -> tuple[Related, ...]:
    """Return a pointer to the body's figure in the same unit that is nearest, if one is near at all."""
    figure = next(one.figure for one in told_in(headline_of(graph)).counted if one.figure.span == span)
    near = [
        (abs(one.value - figure.value), Place(number, one.span))
        for number, paragraph in graph.numbered
        for one in told_in(paragraph).figures
        if one.unit is figure.unit and figure.value <= ALIKE * one.value and one.value <= ALIKE * figure.value
    ]
    if not near:
        return ()
    return (related(graph, "the nearest figure in the story", min(near, key=lambda pair: pair[0])[1]),)
