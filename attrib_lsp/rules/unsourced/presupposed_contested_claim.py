"""Flags claims that the story leaves open, slipped in elsewhere as settled fact.

## What it flags

A claim that somebody in the story denies, or on which the headline rests without anybody the reader can weigh, where
another sentence takes it for granted: as somebody's own ("Russia's request"), as a definite deed ("her taking of the
payments"), in a relative clause or a wh-clause ("what it had requested"), or behind a verb that takes it as true
("admitted", "after it asked").

It stays silent where the sentence says alleged, reported or claimed; inside quotation marks; where a source carries
the words; and where the claim is on record. Just behind a full attribution in the same paragraph it is a hint.

## Why

The BBC asks to keep telling the audience whose allegation it is and whether it is borne out. Studies of biased wording
count verbs that presuppose what they report among its surest signs. In English law, adopting an allegation as fact
loses the shelter of neutral reporting.

## Options

- `raise_when_denied` (warning): how grave it is where somebody denies the claim.

## Flagged

```
Prosecutors say the broker, Leo Ravel, took payments from clients. He denies it, his lawyer, Ann Sorel, said. Asked
about ⟦her client's taking of the payments⟧, she declined to add more.
```

```
# Kingdom asked rebels for drones

Asked about ⟦the kingdom's request for drones⟧, the rebels' envoy, Ilan Moss, denied the report.

He said the rebels had none to give.
```

```
# Lender to be sold

The lender's chairman, Ivo Brandt, met a rival in May, the paper's sources said. Brandt denied the report.

Shares rose on Monday. The board, which knew of ⟦Brandt's meeting with the rival⟧, will sit on Friday.
```

## Fixes

Mark it as reported:

```
Prosecutors say the broker, Leo Ravel, took payments from clients. He denies it, his lawyer, Ann Sorel, said. Asked
about her client's reported taking of the payments, she declined to add more.
```

## Clean

```
Prosecutors say the broker, Leo Ravel, took payments from clients. He denies it, his lawyer, Ann Sorel, said. Asked
about the alleged payments, she declined to add more.
```

```
# Kingdom asked rebels for drones

Asked about the kingdom's alleged request for drones, the rebels' envoy, Ilan Moss, denied the report.
```

```
# Kingdom asks rebels for drones

The kingdom asked the rebels for drones on Monday, its defence minister, Ole Krog, confirmed. Asked about the kingdom's
request for drones, the rebels' envoy, Ilan Moss, said that they would send ten.
```

```
Prosecutors say the broker, Leo Ravel, took payments from clients. He denies it, his lawyer, Ann Sorel, said. "My
client's taking of the payments is a fairy tale," she said.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.contested import ContestedClaim
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.presuppositions import Presupposition, presuppositions
from attrib_lsp.rules.finding import Finding, Fix, Related, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Options:
    """``raise_when_denied``: how grave it is where somebody denies the claim."""

    raise_when_denied: Severity = Severity.WARNING


@rule("UNS109", Severity.INFO, supersedes=("UNS101",))
def presupposed_contested_claim(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding wherever the body takes a contested claim for granted."""
    blocks = read_blocks(graph.story)
    reported: set[tuple[int, Span]] = set()
    for claim in graph.contested:
        for one in presuppositions(graph, claim):
            if (one.paragraph, one.span) in reported:
                continue
            reported.add((one.paragraph, one.span))
            prose = blocks[one.paragraph].prose
            told = Related("the claim", claim.told.span, blocks[claim.told.paragraph].prose)
            why = (
                "is denied in the story"
                if claim.denied is not None
                else "is on nobody's word that the reader can weigh"
            )
            yield Finding(
                one.span,
                f"“{one.span.of(prose.text)}” takes for granted what {why}. Say “reported” or “alleged”.",
                prose,
                (told,),
                _fixes(one),
                _severity(claim, one, options.raise_when_denied),
                exact=claim.denied is not None and one.paragraph != claim.told.paragraph,
            )


def _fixes(one: Presupposition) -> tuple[Fix, ...]:
    """Return the fix that marks a noun as reported."""
    if one.noun is None:
        return ()
    return (Fix("Mark it as reported", Span(one.noun.start, one.noun.start), "reported "),)


def _severity(claim: ContestedClaim, one: Presupposition, denied: Severity) -> Severity | None:
    """Return how grave it is: a hint beside the claim itself, as the house wants it where somebody denies it."""
    if one.paragraph == claim.told.paragraph:
        return Severity.HINT
    return denied if claim.denied is not None else None
