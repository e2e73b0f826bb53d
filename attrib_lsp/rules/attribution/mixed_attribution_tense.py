"""Flags the odd "says" in a story of "said", and the other way round.

## What it flags

A story keeps to one tense for its sources; where fewer than a quarter of them are in the other one, those are marked
that have no reason to be: somebody who "said" a moment ago "says", or a body "says" what will be done. Only "say",
"add", "tell" and "explain" count.

Silent on the story's first sentence; on documents, laws and signs ("the report says"); on views held all along, by
states, parties or people at large ("critics say", "he now says"); on asides ("which he says is his"); on the day or the
interview in which it was said. Silent too in headlines, inside quotation marks, where there are fewer than four uses,
and in opinion, features and interviews. Off by default.

## Why

Journalism courses (California State University, Northridge) make the past tense the norm in print, says a matter of
features. Online and in broadcasting both are found; a story should keep to one.

## Options

- `house_tense` ("auto"): "said" or "says" where the house has one; "auto" goes by what the story does mostly.
- `fewest` (4): how many uses a story needs at least.

## Flagged

```
# Bridge to close

The bridge will close, said Rita Lund, the city engineer. The council ⟦says⟧ tolls will rise. Repairs start in May, Ms
Lund said. Buses will be rerouted, she said. The lane reopens in June, she said.
```

```
# Bridge to close

The bridge will close, says Rita Lund, the city engineer. "The lane reopens in June," Ms Lund says. Buses will be
rerouted, she says. "It is an old bridge," ⟦said⟧ Ms Lund. The mayor, Bo Moll, says tolls will rise.
```

```
# Bridge to close

The bridge will close, said Rita Lund, the city engineer. Repairs start in May, Ms Lund said. Buses will be rerouted,
she said. The lane reopens in June, she said. The council ⟦says⟧ tolls will rise.

"It is an old bridge," said Bo Moll, the mayor. Bo Moll ⟦says⟧ the toll was his idea. It will bring in a million, he
said. "We need it," he said. Ms Lund said the piers were sound.
```

## Fixes

Write “said”:

```
The bridge will close, said Rita Lund, the city engineer. The council said tolls will rise. Repairs start in May, Ms
Lund said. Buses will be rerouted, she said. The lane reopens in June, she said.
```

Keep to one tense throughout:

```
The bridge will close, said Rita Lund, the city engineer. Repairs start in May, Ms Lund said. Buses will be
rerouted, she said. The lane reopens in June, she said. The council said tolls will rise.

"It is an old bridge," said Bo Moll, the mayor. Bo Moll said the toll was his idea. It will bring in a million, he
said. "We need it," he said. Ms Lund said the piers were sound.
```

## Clean

```
# Bridge to close

The bridge will close, said Rita Lund, the city engineer. The council said tolls would rise. Repairs start in May, Ms
Lund said. Buses will be rerouted, she said. The lane reopens in June, she said.
```

```
# Bridge to close

The bridge will close, said Rita Lund, the city engineer. Repairs start in May, Ms Lund said. Buses will be rerouted,
she said. The lane reopens in June, she said. The city's charter says that bridges are free. Critics say it is old.
```

```
# Bridge to close

The bridge will close, said Rita Lund, the city engineer. The council says tolls will rise.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.cues import verb_group
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.reach import aside
from attrib_lsp.attribution.unnamed_speakers import cue_verb, nested
from attrib_lsp.attribution.values import CueKind, SourceKind, Statement
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Edit, Finding, Fix, Severity
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule

#: Share of the uses below which a tense is the odd one.
ODD = 0.25


@dataclass(frozen=True, slots=True)
class Options:
    """``house_tense``: "said", "says" or "auto"; ``fewest``: how many uses a story needs."""

    house_tense: Literal["auto", "said", "says"] = "auto"
    fewest: int = 4


class _Use(NamedTuple):
    """A verb of saying: its statement, where it stands, and whether it is in the present tense."""

    statement: Statement
    sentence: Sentence
    verb: Token
    present: bool


@rule("ATT509", Severity.HINT, default=False)
def mixed_attribution_tense(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each verb of saying in the tense that is not the story's."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript or loose(graph):
        return
    uses = [use for statement in graph.statements if (use := _use(graph, statement)) is not None]
    if len(uses) < options.fewest:
        return
    present = sum(use.present for use in uses)
    now = present * 2 > len(uses) if options.house_tense == "auto" else options.house_tense == "says"
    odd = [use for use in uses if use.present is not now]
    if len(odd) >= ODD * len(uses):
        return
    blocks = read_blocks(graph.story)
    kept = frozenset(use.statement.source for use in uses if use.present is now and _person(graph, use))
    told = [use for use in odd if not _excused(graph, use) and (use.statement.source in kept or _announces(graph, use))]
    edits = [Edit(use.verb.span, _in_tense(use, now), blocks[use.statement.paragraph].prose) for use in told]
    for number, (use, edit) in enumerate(zip(told, edits, strict=True)):
        message = f"“{use.verb.text}” in a story that has “{'says' if now else 'said'}”. Keep to one tense."
        fix = Fix(f"Write “{edit.replacement}”", edit.span, edit.replacement)
        others = (*edits[:number], *edits[number + 1 :])
        whole = (Fix("Keep to one tense throughout", edit.span, edit.replacement, also=others),) if others else ()
        yield Finding(use.verb.span, message, blocks[use.statement.paragraph].prose, fixes=(fix, *whole))


def _in_tense(use: _Use, now: bool) -> str:
    """Return a verb of saying in the present tense, or in the past one."""
    return str(lexicon("tenses")["plain"][use.verb.lemma.lower()][0 if now else 1])


def _use(graph: AttributionGraph, statement: Statement) -> _Use | None:
    """Return the plain verb of saying of a statement of the body's own voice, None where it has none."""
    one, paragraph = statement.attribution, graph.paragraphs[statement.paragraph]
    if statement.paragraph not in graph.body or one.kind is not CueKind.SPEECH or not (one.source and one.cue):
        return None
    if paragraph.quoted(one.cue[0]) or nested(paragraph, one):
        return None
    sentence = paragraph.sentences[one.sentence]
    verb = cue_verb(sentence, one)
    if verb.lemma.lower() not in lexicon("tenses")["plain"] or verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    first, end = verb_group(sentence, verb)
    if end - first > 1 or sentence.child(verb, "aux", "mark", "advcl") is not None or aside(sentence, one):
        return None
    return _Use(statement, sentence, verb, verb.tag != "VBD")


def _excused(graph: AttributionGraph, use: _Use) -> bool:
    """Say whether a use has a reason of its own: it opens the story, or tells when, how often or where it was said."""
    if (use.statement.paragraph, use.statement.attribution.sentence) == (graph.body.start, 0):
        return True
    told = {token.text.lower() for token in use.sentence.tokens if not _carried(use.statement, token)}
    dated = any(entity.label == "DATE" for entity in use.sentence.entities)
    return bool(told & words("tenses", "excuses.standing")) or (dated and not use.present)


def _carried(statement: Statement, token: Token) -> bool:
    """Say whether a word is part of what is said."""
    return any(part.covers(token.span) for part in statement.attribution.content)


def _person(graph: AttributionGraph, use: _Use) -> bool:
    """Say whether one person speaks."""
    source = use.statement.source
    return source is not None and graph.sources[source].kind in (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON)


def _announces(graph: AttributionGraph, use: _Use) -> bool:
    """Say whether a body says, once and for the day's news, what will be done."""
    source = use.statement.source
    if source is None or graph.sources[source].kind is not SourceKind.NAMED_ORGANISATION or use.verb.tag != "VBZ":
        return False
    head = use.statement.attribution.head
    body = use.sentence.tokens[head] if head is not None else None
    if body is None or body.pos != "NOUN" or body.lemma.lower() in words("tenses", "excuses.views"):
        return False
    return any(token.text.lower() == "will" and _carried(use.statement, token) for token in use.sentence.tokens)
