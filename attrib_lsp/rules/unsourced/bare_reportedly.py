"""Flags reportedly, allegedly and the like where they stand in for a source.

## What it flags

"Reportedly", "allegedly", "purportedly", "supposedly", and "apparently" or "seemingly" where they hedge a statement,
with no source in the sentence or in the two before it in its paragraph, and no outlet or document in the sentence
before. Somebody's words in quotation marks give no source for what follows, but for what only seems so.

It stays silent inside quotation marks; where the charge and whoever brings it stand in the paragraph; and where
"apparently" or "seemingly" only says how a thing looks ("apparently unhurt").

## Why

NPR's handbook holds that to call something reportedly true is not to source it. The AP Stylebook asks who alleges:
the bare adverb makes the writer the accuser. Wikipedia's words to watch ask that words of doubt have a doubter.

## Flagged

```
# Founder offers to go

The chief executive ⟦reportedly⟧ offered to step down in March.
```

```
# Developer under fire

The site has stood empty since 2019. The developer ⟦allegedly⟧ tipped waste into the canal at night.
```

```
# Singer cancels tour

The tour was due to open in Leeds on Saturday. The two brothers ⟦apparently⟧ fell out over money.
```

```
# Deal collapses

The merger was called off at the weekend.

The bank ⟦supposedly⟧ walked away when the regulator asked for its loan book.
```

```
# Trade zone grows

"We begin in July," the bank's president, Ada Oke, said.

There are ⟦reportedly⟧ 1.3 billion people in the zone.
```

## Clean

```
# Founder offers to go

The chief executive offered to step down in March, the company's chair, Nils Berg, said.
```

```
# Founder offers to go

The Ledger published minutes of the board's last meeting, and the Ledger reported that tempers were lost. The chief
executive reportedly offered to step down.
```

```
# Three pulled from lake

Three walkers stood by the shore in blankets, apparently unhurt.
```

```
# Clerk in court

Prosecutors charged the clerk, Ida Voss, with theft on Monday. She allegedly took 40,000 euros from a school fund.
```

```
# Actor on his rivals

"He reportedly never read the script," the director, Ana Lind, said. "They are supposedly friends."
```

```
# Two held after raid

Police said the men allegedly forced a window at the rear of the shop.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.claims import Evidence, Line, carries, evidence_of
from attrib_lsp.attribution.forms import listed_in
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.grounds import on_record
from attrib_lsp.attribution.values import ContentType, SourceKind
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import attributing, placed

#: Sentences before the adverb's in which its source may stand.
WINDOW = 2


@rule("UNS107", Severity.WARNING, supersedes=("UNS101",))
def bare_reportedly(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each adverb that stands in for a source."""
    evidence = evidence_of(graph)
    if evidence.transcript:
        return
    for line in evidence.lines:
        for token in _adverbs(evidence.sentence(line)):
            if evidence.paragraph(line).quoted(token.span) or _sourced(evidence, line, token):
                continue
            if token.text.lower() == "allegedly" and _charged(evidence, line):
                continue
            message = f"“{token.text}” is no source: say who reported or alleges it, or confirm it and drop the word."
            yield placed(evidence, line, token.span, message, fixes=(attributing(evidence, line),))


@gathered
def _adverbs(sentence: Sentence) -> Iterator[Token]:
    """Yield the adverbs of ``sentence`` that hedge a statement."""
    hedges = words("evidential", "seeming_adverbs") | words("evidential", "sourceless_adverbs")
    for token in sentence.spelled(hedges):
        lower = token.text.lower()
        seems = lower in words("evidential", "seeming_adverbs") and not _looks(sentence, token)
        if seems or lower in words("evidential", "sourceless_adverbs"):
            yield token


def _looks(sentence: Sentence, adverb: Token) -> bool:
    """Say whether the adverb says how something looks: it belongs to an adjective, a participle or a noun."""
    head = sentence.head(adverb)
    if head.pos not in ("VERB", "AUX"):
        return True
    return head.relation in ("amod", "acl", "advcl", "compound", "nmod", "obl", "conj") and head.tag in (
        "VBN",
        "VBG",
        "JJ",
    )


def _sourced(evidence: Evidence, line: Line, adverb: Token) -> bool:
    """Say whether a source or a document stands in the sentence or just before it."""
    sentence = evidence.sentence(line)
    subject = sentence.child(sentence.head(adverb), "nsubj", "nsubj:pass")
    told = frozenset(token.index for token in sentence.subtree(subject)) if subject is not None else frozenset[int]()
    if evidence.sourced(line, adverb.span) or on_record(sentence, without=told):
        return True
    near = evidence.before(line, WINDOW)
    if adverb.text.lower() in words("evidential", "seeming_adverbs"):
        return any(other in evidence.spoken or on_record(evidence.sentence(other)) for other in near)
    if near and _published(evidence, near[0]):
        return True
    return any(
        _tells(evidence, other) and (other.number == line.number - 1 or evidence.taken_up(other, line))
        for other in near
        if other.paragraph == line.paragraph
    )


def _published(evidence: Evidence, line: Line) -> bool:
    """Say whether an outlet or a document tells something in ``line``: a report of its goes on over paragraphs."""
    kinds = (SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT)
    told = (evidence.graph.sources[one.source] for one in evidence.named(line) if one.source is not None)
    return on_record(evidence.sentence(line)) or any(source.kind in kinds for source in told)


def _tells(evidence: Evidence, line: Line) -> bool:
    """Say whether somebody or a document gives the facts in ``line``; a quotation gives somebody's words alone."""
    spoken = [one for one in evidence.attributions(line) if one.source and carries(one)]
    if line in evidence.spoken and (not spoken or any(one.type is not ContentType.DIRECT for one in spoken)):
        return True
    return on_record(evidence.sentence(line))


def _charged(evidence: Evidence, line: Line) -> bool:
    """Say whether the paragraph, or the sentence before, tells of a charge or a court."""
    near = [*evidence.before(line, WINDOW), *(one for one in evidence.lines if one.paragraph == line.paragraph)]
    return any(listed_in(evidence.sentence(one), "evidential", "court") for one in near)
