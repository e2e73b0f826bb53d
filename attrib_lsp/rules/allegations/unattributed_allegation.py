"""Flags wrongdoing by somebody identifiable that the story asserts itself.

## What it flags

A person, body or state said to have stolen, bribed, lied, covered up, spread misinformation and the like, in the
story's own voice: as a verb, or slipped in as a noun ("its spreading of misinformation"). The doer must be named, met
before, or plain from the role ("the fund manager").

It stays silent where the sentence, or the sentence before it in the paragraph, gives a source for it; in quotation
marks; where it is alleged, suspected, charged, denied, asked or only possible; where the story reports a verdict, a
plea, an admission or the finding of an inquiry on that party; for killing and fighting, and gunmen; and for history.

It is an error where the words tell plainly who did it, and a warning where that is inferred: from a pronoun, or for
"to cover up" and "stealing" from what stands beside it.

## Why

The AP Stylebook wants no hint that the writer makes the allegation: give the charge, the record or the official. The
BBC asks to say what is alleged, by whom, and whether it is borne out. In English law whoever repeats an allegation
publishes it. Wikipedia imputes no crime without a conviction.

## Options

- `states_severity` (warning): how grave it is where a state is accused.

## Flagged

```
The fund manager ⟦stole from his clients' pensions⟧.
```

```
# Council votes on school roofs

Councillors voted on Monday to mend the roofs. The builder, Delmar Works, ⟦bribed two inspectors⟧ in 2019.
```

```
# Summit opens in Tirana

Diplomats were wary of the plan given Ruritania's trade with the rebels and ⟦its spreading of misinformation⟧.
```

```text
Chairman to stay on

The chairman, Ivo Brandt, will stay until May. ⟦His bribery of a customs officer⟧ made headlines in spring.
```

## Fixes

Say who alleges it:

```
The fund manager stole from his clients' pensions, according to <source>.
```

Mark it as alleged, and name who alleges it:

```
The fund manager allegedly stole from his clients' pensions, according to <source>.
```

## Clean

```
# Why the bridge must stay

The ministry bribed two inspectors in 2019, and it lied to the valley about the bolts.

Nobody has the right to shut a bridge.

Ms Voss is director of the Institute for Rivers at Mill University.
```

```
# Gas firm accused

The gas firm Northwell Gas lied to a court in an attempt to stop the sale, the court has heard. Dan Reeve lied to the
council about it, the jury has heard.
```

```
# Walker robbed

Quentin Marsh has had 600 pounds and his passport stolen in a park. His club is running an advert that shows women who
walk alone.
```

```
Prosecutors accused the fund manager of stealing from his clients' pensions, which he denies.
```

```
# Fund manager jailed

The fund manager, Leo Ravel, was jailed for nine years on Monday. Ravel stole from his clients' pensions.
```

```
The fund manager allegedly stole from his clients' pensions.
```

```
There is no evidence that the fund manager stole from his clients' pensions.
```

```
The singer stole the show, and the minister killed the bill. The pair forged a friendship.
```

```
"The fund manager stole from his clients' pensions," said a client, Ann Sorel.
```

```
The fund manager defrauded his clients, a prosecutor, Ann Sorel, said on Friday. He bribed a clerk as well.
```

```
If the fund manager defrauded his clients, he could be banned.
```

```
In 1911 the governor stole land from the farmers.
```

```
A man stole a bicycle on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.accusations import Accusation, AccusationKind, established
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.parties import PartyKind, outlawed, speaker_keys
from attrib_lsp.attribution.presupposing import carries_clause
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import alleging, owned
from attrib_lsp.rules.rule import rule

#: Sentences before one, in its paragraph, within whose reach a source still carries it.
REACH = 2


@dataclass(frozen=True, slots=True)
class Options:
    """``states_severity``: how grave it is where a state is accused."""

    states_severity: Severity | None = None


@rule("ALL601", Severity.ERROR, supersedes=("UNS101", "ALL609"))
def unattributed_allegation(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at each wrong that the body lays to somebody's charge on nobody's word."""
    if evidence_of(graph).opinion:
        return
    blocks = read_blocks(graph.story)
    for one in graph.accusations:
        if one.kind is not AccusationKind.TOLD or one.place.paragraph not in graph.body:
            continue
        if outlawed(one.party) or _carried(graph, one) or established(graph, one.party):
            continue
        prose = blocks[one.place.paragraph].prose
        words = one.wrong.of(prose.text)
        state = one.party.kind is PartyKind.STATE
        who = one.party.name if one.party.named else f"the {one.party.name}"
        yield Finding(
            one.wrong,
            f"“{words}”: the story itself accuses {who}. Give the source, the charge or the finding.",
            prose,
            fixes=_fixes(graph, one),
            severity=(options.states_severity or Severity.WARNING) if state or not _plain(graph, one) else None,
            exact=state and options.states_severity is not None,
        )


def _plain(graph: AttributionGraph, one: Accusation) -> bool:
    """Say whether the words themselves tell who did it: a name or an office with a finite verb, or with a noun.

    Whom a pronoun means, or who does what stands in an infinitive or in -ing, is inferred, and may be somebody else;
    and behind "the revelation that" there is somebody who revealed it.
    """
    sentence = graph.paragraphs[one.place.paragraph].sentence_at(one.wrong.start)
    head = sentence.tokens[one.head]
    bare = head.tag in ("VB", "VBG", "VBN") and sentence.child(head, "aux", "aux:pass") is None
    return one.direct and not bare and head.relation not in ("acl", "ccomp")


def _carried(graph: AttributionGraph, one: Accusation) -> bool:
    """Say whether a source in the sentences just before, in the same paragraph, carries the accusation on."""
    paragraph = graph.paragraphs[one.place.paragraph]
    number = next(index for index, sentence in enumerate(paragraph.sentences) if sentence.span == one.place.span)
    return any(
        number - REACH <= statement.attribution.sentence < number
        and statement.attribution.kind in SPOKEN
        and carries_clause(paragraph, statement.attribution)
        and not (one.direct and speaker_keys(graph, statement) & one.party.keys)
        for statement in graph.statements_in(one.place.paragraph)
    )


def _fixes(graph: AttributionGraph, one: Accusation) -> tuple[Fix, ...]:
    """Return the fixes that say whose accusation it is, and that mark it as alleged as well."""
    sentence = graph.paragraphs[one.place.paragraph].sentence_at(one.wrong.start)
    first = sentence.tokens_in(one.wrong)[0]
    if first.tag == "PRP$":
        return (owned("Say who alleges it", sentence, first, "calls"),)
    return alleging(sentence, first)
