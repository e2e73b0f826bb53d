"""Flags attributions that nobody needs: of what everybody knows, or the same speaker again in sentence after sentence.

## What it flags

A source for what any atlas or calendar tells ("Paris is the capital of France, according to officials"). The fourth of
four sentences in a row each of which says again that the same speaker said it.

Silent on charges and cases, where every sentence needs its cover; on quotations; and in opinion and interviews. Off by
default.

## Why

The AP asks not to attribute what is obvious or well known. The American Press Institute says the same of what was seen
or is undisputed. A plain fact with a source behind it looks like one person's view.

## Options

- `in_a_row` (4): from which sentence in a row on the same speaker is too much.

## Flagged

```
# Summit opens

Paris is the capital of France, ⟦according to officials⟧.
```

```
# Pier to close

The mayor, Ana Roux, said the pier would close in June. She said buses would stop at the market. Roux said the market
would open earlier. ⟦She said⟧ the new timetable would be out in May.
```

## Fixes

Cut the attribution:

```
Paris is the capital of France.
```

## Clean

```
# Summit opens

Paris is the capital of France. The summit opens on Monday, officials said.
```

```
# Pier to close

The mayor, Ana Roux, said the pier would close in June. She said buses would stop at the market. The market will open
earlier. She said the new timetable would be out in May.
```

```
# Mayor in court

Prosecutors said the mayor took a bribe. They said he hid the money. They said he lied to the police. They said he fled.
```

```
# Summit opens

Paris is the most beautiful capital in the world, the mayor, Ana Roux, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.unnamed_speakers import nested
from attrib_lsp.attribution.values import ContentType, CueKind, Statement
from attrib_lsp.attribution.wrongdoing import find_wrongs
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

_SAYING = (CueKind.SPEECH, CueKind.ACCORDING_TO)
#: Words of a content that a well-known fact is all of.
LONGEST_FACT = 16


@dataclass(frozen=True, slots=True)
class Options:
    """``in_a_row``: from which sentence in a row on the same speaker is too much."""

    in_a_row: int = 4


@rule("ATT512", Severity.HINT, default=False)
def over_attribution(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each attribution that nobody needs."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript or loose(graph):
        return
    for statement in graph.statements:
        if statement.paragraph in graph.body and _plain(graph, statement) and _well_known(graph, statement):
            message = "Everybody knows this, or can look it up. Drop the source."
            yield _finding(evidence, statement, message)
    for run in _runs(evidence):
        if len(run) >= options.in_a_row and not any(_charges(evidence, one) for one in run):
            message = f"The same speaker in {len(run)} sentences in a row. Once or twice is enough where it is plain."
            yield _finding(evidence, run[options.in_a_row - 1], message)


def _plain(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether a statement is speech without quotation marks whose source and cue stand in the story's own voice."""
    one, paragraph = statement.attribution, graph.paragraphs[statement.paragraph]
    if one.kind not in _SAYING or not (one.source and one.cue and one.content) or one.negated:
        return False
    sentence = paragraph.sentences[one.sentence]
    return one.type is ContentType.INDIRECT and not paragraph.quoted(sentence.span) and not nested(paragraph, one)


@cache
def _facts() -> re.Pattern[str]:
    """Match what everybody knows."""
    return re.compile("|".join(lexicon("common_knowledge")["facts"]))


def _well_known(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether all that a statement carries is known to everybody."""
    said = [part.of(graph.paragraphs[statement.paragraph].text) for part in statement.attribution.content]
    return len(said) == 1 and len(said[0].split()) <= LONGEST_FACT and _facts().search(said[0]) is not None


def _runs(evidence: Evidence) -> Iterator[tuple[Statement, ...]]:
    """Yield what the same source says in sentences that follow each other, one statement a sentence."""
    run: list[Statement] = []
    for line in evidence.lines:
        statement = _only(evidence, line)
        if statement is None or (run and statement.source != run[-1].source):
            yield tuple(run)
            run = []
        if statement is not None:
            run.append(statement)
    yield tuple(run)


def _only(evidence: Evidence, line: Line) -> Statement | None:
    """Return the statement of a line that has one, without quotation marks, by a source that is known."""
    found = [
        one
        for one in evidence.graph.statements_in(line.paragraph)
        if one.attribution.sentence == line.number and one.attribution.kind in _SAYING
    ]
    plain = [one for one in found if _plain(evidence.graph, one) and one.source is not None]
    return plain[0] if plain and len(found) == 1 else None


def _charges(evidence: Evidence, statement: Statement) -> bool:
    """Say whether a statement's sentence charges somebody with something."""
    sentence = evidence.sentence(Line(statement.paragraph, statement.attribution.sentence))
    return sentence.holds(words("common_knowledge", "charges")) or bool(find_wrongs(sentence))


def _finding(evidence: Evidence, statement: Statement, message: str) -> Finding:
    """Return a finding on a statement's source and cue, with the fix that drops them where they stand at the end."""
    one, text = statement.attribution, evidence.graph.paragraphs[statement.paragraph].text
    span = Span(min(one.source[0].start, one.cue[0].start), max(one.source[-1].end, one.cue[-1].end))
    said = one.content[-1].end
    trailing = said <= span.start and text[said : span.start].strip() == "," and text[span.end : span.end + 1] == "."
    fixes = (Fix("Cut the attribution", Span(said, span.end), ""),) if trailing else ()
    return placed(evidence, Line(statement.paragraph, one.sentence), span, message, fixes=fixes)
