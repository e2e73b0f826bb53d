"""Flags talk of ground rules that was left in copy: off the record, not for attribution, on background, embargoed.

## What it flags

The terms on which a source talked to the reporter, where they go with the verb by which the source speaks ("he said,
off the record"), in a note in brackets ("[not for attribution]") or at a paragraph's head ("EMBARGOED UNTIL 6PM"), and
an embargo that still stands ("are embargoed until").

Stories about such talk are left alone: "off-the-record briefings" and the like with hyphens, what somebody refused,
may or had once done off the record, what a source tells of it, words in quotation marks. So is a piece with `kind:
meta`.

## Why

The Washington Post's definitions have it that what is said off the record can be used neither in the paper nor in
further reporting. The Associated Press wants both sides to know what "on background" means before anything is printed.
NPR reminds its reporters that a promise of confidentiality can bind in court.

## Flagged

```
# Trial ends early

"The tests failed," Dr Lena Ruiz, the trial's director, said, ⟦off the record⟧.
```

```
# Merger in doubt

A director at Orwell Partners, speaking ⟦on deep background⟧, said the buyer had walked away. An aide told the Courier
⟦off the record⟧ that the price was too high.
```

```
# Merger in doubt

The buyer has walked away [⟦not for attribution⟧]. The price was £4m too high, a banker who worked on the sale said.
```

```text
Unemployment falls

EMBARGOED UNTIL 06:00 TUESDAY

The figures ⟦are embargoed until⟧ Tuesday. They show a fall of 2 per cent.
```

## Fixes

Cut the passage:

```
An aide told the Courier off the record that the price was too high.
```

## Clean

```
# Trial ends early

"The tests failed," Dr Lena Ruiz, the trial's director, said.
```

```
# Minister regrets briefings

The minister's off-the-record briefings are over, his spokesman, Al Kott, said. The inquiry heard that he had spoken
off the record to two editors. He refused to say anything off the record.
```

```
# Club buys striker

The board spent £4,000 on background checks. He scored twice on Saturday. The club improved on background noise at the
ground after a survey.
```

```
# Judge warns reporters

"We spoke off the record," the judge, Ida Moss, said. The report was embargoed until Tuesday.
```

```
# Trade talks

The embargo on arms will stay until June, the minister, Lena Holt, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.mending import cut
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: Relations of a verb whose clause tells that somebody spoke, and does not only name the doing of it.
_CLAUSES = ("root", "conj", "parataxis", "ccomp", "advcl", "acl", "acl:relcl", "xcomp")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_CONDITIONS = frozenset({"if", "whether", "unless"})


@rule("ANO210", Severity.ERROR)
def ground_rules_leak(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each ground rule or embargo in the body's own voice."""
    if genre_of(graph).called("meta"):
        return
    blocks = read_blocks(graph.story)
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for span in sorted({*_notes(paragraph), *_standing(paragraph), *_adverbials(paragraph)}):
            fixes = (cut("Cut the passage", paragraph, span),)
            yield Finding(span, _message(span.of(paragraph.text)), blocks[number].prose, fixes=fixes)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Match the words of one of the lists."""
    return re.compile(str(lexicon("ground_rules")[name]), re.IGNORECASE)


@cache
def _note() -> re.Pattern[str]:
    """Match a note in brackets, or one that is a whole paragraph or its head; group 1 or 2 is the note."""
    note = str(lexicon("ground_rules")["notes"])
    return re.compile(rf"[\[(]\s*({note})\s*[\])]|\A\W*({note})\s*(?:[:.]|\Z)", re.IGNORECASE)


def _notes(paragraph: Paragraph) -> Iterator[Span]:
    """Yield notes that only the desk was meant to see."""
    for match in _note().finditer(paragraph.text):
        span = Span(*match.span(1 if match.group(1) is not None else 2))
        if not paragraph.quoted(span):
            yield span


def _standing(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the words for an embargo that still stands."""
    for match in _pattern("standing").finditer(paragraph.text):
        span = Span(*match.span())
        if not paragraph.quoted(span):
            yield span


def _adverbials(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the terms on which somebody speaks in the story's own voice."""
    for sentence in paragraph.sentences:
        if not sentence.holds(words("ground_rules", "telltale")):
            continue
        for match in _pattern("adverbials").finditer(sentence.text):
            span = Span(*match.span()).shifted(sentence.span.start)
            if paragraph.quoted(span) or _pattern("continued").match(sentence.text, match.end()):
                continue
            verb = _governing(sentence, span)
            if verb is not None and _talks(sentence, verb) and not _retold(paragraph, span, verb):
                yield span


def _governing(sentence: Sentence, span: Span) -> Token | None:
    """Return the nearest verb above the words of ``span``."""
    inside = sentence.tokens_in(span)
    return next(
        (above for above in sentence.ancestors(inside[-1]) if above.pos == "VERB" and above not in inside), None
    )


def _talks(sentence: Sentence, verb: Token) -> bool:
    """Say whether somebody talks or has talked by ``verb``: not perhaps, not once before, not as a habit."""
    lemma = verb.lemma.lower()
    talking = lemma in words("ground_rules", "talking")
    if not (talking or lemma in words("sourcing", "telling.verbs")) or verb.relation not in _CLAUSES:
        return False
    below = sentence.children(verb, "aux", "advmod", "mark", "case")
    lower = {token.text.lower() for token in below}
    if lower & (words("sourcing", "telling.unsaid") | _NEGATIONS | _CONDITIONS | {"had"}):
        return False
    if "to" in lower or verb.relation == "xcomp":
        return sentence.head(verb).lemma.lower() in words("ground_rules", "consenting")
    habit = talking and verb.tag in ("VB", "VBP", "VBZ")
    return not habit and not any(token.relation in ("mark", "case") for token in below if token.index < verb.index)


def _retold(paragraph: Paragraph, span: Span, verb: Token) -> bool:
    """Say whether a source tells of the talk: ``span`` lies in a content that ``verb`` does not lead in."""
    return any(
        part.covers(span)
        for one in paragraph.attributions
        if one.source and one.cue_lemma not in words("ground_rules", "consenting")
        if not any(cue.overlaps(verb.span) for cue in one.cue)
        for part in one.content
        if part.covers(verb.span)
    )


def _message(words_: str) -> str:
    """Say what would mend it."""
    return f"“{words_}”: what was agreed with a source is not for readers. Take this out, or get it on the record."
