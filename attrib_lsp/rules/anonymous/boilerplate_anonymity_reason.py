"""Flags stock reasons for anonymity that tell the reader nothing.

## What it flags

Formulas that stand where a reason should: "because he was not authorised to speak publicly", "because of the
sensitivity of the matter", "to speak candidly", "to discuss internal deliberations", and "on condition of anonymity"
with no reason at all. A hint: some houses are content with them.

The bare formula is left alone where the source talked to another outlet, which knows the reason. Silent too where the
sentence also tells what the source risks or owes ("and could lose his job", "for fear of reprisals",
"signed a non-disclosure agreement"), where a named person says that they may not comment, and inside quotation marks.

## Why

The New York Times has told its reporters that rote formulas are worse than none: give the real pressure, be it fear
for safety, a threat of dismissal, testimony under seal or a promise between the parties. Its principles want an
explanation that conveys something.

## Flagged

```
# Contract cancelled

The contract was cancelled, said an engineer who spoke on condition of anonymity ⟦because he was not authorised to
speak publicly⟧.
```

```
# Merger talks stall

Two people close to the talks, who asked not to be named ⟦because of the sensitivity of the matter⟧, said the buyer had
walked away. A banker ⟦who was not authorized to discuss the sale⟧ said a second bid was likely.
```

```
# Senate whips count votes

Three aides who were granted anonymity ⟦to discuss internal deliberations⟧ said the count stood at 48. A fourth, who
requested anonymity ⟦to speak candidly⟧, put it at 46.
```

```
# Envoy to leave

The envoy will leave in May, said two officials who spoke ⟦on condition of anonymity⟧.
```

## Fixes

Give the real reason:

```
The contract was cancelled, said an engineer who spoke on condition of anonymity for fear of <consequence>.
```

Add the reason:

```
The envoy will leave in May, said two officials who spoke on condition of anonymity for fear of <consequence>.
```

## Clean

```
# Contract cancelled

The contract was cancelled, said an engineer who asked not to be named because the firm dismissed two colleagues for
talking to reporters.
```

```
# Contract cancelled

The contract was cancelled, said an engineer who spoke on condition of anonymity because he was not authorised to speak
publicly and could lose his job.
```

```
# Envoy to leave

The envoy will leave in May, said two officials who spoke on condition of anonymity because the host government has not
been told. One said a successor had been found.
```

```
# Hospital closes ward

The matron, Joan Reyes, said she was not authorised to discuss the closure. The board met in private because of the
sensitivity of the matter. Staff were told to speak freely.
```

```
# Hospital closes ward

"I am not authorised to speak publicly," a nurse on the ward said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.anonymity import unnamed_phrase
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.descriptions import reason_pattern
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.outlets import outlet_spans
from attrib_lsp.attribution.unnamed_speakers import place
from attrib_lsp.attribution.values import Paragraph, SourceKind, Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span

#: How far a formula goes on behind its last fixed word, in code points.
TAIL = 60


@rule("ANO207", Severity.HINT)
def boilerplate_anonymity_reason(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each stock reason, and for each request for anonymity without any."""
    blocks = read_blocks(graph.story)
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for at, sentence in enumerate(paragraph.sentences):
            if not sentence.holds(words("anonymity", "telltale")) or reason_pattern().search(sentence.text) is None:
                continue
            if _telling(paragraph, sentence):
                continue
            spans = tuple(_formulas(graph, number, at)) or tuple(_bare(paragraph, at))
            for span in spans:
                yield _finding(span, blocks[number].prose)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Match the words of one of the lists, or of any of the patterns in it."""
    found = lexicon("anonymity")[name]
    return re.compile(found if isinstance(found, str) else "|".join(found), re.IGNORECASE)


@cache
def _formula(name: str) -> re.Pattern[str]:
    """Match a formula of the list ``name`` with what leads it in and the rest of its clause."""
    lists = lexicon("anonymity")
    rest = rf"(?:(?! {lists['ends']}\b)[^.,;:()—–“”\"]){{0,{TAIL}}}(?<=\w)(?!\w)"
    return re.compile(rf"(?:\b{lists['lead_ins']})?(?:{'|'.join(lists[name])})\w*{rest}", re.IGNORECASE)


def _telling(paragraph: Paragraph, sentence: Sentence) -> bool:
    """Say whether a sentence tells, outside quotation marks, what a source risks or owes."""
    return any(
        not paragraph.quoted(Span(*match.span()).shifted(sentence.span.start))
        for match in _pattern("informative").finditer(sentence.text)
    )


def _formulas(graph: AttributionGraph, number: int, at: int) -> Iterator[Span]:
    """Yield the stock reasons in sentence ``at`` of paragraph ``number``."""
    paragraph = graph.paragraphs[number]
    sentence = paragraph.sentences[at]
    for name in ("formulas", "beside_request"):
        for match in _formula(name).finditer(sentence.text):
            span = Span(*match.span()).shifted(sentence.span.start)
            if paragraph.quoted(span) or _second(sentence, match):
                continue
            if _requested(sentence, match) or (name == "formulas" and _unnamed(graph, number, at, span)):
                yield span


def _second(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether another reason stands beside the formula: "as the charges were sealed and they were not …"."""
    before, behind = sentence.text[: match.start()], sentence.text[match.end() :]
    return any(_pattern("second_reason").search(part) is not None for part in (before, behind))


def _requested(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether a sentence says, besides the formula itself, that anonymity was asked for."""
    rest = (sentence.text[: match.start()], sentence.text[match.end() :])
    return any(reason_pattern().search(part) is not None for part in rest)


def _unnamed(graph: AttributionGraph, number: int, at: int, span: Span) -> bool:
    """Say whether the formula is said of an unnamed source: who speaks in its sentence, or in the one before."""
    before = (number, at - 1) if at else (number - 1, len(graph.paragraphs[number - 1].sentences) - 1)
    beside = [
        one
        for where in (number, before[0])
        for one in graph.statements_in(where)
        if (where, one.attribution.sentence) in ((number, at), before)
    ]
    named = any(
        one.source is not None
        and graph.sources[one.source].kind in (SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANISATION)
        and one.paragraph == number
        and any(part.overlaps(span) for part in one.attribution.content)
        for one in beside
    )
    return not named and any(_unnamed_head(graph, one) for one in beside)


def _unnamed_head(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether the words for a statement's source leave it unnamed."""
    if statement.attribution.head is None:
        return False
    sentence, head = place(graph.paragraphs[statement.paragraph], statement.attribution)
    return unnamed_phrase(sentence, head) is not None


def _bare(paragraph: Paragraph, at: int) -> Iterator[Span]:
    """Yield the request for anonymity in a sentence where neither it nor the next one gives a reason."""
    sentence = paragraph.sentences[at]
    after = paragraph.sentences[at + 1 : at + 2]
    for match in _pattern("bare_request").finditer(sentence.text):
        span = Span(*match.span()).shifted(sentence.span.start)
        behind = sentence.text[match.end() :]
        reasoned = _pattern("reasoned").search(sentence.text) or re.match(r",? (?:in order )?to \w+", behind)
        later = any(_telling(paragraph, one) or _pattern("reasoned").search(one.text) for one in after)
        if not (reasoned or later or paragraph.quoted(span) or _told_elsewhere(sentence)):
            yield span


def _told_elsewhere(sentence: Sentence) -> bool:
    """Say whether the source talked to another outlet: that one knows the reason."""
    outlets = outlet_spans(sentence.text, sentence.lists)
    return any(
        any(span.start <= match.end() < span.end for span in outlets)
        or _pattern("outlet_nouns").match(sentence.text, match.end())
        for match in _pattern("spoke_to").finditer(sentence.text)
    )


def _finding(span: Span, prose: Prose) -> Finding:
    """Say that the reason is none, and offer the place for a real one."""
    given = span.of(prose.text)
    message = f"“{given}” is a formula and tells the reader nothing. Say what the source stands to lose by being named."
    led = re.match(r"(?:because|since|as|due|given|owing|citing|to|in order)\b", given, re.IGNORECASE)
    if led:
        fix = Fix("Give the real reason", span, "for fear of <consequence>")
    elif re.match(r"who\b", given):
        fix = Fix("Give the real reason", span, "who asked not to be named for fear of <consequence>")
    else:
        fix = Fix("Add the reason", Span(span.end, span.end), " for fear of <consequence>")
    return Finding(span, message, prose, fixes=(fix,))
