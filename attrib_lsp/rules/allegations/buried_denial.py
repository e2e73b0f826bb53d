"""Flags answers to an accusation that come long after it.

## What it flags

The first line in which an accused party denies, professes not to know or does not comment, where it stands more than a
few paragraphs below the claim that it answers, and nothing of that party came before. The headline counts as part of
the first paragraph. In long pieces the distance grows to a quarter of the paragraphs.

It stays silent where any earlier paragraph, the headline or the deck already has the answer or another word of the
party.

## Why

The BBC wants the reply fair, timely and in the same piece; the Editors' Code in Britain asks for a fair opportunity to
reply. Reuters asks its writers to talk to all sides of a dispute and to reflect them.

## Options

- `max_paragraphs` (5): how many paragraphs the answer may stand below the claim.

## Flagged

```
# Clerk accuses judge of theft

A clerk, Fay Munro, accused a judge of theft.

The court opened in 1920.

It has nine rooms.

Its roof leaks.

It sits in a park.

The park has a lake.

The lake has swans.

The judge ⟦denied the accusation⟧.
```

```
# Union accuses mine of hiding leak

The union accused Halden Mining of hiding evidence of a gas leak.

The mine opened in 1902.

It employs 300 people.

Most of them live in the valley.

The valley has one road.

Snow closes it for weeks.

The road was last mended in spring.

Halden Mining ⟦declined to comment⟧.
```

```text
Ministry asked rebels for drones

The request was made in May, three officers said.

The rebels hold two ports.

One of them is mined.

Ships avoid it.

Fishing has stopped.

Most families have left.

Those who stayed live on aid.

Asked about the ministry's request for drones, its envoy, Ilan Moss, ⟦denied the report⟧.
```

## Fixes

Add the denial to the accusation:

```
A clerk, Fay Munro, accused a judge of theft, which the judge denies.
```

Move the answer up:

```
A clerk, Fay Munro, accused a judge of theft. The judge denied the accusation.


```

## Clean

```
# Clerk accuses judge of theft

A clerk, Fay Munro, accused a judge of theft, which the judge denied.

The court opened in 1920.
```

```
# Judge denies theft

A clerk, Fay Munro, accused a judge of theft.

The judge denied the accusation.

The court opened in 1920.

It has nine rooms.

Its roof leaks.

It sits in a park.

The park has a lake.

The judge, who denied the accusation, left by the back door.
```

```
# Union accuses mine of hiding leak

The union accused Halden Mining of hiding evidence of a gas leak.

The mine opened in 1902.

Halden Mining said that it had shown inspectors everything.

It employs 300 people.

Most of them live in the valley.

The valley has one road.

Snow closes it for weeks.

Halden Mining declined to comment on the union's plans.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.accusations import AccusationKind
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.denials import denies, response_span
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Denial
from attrib_lsp.attribution.parties import Party
from attrib_lsp.attribution.responses import Response, responses
from attrib_lsp.attribution.values import Place
from attrib_lsp.rules.finding import Finding, Fix, Related, Severity
from attrib_lsp.rules.mending import closed, cut, following, uncapital
from attrib_lsp.rules.rule import rule

#: Part of a long story's paragraphs that an answer may stand below the claim.
PART = 4


@dataclass(frozen=True, slots=True)
class Options:
    """``max_paragraphs``: how many paragraphs an answer may stand below its claim."""

    max_paragraphs: int = 5


@rule("ALL605", Severity.INFO)
def buried_denial(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at the first answer of each accused party that comes too late."""
    allowed = max(options.max_paragraphs, len(graph.body) // PART)
    blocks = read_blocks(graph.story)
    reported: set[Place] = set()
    for claim, answer, who in _answered(graph):
        below = answer.paragraph - max(claim.paragraph, graph.body.start)
        if below <= allowed or answer in reported:
            continue
        reported.add(answer)
        related = Related("the claim", claim.span, blocks[claim.paragraph].prose)
        yield Finding(
            answer.span,
            f"This answer comes {below} paragraphs after the claim. Move it up, or say at the claim that it is denied.",
            blocks[answer.paragraph].prose,
            (related,),
            _fixes(graph, claim, answer, who),
        )


def _fixes(graph: AttributionGraph, claim: Place, answer: Place, who: str) -> tuple[Fix, ...]:
    """Return the fixes that say at the claim in the body that it is denied, and that move the answer there."""
    told = _told(graph, claim)
    if told is None or told.paragraph == answer.paragraph:
        return ()
    sentence = graph.paragraphs[told.paragraph].sentence_at(told.span.start)
    prose = read_blocks(graph.story)[told.paragraph].prose
    paragraph = graph.paragraphs[answer.paragraph]
    words_ = paragraph.sentence_at(answer.span.start).tokens
    line = words_[0].span.joined(words_[-1].span)
    gone = cut("Move the answer up", paragraph, line)
    moved = Fix(gone.title, gone.span, "", also=(following("", sentence, line.of(paragraph.text), prose).edits))
    fixes = (moved,) if words_[0].pos != "PRON" else ()
    if not answer.span.of(paragraph.text).lower().startswith(("deni", "deny")):
        return fixes
    denied = closed(sentence, f", which {who} denies")
    if denied is None:
        return fixes
    return (Fix("Add the denial to the accusation", denied.span, denied.replacement, within=prose), *fixes)


def _told(graph: AttributionGraph, claim: Place) -> Place | None:
    """Return where the body first tells a claim; None where it does nowhere that is known."""
    if claim.paragraph in graph.body:
        return claim
    supports = graph.alignment.supports if graph.alignment is not None else ()
    return min((one.place for one in supports), key=lambda place: (place.paragraph, place.span), default=None)


def _answered(graph: AttributionGraph) -> Iterator[tuple[Place, Place, str]]:
    """Yield each claim with the first answer to it, and whose that is."""
    alignment = graph.alignment
    if alignment is not None and graph.headline is not None and alignment.denials:
        denier = graph.statements[alignment.denials[0].statement].source
        who = graph.sources[denier].name if denier is not None else "<who>"
        yield Place(graph.headline, alignment.claim), _first_denial(graph, alignment.denials[0], denier), uncapital(who)
    met: list[Party] = []
    for one in graph.accusations:
        if one.kind is AccusationKind.TOLD or any(one.party.same(party) for party in met):
            continue
        met.append(one.party)
        first = next(iter(responses(graph, one.party)), None)
        if first is not None and first.to_claim and _after(one.place, first):
            who = one.party.name if one.party.named else f"the {one.party.name}"
            yield Place(one.place.paragraph, one.wrong), first.place, who


def _first_denial(graph: AttributionGraph, denial: Denial, denier: int | None) -> Place:
    """Return where the story first has the denier deny anything: that is answer enough to the claim."""
    for statement in graph.statements_of(denier) if denier is not None else ():
        paragraph, one = graph.paragraphs[statement.paragraph], statement.attribution
        if statement.paragraph in graph.body and denies(paragraph, one):
            first = Place(statement.paragraph, response_span(one, paragraph.sentences[one.sentence]))
            return min(first, denial.place, key=lambda place: (place.paragraph, place.span))
    return denial.place


def _after(claim: Place, response: Response) -> bool:
    """Say whether a response stands behind the claim."""
    return (response.place.paragraph, response.place.span.start) > (claim.paragraph, claim.span.start)
