"""Flags stories most of whose attributed statements come from unnamed sources.

## What it flags

More than half of what is attributed in the body is said by people whom the story does not name, with at least four
statements in all. The finding stands at the first unnamed source and tells how many statements there are.

Bodies that speak with one voice ("hospital officials", the police) are not unnamed, nor are private people such as
neighbours and passers-by.

## Why

The AP wants sources on the record wherever possible. The Guardian warns of the cumulative effect: readers plough
through papers full of information that they cannot weigh. The Wall Street Journal's standards note: a piece with
thirteen "people familiar" reads like rumour.

## Options

- `max_share` (0.5): the share of unnamed sources' statements above which a story is flagged.
- `min_statements` (4): how many attributed statements a story needs.

## Flagged

```
# Party split over leader

⟦One MP⟧ said that the leader was finished. A second MP said that there was no plan. A shadow minister said that letters
were in. "It is over," an aide said. The party chair, Lou Finch, said that the leader would stay.
```

```
# Bank in rescue talks

The bank is in talks over a rescue, ⟦two people familiar with the talks⟧ said. A banker close to them said that it
was worth three billion. A senior official at the ministry said that the state would pay half.

The bank's chairman, Ed Roe, said that all was well.
```

## Clean

```
# Party split over leader

The leader is finished, said Jo Pratt, MP for Leith. There is no plan, said Sam Orr, MP for Ayr. An aide said that
letters were in. The party chair, Lou Finch, said that the leader would stay.
```

```
# Fire at school

Police said that the fire began in the gym. Hospital officials said that nine pupils were hurt. Residents said that they
heard a blast. A neighbour said that the roof fell in.
```

```
# Party split over leader

One MP said that the leader was finished. A shadow minister said that letters were in.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.anonymity import UnnamedKind, unnamed_phrase
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.unnamed_speakers import UnnamedSpeaker, place, unnamed_speakers
from attrib_lsp.attribution.values import Statement
from attrib_lsp.rules.finding import Finding, Related, Severity
from attrib_lsp.rules.rule import rule


@dataclass(frozen=True, slots=True)
class Options:
    """``max_share``: of unnamed sources' statements; ``min_statements``: how many a story needs."""

    max_share: float = 0.5
    min_statements: int = 4


@rule("BAL802", Severity.INFO)
def anonymous_share(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at the first unnamed source of a story in which most statements are unnamed sources'."""
    speakers = [one for one in unnamed_speakers(graph) if one.phrase.kind is not UnnamedKind.PRIVATE]
    told = [
        one
        for one in graph.statements
        if one.paragraph in graph.body and one.attribution.kind in SPOKEN and one.attribution.source
    ]
    unnamed = sum(_anonymous(graph, one, speakers) for one in told)
    if len(told) < options.min_statements or unnamed <= options.max_share * len(told):
        return
    first, blocks = speakers[0], read_blocks(graph.story)
    prose = blocks[first.statement.paragraph].prose
    yield Finding(
        first.statement.attribution.source[0],
        f"{unnamed} of {len(told)} attributed statements come from unnamed sources. Put more of them on the record.",
        prose,
        related=tuple(
            Related("unnamed too", one.statement.attribution.source[0], blocks[one.statement.paragraph].prose)
            for one in speakers[1:]
        ),
    )


def _anonymous(graph: AttributionGraph, statement: Statement, speakers: Sequence[UnnamedSpeaker]) -> bool:
    """Say whether a statement is an unnamed source's: one of ``speakers``, or one described as one of them is."""
    if any(one.number == statement.source for one in speakers):
        return True
    if statement.attribution.head is None:
        return False
    phrase = unnamed_phrase(*place(graph.paragraphs[statement.paragraph], statement.attribution))
    return phrase is not None and any(one.phrase.head.lemma == phrase.head.lemma for one in speakers)
