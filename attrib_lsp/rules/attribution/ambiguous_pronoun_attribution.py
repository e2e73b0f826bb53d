"""Flags "he said" and "she said" where two people could be meant.

## What it flags

"He" or "she" as the speaker, right after a sentence of which two people of that gender are the subject: "Ken Dodd and
Paul Hume met on Friday. He said ...".

Silent where the sentence before has one subject, whoever else is named in it; where one of them has been "he" already,
or was speaking last; where a first name or a title shows who is meant; and inside quotation marks.

## Why

The AP wants the source restated unless the context makes it perfectly clear. Reuters wants the reader to know at once
who is speaking.

## Options

- `window_sentences` (2): how many sentences back the two may be named.

## Flagged

```
# Arts grant

Ken Dodd, the mayor, and Paul Hume, the arts minister, met on Friday. ⟦He⟧ said the grant was safe.
```

```
# Arts grant

Ken Dodd said the grant was safe, but Paul Hume said it was lost. ⟦He⟧ added that the hall would close.
```

```
# Match drawn

Anna Roe and Maria Lind played for four hours. The match was drawn. ⟦She⟧ said it had been the longest of her life.
```

## Fixes

Write “Dodd”:

```
Ken Dodd, the mayor, and Paul Hume, the arts minister, met on Friday. Dodd said the grant was safe.
```

## Clean

```
# Clerk in court

Carl Stone denied that he knew of it, and Simon Flint, his lawyer, asked him: "Did you have any key to the safe?" "No,"
he replied.
```

```
# Arts grant

Ken Dodd, the mayor, and Paul Hume, the arts minister, met on Friday. Mr Dodd said the grant was safe.
```

```
# Arts grant

Ken Dodd, the mayor, met Paul Hume, the arts minister, on Friday. He said the grant was safe.
```

```
# Arts grant

Ken Dodd, the mayor, and Anna Hume, the arts minister, met on Friday. He said the grant was safe.
```

```
# Arts grant

Ken Dodd said the grant was safe. He said it would be paid in May. They said so. China and Japan met. He said so.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from attrib_lsp.attribution.antecedents import pronoun_class
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import Evidence, Line, evidence_of, speaks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.names import same_person
from attrib_lsp.attribution.rivals import Rival, rivals
from attrib_lsp.attribution.unnamed_speakers import nested
from attrib_lsp.attribution.values import CueKind, Statement
from attrib_lsp.language.values import Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Related, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import placed


@dataclass(frozen=True, slots=True)
class Options:
    """``window_sentences``: how many sentences back two people may be named."""

    window_sentences: int = 2


@rule("ATT504", Severity.WARNING)
def ambiguous_pronoun_attribution(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each "he" or "she" that speaks and may be two people."""
    evidence = evidence_of(graph)
    for statement in graph.statements:
        pronoun = _pronoun(graph, statement)
        if pronoun is None or _answers(graph, statement):
            continue
        line = Line(statement.paragraph, statement.attribution.sentence)
        found = rivals(evidence, line, pronoun, options.window_sentences)
        if len(found) < 2 or _named_before(evidence, line, pronoun) or _goes_on(evidence, line, found):
            continue
        one, other = found[:2]
        message = f"“{pronoun.text}” could be {one.name} or {other.name}. Write the name."
        names = (rival.name.split()[-1] for rival in found)
        fixes = tuple(Fix(f"Write “{name}”", pronoun.span, name) for name in names)
        blocks = read_blocks(graph.story)
        related = tuple(
            Related(f"it could be {rival.name}", rival.place.span, blocks[rival.place.paragraph].prose)
            for rival in found
        )
        yield replace(placed(evidence, line, pronoun.span, message, fixes=fixes), related=related)


def _pronoun(graph: AttributionGraph, statement: Statement) -> Token | None:
    """Return the "he" or "she" that speaks in a statement of the body's own voice."""
    paragraph, one = graph.paragraphs[statement.paragraph], statement.attribution
    if statement.paragraph not in graph.body or one.head is None or one.kind is not CueKind.SPEECH:
        return None
    token = paragraph.sentences[one.sentence].tokens[one.head]
    if token.text.lower() not in ("he", "she") or paragraph.quoted(token.span) or nested(paragraph, one):
        return None
    return token


def _answers(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether a statement answers a question that is put right before it: it is not the asker's."""
    if statement.attribution.cue_lemma not in words("cues", "answering"):
        return False
    paragraph = graph.paragraphs[statement.paragraph]
    before = paragraph.text[: statement.attribution.extent.start].rstrip(" \"'“”‘’\n")
    return before.endswith("?")


def _named_before(evidence: Evidence, line: Line, pronoun: Token) -> bool:
    """Say whether somebody is spoken of in the sentence before the pronoun: it means them."""
    sentence = evidence.sentence(line)
    before = sentence.tokens[: pronoun.index]
    return any(
        pronoun_class(token.text) == pronoun_class(pronoun.text)
        or ((entity := sentence.entity_at(token)) is not None and entity.label == "PERSON")
        for token in before
    )


def _goes_on(evidence: Evidence, line: Line, found: tuple[Rival, ...]) -> bool:
    """Say whether somebody goes on: speaks in the sentence before, and is not one of two there who may be meant."""
    graph = evidence.graph
    for other in evidence.before(line, 1):
        spoken = [one for one in graph.statements_in(other.paragraph) if one.attribution.sentence == other.number]
        names = {graph.sources[one.source].name for one in spoken if one.source is not None and speaks(one)}
        both = [one for one in found if any(same_person(one.name, name) for name in names)]
        if other in evidence.spoken and len(both) < 2:
            return True
    return False
