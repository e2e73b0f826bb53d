"""Flags a quotation that follows another speaker's in the same paragraph before the new speaker is named.

## What it flags

Two people are quoted in one paragraph, and the second one's name comes only after their words: until then the reader
takes them for the first one's. A new paragraph, or the new speaker's name before the quotation, makes it clear.

Pieces whose front matter says `kind: feature`, `interview` and the like are left alone.

## Why

Reuters asks that quotations from different speakers are not run together. Kent's Centre for Journalism teaches to
identify a new speaker before the quotation.

## Flagged

```
# Hall shut

"It was a disgrace," Lena Moss, a tenant, said. ⟦"Nobody complained to us,"⟧ said Raj Patel.
```

```
# Hall shut

Lena Moss, a tenant, said the hall was shut on Monday. "It was a disgrace," she said. ⟦"Nobody complained to us about
the hall,"⟧ said Raj Patel, the director.
```

## Fixes

Name the speaker first:

```
"It was a disgrace," Lena Moss, a tenant, said. Raj Patel said: "Nobody complained to us."
```

Begin a new paragraph with the speaker:

```
"It was a disgrace," Lena Moss, a tenant, said.

Raj Patel said: "Nobody complained to us."
```

## Clean

```
# Mill's orders rise

"The trade is doing well," said Steve Roux, an analyst. Norsteel said orders in the quarter were 15% higher than a year
ago. "Nine of our eleven mills grew," said Ida Voss, its head.
```

```
# Hall shut

"It was a disgrace," Lena Moss, a tenant, said.

Raj Patel, who runs the hall, disagreed. "Nobody complained to us," he said.
```

```
# Hall shut

"It was a disgrace," Lena Moss, a tenant, said. "I wrote three letters to the hall." Raj Patel, who runs the hall, said
that he had seen none.
```

```
# Hall shut

"It was a disgrace," Lena Moss, a tenant, said. Raj Patel runs the hall. "Nobody complained to us," said Patel.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.unnamed_speakers import nested
from attrib_lsp.attribution.values import ContentType, CueKind, Paragraph, SourceKind, Statement
from attrib_lsp.language.values import Quotation
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.leading import led_in
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule

#: Words that a quotation needs to be taken for speech.
FEWEST_WORDS = 3
_STOP = re.compile(r"[.!?][”’\"')]*\s")


@rule("QUO404", Severity.INFO)
def run_together_speakers(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each quotation that seems to be the speaker's before."""
    if loose(graph) or evidence_of(graph).transcript:
        return
    blocks = read_blocks(graph.story)
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        if len(paragraph.quotations) < 2:
            continue
        quoting = [one for one in graph.statements_in(number) if _quotes(paragraph, one)]
        for first, then in pairwise(sorted(quoting, key=lambda one: one.attribution.cue[0])):
            quotation = _own(paragraph, first, then)
            if quotation is not None and _run_together(graph, paragraph, first, then, quotation):
                name = then.attribution.source[0].of(paragraph.text)
                who = name.partition(",")[0]
                message = f"This reads like the previous speaker's words. Name {who} first, or begin a new paragraph."
                one = then.attribution
                fixes = (
                    led_in("Name the speaker first", paragraph, quotation, one),
                    led_in("Begin a new paragraph with the speaker", paragraph, quotation, one, apart=True),
                )
                yield Finding(quotation.span, message, blocks[number].prose, fixes=tuple(filter(None, fixes)))


def _quotes(paragraph: Paragraph, statement: Statement) -> bool:
    """Say whether a statement is speech in quotation marks that a named person is given for on the spot."""
    one = statement.attribution
    if one.type is not ContentType.DIRECT or one.kind is not CueKind.SPEECH or statement.inherited:
        return False
    return statement.source is not None and bool(one.source and one.cue) and not nested(paragraph, one)


def _own(paragraph: Paragraph, first: Statement, then: Statement) -> Quotation | None:
    """Return the first quotation that is the second statement's alone and stands behind the first one's cue."""
    return next(
        (
            quotation
            for quotation in paragraph.quotations
            if quotation.span.start > first.attribution.cue[-1].start
            and any(part.covers(quotation.inner) for part in then.attribution.content)
            and not any(part.overlaps(quotation.inner) for part in first.attribution.content)
        ),
        None,
    )


def _run_together(
    graph: AttributionGraph, paragraph: Paragraph, first: Statement, then: Statement, quotation: Quotation
) -> bool:
    """Say whether the second speaker, another person, is named only behind the quotation."""
    if first.source is None or then.source is None or first.source == then.source:
        return False
    one, other = graph.sources[first.source], graph.sources[then.source]
    if one.kind is not SourceKind.NAMED_PERSON or other.kind is not SourceKind.NAMED_PERSON:
        return False
    source = then.attribution.source[0]
    if source.start < quotation.span.end or paragraph.quoted(source) or _names_nobody(paragraph, then):
        return False
    if not _runs_on(paragraph, quotation, source.start) or _parted(graph, paragraph, first, quotation):
        return False
    before = paragraph.text[: quotation.span.start]
    enough = len(quotation.inner.of(paragraph.text).split()) >= FEWEST_WORDS
    return enough and one.name.split()[-1] in before and other.name.split()[-1] not in before


def _parted(graph: AttributionGraph, paragraph: Paragraph, first: Statement, quotation: Quotation) -> bool:
    """Say whether enough stands between the first speaker and a quotation to part them.

    That is another who speaks, or more than one sentence of other matter.
    """
    start, end = first.attribution.extent.end, quotation.span.start
    another = any(
        one.source is not None
        and one.source != first.source
        and one.attribution.cue
        and start <= one.attribution.cue[0].start < end
        for one in graph.statements_in(first.paragraph)
    )
    whole = [one for one in paragraph.sentences if one.span.start >= start and one.span.end <= end]
    return another or len(whole) > 1


def _runs_on(paragraph: Paragraph, quotation: Quotation, source: int) -> bool:
    """Say whether the quotation's own sentence goes on to its speaker, and no new one begins between."""
    between = paragraph.text[quotation.span.end : source]
    return not quotation.inner.of(paragraph.text).rstrip().endswith(".") and not _STOP.search(between)


def _names_nobody(paragraph: Paragraph, statement: Statement) -> bool:
    """Say whether a statement's source is no name: a pronoun may mean anybody."""
    one = statement.attribution
    sentence = paragraph.sentences[one.sentence]
    return not any(
        entity.label == "PERSON" and any(part.covers(entity.span) for part in one.source)
        for entity in sentence.entities
    )
