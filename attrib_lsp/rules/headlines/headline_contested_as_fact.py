"""Flags headlines that state as fact what the story says is denied.

## What it flags

A headline without source or mark of doubt, where somebody whom the claim concerns denies it in the body, or professes
not to know of it. The denial must speak of the same event, or point to it ("the report", "any wrongdoing").

It stays silent where the headline attributes, quotes, or names the denial, and where the body has the claim on record:
a verdict or a ruling, an act done in public, a confirmation by whoever did it.

## Why

The BBC's guidelines want the response reflected with the allegation. Reuters checks such stories for sourcing and
balance before they go out. The AP Stylebook asks for attribution in headlines with the same care as in text.

## Flagged

```
# ⟦Banker took bribe from builder⟧

A builder, Tom Ash, said he paid the banker $2m. The banker denied taking any bribe.
```

```
# ⟦Kingdom asked rebels for drones⟧ after rout

The kingdom asked the rebels for drones, three officers said. The kingdom's envoy, Ilan Moss, denied the report.
```

```text
⟦Coach punched player at training camp⟧

The coach punched a player at the training camp, the player's agent, Luis Ferro, said on Tuesday.

The coach, Bram de Wit, denied punching anyone. "It is a lie," he said.
```

```
# ⟦Dairy watered down milk for schools⟧

Harrow Dairy watered down milk for schools, a former foreman, Cal Dunn, told the Courier.

Harrow Dairy rejected the claim.
```

## Clean

```
# Builder says he bribed banker, who denies it

A builder, Tom Ash, said he paid the banker $2m. The banker denied taking any bribe.
```

```
# Banker took bribe from builder

The banker took a bribe from a builder, a jury found on Monday. He had denied taking any bribe.
```

```
# Banker took bribe from builder

A builder, Tom Ash, said that the banker took a bribe of $2m. The banker denied that he had left the country.
```

```
# Dairy 'watered down milk for schools'

Harrow Dairy watered down milk for schools, a former foreman, Cal Dunn, told the Courier. Harrow Dairy rejected the
claim.
```

```
# Ministry closes port

The ministry closed the port on Monday. The ministry denied that ships had been turned away.
```

```
# Row over milk for schools

Harrow Dairy watered down milk for schools, a former foreman, Cal Dunn, told the Courier. Harrow Dairy rejected the
claim.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.reliance import confirmed
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import attributing_fixes, flat_claim, prose_of, related
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span


@rule("HED304", Severity.ERROR, supersedes=("HED301",))
def headline_contested_as_fact(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at a flat claim that somebody in the body denies."""
    alignment = flat_claim(graph)
    if alignment is None or graph.headline is None or not alignment.denials or confirmed(graph):
        return
    denial = alignment.denials[0]
    source = graph.statements[denial.statement].source
    who = graph.sources[source].name if source is not None else "somebody it concerns"
    does = "professes not to know of it" if denial.ignorance else "denies it"
    end = Span(alignment.claim.end, alignment.claim.end)
    within = prose_of(graph, graph.headline)
    yield Finding(
        alignment.claim,
        f"The headline states this as fact, but in the story “{who}” {does}. Attribute it, or show the dispute.",
        within,
        related=(related(graph, "where it is denied", denial.place),),
        fixes=(*attributing_fixes(alignment, within.text, "", None), Fix("Add the denial", end, f"; {who} denies it")),
    )
