"""Flags wrongdoing laid to somebody named on the word of unnamed sources alone.

## What it flags

A person or body that the story names, said by an unnamed source to have stolen, bribed, lied, covered up and the like,
where nobody named, no document and no charge in law bears it out in the story. The finding stands at the source.

It stays silent on bodies that speak with one voice (the police, prosecutors), on private people, on what a source
denies or only supposes, on states, on bands of gunmen, and where the story reports a verdict or an admission.

## Why

The BBC's guidelines send a serious allegation by a single unnamed source to senior editors. Reuters lets no source
attack from behind anonymity. CBC/Radio-Canada needs a director's approval, The New York Times that of its top editors.

## Flagged

```
# Senator and the casino

The senator, Rob Tull, took bribes from the casino, ⟦a former aide⟧ said.
```

```
# Harbour fund under review

The council meets on Monday to look at the harbour fund.

⟦Two people familiar with the fund⟧ said that Piet Moran embezzled £40,000 from it.
```

## Fixes

Add a document or a named source:

```
The senator, Rob Tull, took bribes from the casino, a former aide said. <What a document or somebody on the record
says of it>.
```

## Clean

```
# Senator and the casino

The senator, Rob Tull, took bribes from the casino, according to bank records filed in court. He denies it.
```

```
# Senator and the casino

The senator, Rob Tull, took bribes from the casino, a former aide said. Bank records show that he was paid in May.
```

```
# Senator and the casino

The senator, Rob Tull, took bribes from the casino, a former aide said. The prosecutor, Ann Sorel, said that Mr Tull had
bribed two clerks as well.
```

```
# Senator and the casino

The senator, Rob Tull, took bribes from the casino, prosecutors said. Police officials said that he lied.
```

```
# Senator jailed

The senator, Rob Tull, took bribes from the casino, a former aide said. Mr Tull was convicted in May.
```

```
# Senator and the casino

A former aide said that the senator, Rob Tull, never took bribes. A second aide said that he likes the casino.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.accusations import Accusation, AccusationKind, established
from attrib_lsp.attribution.anonymity import UnnamedKind
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.parties import PartyKind, outlawed
from attrib_lsp.attribution.standing import carrier
from attrib_lsp.attribution.unnamed_speakers import unnamed_speakers
from attrib_lsp.attribution.values import CueKind, SourceKind, Statement
from attrib_lsp.rules.finding import Finding, Fix, Related, Severity
from attrib_lsp.rules.mending import following
from attrib_lsp.rules.rule import rule

_RECORDS = (SourceKind.DOCUMENT, SourceKind.MEDIA_OUTLET)


@rule("ALL608", Severity.ERROR, supersedes=("ANO202", "ANO205"))
def anonymous_allegation(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at the unnamed source of each allegation that nothing else bears out."""
    if evidence_of(graph).opinion:
        return
    blocks = read_blocks(graph.story)
    unnamed = {one.number for one in unnamed_speakers(graph) if one.phrase.kind is not UnnamedKind.PRIVATE}
    met: set[tuple[int, str]] = set()
    for one in graph.accusations:
        statement = _told_by(graph, one)
        if statement is None or statement.source not in unnamed or not _serious(graph, one):
            continue
        if _borne_out(graph, one, unnamed) or (statement.source, one.party.name) in met:
            continue
        met.add((statement.source, one.party.name))
        prose = blocks[one.place.paragraph].prose
        yield Finding(
            statement.attribution.source[0],
            f"Only an unnamed source accuses {one.party.name} of this. Find a document or somebody on the record who "
            "bears it out, or take it to your editor.",
            prose,
            related=(Related("the allegation", one.wrong, prose),),
            fixes=(_borne_out_by(graph, one),),
        )


def _borne_out_by(graph: AttributionGraph, one: Accusation) -> Fix:
    """Return the fix that leaves a blank behind the allegation for what bears it out."""
    sentence = graph.paragraphs[one.place.paragraph].sentence_at(one.wrong.start)
    return following(
        "Add a document or a named source", sentence, "<What a document or somebody on the record says of it>."
    )


def _told_by(graph: AttributionGraph, one: Accusation) -> Statement | None:
    """Return the statement in the body that carries an accusation."""
    if one.kind is not AccusationKind.ATTRIBUTED or one.place.paragraph not in graph.body:
        return None
    paragraph = graph.paragraphs[one.place.paragraph]
    sentence = paragraph.sentence_at(one.place.span.start)
    holding = carrier(paragraph, sentence, sentence.tokens[one.head])
    told = (statement for statement in graph.statements_in(one.place.paragraph) if statement.attribution is holding)
    return next((statement for statement in told if statement.attribution.source), None)


def _serious(graph: AttributionGraph, one: Accusation) -> bool:
    """Say whether an accusation is of somebody named who can be hurt by it, and not on record."""
    hurt = one.party.kind in (PartyKind.PERSON, PartyKind.BODY) and not outlawed(one.party)
    return hurt and one.direct and not established(graph, one.party)


def _borne_out(graph: AttributionGraph, one: Accusation, unnamed: set[int]) -> bool:
    """Say whether somebody else in the story accuses the same party, or a record stands beside the accusation."""
    if any(_bears_out(graph, other, unnamed) for other in graph.accusations if other.party.same(one.party)):
        return True
    return any(
        statement.attribution.kind is CueKind.EVIDENCE
        or (statement.source is not None and graph.sources[statement.source].kind in _RECORDS)
        for number in range(one.place.paragraph - 1, one.place.paragraph + 2)
        for statement in graph.statements_in(number)
    )


def _bears_out(graph: AttributionGraph, other: Accusation, unnamed: set[int]) -> bool:
    """Say whether an accusation is no unnamed source's."""
    if other.kind is not AccusationKind.ATTRIBUTED:
        return other.kind is AccusationKind.CHARGED
    statement = _told_by(graph, other)
    return statement is not None and statement.source not in unnamed
