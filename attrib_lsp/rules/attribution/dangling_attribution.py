"""Flags an attribution that attributes nothing, or to nobody: "according to" and a full stop, "said" and no speaker.

## What it flags

"According to", "as reported by" and "in the words of" with no source behind them. "Said" and the like at the end of a
sentence, with nobody who says it. A placeholder where a source belongs: TK, XXX, ???, <source>, [name]. As a warning,
a sentence that begins "Speaking to reporters," and goes on with a thing that cannot speak.

Left alone: "according to plan" and its kin, inverted attributions ("so said the mayor"), and the last words of a draft
that is still being typed.

## Why

The Associated Press wants the attribution in the same sentence as the fact. A reader who meets "according to" and
nobody has been promised a source that is not there.

## Flagged

```
# Pier to close

The pier will close in June, ⟦according to⟧. It has been shut twice before.
```

```
# Rents rise again

“We have never had so many people on the list,” ⟦said⟧. The waiting list stands at 4,000.

The council will build 90 flats, according to ⟦TK⟧. Work starts in May, ⟦XXX⟧ said.
```

```text
Bus strike off

The strike is off, ⟦added⟧.

Buses will run from Monday, according to ⟦???⟧, and school services from Tuesday.
```

```
# Minister on the dam

⟦Speaking to reporters⟧, the dam would cost two billion more than planned.
```

## Fixes

Name the source:

```
The pier will close in June, according to <source>. It has been shut twice before.
```

Cut “according to”:

```
The pier will close in June. It has been shut twice before.
```

## Clean

```
# Pier to close

The pier will close in June, according to the port authority. It was repaired in May, as reported by the Gazette.
```

```
# Launch goes well

The launch went according to plan, and the crew were seated according to rank. "It will be a long night," so said the
mayor, Jo Marsh.
```

```
# Rents rise again

“We have never had so many people on the list,” said Lea Roth. She runs the housing office. “It is hard,” she said.
```

```
# Shop opens

TK Maxx will open a shop in Aldham, the chain said. Super Bowl XXX was played in 1996. What was she thinking??? Nobody
said.
```

```
# Minister on the dam

Speaking to reporters, the minister, Pia Lund, said the dam would cost more. Speaking of dams, the old one leaks.
```

```
# Who knew

The mayor knew, according to, among others, her own deputy, Bo Lund. Things were not what they said.
```

```
# Pier to close

The pier will close in June, according to
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.mentions import Reference, describe
from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

_PREPOSITION = re.compile(
    r"\b(?:according to|as reported by|in the words of|as told to)(?=\s*(?P<stop>[.;!]|\?(?!\?)|,\s+(?P<next>\w+)|$))",
    re.I,
)
#: Words without which it matches nothing.
_LEADING = frozenset({"according", "reported", "words", "told"})
_CLOSING = ("”", '"', "''", "’", "'")


@rule("ATT506", Severity.ERROR)
def dangling_attribution(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield one finding for each attribution without a source."""
    blocks = read_blocks(graph.story)
    for number in graph.body:
        paragraph, prose = graph.paragraphs[number], blocks[number].prose
        typing = number == graph.body[-1]
        for span, severity in (
            *((span, None) for span in _without_source(paragraph, typing)),
            *((span, None) for span in _without_speaker(paragraph, typing)),
            *((span, None) for span in _placeholders(paragraph)),
            *((span, Severity.WARNING) for span in _speaking_thing(paragraph)),
        ):
            words_ = span.of(paragraph.text)
            yield Finding(
                span,
                _message(words_, severity),
                prose,
                fixes=_fixes(paragraph.text, span, words_, severity),
                severity=severity,
            )


def _without_source(paragraph: Paragraph, typing: bool) -> Iterator[Span]:
    """Yield "according to" with no source behind it; not where the draft breaks off and is being typed."""
    if not any(sentence.holds(_LEADING) for sentence in paragraph.sentences):
        return
    for found in _PREPOSITION.finditer(paragraph.text):
        span = Span(found.start(), found.end())
        following = found.group("next")
        if following is not None and following.lower() in words("dangling", "parenthetical"):
            continue
        if paragraph.quoted(span) or (typing and not found.group("stop")):
            continue
        yield span


def _without_speaker(paragraph: Paragraph, typing: bool) -> Iterator[Span]:
    """Yield a verb of saying that ends a sentence with nobody who says it."""
    for sentence in paragraph.sentences:
        last = next((token for token in reversed(sentence.tokens) if token.pos != "PUNCT"), None)
        for verb in (last,) if last is not None else ():
            if verb.tag not in ("VBD", "VBZ", "VBN") or verb.lemma.lower() not in words("dangling", "final"):
                continue
            stopped = paragraph.text[verb.span.end : verb.span.end + 1] in (".", ";")
            if paragraph.quoted(verb.span) or not (stopped or (verb.span.end == len(paragraph.text) and not typing)):
                continue
            if _speech_before(paragraph, sentence, verb) and sentence.child(verb, "nsubj", "nsubj:pass") is None:
                yield verb.span


def _speech_before(paragraph: Paragraph, sentence: Sentence, verb: Token) -> bool:
    """Say whether what stands before the verb, up to a comma or a closing mark, can be what was said: a clause."""
    before = sentence.tokens[: verb.index]
    if not before or before[-1].text not in (",", *_CLOSING):
        return False
    beginning = paragraph.text[: before[0].span.start].strip() == "" or sentence is not paragraph.sentences[0]
    quoted = next((one for one in paragraph.quotations if one.span.end == before[-1].span.end), None)
    if quoted is not None:
        return beginning and quoted.span.start <= before[0].span.start
    if before[-1].text != ",":
        return False
    finite = [token for token in before if token.tag in ("VBD", "VBZ", "VBP", "MD")]
    return bool(finite) and not any(token.text == "," for token in before[:-1])


@cache
def _placeholder_pattern() -> re.Pattern[str]:
    """Match a placeholder for a source."""
    return re.compile("|".join(lexicon("dangling")["placeholders"]))


@cache
def _cue_pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match a cue just before a placeholder, and one just behind it."""
    verbs = "|".join(sorted(every_form(words("dangling", "final"))))
    before = rf"(?:\baccording to|\b(?:{verbs}|reported by))\s+(?:\w+\s+){{0,2}}$"
    return re.compile(before, re.IGNORECASE), re.compile(rf",?\s+(?:{verbs})\b", re.IGNORECASE)


def _placeholders(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the placeholders that stand for a source."""
    before, behind = _cue_pattern()
    for found in _placeholder_pattern().finditer(paragraph.text):
        span = Span(found.start(), found.end())
        if paragraph.quoted(span):
            continue
        certain = "source" in found.group().lower()
        beside = before.search(paragraph.text[: span.start]) or behind.match(paragraph.text, span.end)
        if certain or beside:
            yield span


def _speaking_thing(paragraph: Paragraph) -> Iterator[Span]:
    """Yield "Speaking to reporters" at the beginning of a sentence that goes on with a thing as its subject."""
    for sentence in paragraph.sentences:
        first = sentence.tokens[0]
        if first.text.lower() not in words("dangling", "participles") or first.relation != "advcl":
            continue
        main, phrase = sentence.head(first), sentence.subtree(first)
        subject = sentence.child(main, "nsubj")
        if subject is None or subject.index < phrase[-1].index or len(phrase) < 2 or phrase[1].text.lower() == "of":
            continue
        if not _speaks(sentence, subject) and main.lemma.lower() not in words("cues", "speech"):
            said = [token for token in phrase if token.pos != "PUNCT"]
            yield said[0].span.joined(said[-1].span)


def _speaks(sentence: Sentence, subject: Token) -> bool:
    """Say whether a subject can speak: a person, a body, a pronoun, a name."""
    if subject.pos in ("PRON", "PROPN") or any(sentence.entity_at(t) for t in sentence.subtree(subject)):
        return True
    return describe(sentence, subject, span_of(noun_phrase(sentence, subject))).reference is not Reference.NOTHING


def _message(found: str, severity: Severity | None) -> str:
    """Say what is missing."""
    if severity is Severity.WARNING:
        return f"“{found}”: who speaks? What follows cannot. Make the speaker the subject."
    return f"“{found}” leaves the source open. Name it, or drop the attribution."


def _fixes(text: str, span: Span, found: str, severity: Severity | None) -> tuple[Fix, ...]:
    """Return the fix that puts a blank for the source where none is, and the one that drops "according to"."""
    if severity is Severity.WARNING or not found[0].isalpha() or found.isupper():
        return ()
    if len(found.split()) == 1:
        return (Fix("Name the source", Span(span.start, span.start), f"{BLANK} "),)
    start = len(text[: span.start].rstrip(", "))
    insert = Fix("Name the source", Span(span.end, span.end), f" {BLANK}")
    return (insert, Fix(f"Cut “{found}”", Span(start, span.end), "")) if start else (insert,)
