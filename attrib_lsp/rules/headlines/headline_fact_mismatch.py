"""Flags figures in the headline that the story does not have.

## What it flags

A number, a sum or a percentage in the headline that no figure of the body matches: another value, another scale or
another currency. A figure within the tolerance of one in the body is taken for it rounded, and one that adds up from
two figures of the body, or is their difference, is taken for a total.

It stays silent on years and stretches of time, on ranks, on scores, on figures in quotation marks, and where the body
has no figure at all. It does not yet compare names, places and dates.

## Why

Reuters asks its journalists to check figures, names, dates and spellings twice. Under the Editors' Code an inaccurate
headline is an inaccuracy, whatever the text below says.

## Options

- `tolerance` (0.05): how far, as a share of it, a figure may lie from the body's and still be the same, rounded.

## Flagged

```
# Fire kills ⟦12⟧ in Porto

Eleven people died in a fire in Porto on Monday, the civil protection service said.
```

```
# Bridge to cost ⟦$40 billion⟧

The bridge will cost $40 million, the county's engineer, Ada Bell, said.
```

```
# Bridge to cost ⟦£40 million⟧

The bridge will cost $40 million, the county's engineer, Ada Bell, said.
```

## Clean

```
# Fire kills 11 in Porto

Eleven people died in a fire in Porto on Monday, the civil protection service said.
```

```
# Nearly 500 homes flooded

The river flooded 487 homes, the county's engineer, Ada Bell, said.
```

```
# Fires kill 12 in Porto

Seven people died in a fire at the port and five in another at a hotel, the civil protection service said.
```

```
# Porto fair opens 2019 season

The fair opened on Monday with 40 stalls, its director, Ada Bell, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.agreement import Told, agrees
from attrib_lsp.attribution.displaced import displaced
from attrib_lsp.attribution.figures import Figure, Unit, figures, fractions
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.strangers import strangers
from attrib_lsp.attribution.superlatives import unheard_of
from attrib_lsp.attribution.values import Place
from attrib_lsp.rules.finding import Finding, Fix, Related, Severity
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.rule import rule

#: Below this a number is as often one of the headline's own ("one man", "a second look").
LEAST = 3
#: Words that a body must have for a name to be missing there: a draft is typed from above.
LEAST_WORDS = 40
#: How many times as large the larger of two figures may be for a reader to be pointed from one to the other.
ALIKE = 3
#: Years by which one may differ from the story's for a reader to take it for a slip.
SLIP = 3
_YEARS = re.compile(r"[- ]years?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    """How far a figure may lie from the body's, as a share of it."""

    tolerance: float = 0.05


@rule("HED305", Severity.ERROR)
def headline_fact_mismatch(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at each figure and each name of the headline that the body does not have."""
    if graph.headline is None:
        return
    yield from _figures(graph, options)
    if graph.words >= LEAST_WORDS:
        yield from _names(graph)
        for span in unheard_of(headline_of(graph), graph.vocabulary):
            words = span.of(headline_of(graph).text)
            message = f"“{words}”: the story ranks nothing so. Say in the story what it beats, or leave it out here."
            yield Finding(span, message, headline_prose(graph))


def _figures(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at each figure that no figure of the body matches."""
    headline = headline_of(graph)
    stated = [one for one in figures(headline.text) if _checked(one)]
    if not stated:
        return
    told = [_told(graph.paragraphs[number].text) for number in graph.body]
    if not any(paragraph.figures for paragraph in told):
        return
    for figure in stated:
        if agrees(figure, told, options.tolerance) or _reckoned(figure, headline.text, told, graph):
            continue
        words = figure.span.of(headline.text)
        message = f"The story has no figure that matches “{words}”. Check it, and give the story's figure."
        yield Finding(figure.span, message, headline_prose(graph), _nearest(graph, figure))


def _told(text: str) -> Told:
    """Return what figures a paragraph gives."""
    return Told(figures(text), tuple(fractions(text)))


def _reckoned(figure: Figure, text: str, told: list[Told], graph: AttributionGraph) -> bool:
    """Say whether a headline may have reckoned a figure from a date: a stretch of years, or the year of the news.

    A year is wrong only beside one in the story that is near enough to be meant.
    """
    years = [one.value for paragraph in told for one in paragraph.figures if one.unit is Unit.YEAR]
    if figure.unit is not Unit.YEAR:
        return bool(years) and _YEARS.match(text, figure.span.end) is not None
    year = str(int(figure.value))
    if year in graph.vocabulary.words or year[2:] in graph.vocabulary.words:
        return True
    return not any(abs(one - figure.value) <= SLIP for one in years)


def _names(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each name that the story does not have."""
    headline, within = headline_of(graph), headline_prose(graph)
    for stranger in strangers(headline, graph.vocabulary, graph.paragraphs):
        written = stranger.span.of(headline.text)
        if stranger.misspelt:
            message = f"The story spells this name “{stranger.meant}”."
            fixes = (Fix("Spell it as the story does", stranger.span, stranger.meant),)
        elif stranger.meant:
            message = f"The story does not mention “{written}”; it speaks of “{stranger.meant}”. Check the place."
            fixes = ()
        else:
            message = f"The story names no “{written}”. Check who is meant."
            fixes = ()
        pointer = (related(graph, "the story's name", stranger.place),) if stranger.place is not None else ()
        yield Finding(stranger.span, message, within, pointer, fixes)
    body = [(number, graph.paragraphs[number]) for number in graph.body]
    for one in displaced(headline, body):
        written = one.span.of(headline.text)
        message = f"The story tells this of “{one.meant}”; “{written}” comes in further down. Check the name."
        yield Finding(one.span, message, within, (related(graph, "whom the story begins with", one.place),))


def _checked(figure: Figure) -> bool:
    """Say whether a figure is one that the body must have: no small number that may be the headline's own."""
    return figure.unit not in (Unit.COUNT, Unit.RANK) or figure.value >= LEAST


def _nearest(graph: AttributionGraph, figure: Figure) -> tuple[Related, ...]:
    """Return a pointer to the body's figure in the same unit that is nearest, if one is near at all."""
    near = [
        (abs(one.value - figure.value), Place(number, one.span))
        for number in graph.body
        for one in figures(graph.paragraphs[number].text)
        if one.unit is figure.unit and figure.value <= ALIKE * one.value and one.value <= ALIKE * figure.value
    ]
    if not near:
        return ()
    return (related(graph, "the nearest figure in the story", min(near, key=lambda pair: pair[0])[1]),)
