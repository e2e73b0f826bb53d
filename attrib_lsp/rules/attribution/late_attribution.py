"""Flags an attribution that comes only after a long quotation or a long claim.

## What it flags

Words in quotation marks that run on for more than two sentences, or for more than 40 words, before the reader learns
who speaks; and a claim of more than 45 words with its speaker behind it. What is marked is the late attribution.

Silent where the speaker is plain before: led in, named in one of the two sentences before, or speaking there already;
where the speaker is a mere "he" or "she"; and in features, interviews and the like, whose way it may be.

## Why

Reuters wants the speaker identified after the first sentence: two or three are too long a wait. The AP wants the
attribution just before or just after the first reference, in the same sentence.

## Options

- `max_sentences` (2): how many sentences may be quoted before the speaker is given.
- `max_words` (40): how many words may.
- `max_claim_words` (45): how many words of a claim without quotation marks may.

## Flagged

```
# Trench collapses

"The trench was never shored up. The crew had asked for timber twice. Nobody came to look at it. Then it rained for a
week," ⟦foreman Joe Hart said⟧.
```

```
# Trench collapses

The trench will be filled in May.

“We asked for timber in March and again in April and once more in the week before it rained, and each time we were told
that it was on its way from the yard, that the yard was short of hands, or that nobody had seen the letter,” ⟦said Joe
Hart, the foreman⟧.
```

## Fixes

Name the speaker after the first sentence:

```
"The trench was never shored up," foreman Joe Hart said. "The crew had asked for timber twice. Nobody came to look
at it. Then it rained for a week."
```

Begin with the speaker:

```
Foreman Joe Hart said: "The trench was never shored up. The crew had asked for timber twice. Nobody came to look at
it. Then it rained for a week."
```

## Clean

```
# Trench collapses

"The trench was never shored up," foreman Joe Hart said. "The crew had asked for timber twice. Nobody came to look at
it. Then it rained for a week."
```

```
# Trench collapses

Joe Hart was the foreman. "The trench was never shored up. The crew had asked for timber twice. Nobody came to look at
it. Then it rained for a week," Hart said.
```

```
# Trench collapses

Foreman Joe Hart said: "The trench was never shored up. The crew had asked for timber twice. Nobody came to look at it."
```

```
---
kind: feature
---

# The trench

"The trench was never shored up. The crew had asked for timber twice. Nobody came to look at it. Then it rained for a
week," foreman Joe Hart said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.mentions import Reference, referent
from attrib_lsp.attribution.unnamed_speakers import nested
from attrib_lsp.attribution.values import ContentType, CueKind, Paragraph, Statement
from attrib_lsp.language.values import Quotation
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.leading import led_in, named_after_first
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

#: Sentences before the quotation in which the speaker may have been given.
BEFORE = 2
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?…]+[’'”\"]?\s+(?=[\"“‘'(\[]?[A-Z])")
_CARRYING = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO)


@dataclass(frozen=True, slots=True)
class Options:
    """How much may stand before the speaker: quoted sentences, quoted words, words of a claim without marks."""

    max_sentences: int = 2
    max_words: int = 40
    max_claim_words: int = 45


@rule("ATT505", Severity.INFO)
def late_attribution(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each attribution that the reader has to wait for."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript or loose(graph):
        return
    for statement in graph.statements:
        if statement.paragraph not in graph.body or not _speaks(graph, statement):
            continue
        paragraph, one = graph.paragraphs[statement.paragraph], statement.attribution
        wait = _wait(paragraph, statement, options)
        start = min(part.start for part in one.content)
        if wait is None or _known(evidence, statement, start):
            continue
        span = Span(min(one.source[0].start, one.cue[0].start), max(one.source[-1].end, one.cue[-1].end))
        message = (
            f"The reader learns who speaks only after {wait}. Move this up, behind the first sentence or before it."
        )
        fixes = tuple(_fixes(paragraph, statement))
        yield placed(evidence, Line(statement.paragraph, one.sentence), span, message, fixes=fixes)


def _fixes(paragraph: Paragraph, statement: Statement) -> Iterator[Fix]:
    """Yield the fixes that name the speaker behind the first sentence, or before all of it."""
    one = statement.attribution
    end = min(one.source[0].start, one.cue[0].start)
    quoted = [found for found in paragraph.quotations if found.span.end <= end and _holds(statement, found)]
    if len(quoted) == 1:
        moved = named_after_first("Name the speaker after the first sentence", paragraph, quoted[0], one)
        ahead = led_in("Begin with the speaker", paragraph, quoted[0], one)
        yield from (fix for fix in (moved, ahead) if fix is not None)


def _speaks(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether a statement is speech whose speaker is given by more than a pronoun, in the story's own voice."""
    paragraph, one = graph.paragraphs[statement.paragraph], statement.attribution
    if not (one.source and one.cue and one.content) or one.kind not in _CARRYING:
        return False
    if paragraph.quoted(one.source[0]) or nested(paragraph, one):
        return False
    return referent(paragraph, one).reference in (Reference.NAME, Reference.DESCRIPTION)


def _wait(paragraph: Paragraph, statement: Statement, options: Options) -> str | None:
    """Return how much stands before the speaker, in words; None where it is not too much."""
    one = statement.attribution
    end = min(one.source[0].start, one.cue[0].start)
    quoted = [found for found in paragraph.quotations if found.span.end <= end and _holds(statement, found)]
    if quoted:
        return _quoted_wait(paragraph, _run(paragraph, quoted), end, options)
    if one.type is not ContentType.INDIRECT or one.content[0].end > end:
        return None
    if not paragraph.sentences[one.sentence].span.covers(one.content[0]):
        return None
    words = len(one.content[0].of(paragraph.text).split())
    return f"{words} words" if words > options.max_claim_words else None


def _run(paragraph: Paragraph, quoted: list[Quotation]) -> list[Quotation]:
    """Return the last quotations that stand together, with no sentence of the story's between them."""
    kept = quoted[-1:]
    for one in reversed(quoted[:-1]):
        if paragraph.text[one.span.end : kept[0].span.start].strip():
            break
        kept.insert(0, one)
    return kept


def _quoted_wait(paragraph: Paragraph, quoted: list[Quotation], end: int, options: Options) -> str | None:
    """Return the same for quotations that come before the speaker at ``end``."""
    if not all(one.opened and one.closed for one in quoted) or paragraph.text[quoted[-1].span.end : end].strip(" ,"):
        return None
    inner = [one.inner.of(paragraph.text).strip() for one in quoted]
    sentences = sum(1 + len(_STOP.findall(text)) for text in inner)
    if sentences > options.max_sentences:
        return f"{sentences} sentences"
    words = sum(len(text.split()) for text in inner)
    return f"{words} words" if words > options.max_words else None


def _holds(statement: Statement, quotation: Quotation) -> bool:
    """Say whether a quotation is what a statement's source says."""
    return any(part.overlaps(quotation.inner) for part in statement.attribution.content)


def _known(evidence: Evidence, statement: Statement, start: int) -> bool:
    """Say whether the reader knows who speaks before the words begin: led in, named before, or speaking already."""
    paragraph = evidence.graph.paragraphs[statement.paragraph]
    if paragraph.text[:start].rstrip().endswith((":", ",", "—", "–")):
        return True
    at = next(k for k, s in enumerate(paragraph.sentences) if s.span.end > start)
    line = Line(statement.paragraph, at)
    before = evidence.before(line, BEFORE)
    if statement.source is None:
        return True
    source = evidence.graph.sources[statement.source]
    if any(
        other.paragraph == one.paragraph and (other.number == one.attribution.sentence)
        for other in before
        for one in evidence.graph.statements_of(statement.source)
    ):
        return True
    last = source.name.split()[-1]
    return any(last in evidence.sentence(other).text for other in before) or last in paragraph.text[:start]
