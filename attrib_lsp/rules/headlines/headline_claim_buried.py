"""Flags headlines whose claim the story tells only far down.

## What it flags

A headline whose claim is first told below the first paragraphs, where none of those holds half of the headline's
words: whoever clicks on it reads about something else first. The standfirst counts as part of the beginning.

It stays silent on short items; where a paragraph of the beginning has half of the headline's words, in whatever form
or by a common synonym, or all of it three quarters, and so may well tell the claim in other ones; in long pieces until
the first quarter is over; and on headlines without a verb or that ask.

## Why

Reuters wants the news and its source in the first two paragraphs. The code of the Society of Professional Journalists
asks that promotion, which a headline is, represent the story.

## Options

- `max_paragraph` (4): the last paragraph in which the claim may first be told.

## Flagged

```
# ⟦Treasury to close mint in Alderton⟧

The cabinet met on Monday for the first time since June.

Ministers spoke about rail fares. They will rise by two per cent in spring.

School meals will stay free until the end of next year, Ada Ferris, the education minister, said.

The port of Lowen gets a new wall.

A decision on the hospital wing was put off again.

The treasury will also close its mint in Alderton, its spokesman, Lars Vik, said. Forty people work there.
```

```text
⟦Striker to leave Brannock Rovers⟧

The coach was in a good mood on Thursday morning.

It had stopped raining, the grass had been cut, and the new shirts had come.

"We look forward to the season," Rosa Vidal said. "Everybody is fit."

The first match is on 12 August, at home.

Tickets cost ten pounds, as they did last year. Children pay half.

Tom Varga, the striker, will leave Brannock Rovers at the end of the month, Vidal said.
```

## Clean

```
# Treasury to close mint in Alderton

The treasury will close its mint in Alderton, its spokesman, Lars Vik, said on Monday.

Ministers spoke about rail fares. They will rise by two per cent in spring.

School meals will stay free until the end of next year, Ada Ferris, the education minister, said.

The port of Lowen gets a new wall.

A decision on the hospital wing was put off again.

The treasury will close the mint in Alderton in January.
```

```
# Treasury to close mint in Alderton

*The mint in Alderton has struck coins since 1702.*

The cabinet met on Monday for the first time since June.

Ministers spoke about rail fares. They will rise by two per cent in spring.

School meals will stay free until the end of next year, Ada Ferris, the education minister, said.

The port of Lowen gets a new wall.

The treasury will close its mint in Alderton, its spokesman, Lars Vik, said.
```

```
# Treasury to close mint in Alderton

No more coins will be struck in the old town.

The doors of the mint will be shut for good in spring, Lars Vik, who speaks for the treasury, said.

Ministers spoke about rail fares. They will rise by two per cent in spring.

The port of Lowen gets a new wall.

A decision on the hospital wing was put off again.

The treasury will close the mint in Alderton in January.
```

```
# Treasury to close mint in Alderton

The cabinet met on Monday for the first time since June.

Ministers spoke about rail fares. They will rise by two per cent in spring.

The treasury will also close its mint in Alderton, its spokesman, Lars Vik, said.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.burial import running, told_late
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.headlines._claim import headline_prose, related
from attrib_lsp.rules.rule import rule

#: Paragraphs below which a story is too short to bury anything.
SHORTEST = 6
#: Part of a long story's paragraphs that count as its beginning.
PART = 4


@dataclass(frozen=True, slots=True)
class Options:
    """``max_paragraph``: the last paragraph of the body, from one, in which the claim may first be told."""

    max_paragraph: int = 4


@rule("HED310", Severity.HINT)
def headline_claim_buried(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at a claim that the story comes to only after other matters."""
    paragraphs = running(graph)
    if graph.alignment is None or graph.alignment.shows_attribution or len(paragraphs) < SHORTEST:
        return
    first = told_late(graph, max(options.max_paragraph, len(paragraphs) // PART))
    if first is None:
        return
    number = 1 + sum(one < first.place.paragraph for one in paragraphs)
    yield Finding(
        graph.alignment.claim,
        f"The story comes to this only in paragraph {number}. Move it up, or write the headline from the first lines.",
        headline_prose(graph),
        related=(related(graph, "first told here", first.place),),
    )
