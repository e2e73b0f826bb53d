"""Flags words in quotation marks that come from an unnamed source.

## What it flags

A quotation of some length given to somebody unnamed ("“It will be announced tomorrow,” a cabinet aide said").
Reported once for each source, where it is first quoted. A private person (a neighbour, a witness) is a hint. A word
or two in quotation marks are left alone; so are quoted texts (a letter, a placard), an institution's spokesperson,
and, unless `allow_with_reason` is off, sources for whom the story says why they are not named.

## Why

Bloomberg wants words in quotation marks to be on the record. The New York Times holds that direct quotations from
unnamed sources should be rare, and cleared by an editor. The Guardian's code warns that, used lazily, they let people
shelter behind anonymity.

## Options

- `allow_with_reason` (true): be silent where the story says why the source is not named.
- `min_words` (4): how many words a quotation needs.

## Flagged

```
# Reshuffle expected

"It will be announced tomorrow," ⟦a cabinet aide⟧ said.
```

```
# Bank to cut jobs

The bank will close 40 branches. “Nobody on the third floor saw it coming,” said ⟦one senior executive⟧, who has
worked there since 2011. The executive called the plan “a shock to all of us in retail”.
```

```
# Blaze in Mill Lane

"There was a bang and then the roof was gone," ⟦one neighbour⟧ said.
```

```
# Club in turmoil

"The players have simply stopped listening to him," ⟦a source close to the dressing room⟧ said.
```

## Fixes

Paraphrase it: remove the quotation marks:

```
It will be announced tomorrow, a cabinet aide said.
```

Name the source:

```
"It will be announced tomorrow," <name>, <role>, said.
```

Give the reason for anonymity:

```
"It will be announced tomorrow," a cabinet aide, who asked not to be named because <reason>, said.
```

## Clean

```
# Agents look into mill

Agents are looking into the mill, according to three intelligence sources who were not authorized to speak on the
record.

The inquiry began in May. One intelligence source said agents would be "screaming if nobody went to court".
```

```
# Doubts over mill bid

The Ledger rang several traders on Monday, but none would speak on the record. "Nobody knows yet
what they will do," said one Leeds-based broker.
```

```
# Reshuffle expected

The plan will be announced on Thursday, said two cabinet aides who have seen the schedule and asked not to be named
for fear of dismissal.
```

```
# Reshuffle expected

"It will be announced on Thursday," said a cabinet aide, who asked not to be named for fear of dismissal.
```

```
# Bank to cut jobs

One senior executive at the bank called the plan "brutal".
```

```
# Closed doors

"You have been very critical of me," he told Senator Jeff Lake, according to officials with knowledge of the meeting.
```

```
# Students march in the rain

A student named Wong said, "We will come back as often as it takes, whatever the weather."
```

```
# Protest at the gate

"Keep your hands off our river," one placard said. A letter left at the gate read: "You will not sell what is not
yours."
```

```
# Supplier fined

"We have paid every customer back in full," a spokesman for Northwell Gas said.
```

```
# Reshuffle expected

"It will be announced on Thursday," the minister's chief of staff, Petra Nagy, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.anonymity import UnnamedKind
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.unnamed_speakers import UnnamedSpeaker, nested, place, unnamed_speakers
from attrib_lsp.attribution.values import Attribution, ContentType, Paragraph, Statement
from attrib_lsp.lexicons import words
from attrib_lsp.rules.anonymous._describing import named, unnamed_because
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: Words that mean somebody else once the marks are gone.
_OWN = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "here", "now"})


@dataclass(frozen=True, slots=True)
class Options:
    """``allow_with_reason``: be silent where the story says why; ``min_words``: how many words a quotation needs."""

    allow_with_reason: bool = True
    min_words: int = 4


@rule("ANO205", Severity.WARNING)
def anonymous_direct_quote(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield one finding for each unnamed source that is quoted, at its first quotation."""
    blocks = read_blocks(graph.story)
    for speaker in unnamed_speakers(graph):
        if options.allow_with_reason and speaker.source.reason is not None:
            continue
        statement = _first_quoting(graph, speaker, options.min_words)
        if statement is None:
            continue
        prose = blocks[statement.paragraph].prose
        sentence, head = place(graph.paragraphs[statement.paragraph], statement.attribution)
        span = speaker.phrase.span if statement is speaker.statement else span_of(noun_phrase(sentence, head))
        private = speaker.phrase.kind is UnnamedKind.PRIVATE
        fixes = (
            *_paraphrased(graph.paragraphs[statement.paragraph], statement),
            *named(prose.text, span),
            unnamed_because(prose.text, span.end),
        )
        severity = Severity.HINT if private else None
        yield Finding(span, _message(span.of(prose.text), private), prose, fixes=fixes, severity=severity)


def _paraphrased(paragraph: Paragraph, statement: Statement) -> tuple[Fix, ...]:
    """Return the fix that drops the marks, where the words read on without them: a statement, and not of oneself."""
    quoted = [one for one in paragraph.quotations if one.span.overlaps(statement.attribution.extent)]
    if len(quoted) != 1 or not (quoted[0].opened and quoted[0].closed):
        return ()
    quotation, sentence = quoted[0], paragraph.sentences[statement.attribution.sentence]
    inner = quotation.inner.of(paragraph.text)
    own = any(token.text.lower() in _OWN for token in sentence.tokens_in(quotation.inner))
    leads = quotation.span.start == sentence.tokens[0].span.start and inner.endswith(",")
    if own or not leads or not sentence.span.covers(quotation.span) or re.search(r"[?!…]|\.\.\.", inner):
        return ()
    return (Fix("Paraphrase it: remove the quotation marks", quotation.span, inner),)


def _first_quoting(graph: AttributionGraph, speaker: UnnamedSpeaker, least: int) -> Statement | None:
    """Return the statement in which a source is first quoted at some length."""
    before: int | None = None
    for statement in graph.statements:
        goes_on, before = before == speaker.number, statement.source
        if statement.source != speaker.number or statement.paragraph not in graph.body:
            continue
        paragraph = graph.paragraphs[statement.paragraph]
        if not statement.attribution.source or nested(paragraph, statement.attribution):
            continue
        _, head = place(paragraph, statement.attribution)
        if head.pos == "PRON" and not goes_on:
            continue  # somebody else has spoken in between
        if any(_words(paragraph, inner) >= least for inner in _own_words(paragraph, statement.attribution)):
            return statement
    return None


def _own_words(paragraph: Paragraph, attribution: Attribution) -> Iterator[Span]:
    """Yield the quotations in a content that are its source's own words: beside the cue, no titles, nobody else's."""
    if attribution.type is ContentType.INDIRECT or _relayed(paragraph, attribution):
        return
    sentence = paragraph.sentences[attribution.sentence].span
    for quotation in paragraph.quotations:
        inner = quotation.inner
        if not any(part.overlaps(inner) for part in attribution.content) or not sentence.overlaps(inner):
            continue
        shared = (
            other
            for other in paragraph.attributions
            if other is not attribution and other.cue and any(part.overlaps(inner) for part in other.content)
        )
        if not _title(paragraph, inner) and all(paragraph.quoted(other.cue[0]) for other in shared):
            yield inner


def _relayed(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether a content tells what somebody else said: "he told her, according to officials"."""
    return any(
        token.pos == "VERB"
        and token.lemma.lower() in words("cues", "speech")
        and sentence.child(token, "nsubj") is not None
        and not paragraph.quoted(token.span)
        and any(part.covers(token.span) for part in attribution.content)
        for sentence in paragraph.sentences
        for token in sentence.tokens
    )


def _title(paragraph: Paragraph, span: Span) -> bool:
    """Say whether quoted words are a title: all words of weight are capitalised."""
    tokens = [token for sentence in paragraph.sentences for token in sentence.tokens if span.covers(token.span)]
    heavy = [token for token in tokens if token.pos in ("NOUN", "PROPN", "VERB", "ADJ")]
    return bool(heavy) and all(token.text[0].isupper() for token in heavy)


def _words(paragraph: Paragraph, span: Span) -> int:
    """Return how many words stand in ``span``."""
    return sum(
        token.pos != "PUNCT" and token.span.overlaps(span)
        for sentence in paragraph.sentences
        for token in sentence.tokens
    )


def _message(words: str, private: bool) -> str:
    """Say what would mend it."""
    if private:
        return f"“{words}” is quoted without a name. Ask for one, or say why it is not given."
    return (
        f"“{words}” is quoted without a name. Name the speaker, put it in your own words, or say why there is no name."
    )
