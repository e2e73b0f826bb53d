"""Flags quotation marks that cast doubt on a word while nobody is quoted: the "experts".

## What it flags

A word or two in quotation marks, in the story's own voice, where the word claims a standing or good faith
("consultation", "experts", "free") and the marks deny it. In the headline, marks around words that the body gives to
nobody, but uses as its own: a claim whose claimant is hidden.

Silent where somebody speaks in the sentence or in one beside it; where the story quotes or attributes the word
elsewhere; on words that are named or explained (called, so-called, known as, the term), names, titles and set terms;
and in opinion, features, interviews and the like.

## Why

Wikipedia's manual of style warns that such marks imply the writer's own scepticism: say whose word it is, or whose
doubt. The Associated Press does not use quotation marks for irony.

## Options

- `max_words` (3): how many words stand in the marks at most.

## Flagged

```
# Pool to close

The council's ⟦"consultation"⟧ lasted four minutes. The pool closes in May.
```

```
# Dam cleared

The dam was cleared by two ⟦“experts”⟧ on Monday. It is 80 years old.
```

```
# Valley holds ⟦"free"⟧ vote

The valley held its free vote on Sunday. Soldiers stood beside the boxes.
```

## Fixes

Remove the quotation marks:

```
The council's consultation lasted four minutes. The pool closes in May.
```

Say who calls it so:

```
What <source> called the council's "consultation" lasted four minutes. The pool closes in May.
```

## Clean

```
# Pool to close

The council's consultation lasted four minutes.
```

```
# Pool to close

The council's "consultation" lasted four minutes, said Ana Roux, who swims there.
```

```
# Pool to close

"It was no consultation at all," said Ana Roux, who swims there. The pool was built in 1911 and has three lanes.

The council's "consultation" lasted four minutes. The pool closes in May.
```

```
# Trade pact

The pact keeps the country's "most favoured nation" status. The boat was called "Truth". He sang "Freedom" twice.
```

```
# Valley holds "free" vote

The valley's governor, Ida Voss, called the vote free. Soldiers stood beside the boxes.
```

```
---
kind: opinion
---

# The valley votes

The valley's "election" took four hours.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import noun_phrase
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import owned
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.prose import Prose

_PLAIN = re.compile(r"[a-z][\w’'-]*(?: [a-z][\w’'-]*)*")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Options:
    """``max_words``: how many words stand in the marks at most."""

    max_words: int = 3


@rule("QUO403", Severity.INFO, supersedes=("QUO401",))
def scare_quotes(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each pair of marks that casts doubt in the story's own voice."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript or loose(graph):
        return
    yield from _in_headline(graph, options)
    for line in evidence.lines:
        paragraph = evidence.paragraph(line)
        for quotation in paragraph.quotations:
            if evidence.sentence(line).span.covers(quotation.inner) and _doubting(evidence, line, quotation, options):
                message = f"“{quotation.inner.of(paragraph.text)}”: {_WRONG}"
                yield placed(
                    evidence,
                    line,
                    quotation.span,
                    message,
                    fixes=(_unmarked(paragraph, quotation), *_owned(evidence.sentence(line), quotation)),
                )


_WRONG = "the marks cast doubt, and nobody is quoted. Drop them, or say who calls it so or who doubts it."


def _unmarked(paragraph: Paragraph, quotation: Quotation) -> Fix:
    """Return the fix that drops the marks."""
    return Fix("Remove the quotation marks", quotation.span, quotation.inner.of(paragraph.text))


def _doubting(evidence: Evidence, line: Line, quotation: Quotation, options: Options) -> bool:
    """Say whether a quotation of ``line`` denies a word its standing, with nobody near who may have said it."""
    paragraph, sentence = evidence.paragraph(line), evidence.sentence(line)
    if not _short(paragraph, quotation, options) or not _claims(sentence, quotation):
        return False
    near = (line, *evidence.before(line, 1), *evidence.after(line, 1))
    if any(other in evidence.spoken for other in near) or _held(paragraph, quotation):
        return False
    inner = quotation.inner.of(paragraph.text)
    return not sentence.holds(words("scare_quotes", "naming")) and not _given(evidence.graph, inner, quotation)


def _held(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether the words are part of what somebody says, thinks or does about something."""
    return any(one.source and part.overlaps(quotation.inner) for one in paragraph.attributions for part in one.content)


def _short(paragraph: Paragraph, quotation: Quotation, options: Options) -> bool:
    """Say whether a quotation is a few plain words in small letters, and no set term."""
    inner = quotation.inner.of(paragraph.text)
    if not (quotation.opened and quotation.closed) or _PLAIN.fullmatch(inner) is None:
        return False
    return len(inner.split()) <= options.max_words and inner not in paragraph.lists.terms


def _claims(sentence: Sentence, quotation: Quotation) -> bool:
    """Say whether the words in the marks claim a standing: they end in a noun or an adjective that does."""
    last = sentence.tokens_in(quotation.inner)[-1]
    behind = next((token for token in sentence.tokens[last.index + 1 :] if token.pos != "PUNCT"), None)
    joined = behind is not None and behind.pos in ("NOUN", "PROPN", "ADJ") and _at_once(sentence, quotation, behind)
    if _listed(last, "nouns") and last.pos == "NOUN":
        return not joined
    return _listed(last, "adjectives") and (joined or last.pos == "ADV")


def _at_once(sentence: Sentence, quotation: Quotation, behind: Token) -> bool:
    """Say whether nothing but a space stands between the marks and the word behind them."""
    between = sentence.text[quotation.span.end - sentence.span.start : behind.span.start - sentence.span.start]
    return between.isspace()


def _listed(token: Token, name: str) -> bool:
    """Say whether a word is on a list, by its lemma or as it stands."""
    return not words("scare_quotes", name).isdisjoint({token.lemma.lower(), token.text.lower()})


def _given(graph: AttributionGraph, inner: str, but: Quotation) -> bool:
    """Say whether the words, or the last of them, are somebody's anywhere in the story: quoted or attributed."""
    last = _WORD.findall(inner.lower())[-1].removesuffix("s")
    holding = re.compile(rf"\b{re.escape(last)}", re.IGNORECASE)
    for number, paragraph in enumerate(graph.paragraphs):
        quoted = (one.inner for one in paragraph.quotations if one is not but and number != graph.headline)
        said = (part for one in paragraph.attributions if one.source for part in one.content)
        if any(holding.search(part.of(paragraph.text)) for part in (*quoted, *said)):
            return True
    return False


def _owned(sentence: Sentence, quotation: Quotation) -> tuple[Fix, ...]:
    """Return the fix that says before the phrase whose word it is: "what the mayor called"."""
    inside = sentence.tokens_in(quotation.inner)
    head = next(
        (above for token in inside for above in (token, *sentence.ancestors(token)) if above.pos == "NOUN"), None
    )
    if head is None:
        return ()
    return (owned("Say who calls it so", sentence, noun_phrase(sentence, head)[0], "called"),)


def _in_headline(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each quotation in the headline whose words the body gives to nobody and uses as its own."""
    if graph.headline is None or graph.story.headline is None:
        return
    paragraph = graph.paragraphs[graph.headline]
    for quotation in paragraph.quotations:
        inner = quotation.inner.of(paragraph.text)
        if not _short(paragraph, quotation, options) or any(one.source for one in paragraph.attributions):
            continue
        if _given(graph, inner, quotation) or not _own_words(graph, inner):
            continue
        message = (
            f"“{inner}”: nobody in the story is given for it. Drop the marks, or say in the story whose claim it is."
        )
        prose: Prose = graph.story.headline.prose
        yield Finding(quotation.span, message, prose, fixes=(_unmarked(paragraph, quotation),))


def _own_words(graph: AttributionGraph, inner: str) -> bool:
    """Say whether the body has the words outside quotation marks."""
    holding = re.compile(rf"\b{re.escape(inner)}\b", re.IGNORECASE)
    return any(holding.search(graph.paragraphs[number].text) for number in graph.body)
