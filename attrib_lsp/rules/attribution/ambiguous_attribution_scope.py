"""Flags a judgement trailing behind what a source says that could be the source's or the reporter's.

## What it flags

"The envoy said the truce would fail given the militia's cheating": a clause at the end of the sentence that blames or
judges, led in by given, amid, despite, although, after and the like. The reader cannot tell whether the envoy said
that, too.

Silent on "because", which belongs to what is said; on times, places and what judges nobody; where the clause says
whose view it is ("what she called"); and on quotations. Off by default.

## Why

The Editors' Code wants comment kept apart from fact. Reuters wants no doubt over who stands behind a statement.

## Flagged

```
# Truce in doubt

The envoy, Mara Voss, said the truce would fail ⟦given the militia's cheating⟧.
```

```
# Bridge to stay shut

The council said the bridge would open in June, ⟦despite its failure to order the steel⟧.
```

## Fixes

Say whose view it is:

```
The envoy, Mara Voss, said the truce would fail given, <source> said, the militia's cheating.
```

## Clean

```
# Truce in doubt

The envoy, Mara Voss, said the truce would fail because, in her view, the militia had cheated.
```

```
# Truce in doubt

The envoy, Mara Voss, said the truce would fail given what she called the militia's cheating.
```

```
# Bridge to stay shut

The council said the bridge would open in June, after the school holidays. It said the steel would come despite the
snow. "It will open despite their failure," said Ana Roux, who runs the ferry.
```

```
# Truce in doubt

Given the militia's cheating, the truce would fail, the envoy, Mara Voss, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.unnamed_speakers import tells
from attrib_lsp.attribution.values import Attribution, ContentType, CueKind, Paragraph
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

_END = " .!?…\"'”’)"


@rule("ATT507", Severity.HINT, default=False)
def ambiguous_attribution_scope(paragraph: Paragraph) -> Iterator[Finding]:
    """Yield a finding for each judging clause that trails behind what a source says."""
    for one in paragraph.attributions:
        if one.kind is not CueKind.SPEECH or one.type is not ContentType.INDIRECT or not tells(paragraph, one):
            continue
        sentence = paragraph.sentences[one.sentence]
        span = _trailing(sentence, one)
        if span is None or paragraph.quoted(sentence.span) or _another_speaks(paragraph, one, span):
            continue
        if _judges(sentence, span):
            message = (
                "Is this the source’s view or yours? Move it inside (“because, she said, …”), or source it by itself."
            )
            opening = next(token for token in sentence.tokens_in(span) if token.text != ",").span
            at = Span(opening.end, opening.end)
            yield Finding(span, message, fixes=(Fix("Say whose view it is", at, f", {BLANK} said,"),))


@cache
def _openers() -> re.Pattern[str]:
    """Match a word that leads a trailing clause in."""
    listed = sorted(words("trailing", "openers"), key=len, reverse=True)
    return re.compile(rf"(?<=[\w,]\s)(?<!even )(?:{'|'.join(listed)})(?= (?!that\b))")


@cache
def _owned() -> re.Pattern[str]:
    """Match words that say whose view a clause is."""
    return re.compile(str(lexicon("trailing")["owned"]), re.IGNORECASE)


def _trailing(sentence: Sentence, one: Attribution) -> Span | None:
    """Return the clause that ends a sentence whose source and cue come first, with something said between."""
    start = max(one.source[0].end, one.cue[-1].end)
    said = [
        token for token in sentence.tokens if token.span.start >= start and token.tag in ("VBD", "VBZ", "VBP", "MD")
    ]
    found = [match for match in _openers().finditer(sentence.text) if match.start() + sentence.span.start > start]
    if not found or not said or min(one.content[0].start, said[0].span.start) < start:
        return None
    end = len(sentence.text.rstrip(_END))
    span = Span(found[-1].start(), end).shifted(sentence.span.start)
    clause = sentence.tokens_in(span)
    later = any(token.text in (",", ";") for token in clause)
    return (
        None
        if later
        or span.start <= said[0].span.start
        or _owned().search(span.shifted(-sentence.span.start).of(sentence.text))
        else span
    )


def _another_speaks(paragraph: Paragraph, one: Attribution, span: Span) -> bool:
    """Say whether somebody else is given for what the clause tells."""
    return any(
        other is not one and other.source and any(cue.overlaps(span) for cue in other.cue)
        for other in paragraph.attributions
    )


def _judges(sentence: Sentence, span: Span) -> bool:
    """Say whether a clause blames or judges."""
    judging = words("trailing", "judging") | words("sourcing", "opinion.judgements")
    return any(
        not judging.isdisjoint({token.text.lower(), token.lemma.lower()})
        for token in sentence.tokens_in(span)
        if token.text.lower() != "failed" or token.pos == "ADJ"  # "failed to win"
    )
