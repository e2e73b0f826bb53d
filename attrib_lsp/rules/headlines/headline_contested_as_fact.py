"""Flags headlines that state as fact what the story says is denied.

## What it flags

A headline without source or mark of doubt, where somebody whom the claim concerns denies it in the body, or professes
not to know of it. The denial must speak of the same event, or point to it ("the report", "any wrongdoing"). So does a
headline that takes as true what the story itself calls a hoax, false or unproven, one that has somebody admit what they
only deny in the story, and one that gives the cause of something where the story says that it is not known.

It stays silent where the headline attributes, quotes, or names the denial, and where the body has the claim on record:
a verdict or a ruling, an act done in public, a confirmation by whoever did it; and on what the story only calls a hoax
or unproven, where a network trained on headlines and their stories is sure that no source was dropped.

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

```
# ⟦Rail chain opens bar on night trains⟧

The story that a rail chain opens a bar on its night trains is a hoax. It was put about by a satirical site in May.
```

```
# Bassett ⟦admits⟧ leaving over loan to club

Councillor Priya Nair accused the council's leader, Hugh Bassett, of leaving because of a £2 million loan to a football
club. Bassett rejected the accusation.
```

```
# ⟦Wet road caused bridge crash⟧

The bridge was shut on Monday after a lorry hit its northern tower in the rain. The reason for the crash is not known,
the police said. Three people were hurt.
```

## Fixes

Attribute at the end: “… says”:

```
# Banker took bribe from builder, <source> says
```

Attribute at the start: “…:”:

```
# <Source>: Banker took bribe from builder
```

Put the claim in single quotes:

```
# ‘Banker took bribe from builder’
```

Add the denial: “banker denies it”:

```
# Banker took bribe from builder; banker denies it
```

## Clean

```
# Cook fakes fire at harbour

The fire at the harbour was a hoax, the police said on Monday. A cook faked the fire to leave early.
```

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

```
# Bassett admits leaving over loan to club

Councillor Priya Nair accused the council's leader, Hugh Bassett, of leaving because of a £2 million loan to a football
club. Bassett, who had denied it in May, admitted on Monday that he was leaving over the loan.
```

```
# Wet road caused bridge crash

The bridge was shut on Monday after a lorry hit its northern tower in the rain. The wet road caused the crash, the
police said. It is not known what caused a fire in the lorry.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.compared import keeps_source
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline_claim import holds_back
from attrib_lsp.attribution.owned_up import CONFIRMING, owned_up
from attrib_lsp.attribution.reliance import confirmed
from attrib_lsp.attribution.unknown_causes import unknown_cause
from attrib_lsp.attribution.values import SourceKind
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import attributing_fixes, flat_claim, headline_of, prose_of, related, short_name
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span


@rule("HED304", Severity.ERROR, supersedes=("HED301", "HED310"))
def headline_contested_as_fact(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at a flat claim that somebody in the body denies."""
    yield from _admitted(graph)
    alignment = flat_claim(graph)
    if alignment is None or graph.headline is None or confirmed(graph):
        return
    if holds_back(graph.paragraphs[graph.headline].sentences[0]):
        return
    within = prose_of(graph, graph.headline)
    fixes = attributing_fixes(alignment.claim, within.text, "", None)
    if alignment.denials:
        denial = alignment.denials[0]
        number = graph.statements[denial.statement].source
        source = graph.sources[number] if number is not None else None
        who = f"“{source.name}”" if source is not None else "somebody it concerns"
        many = source is not None and source.kind is SourceKind.UNNAMED_GROUP
        unknowing = "profess not to know of it" if many else "professes not to know of it"
        does = unknowing if denial.ignorance else ("deny it" if many else "denies it")
        message = f"The headline states this as fact, but in the story {who} {does}. Attribute it, or show the dispute."
        end = Span(alignment.claim.end, alignment.claim.end)
        name = short_name(source.name) if source is not None else ""
        if not denial.ignorance:
            does = "deny it" if many else "denies it"
            fixes = (*fixes, Fix(f"Add the denial: “{name or '…'} {does}”", end, f"; {name or '<who>'} {does}"))
        yield Finding(alignment.claim, message, within, (related(graph, "denied here", denial.place),), fixes)
    elif alignment.debunked and not keeps_source(graph.comparison):
        place = alignment.debunked[0]
        word = place.span.of(graph.paragraphs[place.paragraph].text)
        message = f"The headline states as fact what the story itself calls “{word}”. Say so in the headline."
        yield Finding(alignment.claim, message, within, (related(graph, "doubted here", place),), fixes)
    elif (unknown := unknown_cause(headline_of(graph), graph.numbered, graph.comparison)) is not None:
        message = "The headline gives a cause that the story calls not known. Say whose word it is, or leave it out."
        pointer = (related(graph, "not known", unknown),)
        yield Finding(alignment.claim, message, within, pointer, fixes, Severity.WARNING)


def _admitted(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each "admits" of what its speaker denies in the story."""
    if graph.headline is None:
        return
    within = prose_of(graph, graph.headline)
    for one in owned_up(graph):
        if one.lemma != CONFIRMING:
            does = "profess not to know of it" if one.unknowing else "deny it"
            said = one.span.of(within.text)
            message = f"“{said}” takes it as true, but in the story they {does}. Check what they say."
            pointer = (related(graph, "denied here", one.place),)
            yield Finding(one.span, message, within, pointer, severity=Severity.WARNING)
