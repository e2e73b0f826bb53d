"""Flags an account that runs on, sentence after sentence, with its source given only at the start.

## What it flags

"Police said the van was stolen" and then three or more sentences of the same paragraph that go on telling what
happened, in the past tense and each linked to the one before, with nobody given for them. The reader can no longer tell
whether it is still the police's account. Marked is the sentence in which it should be said again.

Silent where a document or a record is the source or the account is framed as somebody's ("According to the
indictment"); where the topic changes or the story objects ("But"); on what is in the diary; and in opinion, features
and interviews.

## Why

The AP wants the source restated for later details unless it is perfectly clear. The American Press Institute's advice
in doubt is to attribute.

## Options

- `max_sentences` (2): how many sentences may go on without the source.

## Flagged

```
# Van found by the sea

Police said the van was stolen on Monday. It was driven to the coast. ⟦The driver burned his clothes.⟧ He then called a
friend. The friend hid him for two days.
```

```
# Boat adrift

The skipper's brother, Bo Lund, said the boat lost its engine at noon. The boat drifted north. ⟦The crew threw out an
anchor.⟧ The anchor dragged. They waited for help until night.
```

## Fixes

Name the source again:

```
Police said the van was stolen on Monday. It was driven to the coast. The driver burned his clothes, <source> said.
He then called a friend. The friend hid him for two days.
```

## Clean

```
# Van found by the sea

Police said the van was stolen on Monday and driven to the coast. The driver burned his clothes, they said. He then
called a friend, who hid him for two days, police said.
```

```
# Van found by the sea

According to the indictment, the van was stolen on Monday. It was driven to the coast. The driver burned his clothes. He
then called a friend. The friend hid him for two days.
```

```
# Van found by the sea

Police said the van was stolen on Monday. It was driven to the coast. The driver burned his clothes.
```

```
# Van found by the sea

Police said the van was stolen on Monday. Crime is rare in Aldham. Two shops closed in May. A school opened in June. It
rained for a week.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.grounds import on_record, points_back, scheduled
from attrib_lsp.attribution.unnamed_speakers import nested
from attrib_lsp.attribution.values import ContentType, CueKind, SourceKind, Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.mending import BLANK, closing
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import placed

_PAPER = (SourceKind.DOCUMENT, SourceKind.MEDIA_OUTLET)


@dataclass(frozen=True, slots=True)
class Options:
    """``max_sentences``: how many sentences may go on without the source."""

    max_sentences: int = 2


@rule("ATT510", Severity.INFO, supersedes=("UNS101",))
def attribution_gap(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each account that loses its source on the way."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript or loose(graph):
        return
    for line in evidence.lines:
        statement = _begins(evidence, line)
        if statement is None:
            continue
        run = tuple(_run(evidence, line))
        if len(run) <= options.max_sentences:
            continue
        again = run[max(options.max_sentences - 1, 0)]
        sentence = evidence.sentence(again)
        message = f"Is this still what {_called(graph, statement)} said? Name the source again."
        fixes = closing("Name the source again", sentence, f", {BLANK} said")
        yield placed(evidence, again, sentence.span, message, fixes=fixes)


def _called(graph: AttributionGraph, statement: Statement) -> str:
    """Return how the source is called where it is named, as in the middle of a sentence."""
    paragraph, one = graph.paragraphs[statement.paragraph], statement.attribution
    text = one.source[0].of(paragraph.text).split(",")[0]
    first = paragraph.sentences[one.sentence].tokens_in(one.source[0])[0]
    return text if first.pos == "PROPN" else text[:1].lower() + text[1:]


def _begins(evidence: Evidence, line: Line) -> Statement | None:
    """Return the one statement of a line by which somebody begins to tell what happened."""
    paragraph = evidence.paragraph(line)
    found = [one for one in evidence.graph.statements_in(line.paragraph) if one.attribution.sentence == line.number]
    if len(found) != 1 or found[0].source is None or evidence.graph.sources[found[0].source].kind in _PAPER:
        return None
    one = found[0].attribution
    if (
        one.kind is not CueKind.SPEECH
        or one.cue_lemma not in words("accounts", "begun")
        or not one.source
        or one.negated
    ):
        return None
    if one.type is not ContentType.INDIRECT or nested(paragraph, one) or paragraph.quoted(evidence.sentence(line).span):
        return None
    sentence = evidence.sentence(line)
    told = [token for part in one.content for token in sentence.tokens_in(part)]
    if all(token.tag not in ("VBD", "VBN") for token in told) or _framed().search(sentence.text) is not None:
        return None
    return found[0]


@cache
def _framed() -> re.Pattern[str]:
    """Match words that say whose account all of it is."""
    return re.compile(str(lexicon("accounts")["frames"]), re.IGNORECASE)


def _run(evidence: Evidence, start: Line) -> Iterator[Line]:
    """Yield the lines behind ``start`` in its paragraph that go on with the account and give nobody for it."""
    before = start
    for number in range(start.number + 1, len(evidence.paragraph(start).sentences)):
        line = Line(start.paragraph, number)
        if not _goes_on(evidence, before, line):
            return
        yield line
        before = line


def _goes_on(evidence: Evidence, before: Line, line: Line) -> bool:
    """Say whether a line goes on with what the one before tells, as a thing of the past that nobody is given for."""
    sentence, paragraph = evidence.sentence(line), evidence.paragraph(line)
    if line in evidence.spoken or any(one.source for one in evidence.attributions(line)):
        return False
    if paragraph.quoted(sentence.span) or not _past(sentence):
        return False
    if on_record(sentence) or scheduled(sentence) or _framed().search(sentence.text):
        return False
    first = sentence.tokens[0].text.lower()
    if first in words("accounts", "turning"):
        return False
    return points_back(sentence) or first == "the" or bool(evidence.shared(before, line))


def _past(sentence: Sentence) -> bool:
    """Say whether a sentence tells an event in the past tense."""
    root = sentence.root
    if root.pos != "VERB":
        return False
    return root.tag == "VBD" or any(token.tag == "VBD" for token in sentence.children(root, "aux:pass"))
