"""Flags words that convict somebody before a court does: the killer, Jon Stead; Jon Stead stabbed her.

## What it flags

"Killer", "murderer", "rapist", "fraudster", "gunman" and the like right beside a person's name, where the story tells
that this person was arrested, charged, suspected or is wanted. "Accused" before the noun mends nothing: the noun still
says what the accused is.

A killing, stabbing, rape, robbery or kidnapping that the text, or its headline, says such a person did, on nobody's
word.

It stays silent inside quotation marks; on what somebody says, or has said in the paragraph before; on officers and
soldiers, whose shots are seldom in dispute; on "alleged", "suspected" and "convicted"; on perpetrators without a name;
on the dead; on fiction; and where the story reports a conviction, a plea or a confession, or no case at all.

## Why

The AP Stylebook: not "accused slayer Jo Stead", but Jo Stead, accused of the killing. In Britain, the United States and
under the European Convention a label before the verdict can prejudice a trial and be a libel. Wikipedia presumes
innocence until conviction.

## Flagged

```
# Arrest in Leith

Police arrested ⟦the killer, Jon Stead⟧, on Sunday. He is 40.
```

```
# Hearing in Leith

Police charged ⟦accused murderer Jon Stead⟧ on Monday.
```

```
# ⟦Jon Stead stabbed⟧ neighbour in row over hedge

A man of 40 will appear in court on Tuesday. Jon Stead was charged with murder after his neighbour was found dead.
```

```
# Hearing in Leith

Jon Stead, 40, was charged with murder on Monday.

⟦Stead strangled⟧ his wife in their kitchen in May. The trial begins in the autumn.
```

## Fixes

Say what the person is accused of:

```
Police arrested Jon Stead, who is accused of <crime>, on Sunday. He is 40.
```

Say what the person is charged with:

```
Police arrested Jon Stead, who is charged with <crime>, on Sunday. He is 40.
```

Say who alleges it:

```
Stead strangled his wife in their kitchen in May, according to <source>. The trial begins in the autumn.
```

Mark it as alleged, and name who alleges it:

```
Stead allegedly strangled his wife in their kitchen in May, according to <source>. The trial begins in the autumn.
```

Mark it as alleged:

```
# Jon Stead allegedly stabbed neighbour in row over hedge
```

## Clean

```
# Arrest in Leith

Police arrested Jon Stead, 40, on suspicion of murder on Sunday.
```

```
# Killer jailed

The killer, Jon Stead, was jailed for life on Monday. Police arrested Mr Stead in May.
```

```
# Shots in Leith

The gunman fled before the police came. They arrested a man, Jon Stead, on Sunday.
```

```
# Arrest in Leith

Police arrested the suspected killer, Jon Stead, on Sunday. "They have the killer, Jon Stead," a neighbour said.
```

```
# Hearing in Leith

Jon Stead, 40, was charged with murder on Monday. Stead strangled his wife in their kitchen, prosecutors said.

Stead killed her in a rage, a neighbour told the court.
```

```
# Jon Stead "stabbed neighbour in row over hedge"

A man of 40 will appear in court on Tuesday. Jon Stead was charged with murder after his neighbour was found dead.
```

```
# Jury hears of row over hedge

Prosecutors said on Monday that Jon Stead, who is charged with murder, had argued with his neighbour for years.

Stead stabbed the man with a kitchen knife and hid it in a shed.
```

```
# Stead strangled wife

Jon Stead, who was charged with murder last May, pleaded guilty on Monday. Stead strangled his wife in their kitchen.
```

```
# Officer charged

Jon Stead, an officer of the county police, was charged on Monday. Officer Stead shot the man outside a shop in May.
```

```
# Stead in custody

Police arrested Jon Stead over unpaid fines. Stead killed the joke with a long speech, and killed two hours in a cell.
```

```
# New film

In the film, police arrest the killer, Jon Stead, on a boat.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.accusations import established
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.culprits import Culprit, culprits, pending, serving
from attrib_lsp.attribution.deeds import Deed, deeds
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.headline_claim import shows_attribution
from attrib_lsp.attribution.parties import Party
from attrib_lsp.attribution.standing import Standing, standing
from attrib_lsp.attribution.targets import died
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import alleging, marking, set_off
from attrib_lsp.rules.rule import rule


@rule("ALL603", Severity.ERROR, supersedes=("ALL601",))
def guilt_presuming(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding wherever a noun or a verb convicts somebody named whom no court has convicted."""
    if _made_up(graph):
        return
    yield from _called(graph)
    yield from _told(graph)


def _called(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each name in the body beside which a noun convicts."""
    blocks = read_blocks(graph.story)
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for sentence in paragraph.sentences:
            for one in culprits(sentence):
                if paragraph.quoted(one.noun.span) or not _open(graph, one.party):
                    continue
                noun = one.noun.text.lower()
                yield Finding(
                    one.span,
                    f"“{one.span.of(paragraph.text)}” convicts before a court does. Drop “{noun}”, and write what "
                    f"{one.party.name} is accused of, and by whom.",
                    blocks[number].prose,
                    fixes=_fixes(paragraph.text, one),
                )


def _told(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each deed that the body or the headline tells in the story's own voice."""
    blocks = read_blocks(graph.story)
    for number in (*(() if graph.headline is None else (graph.headline,)), *graph.body):
        paragraph = graph.paragraphs[number]
        for sentence in paragraph.sentences:
            for one in deeds(sentence):
                if standing(paragraph, sentence, one.verb) is not Standing.TOLD or _passed_on(graph, number):
                    continue
                if _open(graph, one.party):
                    name = one.party.name
                    yield Finding(
                        one.span,
                        f"The story itself says that {name} did this; no court has found so. Say who alleges it, or "
                        f"what {name} is accused of.",
                        blocks[number].prose,
                        fixes=_alleged(sentence, one, headline=number == graph.headline),
                    )


def _passed_on(graph: AttributionGraph, number: int) -> bool:
    """Say whether a paragraph is told on somebody's word: it speaks in it or in the one before.

    A headline is, where it attributes or quotes.
    """
    if number == graph.headline:
        return shows_attribution(graph.paragraphs[number])
    return any(
        one.attribution.kind in SPOKEN
        for near in (number - 1, number)
        if near in graph.body
        for one in graph.statements_in(near)
    )


def _alleged(sentence: Sentence, one: Deed, *, headline: bool) -> tuple[Fix, ...]:
    """Return the fixes that say who alleges a deed, and that mark it as alleged."""
    if not headline:
        return alleging(sentence, one.verb)
    edit = marking(one.verb)
    return () if edit is None else (Fix("Mark it as alleged", edit.span, edit.replacement),)


def _fixes(text: str, one: Culprit) -> tuple[Fix, ...]:
    """Return the fixes that write what the person is accused of, or charged with, in the noun's place."""
    if text[one.span.end : one.span.end + 1] in ("'", "’"):
        return ()
    return tuple(
        Fix(title, one.span, set_off(f"{one.party.name}, who is {how} <crime>", text, one.span.end))
        for title, how in (
            ("Say what the person is accused of", "accused of"),
            ("Say what the person is charged with", "charged with"),
        )
    )


def _open(graph: AttributionGraph, party: Party) -> bool:
    """Say whether the story tells of a case against a living person that no court has decided."""
    told = [sentence for paragraph in _body(graph) for sentence in paragraph.sentences]
    if established(graph, party) or any(died(one, party) or serving(one, party) for one in told):
        return False
    return any(pending(one, party) for one in told)


def _body(graph: AttributionGraph) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the body."""
    return tuple(graph.paragraphs[number] for number in graph.body)


def _made_up(graph: AttributionGraph) -> bool:
    """Say whether the story is about something made up."""
    return any(one.spelled(words("guilt", "fiction")) for paragraph in _body(graph) for one in paragraph.sentences)
