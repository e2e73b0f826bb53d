"""Flags unnamed sources that are used for an opinion, a mood, a guess or a forecast.

## What it flags

Somebody unnamed who is worried, sceptical, dismayed or confident; who believes, doubts, fears or predicts; who voices
alarm; or who says that something is reckless or a shambles. What such a source knows may be worth printing without a
name; what it feels is not. No reporting verb is needed: "US officials were sceptical about the proposal" is enough.

Silent on named people and on bodies that speak with their usual voice; on an institution's position that was put on
record ("in a statement"); on private people and their moods; on a forecast by somebody who is said to know; inside
quotation marks; and where a source of the story tells what others think. In a draft whose front matter says `kind:
feature` it is a hint.

## Why

The Associated Press takes material from unnamed sources only if it is information, not opinion or speculation, and
vital to the report. The Washington Post's ombudsman made it a rule never to let an anonymous source give an opinion
of another person, and NPR's handbook says the same.

## Flagged

```
# Envoy named

⟦Western diplomats were dismayed⟧ by the appointment.
```

```
# Peace plan tabled

The plan was tabled on Monday by the Norwegian foreign minister, Siri Aas.

⟦US officials were sceptical⟧ about the proposal given the ministry's record.
```

```
# Rail bosses under fire

⟦A government adviser believes⟧ that the line will never be built. ⟦Several officials expressed doubts⟧ about its
cost.
```

```
# Coach on the brink

⟦One club executive called⟧ the transfer a shambles.
```

```
# Bank eyes merger

The board meets in March. ⟦Senior figures fear⟧ that it will be too late.
```

## Fixes

Attribute to a named person:

```
<name>, <role>, was dismayed by the appointment.
```

## Clean

```
# Envoy named

Western diplomats boycotted the swearing-in on Monday, the foreign ministry's attendance list shows.
```

```
# Peace plan tabled

The ministry said in a statement that it was sceptical about the plan. Germany was dismayed. Brussels fears a delay.
```

```
# Bus cuts begin

Passengers were furious. Residents fear that the shop will close. Some drivers and two former employees are angry.
```

```
# Rate path

A central bank official briefed on the forecasts expects that rates will stay where they are until June.
```

```
# Dam leaks again

The engineer, Paul Orr, said that officials were worried. "Officials believe anything," he said.
```

```
# Dam leaks again

Paul Orr and Nia Bell, officials at the county's water board, were alarmed by the crack.
```

```
# Dam leaks again

County officials expect to finish the repairs by May. Two officials walked the wall on Friday.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from attrib_lsp.attribution.anonymity import UnnamedKind, UnnamedPhrase, unnamed_phrase
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.descriptions import belongs, knows
from attrib_lsp.attribution.forms import third_person
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.opinions import forecast, opinion
from attrib_lsp.attribution.unnamed_speakers import named_beside
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.anonymous._describing import named
from attrib_lsp.rules.finding import Edit, Finding, Fix, Severity
from attrib_lsp.rules.rule import rule

_FINITE = ("VBD", "VBZ", "VBP", "MD")
#: Forms of a plural that one person changes.
_SINGLE = {"were": "was", "are": "is", "have": "has", "do": "does"}


@rule("ANO203", Severity.WARNING, supersedes=("ANO202", "UNS108"))
def anonymous_opinion(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield one finding for each opinion that somebody unnamed holds in the story's own voice."""
    blocks = read_blocks(graph.story)
    severity = Severity.HINT if genre_of(graph).called("feature") else None
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for sentence in paragraph.sentences:
            for phrase, last in _opinions(sentence):
                span = phrase.span.joined(last.span)
                if _printed(paragraph, phrase) and not named_beside(graph, number, sentence, phrase):
                    prose = blocks[number].prose
                    fixes = _fixes(prose.text, sentence, phrase, last)
                    yield Finding(span, _message(phrase.span.of(prose.text)), prose, fixes=fixes, severity=severity)


def _fixes(text: str, sentence: Sentence, phrase: UnnamedPhrase, last: Token) -> tuple[Fix, ...]:
    """Return the fix that puts a named person in the place of the unnamed, the verb made to agree."""
    between = [token for token in sentence.tokens[phrase.head.index + 1 : last.index + 1] if token.tag in _FINITE]
    verb = next((token for token in between if token.span.start >= phrase.span.end), None)
    if verb is None:
        return ()
    single = _SINGLE.get(verb.text.lower()) or (third_person(verb.lemma.lower()) if verb.tag == "VBP" else None)
    also = (Edit(verb.span, single),) if single is not None and not phrase.single else ()
    return tuple(replace(fix, title="Attribute to a named person", also=also) for fix in named(text, phrase.span))


@gathered
def _opinions(sentence: Sentence) -> Iterator[tuple[UnnamedPhrase, Token]]:
    """Yield each unnamed source of ``sentence`` that holds an opinion, with the last word of the predicate."""
    for token in sentence.tokens:
        last = opinion(sentence, token)
        phrase = unnamed_phrase(sentence, token) if last is not None else None
        if last is None or phrase is None or phrase.kind is UnnamedKind.PRIVATE:
            continue
        if phrase.head.lemma.lower() in words("sourcing", "opinion.concerned"):
            continue
        if forecast(last) and knows(sentence, phrase.head):
            continue
        if not _on_record(sentence, phrase, sentence.head(token)):
            yield phrase, last


def _on_record(sentence: Sentence, phrase: UnnamedPhrase, predicate: Token) -> bool:
    """Say whether an institution is given, and the occasion on which it put its position on record."""
    below = sentence.children(predicate, "obl")
    occasion = any(token.lemma.lower() in words("sourcing", "opinion.occasions") for token in below)
    return occasion and belongs(sentence, sentence.tokens_in(phrase.span), phrase.head)


def _printed(paragraph: Paragraph, phrase: UnnamedPhrase) -> bool:
    """Say whether the story itself says it: outside quotation marks and what other sources say."""
    said = any(
        other.source
        and not any(part.overlaps(phrase.span) for part in other.source)
        and any(part.covers(phrase.span) for part in other.content)
        for other in paragraph.attributions
    )
    return not said and not paragraph.quoted(phrase.span)


def _message(words_: str) -> str:
    """Say what would mend it."""
    return f"“{words_}”: an opinion without a name to it. Print what they know, or find somebody who will be named."
