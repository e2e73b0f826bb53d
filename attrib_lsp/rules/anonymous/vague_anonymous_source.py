"""Flags unnamed sources that are described too thinly to weigh.

## What it flags

Somebody unnamed who tells the story something and is placed by nationality, side or a general rank only: "US
officials", "a senior figure", "one government source". Five things place a source, a point each: the institution, a
rank or function, how they know, an exact number, and a stated reason for anonymity. Below two points the source is
reported, once, where it first speaks; as an info where its one point is the institution, how it knows, or the number
("a White House official", "sources familiar with the talks"), or where it is members of a house ("some MPs"). A private
person ("a passer-by") is a hint.

Silent on bodies that speak with their usual voice ("police said", "hospital officials said", "a spokesperson for
Ofgem", bare "officials" right after the body they speak for), on officials who act and do not speak or who speak to
others than the press ("told residents to leave"), on classes of people ("critics"), on whoever is named in the same
breath or the next sentence, and on further mentions of a source that was met.

## Why

NPR's handbook holds that "officials say" is not enough: which agency, which side, how do they know, were they in the
room? Alan Rusbridger's rule at the Guardian was that the more specific the label, the better the reader can weigh the
remark. Bloomberg asks for the number of people and for how they came to know. Reuters wants whatever gives the source
authority on the matter.

## Options

- `min_specificity` (2): how many of the five points a source needs.

## Flagged

```
# Shipment stopped

⟦US officials⟧ said the shipment had been stopped.
```

```
# Talks resume in Geneva

The two sides are close to a truce, according to ⟦several western diplomats⟧. ⟦An Arab official⟧ said a text could be
signed within days.
```

```
# Governor cancels trip

The trip was called off within the hour, ⟦a former aide⟧ said.

Her office did not answer questions.
```

```text
Cabinet splits over rail link

The prime minister will cut the northern section, ⟦government sources⟧ told the Courier.
```

```
# Blast shakes harbour

"The windows came in all at once," said ⟦a passer-by⟧.
```

```
# Vote in the north

The count is over, ⟦an official in the north⟧ said. The figures will be out in May.
```

```
# Words at the statehouse

⟦Several officials⟧ said the vote had been lost.

"They are pulling people together against us," said Anita Roux, president of the league.
```

## Fixes

Say where they work and how they know it:

```
US officials at <institution>, who <how they know>, said the shipment had been stopped.
```

Name the source:

```
"The windows came in all at once," said a passer-by, <name>.
```

Say how they know it, and why they are not named:

```
The count is over, an official in the north, who <how they know it and why they are not named>, said. The figures
will be out in May.
```

## Clean

```
# Ruling party loses

Some party members said they had lost the north by themselves.

"We are not doing very well," said Soe Moll, a member who ran in the north and lost.
```

```
# Envoy doubted mill's safety

In a film that the Ledger found, a veteran envoy said the mill put speed over safety.

The film shows Wendy Holm, who was the northern envoy in 2013. "It was the fastest way to do it," Ms Holm said.
```

```
# Safety moves to the fore

And aides to Gov. Chris Lund of Northland, a former prosecutor, and Gov. John Moll of Ostland, who had a long career in
the army, said their speeches would dwell on the subject as well.
```

```
# Shipment stopped

Two US customs officials who took part in the search said the shipment had been stopped, asking not to be named
because the inquiry is open.
```

```
# Two held after chase

Police said the car was found in a quarry. Prosecutors said both men would be charged. Hospital officials said nobody
was badly hurt.
```

```
# Regulator fines supplier

The supplier overcharged 4,000 homes, a spokesperson for Ofgem said.
```

```
# Ship held at port

Officials boarded the ship on Sunday and counted the crates. Customs officers sealed the hold.
```

```
# Town prepares for flood

The water board opened the sluices at dawn. Officials said the river would crest at noon. Federal officials told
residents to leave the lower town.
```

```
# Road to reopen

The road will open on Monday, an official, Jo Lind, said.
```

```
# Road to reopen

Officials said the road would open on Monday. "We are nearly there," said Jo Lind, the county's head of highways.
```

```
# Memoir denied

The book says that the president left the room. Aides publicly denied it on Monday.
```

```
# Levy under attack

The mayor, Rui Santos, said that officials had told him of the plan last week.
```

```
# Fund sells stake

Two officials at the finance ministry who drafted the sale said the price was too low. The officials said there had
been one bid.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.anonymity import UnnamedKind, UnnamedPhrase
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.specificity import points, weighable
from attrib_lsp.attribution.unnamed_speakers import UnnamedSpeaker, place, unnamed_speakers
from attrib_lsp.attribution.values import ContentType, SourceKind
from attrib_lsp.lexicons import words
from attrib_lsp.rules.anonymous._describing import who
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import aside, set_off
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: Points that a source needs where nobody asks for more.
POINTS = 2


@dataclass(frozen=True, slots=True)
class Options:
    """``min_specificity``: how many of the five points a source needs."""

    min_specificity: int = POINTS


@rule("ANO202", Severity.WARNING)
def vague_anonymous_source(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield one finding for each unnamed source with too few points."""
    blocks = read_blocks(graph.story)
    for speaker in unnamed_speakers(graph):
        if _too_vague(graph, speaker, options.min_specificity) and not _announced(graph, speaker):
            prose = blocks[speaker.statement.paragraph].prose
            private = speaker.phrase.kind is UnnamedKind.PRIVATE
            half = options.min_specificity <= POINTS and _half_placed(graph, speaker)
            message = _message(speaker.phrase.span.of(prose.text), private, speaker.phrase.single, half)
            severity = Severity.HINT if private else Severity.INFO if half else None
            fixes = _fixes(prose.text, speaker.phrase, private)
            yield Finding(speaker.phrase.span, message, prose, fixes=fixes, severity=severity)


def _fixes(text: str, phrase: UnnamedPhrase, private: bool) -> tuple[Fix, ...]:
    """Return the fix that says what is missing: a private person's name, where others work and how they know it."""
    span = phrase.span
    if private:
        return (aside("Name the source", text, span.end, "<name>" if phrase.single else "<names>"),)
    placed = re.search(r"\b(?:at|in|of|from|to)\b", span.of(text)) is not None
    how = "how they know it and why they are not named"
    if placed:
        return (who("Say how they know it, and why they are not named", text, span.end, f"<{how}>"),)
    at = Span(span.end, span.end)
    return (
        Fix(
            "Say where they work and how they know it",
            at,
            set_off(" at <institution>, who <how they know>", text, span.end),
        ),
    )


def _too_vague(graph: AttributionGraph, speaker: UnnamedSpeaker, wanted: int) -> bool:
    """Say whether a source has fewer points than ``wanted``; private people in bulk are left to other rules."""
    if speaker.phrase.kind is UnnamedKind.PRIVATE and not speaker.phrase.counted:
        return False
    sentence, _ = place(graph.paragraphs[speaker.statement.paragraph], speaker.statement.attribution)
    return points(sentence, speaker.phrase.head, speaker.source.reason is not None) < wanted


def _half_placed(graph: AttributionGraph, speaker: UnnamedSpeaker) -> bool:
    """Say whether the reader is told something to weigh a source by, if too little; members of a house are known."""
    if not speaker.phrase.single and speaker.phrase.head.lemma.lower() in words("people", "elected"):
        return True
    sentence, _ = place(graph.paragraphs[speaker.statement.paragraph], speaker.statement.attribution)
    return weighable(sentence, speaker.phrase.head)


def _announced(graph: AttributionGraph, speaker: UnnamedSpeaker) -> bool:
    """Say whether the story quotes by name whom it announces: at once, or, from its first sentence, further down."""
    statement = speaker.statement
    if not speaker.phrase.single and _member_quoted(graph, speaker):
        return True
    if not graph.body or (statement.paragraph, statement.attribution.sentence) != (graph.body[0], 0):
        return False
    named = (number for number in graph.speakers if graph.sources[number].kind is SourceKind.NAMED_PERSON)
    return speaker.phrase.single and any(
        one.paragraph != statement.paragraph and one.attribution.type is not ContentType.INDIRECT
        for number in named
        for one in graph.statements_of(number)
    )


def _member_quoted(graph: AttributionGraph, speaker: UnnamedSpeaker) -> bool:
    """Say whether the very next sentence is what one of those announced says by name, word for word."""
    evidence, statement = evidence_of(graph), speaker.statement
    line = Line(statement.paragraph, statement.attribution.sentence)
    return any(
        one.attribution.type is ContentType.DIRECT
        and one.source is not None
        and graph.sources[one.source].kind is SourceKind.NAMED_PERSON
        and speaker.phrase.head.lemma.lower() in graph.sources[one.source].description.lower().split()
        for other in evidence.after(line, 1)
        for one in evidence.named(other)
    )


def _message(words: str, private: bool, single: bool, half: bool) -> str:
    """Say what is missing."""
    if private:
        return f"“{words}”: a name, or an age and a street, would let the reader believe this."
    if half:
        return f"“{words}” tells half of who this is. Add their office, how they know, or why they are not named."
    missing = "which office, and how they know" if single else "which agency, how they know, or how many"
    return f"“{words}”: the reader cannot weigh this source. Say {missing}."
