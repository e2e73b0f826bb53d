"""Flags headlines that state flatly what the story only passes on.

## What it flags

A headline without source, whose claim the body never states itself: every sentence that tells it gives it to somebody
who is not the one that the headline is about. A network trained on headlines and their stories has a say: where it is
sure that a source was dropped, a statement of somebody's with many of the headline's words is enough, and quotation
marks around a few words of the claim do not show whose it is; where it sees nothing wrong, nothing is flagged.

A "will" that the network suspects, and that one voice alone foresees in the story.

A headline that says "I" or "my" outside of quotation marks and tells nobody who says so, where somebody in the story
says so.

It stays silent where the headline attributes, quotes or doubts; where any sentence of the body tells the same in the
story's own voice or as a public act; where the body has it from whoever does it ("Ministry to close port", the
ministry said), or from a service that reports what it attends to (police and a crash, a hospital and the hurt); on
labels and questions; and where the headline says only that something may be so.

## Why

The AP Stylebook asks for the same care with attribution in headlines as in the text. Under Clause 1 of the Editors'
Code in Britain a headline that the text does not bear out is a breach. The Society of Professional Journalists warns
against oversimplifying when a story is promoted or summed up.

## Options

- `claim_quotes_count_as_attribution` (true): leave a claim in single quotes alone ("Airline 'hid engine fault'"), as
  British desks do.
- `raise_if_source_anonymous` (error): how grave it is where the claim rests on an unnamed source. Unless it is set,
  that is so only where the network, too, is sure that a source was dropped; elsewhere it is a warning.

## Flagged

```
# ⟦Airline ignored engine fault for months⟧

The airline ignored an engine fault for months, a mechanics' union official, Ada Kent, said on Friday.
```

```
# ⟦Tea drinkers live longer⟧

Tea drinkers live longer, a study of 40,000 adults found. The adults drank three cups a day.
```

```
# ⟦Engineers ignored cracks in crane because of ‘sheer laziness’⟧

Engineers at the harbour ignored cracks in the crane for years because of “sheer laziness”, a union official, Ada Kent,
said on Friday. The crane fell in May. Nobody was hurt.
```

```text
⟦Bakery chain in talks to buy rival⟧

The bakery chain is in talks to buy its smaller rival, two people familiar with the discussions said. No price has been
agreed, one of them said.
```

```
# ⟦New bypass will kill village shops⟧

The new bypass will kill every shop in the village, the leader of the traders' association, Moira Pell, said.
```

```
# ⟦I will never sell my bakery⟧

The owner of the bakery in Tarn, Ivo Brandt, spoke to its staff on Monday. "I will never sell the bakery to a chain," he
said.
```

```
# ⟦Bus lane will not end jams⟧

The council in Tarn will paint a bus lane on the bridge in May, its engineer, Ada Bell, said. The taxi drivers' club
said the lane would not end the jams.
```

```
# ⟦Tea drinkers less likely to have stroke⟧

People who drank four cups of tea a day were a fifth less likely to have a stroke than people without any tea, a study
of 90,000 adults found.
```

## Fixes

Attribute at the end: “Ada Kent says”:

```
# Airline ignored engine fault for months, Ada Kent says
```

Attribute at the start: “Ada Kent:”:

```
# Ada Kent: Airline ignored engine fault for months
```

Put the claim in single quotes:

```
# ‘Airline ignored engine fault for months’
```

## Clean

```
# Airline ignored engine fault for months, says union

The airline ignored an engine fault for months, a mechanics' union official, Ada Kent, said on Friday.
```

```
# Airline ignored engine fault for months

The airline ignored an engine fault for months, a mechanics' union official, Ada Kent, said on Friday.

The airline ignored the fault from February to June, its own logbooks show. It ignored the engine fault until a pilot
complained.
```

```
# Ministry to close port

The ministry will close the port at Anholt in May, it said on Monday.
```

```
# Airline 'hid engine fault for months'

The airline ignored an engine fault for months, a mechanics' union official, Ada Kent, said on Friday.
```

```
# Engineers ignored cracks in crane because of ‘sheer laziness’, union says

Engineers at the harbour ignored cracks in the crane for years because of “sheer laziness”, a union official, Ada Kent,
said on Friday. The crane fell in May. Nobody was hurt.
```

```
# Did airline hide engine fault?

The airline ignored an engine fault for months, a mechanics' union official, Ada Kent, said on Friday.
```

```
# Two killed in coach crash near Ulm

Two people were killed in a coach crash near Ulm, police said on Sunday.
```

```
# Union: airline ignored engine fault

The airline ignored an engine fault for months, a mechanics' union official, Ada Kent, said on Friday.
```

```
# Mayor will not seek third term

The mayor, Ruth Adeyo, said on Friday that she would not seek a third term.
```

```
# Ivo Brandt: I will never sell my bakery

The owner of the bakery in Tarn, Ivo Brandt, spoke to its staff on Monday. "I will never sell the bakery to a chain," he
said.
```

```
# ‘I will never sell my bakery’

The owner of the bakery in Tarn, Ivo Brandt, spoke to its staff on Monday. "I will never sell my bakery," he said.
```

```
# How I sold my bakery

I sold my bakery in May. I had run it for 30 years, and I was tired of my oven and of the early mornings. "You are mad,"
my wife said. "You will never sell the bakery." I did.
```

```
# Engine fault at airline

The airline ignored an engine fault for months, a mechanics' union official, Ada Kent, said on Friday.
```

```
# Council will end jams

The council in Tarn will paint a bus lane on the bridge in May. It would end the jams by June, the council said.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.compared import drops_source, keeps_source
from attrib_lsp.attribution.dropped import dropped
from attrib_lsp.attribution.foreseen import foreseen
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Manner, Support
from attrib_lsp.attribution.headline_voice import borrowed
from attrib_lsp.attribution.reliance import only_passed_on, word_for_word
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import (
    attributing_fixes,
    flat_claim,
    headline_of,
    headline_prose,
    named_before,
    prose_of,
    quoted_claim,
    related,
)
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Options:
    """``claim_quotes_count_as_attribution``: leave claims in single quotes alone.

    ``raise_if_source_anonymous``: how grave it is where the claim rests on an unnamed source.
    """

    claim_quotes_count_as_attribution: bool = True
    raise_if_source_anonymous: Severity | None = None


@rule("HED301", Severity.WARNING, supersedes=("HED310",))
def headline_drops_attribution(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at a flat claim that the body gives to somebody throughout."""
    if graph.headline is None:
        return
    speaking = borrowed(graph)
    if speaking is not None:
        yield _unnamed_voice(graph, speaking)
        return
    claim, support = _passed_on(graph, options) or (None, None)
    if claim is None or support is None:
        return
    source, unnamed = _source(graph, support)
    message = f"The story gives this claim to “{source}”; the headline states it as fact. Say whose claim it is."
    within = prose_of(graph, graph.headline)
    yield Finding(
        claim,
        message,
        within,
        related=(related(graph, "where the story attributes it", support.place),),
        fixes=_fixes(graph, claim, support, within.text),
        severity=_severity(graph, options) if unnamed else None,
        exact=unnamed and options.raise_if_source_anonymous is not None,
    )


def _severity(graph: AttributionGraph, options: Options) -> Severity | None:
    """Return how grave a claim of an unnamed source is: an error where the comparer, too, holds a source dropped."""
    return options.raise_if_source_anonymous or (Severity.ERROR if drops_source(graph.comparison) else None)


def _unnamed_voice(graph: AttributionGraph, support: Support) -> Finding:
    """Return the finding at a headline that speaks with somebody's "I", by ``support``, and does not say whose."""
    within = headline_prose(graph)
    whole = Span(0, len(within.text))
    source, _ = _source(graph, support)
    message = f"In the story “{source}” says “I”; the headline does not tell who speaks. Name the speaker, or quote."
    pointers = (related(graph, "where the story has it", support.place),)
    return Finding(whole, message, within, pointers, (named_before(whole, source),))


def _passed_on(graph: AttributionGraph, options: Options) -> tuple[Span, Support] | None:
    """Return the headline's claim with the statement that carries it, if the body only passes it on."""
    alignment = flat_claim(graph)
    if alignment is None and not options.claim_quotes_count_as_attribution:
        alignment = quoted_claim(graph)
    if alignment is not None and not keeps_source(graph.comparison):
        resting = only_passed_on(graph) or word_for_word(graph)
        if resting:
            return alignment.claim, max(resting, key=lambda one: one.score)
    support = dropped(graph) or foreseen(graph)
    if support is None:
        return None
    whole = Span(0, len(headline_of(graph).text))
    return (alignment.claim if alignment is not None else whole), support


def _source(graph: AttributionGraph, support: Support) -> tuple[str, bool]:
    """Return the words for the source that carries the claim, and whether it is unnamed."""
    statement = graph.statements[support.statement] if support.statement is not None else None
    if statement is None:
        return "", False
    if statement.source is not None:
        return graph.sources[statement.source].name, support.manner is Manner.UNNAMED
    return statement.attribution.source[0].of(graph.paragraphs[statement.paragraph].text), False


def _fixes(graph: AttributionGraph, claim: Span, support: Support, text: str) -> tuple[Fix, ...]:
    """Return the fixes with that source's name."""
    statement = graph.statements[support.statement] if support.statement is not None else None
    if statement is None or statement.source is None:
        return attributing_fixes(claim, text, "", None)
    source = graph.sources[statement.source]
    return attributing_fixes(claim, text, source.name, source.kind)
