"""Flags nameless authorities in bulk: experts say, critics argue, many believe.

## What it flags

A plural that stands for a whole class ("experts", "critics", "analysts", "some in the industry") as the one who says
or thinks something, and members of a camp with a word for an unnamed number before them ("many senators"). A mood of
theirs ("critics are concerned"), "according to experts" and "seen by some as" are reported too. One such phrase a
sentence is reported, and the same class that goes on speaking ("critics also note") once.

It stays silent where a member of the class whom the reader has not met before speaks by name in the next two sentences
(or further down, where the story begins "Rents will rise, experts say"), where somebody is quoted at once, where the
phrase gives an institution, a number, a poll or names, and inside quotation marks.

## Why

Wikipedia's words to watch allow "some people say" only where the text then says who. Bloomberg's newsroom rule is
that an expert view announced is followed by an expert quoted. The SPJ code wants readers told enough about a source
to judge it.

## Options

- `lookahead_sentences` (2): within how many sentences after it a member of the class may speak by name.

## Flagged

```
# Levy splits the valley

⟦Critics say⟧ the levy will punish the poorest farmers.
```

```
# Rates to stay high

The central bank meets next week. ⟦Most economists expect⟧ another rise. The bank cut its forecast in May.
```

```
# Port plan grows

The harbour wall would be 400 metres long. ⟦Some in the industry fear⟧ that it will silt up.
```

```
# Housing plan

⟦Many believe⟧ the scheme was doomed from the start.

The minister for housing, Olga Brandt, defended it on Monday, saying it had housed 300 families.
```

```
# How birds came to fly

⟦Some scientists believe⟧ that the first fliers lived in trees, while some say they ran along the ground.
```

```
# Ferry to return

⟦Some senators are unhappy⟧ that the subsidy ends in May. Residents, however, welcomed it.
```

```
# Mill closes

The mill shut on Friday. Its owner was ⟦seen by many⟧ as the last link to the town's past.
```

```
# Old jet for sale

The jet is insured for $30m, its papers show; ⟦aviation experts say⟧ it is worth half of that.
```

```
# Dam plan dropped

Ana Duarte, who leads the smallholders' union, met the minister on Monday. The plan is dead.

⟦Opponents, however, said⟧ it could come back. Ms Duarte called the meeting friendly.
```

## Fixes

Name one of them:

```
Critics such as <name> say the levy will punish the poorest farmers.
```

## Clean

```
# Singers on sharing

The report asked some 800 singers. It found that they saw good and bad in sharing, though most agreed that it
ought to cost something.
```

```
# Doubts over mill bid

The Ledger rang a number of brokers on Monday. Although none would speak on the record, most thought the bid
would go through.
```

```
# Levy splits the valley

The levy will punish the poorest farmers, said Ana Duarte, who leads the smallholders' union.
```

```
# Levy splits the valley

Critics say the levy will punish the poorest farmers. "It is a tax on mud," said Ana Duarte, who leads the
smallholders' union.
```

```
# Ferry prices to rise

Analysts say fares will go up. "Fuel is the whole story," said Ines Holm of Holm & Daughters.
```

```
# Three in the room

Three analysts said the deal was dead, according to the experts in the room. Two were seen by the reporter.
```

```
# Voters back bridge

Most voters want the bridge rebuilt, a poll by the Riverside Institute found.
```

```
# Why the mayor is liked

Eight in ten voters like her, according to the Herald poll. Most believe that life has got better.
```

```
# Shares jump

Some analysts predicted that the jump would not last. "It is a one-day event," said Ken Mayhew at Clearwater Economics.

Experts said that such bets were hard to judge. "It is a game," said Fay Patel of the Brenner Building.
```

```
# Sales of drives to rise

A fifth of all drives will be sold in Asia, according to technology analysts IDC.
```

```
# Rents to rise

Rents will go on rising because of the new levy, real experts say.

The levy starts in May. It is 4 per cent. The matter was raised at a meeting on Monday. Many were there. "Tenants will
pay for it," said Ines Holm, who teaches housing at Lowell University.
```

```
# Trade and votes

But a study that three noted economists are to publish in May suggests that trade divides the valley.
```

```
# Bond market calm

Analysts at Fitch said the bond was safe. Three of the five economists we asked agreed.
```

```
# Flood empties street

Some residents moved out on Friday. Many left their pets with neighbours.
```

```
# Dean on the budget

"Experts say a lot of things," the dean, Luis Ferrer, said. "Critics believe what they like."
```

```
# Clinic to close

Opponents, including the Midwives' Union and the mayor, say the clinic is needed.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.choruses import Chorus, choruses
from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.descriptions import reason_pattern
from attrib_lsp.attribution.forms import listed
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.grounds import polled
from attrib_lsp.attribution.values import ContentType, CueKind, SourceKind, Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._members import naming
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

#: Sentences over which the same class goes on speaking ("critics also note"): it is reported once.
GOES_ON = 3
#: Sentences within which a story names somebody of a class with whose word it begins.
SOON = 12


@dataclass(frozen=True, slots=True)
class Options:
    """``lookahead_sentences``: after how many sentences a member of the class may speak by name."""

    lookahead_sentences: int = 2


@rule("UNS106", Severity.WARNING, supersedes=("UNS101",))
def vague_authority(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each class of people that speaks without a face."""
    evidence = evidence_of(graph)
    if evidence.transcript or evidence.personal:
        return
    told: dict[str, Line] = {}
    for line in evidence.lines:
        sentence, paragraph = evidence.sentence(line), evidence.paragraph(line)
        for chorus in choruses(sentence):
            span = sentence.tokens[chorus.first].span.joined(sentence.tokens[chorus.end - 1].span)
            if paragraph.quoted(sentence.tokens[chorus.first].span) or _carried(evidence, line, span):
                continue
            if polled(sentence) or _found(sentence, chorus.lemma) or _poll_before(evidence, line, chorus.lemma):
                continue
            ahead = SOON if _announces(evidence, line, chorus) else options.lookahead_sentences
            if _named_near(evidence, line, chorus.lemma, ahead):
                continue
            if reason_pattern().search(sentence.text) is not None:
                continue  # "though none would be named, most said": whom the paper asked, and why without names
            last, told[chorus.lemma] = told.get(chorus.lemma), line
            if last in evidence.before(line, GOES_ON):
                continue
            message = f"“{span.of(paragraph.text)}”: who? Name one, quote one, or say how many you asked."
            inside = sentence.tokens[chorus.first : chorus.end]
            yield placed(evidence, line, span, message, fixes=naming(sentence, inside, chorus.lemma))
            break  # "some say this, while others say that" is one remark


def _announces(evidence: Evidence, line: Line, chorus: Chorus) -> bool:
    """Say whether the story begins with what a class says: "Rents will rise, experts say." It goes on to name one."""
    return line == evidence.lines[0] and chorus.end >= len(evidence.sentence(line).tokens) - 1


def _carried(evidence: Evidence, line: Line, span: Span) -> bool:
    """Say whether the phrase is itself what a source says."""
    return any(
        one.source and one.kind in SPOKEN and any(part.covers(span) for part in one.content)
        for one in evidence.attributions(line)
    )


def _found(sentence: Sentence, lemma: str) -> bool:
    """Say whether "most" or "many" are those whom a report has asked: "it found that ..., though most agreed"."""
    subject = sentence.child(sentence.root, "nsubj")
    finds = listed(sentence, sentence.root, "accusing", "finding") and subject is not None
    return finds and subject is not None and subject.text.lower() == "it" and lemma in words("evidential", "anybody")


def _poll_before(evidence: Evidence, line: Line, lemma: str) -> bool:
    """Say whether "most" or "many" are those of a poll that the paragraph has just given."""
    return lemma in words("evidential", "anybody") and any(
        other.paragraph == line.paragraph and polled(evidence.sentence(other)) for other in evidence.before(line, 1)
    )


def _named_near(evidence: Evidence, line: Line, lemma: str, ahead: int) -> bool:
    """Say whether a member of the class speaks by name in the sentence or in the next ones.

    Somebody whom the reader has met before is no example of the class, unless the sentence itself names them or they
    are quoted at once.
    """
    for other in (line, *evidence.after(line, ahead)):
        first = evidence.sentence(other).tokens[0].text.lower()
        for statement in evidence.named(other):
            if statement.attribution.kind is CueKind.DENIAL or first in words("evidential", "contrast"):
                continue
            if _quoted_at_once(statement, line, other):
                return True
            anybody = lemma in words("evidential", "anybody")
            if _met_before(evidence, statement, line) and (other != line or anybody):
                continue
            if statement.source is not None and _member(evidence, statement.source, lemma):
                return True
    return False


def _quoted_at_once(statement: Statement, line: Line, other: Line) -> bool:
    """Say whether the very next sentence of the paragraph is somebody's words in quotation marks."""
    following = other.paragraph == line.paragraph and other.number == line.number + 1
    return following and statement.attribution.type is ContentType.DIRECT


def _met_before(evidence: Evidence, statement: Statement, line: Line) -> bool:
    """Say whether the body names a statement's source already before ``line``, speaking or not."""
    if statement.source is None:
        return False
    surname = evidence.graph.sources[statement.source].name.split()[-1]
    earlier = evidence.lines[: evidence.lines.index(line)]
    return any(token.text == surname for one in earlier for token in evidence.sentence(one).tokens)


def _member(evidence: Evidence, source: int, lemma: str) -> bool:
    """Say whether a named source can be one of the class: one who knows among experts, no official among critics."""
    known = evidence.graph.sources[source]
    if known.kind not in (SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANISATION):
        return False
    described = {word.lower().strip(",.") for word in known.description.split()}
    if lemma in words("evidential", "learned"):
        if described & words("evidential", "officials"):
            return False
        somewhere = any(word[:1].isupper() for word in known.description.split())  # "of Clearwater Economics"
        return bool(described & words("evidential", "knowing")) or somewhere or not described
    return not described & words("evidential", "officials")
