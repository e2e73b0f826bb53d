"""Flags headlines that are surer than the story.

## What it flags

A verb that the headline tells flatly, or with "will", where the sentences about the same tell it only as possible,
hoped for, feared or planned; and words of proof ("guilty", "causes", "proves") where the story only accuses, links or
suggests. A verb told as done that the story has only as talked of ("in talks to buy") or as what somebody is suspected
of, something got or given that the story only has somebody ask for, an offer accepted that it has considered, a cause
where it says that a study showed none, and "exactly" or "only" a number that it has with "at least".

The surest telling in the story counts. "To" with a verb ("Ministry to close port") is taken for a plan, no certainty.
It stays silent where no sentence has enough in common with the headline, and inside of quotation marks. A network
trained on headlines and their stories has a say: where it doubts a "will", it is enough that the story has none with
that verb; where it sees nothing wrong, nothing is flagged.

## Why

Studies of science news find that certainty must travel with the finding: readers remember the headline's. Cautious
headlines lose no readers (Adams and others 2019, the Stempra trials at Cardiff). Under the Editors' Code conjecture
must not be dressed as fact.

## Options

- `min_gap` (2): by how many ranks of the certainty scale (0 denied, 2 possible, 3 probable or planned, 5 told flatly)
  the headline must be surer.

## Flagged

```
# New pill ⟦prevents⟧ migraines

The new pill may prevent some migraines, an early trial of 40 people suggests, the Oslo team said.
```

```
# Bakery chain ⟦will buy⟧ its rival Korn

The bakery chain may buy its rival Korn next year, its owner, Ivo Brandt, said on Monday.
```

```
# Harbour chief ⟦guilty⟧ of fraud

Prosecutors have accused the harbour chief, Ivo Brandt, of fraud, the court in Tarn said. His lawyer declined to
comment.
```

```
# Brightwell ⟦buys⟧ rival Tornquist

Brightwell, a maker of lifts, is in talks to buy its rival Tornquist, three people who know of the plans said. Nothing
has been signed, one of them said.
```

```
# Woman ⟦poisoned⟧ wells of three farms

Police in Ostby have arrested a woman of 41 on suspicion of poisoning the wells of three farms, their spokesman, Nils
Aker, said.
```

```
# Highways agency ⟦to receive⟧ £4m for repairs of bridge

The highways agency has asked the government for £4 million for repairs of the bridge, its director, Meera Patel, said.
The bridge has been shut since a lorry hit it.
```

```
# Four cups of green tea a day ⟦prevents⟧ strokes

People who drank four cups of green tea a day had fewer strokes than people without any, a study of 90,000 adults
found. Its authors said that it did not show that tea was the cause.
```

```
# ⟦Exactly 60⟧ sheep die near Ostby

At least 60 sheep have died near Ostby, the county's vet, Tove Berg, said on Monday. She did not say of what.
```

## Fixes

Write “may prevent”, as the story does:

```
# New pill may prevent migraines
```

## Clean

```
# New pill may prevent some migraines, early trial suggests

The new pill may prevent some migraines, an early trial of 40 people suggests, the Oslo team said.
```

```
# Bakery chain will buy its rival Korn

The bakery chain may buy its rival Korn, its owner, Ivo Brandt, said in May. On Monday he said that the chain will buy
its rival Korn in June.
```

```
# Ministry to close port

The ministry plans to close the port at Anholt in May, it said on Monday.
```

```
# Bakery chain to buy its rival Korn

The bakery chain will buy its rival Korn, and the deal could cost $4m, its owner, Ivo Brandt, said on Monday.
```

```
# Council will close school in Tarn

The council in Tarn said on Monday that it would close the school in Tarn. It has 40 pupils.
```

```
# Harbour chief guilty of fraud

The harbour chief, Ivo Brandt, was convicted of fraud in Tarn on Monday. Prosecutors had accused him in May.
```

```
# Brightwell buys rival Tornquist

Brightwell, a maker of lifts, bought its rival Tornquist on Monday, its owner, Ivo Brandt, said. It had been in talks to
buy Tornquist since May.
```

```
# Woman poisoned wells of three farms

A woman who was arrested in May on suspicion of poisoning the wells of three farms in Ostby was convicted on Monday.
```

```
# Highways agency to receive £4m for repairs of bridge

The highways agency has asked the government for £4 million for repairs of the bridge. The government will give it the
sum, its minister, Meera Patel, said.
```

```
# Green tea prevents strokes, study suggests

People who drank four cups of green tea a day had fewer strokes than people without any, a study of 90,000 adults
found. Its authors said that it did not show that tea was the cause.
```

```
# Exactly 60 sheep die near Ostby

At least 60 sheep have died near Ostby, the county's vet, Tove Berg, said on Monday. By Tuesday she had counted them:
they were 60.
```

```
# Sixty sheep die near Ostby

At least 60 sheep have died near Ostby, the county's vet, Tove Berg, said on Monday. She did not say of what.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.overstated import Upgrade
from attrib_lsp.attribution.upgrades import upgrades
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.headlines._wording import sentence_of
from attrib_lsp.rules.rule import rule

#: Words of the story that a headline can take over as they are.
_HEDGES = frozenset({"may", "might", "could"})


@dataclass(frozen=True, slots=True)
class Options:
    """By how many ranks of certainty the headline must be surer than the story."""

    min_gap: int = 2


@rule("HED303", Severity.WARNING)
def headline_certainty_upgrade(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at each verb of the headline that is surer than the story."""
    if graph.headline is None:
        return
    headline = headline_of(graph)
    for found in upgrades(headline, graph.numbered, graph.comparison):
        if found.gap < options.min_gap:
            continue
        said = found.span.of(headline.text)
        milder = None if found.instead else _milder(graph, headline, found)
        like = f"“{found.instead}”" if found.instead else "“may”, “plans to” or “is accused of”"
        mend = f"Write “{milder}”." if milder else f"Take over its {like}."
        fixes = (Fix(f"Write “{milder}”, as the story does", found.span, milder),) if milder else ()
        pointer = (related(graph, "what the story says", found.place),)
        message = f"“{said}”: the story is less sure of this. {mend}"
        yield Finding(found.span, message, headline_prose(graph), pointer, fixes)


def _milder(graph: AttributionGraph, headline: Paragraph, found: Upgrade) -> str | None:
    """Return the headline's words with the story's "may", or its "accused of", where it has one for this."""
    tokens = headline.sentence_at(found.span.start).tokens_in(found.span)
    word, told = tokens[-1], sentence_of(graph, found.place)
    if headline.text[found.span.end :].startswith(" of "):
        return "accused" if told.holds(frozenset({"accused"})) and len(tokens) == 1 else None
    plain = word.tag in ("VB", "VBP", "VBZ") and word.lemma.lower() != "be"
    hedge = next((one.text.lower() for one in told.spelled(_HEDGES) if one.tag == "MD"), None)
    return f"{hedge} {word.lemma.lower()}" if plain and hedge is not None else None
