"""Flags phrases that hide who says, thinks or knows something.

## What it flags

"Is thought to", "it is understood that", "it emerged that", "the Herald understands": somebody thinks, knows or told
the reporter, and the reader is not let in. The phrase is left alone where the sentence names a source or a report for
it, where the next sentence does, where "is said to" goes on from what an outlet is credited with, inside quotation
marks, and where it only states a timetable ("is expected to vote on Tuesday"), an opinion once held ("was once thought
to be"), a step of a scale ("are considered to be major"), a belief in luck or spirits, or what a named forecaster has
just spoken of. "Is expected to", "is considered to be", "is known to" and "it appears that" without a source are hints;
so is everything in a draft whose front matter says `kind: science`, where such a phrase may stand for what a field
agrees on.

## Why

Wikipedia's words to watch count "it is believed" and its kin among phrases that support a claim and deny the reader
the supporter. A BBC memo told editors to drop "the BBC understands": report what is known, or wait. NPR asks for
sources to be identified as fully as possible, and holds that "NPR has learned" does not.

## Options

- `lookahead_sentences` (1): how many sentences on the story may name who thinks so.
- `house_understands` (the rule's own): how grave "the Herald understands" is.

## Flagged

```
# Minister weighs his future

The minister ⟦is thought to be⟧ preparing to resign.
```

```
# Old mill sold

The old mill changed hands in June after two years on the market.

⟦It is understood that⟧ the buyer plans flats on the site.
```

```
# Rail chief under pressure

Fares went up for the third time since January.

⟦The Evening Herald understands⟧ the chief executive offered to go last week.
```

```
# Bus firm loses contract

The county ended its contract with Northline Buses on Monday.

⟦It emerged that⟧ the firm had missed four safety inspections.
```

```
# Fire at timber yard

The blaze, which ⟦is believed to have⟧ started in a drying shed, closed two roads.
```

```
# Storm season ends

The island has not recovered from Hurricane Maud, ⟦estimated to have⟧ done $90m of damage.
```

## Fixes

Say by whom:

```
The minister is thought by <whom> to be preparing to resign.
```

Attribute to … instead:

```
The minister is preparing to resign, <source> said.
```

## Clean

```
# Actor to play miller

The actor Ola Berg is to play a miller on television, according to the Hollywood Reporter.

He will be seen for some minutes only. Filming begins in March. The part is said to be owed to a walk that he took with
the director.
```

```
# Audit of payrolls

In an audit drawn up by the watchdog Clear Hands two years ago, bribes were said to be "usual" in the ministry.
```

```
# Actor said no

The late actor Ivo Brandt is said to have turned down the part of the miller.

The actor's friend Ola Berg told the Evening Post that Brandt threw the script at her.
```

```
# Brothers may block bid

The Ledger reported on Sunday that the brothers would oppose any bid. They are said to believe that it is too low.
```

```
# Minister to go

The minister will resign on Friday, his spokesman, Paul Roux, said.
```

```
# Two flee after raid

The two men are believed by prosecutors to have fled to Spain.
```

```
# Parliament to decide

Parliament is expected to vote on the bill on Tuesday.
```

```
# Tower reopens

The tower is known as the Pepper Pot and was once thought to be haunted. Smoked eel is considered a delicacy there.
Visitors are supposed to book.
```

```
# Manager angry

"It is understood that we start at noon," the manager, Ines Falk, told players. "He is said to be ill."
```

```
# Search goes on

The climber is thought to have fallen near the summit. The mountain police, who lead the search, said they think he
slipped on the ridge.
```

```
# Man sought over fire

Police said the man is believed to be armed. They look for a van believed to be his.
```

```
# Lender cuts forecast

The lender is thought to be close to a sale, according to two filings made in Luxembourg.
```

```
# Storm nears the coast

The weather service warned of the storm on Sunday. The storm was expected to pass the coast by night.

Storms are classed by their winds. Those above the third class of the scale are considered to be major.

Islanders wear a shell that is believed to bring good luck.
```

```
# Grandmother learns to surf

Ruth Baker, 71, has learned to surf and understands the tides.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.grounds import points_back
from attrib_lsp.attribution.values import Paragraph, SourceKind
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Edit, Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK, closing, without
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._impersonal import Phrase, phrases
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.rules.unsourced._words import text_at
from attrib_lsp.text.span import Span

#: Sentences before one in which whoever expects something may have spoken.
FORECAST = 2
#: Sentences over which an outlet's report, once credited, goes on.
REPORT = 4
#: Words behind the phrase in which a belief shows.
BELIEF = 5
#: Words within the phrase that belong to what is told.
_KEPT = frozenset({"all", "also", "both", "each", "no", "not", "now", "still"})


@dataclass(frozen=True, slots=True)
class Options:
    """``lookahead_sentences``: how many sentences on somebody may be named; ``house_understands``: see the docs."""

    lookahead_sentences: int = 1
    house_understands: Severity | None = None


@rule("UNS104", Severity.WARNING, supersedes=("UNS101",))
def impersonal_evidential(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each phrase behind which nobody stands."""
    evidence = evidence_of(graph)
    if evidence.transcript:
        return
    science = genre_of(graph).called("science")
    for line in evidence.lines:
        sentence = evidence.sentence(line)
        for phrase in phrases(sentence):
            if evidence.paragraph(line).quoted(phrase.span) or _carried(evidence, line, phrase.span):
                continue
            if _timetable(sentence, phrase) or _named_next(evidence, line, options.lookahead_sentences):
                continue
            if _forecaster(evidence, line, phrase) or _graded(evidence, line, phrase) or _folklore(sentence, phrase):
                continue
            if phrase.lemma == "say" and (_goes_on_from_outlet(evidence, line) or _in_document(sentence, phrase)):
                continue
            if phrase.reduced and (_told_before(evidence, line) or _looked_for(sentence)):
                continue
            mild = science or phrase.lemma in words("evidential", "mild")
            house = phrase.lemma == "understand" and _participle(sentence, phrase) is None
            wanted = options.house_understands if house else None
            message = f"“{phrase.span.of(evidence.paragraph(line).text)}”: {_gap(phrase.lemma)}"
            yield placed(
                evidence,
                line,
                phrase.span,
                message,
                fixes=_fixes(evidence.paragraph(line), sentence, phrase),
                severity=wanted or (Severity.HINT if mild else None),
                exact=wanted is not None,
            )


def _in_document(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether the clause begins with the document that says so: "In the union's report, it is said to be"."""
    before = sentence.tokens[: sentence.tokens_in(phrase.span)[0].index]
    return any(
        token.relation == "obl"
        and listed(sentence, token, "claims", "records.nouns")
        and any(case.text.lower() == "in" for case in sentence.children(token, "case"))
        for token in before
    )


def _goes_on_from_outlet(evidence: Evidence, line: Line) -> bool:
    """Say whether an outlet just before tells something: "are said to" then goes on from its report."""
    return any(
        statement.source is not None and evidence.graph.sources[statement.source].kind is SourceKind.MEDIA_OUTLET
        for other in evidence.before(line, REPORT)
        for statement in evidence.named(other)
    )


def _fixes(paragraph: Paragraph, sentence: Sentence, phrase: Phrase) -> tuple[Fix, ...]:
    """Return the fixes that say by whom, and that put a source in the phrase's place."""
    participle = _participle(sentence, phrase)
    if participle is None:
        dropped = without(paragraph, phrase.span)
        return closing("Attribute to … instead", sentence, f", {BLANK} said", dropped)
    by = Fix("Say by whom", Span(participle.span.end, participle.span.end), " by <whom>")
    left = None if _aside(sentence, phrase.span) else _left(sentence, phrase, participle)
    if left is None:
        return (by,)
    return (by, *closing("Attribute to … instead", sentence, f", {BLANK} said", Edit(phrase.span, left)))


def _participle(sentence: Sentence, phrase: Phrase) -> Token | None:
    """Return the participle of a passive; None in "it emerged that" and where an outlet itself vouches."""
    inside = sentence.tokens_in(phrase.span)
    passive = lexicon("evidential")["passives"]
    hidden = inside[0].text.lower() == "it" and inside[-1].text.lower() == "that"
    return None if hidden else next((token for token in inside if token.text.lower() in passive), None)


def _left(sentence: Sentence, phrase: Phrase, participle: Token) -> str | None:
    """Return what is left of "are all thought to be" without the thinking: "are all"; what is expected "will be"."""
    be = sentence.tokens_in(phrase.span)[0]
    ends = (text_at(sentence, phrase.follows - 2), text_at(sentence, phrase.follows - 1))
    if be.text.lower() not in ("is", "are", "was", "were") or ends != ("to", "be"):
        return None
    kept = [token.text for token in sentence.tokens[be.index + 1 : participle.index] if token.text.lower() in _KEPT]
    if phrase.lemma != "expect":
        return " ".join([be.text, *kept])
    return " ".join(["will", *kept, "be"]) if be.text.lower() in ("is", "are") else None


def _told_before(evidence: Evidence, line: Line) -> bool:
    """Say whether somebody speaks in the paragraph before ``line``."""
    return any(other in evidence.spoken for other in evidence.beside(line) if other < line)


def _looked_for(sentence: Sentence) -> bool:
    """Say whether somebody who looks for a thing is its subject: what they believe of it is theirs."""
    subject = sentence.child(sentence.root, "nsubj")
    return subject is not None and listed(sentence, subject, "people", "institutions", "roles")


def _carried(evidence: Evidence, line: Line, span: Span) -> bool:
    """Say whether somebody in the sentence is given for what the phrase hides."""
    held = any(
        part.overlaps(span)
        for one in evidence.attributions(line)
        if one.source and one.kind in SPOKEN and not any(own.overlaps(span) for own in (*one.source, *one.cue))
        for part in one.content
    )
    return held or (evidence.told(line, span) and not _aside(evidence.sentence(line), span))


def _aside(sentence: Sentence, span: Span) -> bool:
    """Say whether the phrase stands in a relative clause, which what is said beside it does not hold."""
    inside = sentence.tokens_in(span)
    above = [above for token in inside for above in (token, *sentence.ancestors(token))]
    return any(token.relation == "acl:relcl" for token in above) or text_at(sentence, inside[0].index - 1) in (
        "who",
        "which",
    )


def _timetable(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether the phrase only states what is on for a date."""
    dated = any(entity.label == "DATE" for entity in sentence.entities)
    doing = sentence.tokens[phrase.follows : phrase.follows + 1]
    scheduled = any(listed(sentence, token, "evidential", "timetable") for token in doing)
    return phrase.lemma == "expect" and dated and scheduled


def _forecaster(evidence: Evidence, line: Line, phrase: Phrase) -> bool:
    """Say whether who expects it has just spoken of the same thing, in the same paragraph."""
    return phrase.lemma == "expect" and any(
        evidence.named(other) and evidence.shared(line, other)
        for other in evidence.before(line, FORECAST)
        if other.paragraph == line.paragraph
    )


def _graded(evidence: Evidence, line: Line, phrase: Phrase) -> bool:
    """Say whether the phrase gives a step of a scale that the sentence, or the one before, names."""
    near = (line, *(other for other in evidence.before(line, 1) if other.paragraph == line.paragraph))
    return phrase.lemma in ("consider", "deem") and any(
        listed_in(evidence.sentence(other), "measures", "superlatives.scales") for other in near
    )


def _folklore(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether the phrase gives a belief that nobody could confirm: that something brings luck."""
    behind = sentence.tokens[phrase.follows : phrase.follows + BELIEF]
    return any(listed(sentence, token, "evidential", "folklore") for token in behind)


def _named_next(evidence: Evidence, line: Line, ahead: int) -> bool:
    """Say whether a sentence behind it names who thinks so, of the same subject.

    Beyond the paragraph it does by a pronoun, or behind the sentence that the story begins with.
    """
    begins = line == evidence.lines[0]
    for after in evidence.after(line, ahead):
        near = begins or after.paragraph == line.paragraph or points_back(evidence.sentence(after))
        if near and evidence.named(after) and evidence.linked(line, after):
            return True
    return False


def _gap(lemma: str) -> str:
    """Return what the reader misses, and what would mend it."""
    verbs = lexicon("evidential")["thinks"]
    if lemma in words("evidential", "emerging"):
        return "the reader cannot tell from where. Say who found it out, and how."
    return f"the reader cannot tell who {verbs.get(lemma, 'says so')}. Name who, or drop the phrase."
