"""Flags headlines whose claim no sentence of the story tells: it is only taken for granted in passing.

## What it flags

A flat headline about what somebody did, where the body mentions the deed only inside something else: in a relative
clause ("the ransom that the ministry paid"), as the object of a question, as a noun ("asked about its request"). No
sentence says that it happened and who says so.

Only deeds that somebody is asked about, answers to or will not speak of count. It stays silent as soon as one
sentence tells the claim, on anybody's word or the story's own, or could tell it in other words; where the headline
attributes; and for acts done in public.

## Why

Reuters wants a contentious first paragraph sourced, or the source high in the story. For the AP attribution belongs to
the first reference, in the same sentence; journalism schools teach the same for every accusing or disputed lede.

## Flagged

```
# ⟦Ministry paid ransom for hostages⟧

The hostages came home on Friday. Officials would not say how large the ransom was that the ministry paid.
```

```
# ⟦Kingdom asked neighbours for drones⟧

Asked about the kingdom's request for drones, its envoy, Ilan Moss, said that he had no comment.

The neighbours met on Sunday in Tirana.
```

```text
⟦Dairy watered down milk⟧

Inspectors visited on Tuesday. They would not say when the dairy, which watered down its milk, would reopen.
```

## Fixes

Put the claim and its source high up:

```
The hostages came home on Friday. Officials would not say how large the ransom was that the ministry paid. <Ministry
paid ransom for hostages>, <source> said.
```

## Clean

```
# Ministry paid ransom for hostages, court file shows

The hostages came home on Friday. The ministry paid a ransom of $3m, a court file released on Friday shows.
```

```
# Ministry paid ransom for hostages

The hostages came home on Friday. The ministry paid a ransom of $3m for the hostages, a court file shows. Officials
would not say how the ransom that the ministry paid had been raised.
```

```
# Ministry paid ransom for hostages

The ministry paid a ransom for the four hostages. Officials would not say how large the ransom was that it paid.
```

```
# Parliament passes budget

Members who passed the budget on Monday will meet again on Friday.
```

```
# Ministry silent on ransom

Officials would not say how large the ransom was that the ministry paid.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline_claim import holds_back
from attrib_lsp.attribution.reliance import only_presupposed
from attrib_lsp.attribution.values import Place
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import flat_claim, prose_of, related
from attrib_lsp.rules.mending import BLANK, following
from attrib_lsp.rules.rule import rule


@rule("HED309", Severity.WARNING, supersedes=("HED310",))
def headline_claim_unsourced_in_body(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at a flat claim that the body only presupposes."""
    alignment = flat_claim(graph)
    if alignment is None or graph.headline is None or alignment.echoes or not only_presupposed(alignment):
        return
    sentence = graph.paragraphs[graph.headline].sentences[0]
    verb = next(token for token in sentence.tokens if token.span == alignment.predicate)
    if holds_back(sentence) or verb.pos != "VERB" or verb.lemma.lower() in words("acts", "public"):
        return
    if not any(_taken_up(graph, one.place) for one in alignment.supports):
        return
    place = alignment.supports[0].place
    yield Finding(
        alignment.claim,
        "The story takes this for granted and never says who established it. Put a sourced sentence high up.",
        prose_of(graph, graph.headline),
        related=(related(graph, "taken for granted here", place),),
        fixes=_fixes(graph, alignment.claim.of(prose_of(graph, graph.headline).text)),
    )


def _fixes(graph: AttributionGraph, claim: str) -> tuple[Fix, ...]:
    """Return the fix that closes the story's first paragraph with the claim and a blank for its source."""
    first = graph.body[0]
    last = graph.paragraphs[first].sentences[-1:]
    words_ = f"<{claim}>, {BLANK} said."
    return tuple(following("Put the claim and its source high up", one, words_, prose_of(graph, first)) for one in last)


def _taken_up(graph: AttributionGraph, place: Place) -> bool:
    """Say whether somebody is asked about the claim at ``place``, answers to it or will not speak of it."""
    sentence = graph.paragraphs[place.paragraph].sentence_at(place.span.start)
    return any(
        token.pos == "VERB" and token.lemma.lower() in words("accusing", "interviewing") for token in sentence.tokens
    )
