"""Flags ranks in the story's own voice: unprecedented, the largest, the first, a record.

## What it flags

A superlative that ranks by size, cost, danger and the like, or a word of rank such as "unprecedented", outside
quotation marks with no source in the sentence or beside it. Left alone are ranks that everybody knows ("the world's
largest economies", "the country's biggest bank"), places among several ("one of the largest"), family ("his eldest
son"), places in a row ("the first of two meetings", "last week"), proper names, quantities ("most residents", "at
least"), steps of a scale, ranks whose runner-up is given with its figure, sport, and drafts of opinion.

## Why

Wikipedia's words to watch want a named basis for a claim of rank. NPR asks who calls it major. For the AP a
disputable fact is attributed or dropped.

## Options

- `citations_count` (false): take a footnote (`[1]`, `[^1]`, `<ref>`, `{{sfn}}`) for the source, as Wikipedia does.

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

## Fixes

Attribute to …:

```
The ruling is an unprecedented blow to the fishing industry, according to <source>.
```

Cut “unprecedented”:

```
The ruling is a blow to the fishing industry.
```

## Clean

```
# Shares up again

The northern stock market rose to a record high on Friday. Many in the hall spoke of how much they hoped that this is
the year in which, for the first time in history, a farmer's son is named.
```

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
# Storm makes landfall

On the scale that forecasters use, a depression is the weakest form of cyclone. The island's biggest power plant was
shut before it came.
```

```
# Lifeboatman dies

Mr Hale, who was 90, held the highest honour of the lifeboat service. The high court, the highest civil court in the
country, had named a room after him.
```

```
# Fever spreads

By Friday the north had the highest number of cases in the country, with the next highest region, the west, reporting
1,200.
```

```
# A farewell from abroad

A reader of the paper wrote from Malta:

The greatest indictment of his years in office is that he died in a foreign hospital.

The funeral is on Monday.
```

```
# Coach hopeful

"It's the best team we have had," the coach, Per Lund, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.claims import Carrier, evidence_of
from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.grounds import has_phrase
from attrib_lsp.attribution.keys import keys_among
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import plainer
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._citations import cited
from attrib_lsp.rules.unsourced._contests import contest
from attrib_lsp.rules.unsourced._placing import attributing, placed
from attrib_lsp.text.span import Span

_PARTICIPLES = ("VBN", "VBG")
_NOMINAL = ("NOUN", "PROPN")
_GRADING = frozenset({"most", "least"})
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "a"})
_CARRIED = frozenset({Carrier.QUOTED, Carrier.ATTRIBUTED, Carrier.DOCUMENT, Carrier.INHERITED})


@dataclass(frozen=True, slots=True)
class Options:
    """``citations_count``: a footnote is a source."""

    citations_count: bool = False


@rule("UNS103", Severity.INFO, supersedes=("UNS101",))
def unsourced_superlative(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for the first rank of each sentence that nobody is given for."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript:
        return
    for line in evidence.lines:
        sentence = evidence.sentence(line)
        if contest(sentence) or _measured(sentence) or (options.citations_count and cited(evidence, line)):
            continue
        for span in _ranks(sentence):
            if _quoted_on_market(sentence, span) or _hoped(sentence, span):
                continue
            about = keys_among(sentence.tokens_in(span))
            if evidence.carrier(line, span, about) in _CARRIED:
                continue
            message = (
                f"“{span.of(evidence.paragraph(line).text)}”: says who? Give the source or the figures behind the rank."
            )
            fixes = (*attributing(evidence, line), *_plainer(sentence, span))
            yield placed(evidence, line, span, message, fixes=fixes)
            break


def _plainer(sentence: Sentence, span: Span) -> tuple[Fix, ...]:
    """Return the fix that leaves the rank out, where it is one word."""
    inside = sentence.tokens_in(span)
    return plainer(f"Cut “{inside[0].text}”", sentence, inside[0]) if len(inside) == 1 else ()


def _quoted_on_market(sentence: Sentence, span: Span) -> bool:
    """Say whether a record is a market's, which anybody can look up: "the stock market rose to a record high"."""
    market = words("measures", "market_words") | words("measures", "traded")
    level = sentence.tokens_in(span)[-1].text.lower() in ("high", "low")
    return level and any(token.pos in _NOMINAL for token in sentence.spelled(market))


def _hoped(sentence: Sentence, span: Span) -> bool:
    """Say whether a rank is only what somebody hopes or plans for: "they hope that this is the first time ever"."""
    first = sentence.tokens_in(span)[0]
    return any(
        above.pos == "VERB" and listed(sentence, above, "measures", "intending") for above in sentence.ancestors(first)
    )


def _measured(sentence: Sentence) -> bool:
    """Say whether a sentence ranks by a scale that others laid down, or gives the figure of who comes next."""
    if listed_in(sentence, "measures", "superlatives.scales"):
        return True
    counted = any(token.pos == "NUM" for token in sentence.tokens)
    return counted and _runner_up().search(sentence.text) is not None


@cache
def _runner_up() -> re.Pattern[str]:
    """Match what tells who comes next: "the next highest", "followed by"."""
    return re.compile(str(lexicon("measures")["superlatives"]["runner_up"]), re.IGNORECASE)


@gathered
def _ranks(sentence: Sentence) -> Iterator[Span]:
    """Yield the spans of ranks in ``sentence``."""
    if "first" in sentence.spellings:
        for match in _first_pattern().finditer(sentence.text):
            yield Span(match.start(), match.end()).shifted(sentence.span.start)
    for token in sentence.spelled(_ranking()):
        if token.text.lower() in words("measures", "superlatives.words"):
            yield token.span
        elif token.text.lower() == "record":
            yield from _record(sentence, token)
        elif _superlative(sentence, token):
            span = _phrase(sentence, token)
            if span is not None:
                yield span


@cache
def _ranking() -> frozenset[str]:
    """Return the words that may rank: "unprecedented", "record", "largest", "most"."""
    return words("measures", "superlatives.words") | words("measures", "superlatives.ranks") | {"record", *_GRADING}


@cache
def _first_pattern() -> re.Pattern[str]:
    """Match what is told to be the first of all: "for the first time in history", "the first case of its kind"."""
    return re.compile(str(lexicon("measures")["superlatives"]["first"]), re.IGNORECASE)


def _record(sentence: Sentence, token: Token) -> Iterator[Span]:
    """Yield the span of "record profits", "a record high": a record that describes something measured."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    if following and listed(sentence, following[0], "measures", "superlatives.recorded"):
        yield token.span.joined(following[0].span)


def _superlative(sentence: Sentence, token: Token) -> bool:
    """Say whether a word ranks by something measurable, and is no part of a name, a compound or a set phrase."""
    lower, following = token.text.lower(), sentence.tokens[token.index + 1 : token.index + 2]
    graded = lower in _GRADING and bool(following) and following[0].pos == "ADJ"
    ranked = lower in words("measures", "superlatives.ranks") or (
        graded
        and (following[0].text.lower() in words("measures", "superlatives.graded") or _of_all_time(sentence, token))
    )
    named = token.index > 0 and token.text[0].isupper()
    beside = {other.text for other in (*following, *sentence.tokens[max(token.index - 1, 0) : token.index])}
    return ranked and not named and "-" not in beside and not _idiom(sentence, token)


def _of_all_time(sentence: Sentence, token: Token) -> bool:
    """Say whether a rank holds for good: "the most progressive in the party's history"."""
    behind = [following.text.lower() for following in sentence.tokens[token.index + 2 : token.index + 8]]
    return "ever" in behind or "history" in behind


def _phrase(sentence: Sentence, token: Token) -> Span | None:
    """Return the words of a rank from its article or owner to its noun; None where it disputes nothing."""
    noun = _noun(sentence, token) or _predicative(sentence, token)
    if noun is None or noun.text.lower().endswith("maker"):
        return None
    if listed(sentence, noun, "measures", "superlatives.kin", "superlatives.known", "superlatives.felt"):
        return None
    first = token.index
    while first > 0 and sentence.tokens[first - 1].pos in ("NUM", "ADV"):
        first -= 1
    if first < token.index and noun.text.lower().endswith("s"):
        return None  # "its ten largest shareholders" are a class, not a rank
    owner = _owner(sentence, first)
    if _one_of(sentence, owner) or not (owner < first - 1 or _owned(sentence, owner) or _scoped(sentence, noun)):
        return None
    first = owner
    return sentence.tokens[first].span.joined(noun.span)


def _predicative(sentence: Sentence, token: Token) -> Token | None:
    """Return the last word of a rank that has no noun but a scope: "the most dangerous in the country"."""
    last = sentence.tokens[min(token.index + 1, len(sentence.tokens) - 1)]
    if token.text.lower() not in _GRADING:
        last = token
    following = sentence.tokens[last.index + 1 : last.index + 2]
    placed_in = bool(following) and following[0].text.lower() in ("in", "since", "ever", "on")
    the = token.index > 0 and sentence.tokens[token.index - 1].text.lower() == "the"
    return last if the and placed_in else None


def _noun(sentence: Sentence, token: Token) -> Token | None:
    """Return the last of the nouns that follow a rank: "export destination"; None where none does at once."""
    noun: Token | None = None
    for following in sentence.tokens[token.index + 1 : token.index + 8]:
        if following.pos in _NOMINAL and (noun is None or following.pos == "NOUN"):
            noun = following
        elif noun is not None and following.text != "-":
            break
        elif not _describes(following):
            return None
    return noun


def _describes(token: Token) -> bool:
    """Say whether a word can stand between a rank and its noun; "the worst possible" ranks nothing real."""
    if token.text.lower() in ("possible", "imaginable"):
        return False
    return token.pos in ("ADJ", "ADV", "NUM") or token.text == "-" or token.tag in _PARTICIPLES


def _owner(sentence: Sentence, first: int) -> int:
    """Return the first word of the article or the owner before a rank: "the", "its", "the country's"."""
    before = sentence.tokens[first - 1] if first else None
    if before is None:
        return first
    if before.text.lower() in _OWNERS:
        return first - 1
    if before.tag == "POS" and first > 1:
        article = first > 2 and sentence.tokens[first - 3].text.lower() in _OWNERS
        return first - 3 if article else first - 2
    return first


def _owned(sentence: Sentence, first: int) -> bool:
    """Say whether the rank is within what somebody has: "its biggest destination"."""
    return sentence.tokens[first].tag == "PRP$"


def _scoped(sentence: Sentence, noun: Token) -> bool:
    """Say whether the words behind a rank say among what it holds: "in the country", "since the war", "ever"."""
    behind = [token.text.lower() for token in sentence.tokens[noun.index + 1 : noun.index + 4]]
    return any(word in words("measures", "superlatives.scopes") for word in behind)


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
