"""Flags two attributions that do one job: "is said to be ..., according to officials".

## What it flags

"Is said to", "is reported to", "is rumoured to", "reportedly" and the like in a clause that names its source anyway:
with "according to", or with "..., the report said" behind it. "Is believed to" and "is thought to" count beside
"according to" only, since a source may report a belief.

Chains are no doubles: "the minister said the Post had reported" has two speakers. Left alone are a hedge that is the
source's own ("officials said the bank is said to be for sale"), one inside quotation marks, one that belongs to
another clause than the source, "he reportedly told friends", and "alleged" and "allegedly", which the law may want.

## Why

John McIntyre of the Baltimore Sun: one plain attribution is enough. The AP Stylebook tells writers not to pile
qualifiers up. The reader cannot tell whether the source knows, or has heard it too.

## Flagged

```
# Bank to sell branches

The bank ⟦is said to be⟧ selling its branches, according to its chief executive, Mona Ek.
```

```
# Singer's estate

According to her brother, Ed Moll, the singer ⟦reportedly⟧ left her house to a neighbour.

The house ⟦is rumoured to have been⟧ sold twice since, the filing said.
```

```
# Minister at odds with staff

The ministry ⟦is believed to be⟧ looking for a new press officer, according to two people on the staff committee.
```

## Fixes

Cut the hedge:

```
The bank is selling its branches, according to its chief executive, Mona Ek.
```

## Clean

```
# Bank to sell branches

The bank is selling its branches, according to its chief executive, Mona Ek.
```

```
# Singer's estate

The singer's lawyer, Bo Lund, said the Gazette had reported the sale. Lund said the house is said to be haunted.
```

```
# Two sought after raid

The two men are believed to have fled to the coast, police said. They are expected to be charged, according to the
prosecutor's office.
```

```
# Governor's tapes

“He is said to be furious, according to my sister,” the aide, Ida Voss, said.
```

```
# Driver charged

The driver allegedly fled on foot, according to the charge sheet. He reportedly told friends that he was sorry.
```

```
# Chairman's loan

The loan, which is said to be interest-free, was paid in May, according to the club's accounts. It was paid back in
June, according to the auditor, despite what was thought to be a quarrel.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.phrases import in_own_clause
from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

_BE = frozenset({"is", "are", "was", "were", "be", "been", "'s", "’s"})
_PERFECT = frozenset({"has", "have", "had"})
_AFTER_TO = frozenset({"be", "have", "been"})
_STATING = frozenset({CueKind.SPEECH, CueKind.WRITING, CueKind.EVIDENCE})


@dataclass(frozen=True, slots=True)
class _Hedge:
    """A hedge: its ``word`` (participle or adverb), its ``span``, and what is left when it is dropped."""

    word: Token
    span: Span
    left: str | None
    own: bool


@rule("ATT508", Severity.INFO, supersedes=("UNS104", "UNS107"))
def double_attribution(paragraph: Paragraph) -> Iterator[Finding]:
    """Yield one finding for each hedge beside a source."""
    for number, sentence in enumerate(paragraph.sentences):
        if not sentence.holds(_hedging()):
            continue
        beside = [one for one in paragraph.attributions if one.sentence == number and one.source and one.cue]
        for hedge in _hedges(sentence):
            if paragraph.quoted(hedge.span) or not any(_doubles(sentence, hedge, one) for one in beside):
                continue
            found = hedge.span.of(paragraph.text)
            message = f"“{found}”: the sentence names its source anyway. One attribution is enough, so drop this one."
            end = hedge.span.end + (hedge.left == "" and paragraph.text[hedge.span.end :].startswith(" "))
            fixes = () if hedge.left is None else (Fix("Cut the hedge", Span(hedge.span.start, end), hedge.left),)
            yield Finding(hedge.span, message, fixes=fixes)


@cache
def _hedging() -> frozenset[str]:
    """Return the words that may hedge."""
    return frozenset(word for name in ("adverbs", "said", "thought") for word in words("verbs", f"twice.{name}"))


def _hedges(sentence: Sentence) -> Iterator[_Hedge]:
    """Yield the hedges of a sentence."""
    for token in sentence.spelled(_hedging()):
        lower = token.text.lower()
        if lower in words("verbs", "twice.adverbs"):
            if sentence.head(token).pos not in ("VERB", "AUX", "ADJ"):
                continue
            yield _Hedge(token, token.span, "", own=False)
        elif lower in words("verbs", "twice.said") | words("verbs", "twice.thought"):
            hedge = _passive(sentence, token, own=lower in words("verbs", "twice.thought"))
            if hedge is not None:
                yield hedge


def _passive(sentence: Sentence, participle: Token, *, own: bool) -> _Hedge | None:
    """Return "is said to be" around its participle; None for "said to reporters"."""
    first = participle.index - 1
    while first >= 0 and sentence.tokens[first].pos == "ADV":
        first -= 1
    if first < 0 or sentence.tokens[first].text.lower() not in _BE:
        return None
    be = sentence.tokens[first].text
    if be == "been" and first > 0 and sentence.tokens[first - 1].text.lower() in _PERFECT:
        first -= 1
    if first > 0 and sentence.tokens[first - 1].tag in ("WP", "WDT"):
        return None
    end = participle.index + 1
    if end >= len(sentence.tokens) or sentence.tokens[end].text.lower() != "to":
        return None
    end += 1
    while end < len(sentence.tokens) and sentence.tokens[end].text.lower() in _AFTER_TO:
        end += 1
    last = sentence.tokens[end - 1]
    if last.text.lower() == "to" and (end >= len(sentence.tokens) or sentence.tokens[end].tag != "VB"):
        return None
    plain = (
        last.text.lower() == "be" and sentence.tokens[end - 2].text.lower() == "to" and be.lower() not in ("be", "been")
    )
    return _Hedge(participle, sentence.tokens[first].span.joined(last.span), be if plain else None, own)


def _doubles(sentence: Sentence, hedge: _Hedge, one: Attribution) -> bool:
    """Say whether an attribution says whose words the hedge's clause are."""
    if one.kind is CueKind.ACCORDING_TO:
        return _same_clause(sentence, hedge, one)
    behind = one.kind in _STATING and one.cue[0].start > hedge.span.end and not hedge.own
    return behind and any(part.covers(hedge.span) for part in one.content) and _same_clause(sentence, hedge, one)


def _same_clause(sentence: Sentence, hedge: _Hedge, one: Attribution) -> bool:
    """Say whether the hedge's clause is the one that is attributed: no relative clause, and no other's words."""
    clause = in_own_clause(sentence, hedge.word)
    if clause.relation in ("acl:relcl", "acl") or any(
        above.relation in ("acl:relcl", "acl") for above in sentence.ancestors(hedge.word)
    ):
        return False
    if any(cue.overlaps(hedge.span) for cue in one.cue):
        return False
    return clause.relation != "ccomp" or any(part.covers(hedge.span) for part in one.content)
