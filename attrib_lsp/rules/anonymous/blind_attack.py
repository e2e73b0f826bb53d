"""Flags unnamed sources who run down a person or a body that can be identified.

## What it flags

Somebody unnamed who says of somebody named that he is lazy, a bully, out of her depth, that a firm is a shambles: a
judgement on wits, work or character in the source's words, in quotation marks or not. Reported once for each source
and target. Where the story says why the source is not named it is a warning.

Silent on what somebody did, told as a fact; on hard words about plans, events and conditions; on what is denied,
supposed or asked; on quoted texts; and on whoever is named in the same breath.

## Why

NPR's handbook keeps unnamed sources from remarks on character and reputation, save rare cases. The Guardian allows
unnamed pejorative quotations only in exceptional circumstances. At the Wall Street Journal they are almost never
acceptable and an editor for standards must clear them; Bloomberg treats them as hearsay.

## Flagged

```
# Mayor under fire

"He is lazy and vain," ⟦one former colleague of Mayor Orr⟧ said.
```

```
# Club parts with manager

The manager, Paul Orr, left the club on Friday. ⟦A source close to the dressing room⟧ called him a bully. ⟦Two former
colleagues⟧ said that Orr was out of his depth.
```

```
# Chancellor under fire

The chancellor, Rob Hale, speaks on Monday. "Hale is a coward," ⟦one senior Tory⟧ said.
```

```
# Agency loses third chief

⟦One senior official at the finance ministry⟧ said Northwell Housing was a shambles.
```

```
# Minister faces vote

The minister, Lena Holt, faces a vote on Monday. "She is the worst boss I ever had," said ⟦a former aide⟧, who asked
not to be named for fear of losing her job.
```

## Fixes

Cut the remark:

```
The manager, Paul Orr, left the club on Friday. Two former colleagues said that Orr was out of his depth.
```

## Clean

```
# Mayor under fire

Mayor Orr missed 14 of 20 council meetings last year, according to the council's attendance register. A former aide
said that he had shouted at staff.
```

```
# Mayor under fire

"The weather is awful," an aide to Mayor Orr said. "The plan is stupid and the roof is a disgrace."
```

```
# Mayor under fire

"He is lazy and vain," Joan Reyes, a former colleague of Mayor Orr, said. "He is a bully," a letter to the council read.
```

```
# Mayor under fire

"He is not lazy," one former colleague of Mayor Orr said. "If he were vain, he would dye his hair."
```

```
# Mayor under fire

One former colleague of Mayor Orr said that he had been told that the job was a nightmare and that the council was weak.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.anonymity import UnnamedKind, UnnamedPhrase, unnamed_phrase
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.disparagement import Disparagement, disparagements, unnamed_fellow
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.parties import PartyKind
from attrib_lsp.attribution.unnamed_speakers import named_beside, nested, place, speaks_for_body
from attrib_lsp.attribution.values import CueKind, Statement
from attrib_lsp.rules.finding import Finding, Related, Severity
from attrib_lsp.rules.mending import cut
from attrib_lsp.rules.rule import rule

_SPOKEN = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.STANCE, CueKind.EVIDENCE)


@rule("ANO204", Severity.ERROR, supersedes=("ANO202", "ANO203", "ANO205"))
def blind_attack(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each unnamed source that runs somebody down, once for each target."""
    blocks = read_blocks(graph.story)
    met: set[tuple[int | None, str]] = set()
    for statement in graph.statements:
        phrase = _speaker(graph, statement)
        if phrase is None:
            continue
        for one in _attacks(graph, statement):
            private = phrase.kind is UnnamedKind.PRIVATE and one.party.kind is not PartyKind.PERSON
            if private or (statement.source, one.party.name) in met:
                continue
            met.add((statement.source, one.party.name))
            prose = blocks[statement.paragraph].prose
            message = (
                f"“{one.span.of(prose.text)}”: an attack on somebody by a source without a name. Cut the remark, or "
                "find a critic who will be named."
            )
            excused = statement.source is not None and graph.sources[statement.source].reason is not None
            related = (Related("the remark", one.span, prose),)
            severity = Severity.WARNING if excused else None
            paragraph = graph.paragraphs[statement.paragraph]
            fixes = (cut("Cut the remark", paragraph, statement.attribution.extent),)
            yield Finding(statement.attribution.source[0], message, prose, related, fixes, severity)
            break


def _speaker(graph: AttributionGraph, statement: Statement) -> UnnamedPhrase | None:
    """Return the unnamed source that makes a statement in the body's own voice; None for any other."""
    attribution, paragraph = statement.attribution, graph.paragraphs[statement.paragraph]
    if statement.paragraph not in graph.body or not attribution.source or attribution.head is None:
        return None
    if attribution.kind not in _SPOKEN or attribution.negated:
        return None
    if paragraph.quoted(attribution.source[0]) or nested(paragraph, attribution):
        return None
    sentence, head = place(paragraph, attribution)
    phrase = unnamed_phrase(sentence, head) or unnamed_fellow(sentence, head)
    if phrase is None or named_beside(graph, statement.paragraph, sentence, phrase):
        return None
    return None if speaks_for_body(graph, statement.paragraph, sentence, phrase) else phrase


def _attacks(graph: AttributionGraph, statement: Statement) -> Iterator[Disparagement]:
    """Yield what runs somebody down in a statement's content."""
    for part in statement.attribution.content:
        for sentence in graph.paragraphs[statement.paragraph].sentences:
            if part.overlaps(sentence.span):
                yield from disparagements(graph, statement.paragraph, sentence, part)
