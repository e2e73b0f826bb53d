"""Flags one quotation, word for word, that is given to several speakers at once.

## What it flags

"We had no idea the roof leaked," the tenants said: people do not speak in chorus, so one of them said it, or nobody
did. Several names joined by "and" count as well.

Silent on words that were written, sung or shouted together (a joint statement, a letter, a chant, a placard), on
plurals by which a body speaks ("prosecutors said"), and on quotations of fewer than four words.

## Why

At The New York Times a quotation belongs to the one who spoke it. Reuters wants it clear who is speaking.

## Flagged

```
# Roof falls in

"We had no idea the roof leaked," ⟦the tenants said⟧.
```

```
# Roof falls in

"We had no idea the roof leaked," ⟦Paula Roy and Ana Lind said⟧.
```

## Fixes

Name who said it:

```
"We had no idea the roof leaked," <name>, <role>, said.
```

Say how they said it together:

```
"We had no idea the roof leaked," the tenants said in <a joint statement>.
```

## Clean

```
# Roof falls in

"We had no idea the roof leaked," said Paula Roy, a tenant.
```

```
# Roof falls in

"We had no idea the roof leaked," the tenants said in a joint statement.
```

```
# Roof falls in

"We are looking into the cause," police said. "It will take a few weeks," prosecutors said.
```

```
# Roof falls in

"Fix our roof," the tenants said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.unnamed_speakers import nested, place
from attrib_lsp.attribution.values import Attribution, ContentType, CueKind, Paragraph, Statement
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import set_off
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: Words that a quotation needs: a slogan is shorter.
FEWEST_WORDS = 4


@cache
def _jointly() -> re.Pattern[str]:
    """Match signs that words were put down or called out together."""
    return re.compile(str(lexicon("altered_quotes")["jointly"]), re.IGNORECASE)


@rule("QUO409", Severity.INFO)
def chorus_quote(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each quotation that several people are said to have spoken."""
    if loose(graph):
        return
    blocks = read_blocks(graph.story)
    for statement in graph.statements:
        if statement.paragraph not in graph.body or statement.inherited or not _quotes(graph, statement.attribution):
            continue
        paragraph, one = graph.paragraphs[statement.paragraph], statement.attribution
        if not _speech(paragraph, one) or _written(graph, statement) or not _several(paragraph, one):
            continue
        span = one.source[0].joined(one.cue[0])
        if any(span.overlaps(part) for part in one.content):
            span = one.source[0]
        message = "Several people cannot have said this in one voice. Name who said it, or paraphrase what they said."
        yield Finding(span, message, blocks[statement.paragraph].prose, fixes=_fixes(paragraph.text, one))


def _fixes(text: str, one: Attribution) -> tuple[Fix, ...]:
    """Return the fixes that name one of them, and that say how they spoke together."""
    source, cue = one.source[0], one.cue[0]
    name = Fix("Name who said it", source, set_off("<name>, <role>", text, source.end))
    end = max(source.end, cue.end)
    jointly = Fix("Say how they said it together", Span(end, end), " in <a joint statement>")
    return (name, jointly) if cue.of(text) == "said" else (jointly,)


def _quotes(graph: AttributionGraph, attribution: Attribution) -> bool:
    """Say whether an attribution is speech in quotation marks that has a source."""
    return (
        bool(attribution.source and attribution.cue)
        and attribution.head is not None
        and attribution.type is ContentType.DIRECT
        and attribution.kind is CueKind.SPEECH
        and not attribution.negated
    )


def _speech(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether the words quoted are enough to be speech, and told in the story's own voice."""
    if paragraph.quoted(attribution.source[0]) or nested(paragraph, attribution):
        return False
    quoted = [
        token
        for sentence in paragraph.sentences
        for part in attribution.content
        for token in sentence.tokens_in(part)
        if token.pos != "PUNCT"
    ]
    return len(quoted) >= FEWEST_WORDS


def _written(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether the paragraph, or the one before, tells of a text, a song or a shout that people share."""
    numbers = [number for number in (statement.paragraph - 1, statement.paragraph) if number in graph.body]
    return any(_jointly().search(_own_words(graph.paragraphs[number])) for number in numbers)


def _own_words(paragraph: Paragraph) -> str:
    """Return a paragraph's text without its quotations."""
    text = paragraph.text
    for quotation in reversed(paragraph.quotations):
        text = text[: quotation.span.start] + " " + text[quotation.span.end :]
    return text


def _several(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether the source is several people: a plural of persons, or names joined by "and"."""
    sentence, head = place(paragraph, attribution)
    name = (head, *sentence.children(head, "flat", "flat:name"))
    joined = [one for part in name for one in sentence.children(part, "conj") if _within(one, attribution.source)]
    if joined:
        return all(_is_person(sentence, token) for token in (head, *joined))
    lemma = head.lemma.lower()
    if head.tag != "NNS" or lemma in words("altered_quotes", "bodies"):
        return False
    return lemma in sentence.lists.roles | words("people", "civilians") | words("sourcing", "unnamed.private")


def _is_person(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is a person's name."""
    entity = sentence.entity_at(token)
    return entity is not None and entity.label == "PERSON"


def _within(token: Token, source: tuple[Span, ...]) -> bool:
    """Say whether a word is part of the source."""
    return any(part.covers(token.span) for part in source)
