"""Flags stories whose central claim rests on unnamed sources alone.

## What it flags

The headline's claim, where everybody who carries it in the body is unnamed: no named person, body or document
confirms it, and it is no public act and nothing that happened in the open (a crash, a storm). A headline that states
the claim flatly is flagged itself; one that says "officials say" is honest, and the source is flagged in the body.

## Why

At the New York Times a story that hinges on a central fact from unnamed sources goes to the top editors. Reuters
wants such exclusives approved, and the source credible and direct; the BBC refers serious ones up. The Washington
Post's ombudsman would not have an anonymous source quoted first.

## Flagged

```
# Minister to quit, officials say

The finance minister will resign on Friday, ⟦government officials⟧ said. The minister's spokesman, Per Dahl, declined
to comment.
```

```
# ⟦Airline to sell freight arm⟧

The airline has agreed to sell its freight arm to a rival, according to two people briefed on the talks.

The airline employs 9,000 people. Its chief executive, Tom Varga, was not available for comment.
```

```
# ⟦Club will sell striker in January⟧

The club will sell its striker for 60 million euros, a source close to the player said.

"He is happy here," the coach, Rosa Vidal, said in September.
```

## Fixes

Add a source on the record:

```
The finance minister will resign on Friday, government officials said. <Name>, <role>, said that <the finance
minister will resign on Friday>. The minister's spokesman, Per Dahl, declined to comment.
```

## Clean

```
# Minister to quit

The finance minister will resign on Friday, her spokesman, Per Dahl, said.
```

```
# Minister to quit

The finance minister will resign on Friday, government officials said.

The prime minister, Ole Krog, said in Oslo that the minister would resign.
```

```
# Parliament passes budget

Parliament passed the budget on Tuesday. Two officials said the vote had been in doubt until noon.
```

```
# Airline rejects rescue offer

The airline rejected a rescue offer from its largest lender, a filing shows. Two people briefed on the talks said that
the airline rejected an earlier offer in May.
```

```
# President signs water decree

The president has signed a decree on water prices, government officials said.
```

```
# Ferry fire kills three

A fire on a ferry killed three people on Sunday, local officials said.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.anonymity import UnnamedKind, unnamed_phrase
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Alignment, Manner, Support
from attrib_lsp.attribution.headline_grounds import outermost
from attrib_lsp.attribution.unnamed_speakers import place, unnamed_speakers
from attrib_lsp.attribution.values import CueKind, Statement
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Related, Severity
from attrib_lsp.rules.mending import following, uncapital
from attrib_lsp.rules.rule import rule

MESSAGE = (
    "The story's main claim rests on unnamed sources alone. Find a name, a document or a public act that bears it out."
)
_FIRM = (Manner.NAMED, Manner.PUBLIC_ACT, Manner.ASSERTED)
_DENYING = (CueKind.DENIAL, CueKind.NO_COMMENT)


@rule("BAL803", Severity.WARNING, supersedes=("HED309",))
def central_claim_anonymous(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at the headline's claim, or at its source in the body where the headline attributes it."""
    if graph.alignment is None or graph.headline is None:
        return
    resting = _resting_on(graph, graph.alignment)
    if not resting or _in_the_open(graph, graph.alignment):
        return
    blocks = read_blocks(graph.story)
    headline = blocks[graph.headline].prose
    source = resting[0].attribution.source[0]
    body = blocks[resting[0].paragraph].prose
    sentence = graph.paragraphs[resting[0].paragraph].sentence_at(source.start)
    claim = " ".join(part.of(body.text).strip(' ,.“”"') for part in resting[0].attribution.content[:1])
    fixes = (
        following("Add a source on the record", sentence, f"<Name>, <role>, said that <{uncapital(claim)}>.", body),
    )
    if graph.alignment.shows_attribution:
        related = Related("the claim", graph.alignment.claim, headline)
        yield Finding(source, MESSAGE, body, related=(related,), fixes=fixes)
    else:
        related = Related("its only source", source, body)
        yield Finding(graph.alignment.claim, MESSAGE, headline, related=(related,), fixes=fixes)


def _in_the_open(graph: AttributionGraph, alignment: Alignment) -> bool:
    """Say whether the claim is of something that happened in the open (a crash, deaths), or of a public act done."""
    for sentence in graph.paragraphs[graph.headline or 0].sentences:
        for token in sentence.tokens:
            if not token.span.overlaps(alignment.predicate):
                continue
            ahead = {"to", "will", "may", "might", "could", "would"}
            planned = any(one.text.lower() in ahead for one in sentence.children(token, "aux", "mark"))
            lemma = token.lemma.lower()
            if lemma in words("sourcing", "open_events.verbs") or (lemma in words("acts", "public") and not planned):
                return True
    return False


def _resting_on(graph: AttributionGraph, alignment: Alignment) -> list[Statement]:
    """Return the statements of unnamed sources that the claim rests on; none if it rests on anything else."""
    found = []
    for support in alignment.supports:
        statement = outermost(graph, graph.statements[support.statement]) if support.statement is not None else None
        if statement is not None and statement.attribution.kind in _DENYING:
            continue
        if statement is not None and statement.attribution.source and _anonymous(graph, statement):
            found.append(statement)
        elif support.manner in _FIRM or _unclear(support):
            return []
    return found


def _unclear(support: Support) -> bool:
    """Say whether somebody carries the claim who is neither named nor somebody behind the scenes ("witnesses")."""
    return support.manner is Manner.UNNAMED


def _anonymous(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether a statement's source is unnamed by choice, there or where it was met: no body's voice, no witness."""
    speakers = [one for one in unnamed_speakers(graph) if one.phrase.kind is not UnnamedKind.PRIVATE]
    if any(one.number == statement.source for one in speakers):
        return True
    sentence, head = place(graph.paragraphs[statement.paragraph], statement.attribution)
    phrase = unnamed_phrase(sentence, head)
    return phrase is not None and any(one.phrase.head.lemma == phrase.head.lemma for one in speakers)
