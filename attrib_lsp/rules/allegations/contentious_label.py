"""Flags labels that pass judgement in the story's own voice: regime, terrorist group, propaganda, so-called expert.

## What it flags

A value-laden word laid on a named or definite person, body or government as if it were plain description, where nobody
in the story gives the label. Each label once in a story.

It stays silent inside quotation marks and where a source carries the words; where anybody in the story uses the label,
or the story tells of an official list or a verdict; on names and laws ("the Terrorism Act"); on acts ("a terrorist
attack"); on other senses ("exercise regime", "cult film", "so-called spyware"); on history; and in opinion.

## Why

Wikipedia's manual of style wants such labels attributed in the text, unless the sources use them throughout. Reuters
and the BBC describe the act and leave the label to those who are quoted: report who calls it so.

## Options

- `allowed` (none): labels that the house has settled, as in `["terrorist", "cult"]`.

## Flagged

```
The ⟦regime's propaganda channel⟧ aired the clip.
```

```
# Rally in Leeds

The rally was led by Rob Tull, a ⟦fanatic⟧, and by two students. About 300 people came.
```

```
# Party wins seats

The ⟦extremist⟧ Valley Party won nine seats on Sunday. It had four.
```

```
# Council hears plan

The plan was read out on Monday by the ⟦so-called expert⟧, Rob Tull. The council votes in May.
```

## Fixes

Say who calls it so:

```
What <source> called the regime's propaganda channel aired the clip.
```

Cut “so-called”:

```
The plan was read out on Monday by the expert, Rob Tull. The council votes in May.
```

## Clean

```
State television, which the government runs, aired the clip.
```

```
# Rally in Leeds

The rally was led by Rob Tull, whom the mayor, Ann Orr, called a fanatic.
```

```
# Group claims blast

The ministry said that the terrorist group was behind the blast. The terrorist group has 300 members.
```

```
# Group claims blast

The terrorist group, the Valley Front, has 300 members. Britain proscribed it in May.
```

```
# Bill passes

Parliament passed the Terrorism Act on Monday. A terrorist attack in May had killed two people.
```

```
# New coach

The coach's new exercise regime begins at six. He stars in a cult film, and the team uses so-called spyware.
```

```
# Museum opens

The museum shows how the regime jailed its critics in 1938. The dictator, Ivo Brandt, fled.
```

```
"The regime's propaganda channel aired the clip," said a viewer, Ann Sorel.
```

```
---
kind: opinion
---

The regime's propaganda channel aired the clip.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.label_givers import designated, far, given
from attrib_lsp.attribution.labels import Label, labels
from attrib_lsp.attribution.phrases import noun_phrase
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK, owned
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Options:
    """``allowed``: labels that the house has settled."""

    allowed: tuple[str, ...] = ()


@rule("ALL609", Severity.INFO)
def contentious_label(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at the first use of each label that the story lays on somebody itself."""
    genre = genre_of(graph)
    if genre.opinion or genre.transcript:
        return
    blocks = read_blocks(graph.story)
    met = {word.lower() for word in options.allowed}
    for number in graph.body:
        shown: list[Label] = []
        for label in _in_paragraph(graph, number):
            if label.word in met or given(graph, label.word):
                continue
            met.add(label.word)
            if not any(one.party == label.party or one.span.overlaps(label.span) for one in shown):
                shown.append(label)
                prose = blocks[number].prose
                yield Finding(
                    label.span, _message(label, prose.text), prose, fixes=_fixes(graph.paragraphs[number], label)
                )


def _in_paragraph(graph: AttributionGraph, number: int) -> list[Label]:
    """Return the labels of a paragraph that neither is history nor rests on a list or a court.

    Of two that begin at the same word, the longer comes first.
    """
    paragraph = graph.paragraphs[number]
    found = [label for sentence in paragraph.sentences for label in labels(graph, number, sentence)]
    if not found or far(paragraph) or designated(graph, number):
        return []
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


def _message(label: Label, text: str) -> str:
    """Say what is wrong with a label."""
    shown = label.span.of(text)
    if label.word == "so-called":
        return f"“{shown}” denies a standing in the story's own voice. Say who doubts it, or drop “so-called”."
    return f"“{shown}” is the story's own verdict on {label.party}. Say who calls it so, or describe the facts."


def _fixes(paragraph: Paragraph, label: Label) -> tuple[Fix, ...]:
    """Return the fix that says whose label it is; of "so-called", that deletes it."""
    text, sentence = paragraph.text, paragraph.sentence_at(label.span.start)
    if label.word == "so-called":
        return (Fix("Cut “so-called”", Span(label.span.start, text.index(" ", label.span.start) + 1), ""),)
    head = sentence.tokens_in(label.span)[-1]
    first = noun_phrase(sentence, head)[0]
    if first.index > 0 and sentence.tokens[first.index - 1].text == ",":
        whom = Fix("Say who calls it so", Span(first.span.start, first.span.start), f"whom {BLANK} called ")
        return (whom,) if first.pos == "DET" else ()
    return (owned("Say who calls it so", sentence, first, "called"),)
