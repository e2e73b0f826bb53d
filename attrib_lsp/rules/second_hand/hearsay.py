"""Flags what a source only has from somebody else: a neighbour said the co-pilot had told her.

## What it flags

Somebody says that somebody else told them a thing, or that they heard it, and the thing is about a third: the one who
knows is not the one who speaks to the reader. As a hint where the teller holds an office or is a body.

Silent where the speaker was told of their own affairs ("the manager told her that she was sacked"), orders, plans or
guesses; on spokespeople, lawyers and investigators; in reports from court and on inquiries; where the teller speaks in
the story too; and inside quotation marks.

## Why

The BBC wants first-hand sources, and corroboration where there is none. Reuters wants the reader told how close a
source was to what happened.

## Flagged

```
# Pilot asleep

The pilot was asleep, ⟦a neighbour said the co-pilot had told her⟧.
```

```
# Mill burns down

⟦A baker said a friend had told him⟧ that the mayor took money from the mill. The mill burned down in May.
```

```
# Mill burns down

⟦Bo Lund, a baker, said he had been told by a cousin⟧ that the mill was empty.
```

## Fixes

Say that the speaker was not there:

```
The pilot was asleep, a neighbour, who <was not there>, said the co-pilot had told her.
```

## Clean

```
# Pilot asleep

The pilot was asleep, the co-pilot, Ines Mora, told investigators.
```

```
# Mill burns down

A baker said the manager had told her that she was sacked. She said a foreman told her to leave.
```

```
# Mill burns down

A lawyer for the mill said the owner had told him that the mill was empty. A judge will hear the case in May.
```

```
# Mill burns down

Bo Lund, a baker, said Ana Roux had told him that the mill was empty. "It was empty," Roux said.
```

```
# Mill burns down

"My cousin said a friend had told her that the mill was empty," said Bo Lund, a baker.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.relayed import Relayed, relayed
from attrib_lsp.attribution.unnamed_speakers import nested
from attrib_lsp.attribution.values import SourceKind
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.mending import aside
from attrib_lsp.rules.rule import rule

#: What tells the reader that it is hearsay.
ABSENT = "who <was not there>"
_ABSENT = re.compile(r"\bwho (?:was|were) not (?:there|present|in the \w+)\b")

_PEOPLE = (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP)


@rule("SEC704", Severity.INFO)
def hearsay(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each thing that a source only passes on."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript:
        return
    blocks = read_blocks(graph.story)
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for one in relayed(paragraph):
            at = one.attribution.sentence
            sentence, near = paragraph.sentences[at], paragraph.sentences[max(at - 1, 0) : at + 2]
            if not _speaks_for_self(graph, number, one) or any(map(_in_court, near)) or _ABSENT.search(sentence.text):
                continue
            teller = one.teller
            if teller is not None and _heard_too(graph, teller):
                continue
            who = "whoever saw it" if teller is None else f"“{_phrase(sentence, teller)}”"
            message = f"This is hearsay: the speaker was not there. Go to {who}, or say that nobody else confirms it."
            mild = teller is not None and _official(sentence, teller)
            fix = aside("Say that the speaker was not there", paragraph.text, one.attribution.source[0].end, ABSENT)
            severity = Severity.HINT if mild else None
            yield Finding(one.span, message, blocks[number].prose, fixes=(fix,), severity=severity)


def _speaks_for_self(graph: AttributionGraph, number: int, one: Relayed) -> bool:
    """Say whether whoever passes it on is a person who does not relay by trade."""
    statement = next(found for found in graph.statements_in(number) if found.attribution is one.attribution)
    if statement.source is None or graph.sources[statement.source].kind not in _PEOPLE:
        return False
    source = graph.sources[statement.source]
    called = " ".join([source.description, *(mention.text for mention in source.mentions)]).lower().split()
    trades = words("relaying", "relaying")
    return not any(word.strip(",.()") in trades or word.strip(",.()").removesuffix("s") in trades for word in called)


def _in_court(sentence: Sentence) -> bool:
    """Say whether a sentence tells of a case or an inquiry."""
    return sentence.holds(words("relaying", "cases"))


def _heard_too(graph: AttributionGraph, teller: Token) -> bool:
    """Say whether whoever told it speaks in the story in their own right."""
    for statement in graph.statements:
        one, paragraph = statement.attribution, graph.paragraphs[statement.paragraph]
        if statement.source is None or not one.source or nested(paragraph, one):
            continue
        if teller.text in graph.sources[statement.source].name.split() or teller.text in one.source[0].of(
            paragraph.text
        ):
            return True
    return False


def _phrase(sentence: Sentence, teller: Token) -> str:
    """Return the words for who told it, the last one whole ("the co-pilot")."""
    span = span_of(noun_phrase(sentence, teller)).shifted(-sentence.span.start)
    joined = re.match(r"(?:-\w+)*", sentence.text[span.end :])
    return span.of(sentence.text) + (joined.group() if joined is not None else "")


def _official(sentence: Sentence, teller: Token) -> bool:
    """Say whether whoever told it is a body or holds an office."""
    phrase = noun_phrase(sentence, teller)
    offices = sentence.lists.roles | words("people", "titles") | sentence.lists.bodies
    return any(
        token.lemma.lower() in offices - words("people", "courtesy")
        or ((entity := sentence.entity_at(token)) is not None and entity.label in ("ORG", "PLACE"))
        for token in phrase
    )
