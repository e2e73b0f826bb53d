"""Flags unnamed sources that are not described at all: a source said, sources said, insiders claim.

## What it flags

"A source", "sources", "an insider", "someone" as whoever says it, with nothing beside the word that tells the reader
who that might be. A number, "close", "reliable" or "well-placed" tells nothing. Reported once for each such source,
where it first speaks. Silent on "a source of income" and the like, where nobody speaks; on "the source", who was met
before; on what a source tells somebody who is quoted; and in a draft whose front matter says `kind: meta` (a piece
about sourcing).

## Why

The AP Stylebook lets a bare "a source" pass almost never: the most exact description that can be agreed on is owed to
the reader. Reuters ranks unnamed sources lowest of all and wants them described as closely as can be. The New York
Times asks that a story say why its source should be believed.

## Flagged

```
# Takeover collapses

The deal is off, ⟦a source⟧ said.
```

```
# Striker set for the exit

The club has told the striker that he may leave in January, according to ⟦sources⟧.

The manager, Iain Moray, would not be drawn on the matter after Saturday's match.
```

```
# Tension at the ministry

The minister has not spoken to her deputy for a month, ⟦well-placed sources⟧ say.

"She will be gone by the autumn," ⟦one insider⟧ told the Gazette.
```

```text
Airline to cut routes

The airline will drop four of its winter routes, ⟦two separate sources⟧ said on Tuesday.
```

## Fixes

Describe this source:

```
The deal is off, a <role> at <institution> who <how they know> said.
```

## Clean

```
# Takeover collapses

The deal is off, said a lawyer who has read the termination letter and asked not to be named because the talks are
confidential.
```

```
# Village looks for work

Tourism is a source of income for half the village. Solar power is the only other source of energy, the mayor, Ana
Prado, said.
```

```
# Takeover collapses

The deal is off, said a banker at Orwell Partners who worked on the sale. The source said the buyer had walked away.
```

```
# Firm opens its code

The engine is open source, and the source code says who wrote each line.
```

```
# Minister hits back

"Sources say a lot of things," the minister, Lena Holt, said. She said a source in her own office had told her nothing
of the kind.
```

```
---
kind: meta
---

# How we report leaks

A source said something to us last year that we did not print.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.anonymity import UnnamedKind
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.unnamed_speakers import unnamed_speakers
from attrib_lsp.rules.anonymous._describing import described
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule


@rule("ANO201", Severity.WARNING, supersedes=("ANO202", "UNS106"))
def bare_source(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield one finding for each source that is nothing but a source."""
    if genre_of(graph).called("meta"):
        return
    blocks = read_blocks(graph.story)
    for speaker in unnamed_speakers(graph):
        if speaker.phrase.kind is UnnamedKind.BARE:
            prose = blocks[speaker.statement.paragraph].prose
            span = speaker.phrase.span
            fixes = (described(prose.text, span, speaker.phrase.single),)
            yield Finding(span, _message(span.of(prose.text)), prose, fixes=fixes)


def _message(words: str) -> str:
    """Say what is missing."""
    return f"“{words}” tells the reader nothing. Say what they do, where, and how they know, as far as you may."
