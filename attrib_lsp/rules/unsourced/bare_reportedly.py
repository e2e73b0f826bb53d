"""Flags reportedly, allegedly and the like where they stand in for a source.

## What it flags

"Reportedly", "allegedly", "purportedly", "supposedly", and "apparently" where it hedges a statement, with no source in
the sentence or in the two before it in its paragraph, no document in the sentence before and no outlet in the two
before, or in the two behind where the story begins with it. Somebody's words in quotation marks give no source for what
follows, but for what only seems so.

It stays silent inside quotation marks; where the charge and whoever brings it stand in the paragraph, or the next
sentence tells of a court; where "apparently" only says how a thing looks ("apparently unhurt"), and where "supposedly"
or "purportedly" doubts a word ("the supposedly harmless gas"). "Apparently" is an info, for mostly the writer infers
it. "Seemingly" is the writer's own impression and no report.

## Why

NPR's handbook holds that to call something reportedly true is not to source it. The AP Stylebook asks who alleges:
the bare adverb makes the writer the accuser. Wikipedia's words to watch ask that words of doubt have a doubter.

## Options

- `window_sentences` (2): within how many sentences before it a source may stand that the adverb leans on.

## Flagged

```
# Founder offers to go

The chief executive ⟦reportedly⟧ offered to step down in March.
```

```
# Developer under fire

The site has stood empty since 2019. The developer ⟦allegedly⟧ tipped waste into the canal at night.
```

```
# Singer cancels tour

The tour was due to open in Leeds on Saturday. The two brothers ⟦apparently⟧ fell out over money.
```

```
# Deal collapses

The merger was called off at the weekend.

The bank ⟦supposedly⟧ walked away when the regulator asked for its loan book.
```

```
# Trade zone grows

"We begin in July," the bank's president, Ada Oke, said.

There are ⟦reportedly⟧ 40 million savers in the zone.
```

## Fixes

Attribute to … instead:

```
The chief executive offered to step down in March, <source> said.
```

Cut “reportedly”, once you have confirmed it:

```
The chief executive offered to step down in March.
```

## Clean

```
# Soap to be made anew

The Vale network has reportedly begun to plan another soap.

Two writers are at work on it, the Hollywood Reporter said. Scripts have been ordered for a story about a street.
```

```
# Family wins in court

The sisters of a miner allegedly killed by guards may see the ministry's papers.

A judge in Ostby ordered on Friday that the papers be handed over.
```

```
# Mayor in photo affair

The mayor of Lund is at home again.

Mr Berg, 58, sent pictures of the mint to a dealer, the Evening Mail reported. One showed a vault.

The dealer has reportedly known him for nine years. The council meets on Monday.
```

```
# Forgotten towns

The mayor keeps a list of purportedly forgotten towns.
```

```
# Founder offers to go

The chief executive offered to step down in March, the company's chair, Nils Berg, said.
```

```
# Founder offers to go

The Ledger published minutes of the board's last meeting, and the Ledger reported that tempers were lost. The chief
executive reportedly offered to step down.
```

```
# Three pulled from lake

Three walkers stood by the shore in blankets, apparently unhurt.
```

```
# Clerk in court

Prosecutors charged the clerk, Ida Voss, with theft on Monday. She allegedly took 40,000 euros from a school fund.
```

```
# Actor on his rivals

"He reportedly never read the script," the director, Ana Lind, said. "They are supposedly friends."
```

```
# Party finds its feet

The vote upset a party that had seemingly settled for a quiet year. It laughed at the supposedly imminent end of coal.
```

```
# Two held after raid

Police said the men allegedly forced a window at the rear of the shop.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._hedges import WINDOW, bare_hedges
from attrib_lsp.rules.unsourced._placing import instead_of, placed


@dataclass(frozen=True, slots=True)
class Options:
    """``window_sentences``: before how many sentences a source may stand that the adverb leans on."""

    window_sentences: int = WINDOW


@rule("UNS107", Severity.WARNING, supersedes=("UNS101",))
def bare_reportedly(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each adverb that stands in for a source."""
    evidence = evidence_of(graph)
    if evidence.transcript:
        return
    for line in evidence.lines:
        for token in bare_hedges(evidence, line, options.window_sentences):
            message = f"“{token.text}” is no source: say who reported or alleges it, or confirm it and drop the word."
            seems = token.text.lower() in words("evidential", "seeming_adverbs")
            severity = Severity.INFO if seems else None
            yield placed(
                evidence, line, token.span, message, fixes=instead_of(evidence, line, token), severity=severity
            )
