"""Flags words that convict somebody before a court does: the killer, Jon Stead; accused murderer Jon Stead.

## What it flags

"Killer", "murderer", "rapist", "fraudster", "gunman" and the like right beside a person's name, where the story tells
that this person was arrested, charged, suspected or is wanted. "Accused" before the noun mends nothing: the noun still
says what the accused is.

It stays silent inside quotation marks; on "alleged", "suspected" and "convicted"; on perpetrators without a name; on
the dead; on fiction; and where the story reports a conviction, a plea or a confession, or no case at all.

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

## Fixes

Say what the person is accused of:

```
Police arrested Jon Stead, who is accused of <crime>, on Sunday. He is 40.
```

Say what the person is charged with:

```
Police arrested Jon Stead, who is charged with <crime>, on Sunday. He is 40.
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
# New film

In the film, police arrest the killer, Jon Stead, on a boat.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.accusations import established
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.culprits import Culprit, culprits, pending, serving
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.parties import Party
from attrib_lsp.attribution.targets import died
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import set_off
from attrib_lsp.rules.rule import rule


@rule("ALL603", Severity.ERROR, supersedes=("ALL601",))
def guilt_presuming(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each name in the body beside which a noun convicts whom no court has convicted."""
    if _made_up(graph):
        return
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
