"""Flags ranks in the story's own voice: unprecedented, the largest, the first, a record.

## What it flags

A superlative that ranks by size, cost, danger and the like, or a word of rank such as "unprecedented", outside
quotation marks with no source in the sentence or beside it. Left alone are ranks that everybody knows ("the world's
largest economies", "the country's biggest bank"), places among several ("one of the largest"), family ("his eldest
son"), places in a row ("the first of two meetings", "last week"), proper names, quantities ("most residents", "at
least"), sport, and drafts of opinion.

## Why

Wikipedia's words to watch want a named basis for a claim of rank. NPR asks who calls it major. For the AP a
disputable fact is attributed or dropped.

## Flagged

```
# Fishing ruling

The ruling is an ⟦unprecedented⟧ blow to the fishing industry.
```

```
# Timber trade

Much of the timber goes to Estonia, ⟦its biggest export destination⟧.
```

```
# Festival closes

It was ⟦the worst drought⟧ in living memory.
```

## Clean

```
# Fishing ruling

The ruling is the first of its kind since the fisheries court opened in 1994, according to the court's register of
judgments.
```

```
# Trade talks

The talks cover the world's two largest economies. Her eldest son, who lives near the capital's main airport, sat in
the first of two meetings last week.
```

```
# First Minister visits

The First Minister toured the Supreme Court on Friday. Most residents stayed at home, and at least one slept.
```

```
# Coach hopeful

"It's the best team we have had," the coach, Per Lund, said.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.claims import Carrier, Evidence
from attrib_lsp.attribution.forms import listed
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.grounds import has_phrase
from attrib_lsp.attribution.keys import keyed
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._figures import contest
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

_NOMINAL = ("NOUN", "PROPN")
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "a"})
_CARRIED = frozenset({Carrier.QUOTED, Carrier.ATTRIBUTED, Carrier.DOCUMENT, Carrier.INHERITED})


@rule("UNS103", Severity.INFO, supersedes=("UNS101",))
def unsourced_superlative(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for the first rank of each sentence that nobody is given for."""
    evidence = Evidence(graph)
    if evidence.opinion or evidence.transcript:
        return
    for line in evidence.lines:
        sentence = evidence.sentence(line)
        if contest(sentence):
            continue
        for span in _ranks(sentence):
            about = frozenset(keyed(sentence.tokens_in(span)))
            if evidence.carrier(line, span, about) in _CARRIED:
                continue
            message = (
                f"“{span.of(evidence.paragraph(line).text)}”: says who? Give the source or the figures behind the rank."
            )
            yield placed(evidence, line, span, message)
            break


def _ranks(sentence: Sentence) -> Iterator[Span]:
    """Yield the spans of ranks in ``sentence``."""
    for token in sentence.tokens:
        if token.text.lower() in words("measures", "superlatives.words"):
            yield token.span
        elif _superlative(sentence, token):
            span = _phrase(sentence, token)
            if span is not None:
                yield span


def _superlative(sentence: Sentence, token: Token) -> bool:
    """Say whether a word ranks by something measurable, and is no part of a name or a set phrase."""
    lower, following = token.text.lower(), sentence.tokens[token.index + 1 : token.index + 2]
    ranked = lower in words("measures", "superlatives.ranks") or (
        lower in ("most", "least")
        and bool(following)
        and following[0].text.lower() in words("measures", "superlatives.graded")
    )
    named = token.index > 0 and token.text[0].isupper()
    return ranked and not named and not _idiom(sentence, token)


def _phrase(sentence: Sentence, token: Token) -> Span | None:
    """Return the words of a rank from its article or owner to its noun; None where it disputes nothing."""
    noun = next((t for t in sentence.tokens[token.index + 1 : token.index + 6] if t.pos in _NOMINAL), None)
    while noun is not None and noun.index + 1 < len(sentence.tokens):
        following = sentence.tokens[noun.index + 1]
        if following.pos not in _NOMINAL:
            break
        noun = following
    if noun is None or any(
        t.pos in ("VERB", "AUX", "PUNCT", "ADP", "SCONJ") and t.text != "-" and t.tag not in ("VBN", "VBG")
        for t in sentence.tokens[token.index + 1 : noun.index]
    ):
        return None
    if listed(sentence, noun, "measures", "superlatives.kin", "superlatives.known"):
        return None
    first = token.index
    while first > 0 and sentence.tokens[first - 1].pos in ("NUM", "ADV"):
        first -= 1
    if first > 0 and sentence.tokens[first - 1].text.lower() in _OWNERS:
        first -= 1
    if _one_of(sentence, first):
        return None
    return sentence.tokens[first].span.joined(noun.span)


def _idiom(sentence: Sentence, token: Token) -> bool:
    """Say whether the superlative is part of a set phrase."""
    near = sentence.text[
        max(token.span.start - sentence.span.start - 14, 0) : token.span.end - sentence.span.start + 14
    ]
    return has_phrase(near, "measures", "superlatives.idioms")


def _one_of(sentence: Sentence, first: int) -> bool:
    """Say whether it is only "one of the largest", "among the largest": a place among several."""
    before = [token.text.lower() for token in sentence.tokens[max(first - 4, 0) : first]]
    return "among" in before or ("of" in before and bool({"one", "some", "two", "three", "many"} & set(before)))
