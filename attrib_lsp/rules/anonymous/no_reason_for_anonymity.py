"""Flags unnamed sources for whom the story gives no reason to withhold the name.

## What it flags

The first source in a story that is left unnamed without a word on why: neither beside it, nor in the two sentences
after a mention of it, nor once for everybody who was asked ("all of whom asked not to be named"). One reminder a
story. A reason for keeping back details ("citing fears it could reveal how they knew") is no reason for keeping back
the name.

Silent on bodies that speak with their usual voice, on officials in general ("Saudi officials said"), on witnesses and
other private people, and on sources that speak only through another outlet: that outlet knows the reason.

## Why

The Associated Press has its stories say why a source asked for anonymity and, where it can be told, what moved them
to talk. The New York Times wants readers to learn why they speak and why they demand secrecy; NPR and the Washington
Post ask for the same.

## Options

- `once_per_story` (true): report only the first such source.
- `byline_required` (false): where the reasons are given, ask for a byline as well (in the text, or `byline:` or
  `author:` in the front matter).

## Flagged

```
# Governor's plane recalled

⟦An aide to the governor⟧ said the plane had been recalled.
```

```
# Strike vote looms

The union will ballot its members in May, according to ⟦two members of the executive committee⟧. A third source said
the date could slip.
```

```
# Spy chief briefs senators

⟦Several US officials⟧ said the cable had been intercepted.

The officials refused to say by whom, citing fears such details could reveal how the cable was read.
```

## Fixes

Give the reason for anonymity:

```
An aide to the governor, who asked not to be named because <reason>, said the plane had been recalled.
```

Name the source:

```
<name>, <role>, said the plane had been recalled.
```

## Clean

```
# Governor's plane recalled

An aide to the governor, who asked not to be named because staff may not discuss travel, said the plane had been
recalled.
```

```
# Strike vote looms

The union will ballot its members in May, according to two members of the executive committee. They spoke on condition
of anonymity because the date has not been agreed.
```

```
# Port sale in doubt

An adviser to the buyer said the price was too high. A port executive said there was no other bid.

Like others interviewed, the adviser asked not to be identified for fear of losing work.
```

```
# Fire at mill

A witness said the roof fell in first. Police said nobody was inside.
```

```
# Quake kills nine

Nine people died in the quake, according to Portuguese officials on Saturday. Officials said the road was cut.
```

```
# Chancellor to go

The chancellor will resign, officials told the Evening Post.
```

```
# Rate path

The bank will wait until June, said Ines Falk, an adviser to the governor.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.anonymity import UnnamedKind
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.unnamed_speakers import unnamed_speakers
from attrib_lsp.lexicons import words
from attrib_lsp.rules.anonymous._describing import named, unnamed_because
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Options:
    """``once_per_story``: report only the first such source; ``byline_required``: miss the byline as well."""

    once_per_story: bool = True
    byline_required: bool = False


@rule("ANO206", Severity.INFO)
def no_reason_for_anonymity(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for the first unnamed source without a reason, or for each."""
    blocks = read_blocks(graph.story)
    for speaker in unnamed_speakers(graph):
        if speaker.phrase.kind is UnnamedKind.PRIVATE or speaker.second_hand or speaker.source.reason is not None:
            continue
        if not speaker.phrase.counted and speaker.phrase.head.lemma.lower() in words("sourcing", "unnamed.officers"):
            continue  # they speak for their office, and nobody has asked for cover
        prose = blocks[speaker.statement.paragraph].prose
        yield _finding(speaker.phrase.span, prose)
        if options.once_per_story:
            return
    if options.byline_required and not _signed(graph):
        yield from _unsigned(graph)


def _unsigned(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at the first unnamed source, unless its reason is already asked for there."""
    first = next(iter(unnamed_speakers(graph)), None)
    if first is not None and first.source.reason is not None:
        prose = read_blocks(graph.story)[first.statement.paragraph].prose
        message = "A story on unnamed sources needs a byline: say who vouches for them."
        yield Finding(first.phrase.span, message, prose)


def _finding(span: Span, prose: Prose) -> Finding:
    """Say that the reason is missing, and offer the place for it."""
    message = f"“{span.of(prose.text)}”: the story never says why this name is withheld. Give the reason, or the name."
    return Finding(span, message, prose, fixes=(unnamed_because(prose.text, span.end), *named(prose.text, span)))


def _signed(graph: AttributionGraph) -> bool:
    """Say whether the story has a byline, in its text or in its front matter."""
    metadata = graph.story.metadata
    return graph.story.byline is not None or bool(metadata.get("byline") or metadata.get("author"))
