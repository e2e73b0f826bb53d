"""Flags feelings and discreditable motives that the story gives to somebody on nobody's word.

## What it flags

What goes on in somebody's head, told in the story's own voice: a feeling ("fears that", "was furious with"), a
discreditable aim ("in a bid to silence her critics", "determined to avoid an inquiry") or such a reason ("out of
spite", "for political gain"), of a person or body in particular, where neither the sentence nor those around it say
how it is known.

It stays silent inside quotation marks and attributed words; where anybody speaks, or a document is named, in the same
paragraph; where somebody speaks of it, or of whose it is, in a paragraph beside it; on the feelings of whoever speaks
elsewhere in the story; where a sourced sentence tells the same; on what is only possible, denied or alleged; on ends
that discredit nobody ("met to discuss the budget", "hopes to raise £2m"); on crowds, markets, animals and the weather;
and in opinion, interviews, features, sport and pieces that say "I" often.

## Why

What somebody feels or wants can only be known by being told: the AP asks to say who told. The American Press Institute
wants every line to survive the question of how it is known. The editors' code that IPSO holds the press to wants
conjecture kept apart from fact.

## Flagged

```
The governor ⟦fears that⟧ the inquiry will reach her office.
```

```
# Archive closed

The archive closed on Monday. The council moved the files ⟦in an attempt to avoid scrutiny⟧.
```

```
# Paper loses licence

The ministry cut the paper's licence ⟦to silence⟧ its editor.

Its last issue will be sold on Friday, Jean Moss, a newsagent, said.
```

```
# Judge removed

The president removed the judge ⟦out of revenge⟧. A new judge will sit from May.
```

```
# Yard to close

Northline Energy is ⟦determined to punish the union⟧.
```

## Fixes

Attribute to …:

```
The governor fears that the inquiry will reach her office, according to <source>.
```

## Clean

```
The governor said at a hearing on Monday that she feared the inquiry would reach her office.
```

```
# Governor at hearing

The governor fears that the inquiry will reach her office. "I have slept badly since March," she said.
```

```
# Bank plans bond

The bank wants to raise $2bn and hopes to sell the bonds by June.
```

```
# Budget talks

The council met on Monday to discuss the budget.
```

```
---
title: What the governor fears
kind: feature
---

The governor fears that the inquiry will reach her office.
```

```
# Archive closed

The council moved the files in an attempt to avoid scrutiny, the auditor, Jean Moss, told the committee.
```

```
# Archive closed

The council moved the files in an attempt to avoid scrutiny.

Jean Moss, the city auditor, said the files were moved two days before her visit.
```

```
# Archive closed

The council did not move the files to avoid scrutiny. It may have moved them to save face.
```

```
# Rate path

Investors fear that rates will rise. The dog was terrified of the fireworks.
```

```
# Rovers win cup

The striker was furious with the referee. Rovers were desperate to avoid criticism after the match.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.claims import Carrier, Evidence, Line, evidence_of, speaks
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.grounds import points_back
from attrib_lsp.attribution.keys import keys_among, keys_of
from attrib_lsp.attribution.motives import Motive, MotiveKind, motives, sporting
from attrib_lsp.attribution.phrases import core_span
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import attributing, placed

_MEND = {
    MotiveKind.FEELING: "Say who said so, or how it shows.",
    MotiveKind.AIM: "Say who says so, or report the act alone.",
    MotiveKind.REASON: "Say who says so, or report the act alone.",
}


@rule("UNS108", Severity.INFO, supersedes=("UNS101",))
def unsourced_motive(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each feeling or discreditable motive that the story gives to somebody on nobody's word."""
    evidence, genre = evidence_of(graph), genre_of(graph)
    if genre.opinion or genre.transcript or genre.loose or sporting(graph):
        return
    for line in evidence.lines:
        for motive in motives(evidence.paragraph(line), evidence.sentence(line)):
            if not _carried(evidence, line, motive):
                paragraph = evidence.paragraph(line)
                holder = core_span(evidence.sentence(line), motive.holder).of(paragraph.text).partition(",")[0]
                words = motive.span.of(paragraph.text)
                message = f"“{words}” tells what is in the mind of “{holder}”, with no source. {_MEND[motive.kind]}"
                yield placed(evidence, line, motive.span, message, fixes=attributing(evidence, line))


def _carried(evidence: Evidence, line: Line, motive: Motive) -> bool:
    """Say whether a motive may rest on somebody or something."""
    sentence = evidence.sentence(line)
    done = (token for child in sentence.children(motive.told, "obj") for token in sentence.subtree(child))
    own = motive.end | {motive.told.index, *(token.index for token in done)}  # shredded papers are no source
    if evidence.carrier(line, motive.span, without=own) not in (Carrier.OWN_VOICE, Carrier.PUBLIC_ACT):
        return True
    if evidence.attributed(line, motive.told) or _spoken_near(evidence, line, motive):
        return True
    return motive.kind is MotiveKind.FEELING and _speaks(evidence, line, motive)


def _spoken_near(evidence: Evidence, line: Line, motive: Motive) -> bool:
    """Say whether anybody speaks in the paragraph of ``line``, or speaks of the motive in one beside it.

    What follows on a feeling in any way may be its source; on an aim, only what comes back to it or to whose it is.
    """
    sentence = evidence.sentence(line)
    core = keys_among(token for token in sentence.tokens if token.index in motive.end | {motive.holder.index})
    about = keys_of(sentence) if motive.kind is MotiveKind.FEELING else core
    for other in evidence.spoken:
        apart = abs(other.paragraph - line.paragraph)
        if apart == 0 or (
            apart == 1 and (evidence.linked(line, other, about) or points_back(evidence.sentence(other)))
        ):
            return True
    return False


def _speaks(evidence: Evidence, line: Line, motive: Motive) -> bool:
    """Say whether whoever has a feeling speaks anywhere in the story: it may be known from that."""
    if motive.holder.pos == "PRON":
        return bool(evidence.spoken)
    sentence = evidence.sentence(line)
    entity = sentence.entity_at(motive.holder)
    words = (motive.holder.lemma if entity is None else entity.text).lower().split()
    graph = evidence.graph
    named = {
        word
        for statement in graph.statements
        if statement.source is not None and speaks(statement)
        for mention in graph.sources[statement.source].mentions
        for word in mention.text.lower().split()
    }
    spoken = {word for other in evidence.spoken if other != line for word in evidence.sentence(other).spellings}
    return not spoken.union(named).isdisjoint(words)
