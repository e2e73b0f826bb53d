"""Flags lines that say that somebody gave no comment, and not who was asked or how.

## What it flags

"Could not be reached", "was unavailable for comment" and "refused to comment" in a sentence that tells neither how nor
when nor how often they were asked, nor, for a refusal, who it was that refused.

It stays silent inside quotation marks, in what a source is reported to have said, where the sentence or the next one
in the paragraph tells of calls, emails, letters, visits or a day, and on "declined to comment" and "did not
immediately respond to a request for comment", which say what was asked for and leave it at that.

## Why

NPR asks its reporters to say whether the person or the press office was asked, and how often, and to leave room for an
answer. The AP Stylebook wants the attempts told. NYU's Ethics and Journalism Initiative wants them on record.

## Flagged

```
# Contractor silent on bridge

The contractor ⟦could not be reached for comment⟧. The bridge is closed.
```

```
# Bank loses licence

The bank ⟦was unavailable for comment⟧. The ministry ⟦refused to comment⟧.
```

## Fixes

Add the attempts:

```
The contractor did not return <how many calls or emails> on <day>. The bridge is closed.
```

Write “declined”:

```
The bank was unavailable for comment. The ministry declined to comment.
```

## Clean

```
# Contractor silent on bridge

The contractor, Bill Esk, did not return two calls and an email sent to his office on Thursday.
```

```
# Bank loses licence

The bank could not be reached by phone on Friday. Its lawyer, Ann Sorel, refused to comment. The ministry did not
immediately respond to a request for comment.
```

```
# Owner not found

The owner could not be reached for comment. Two letters to his office came back.
```

```
# Author speaks

"The bank could not be reached for comment," she wrote. The flat could not be reached by lift.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

UNREACHED = "“{words}” does not say who was asked or how. Add the attempts: how many calls or emails, to whom, when."
REFUSED = "“{words}” makes a fault of silence and does not say who was asked. Write “declined”, and say who and how."

_REFUSING = re.compile(r"refus(ed|es|ing|e)\b", re.IGNORECASE)
_FINITE = re.compile(r"(?:could|was|were)\b", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Match the words of one of the lists."""
    return re.compile(str(lexicon("answering")[name]), re.IGNORECASE)


@rule("ALL606", Severity.HINT)
def vague_no_comment(paragraph: Paragraph) -> Iterator[Finding]:
    """Yield a finding at each line on a missing comment that gives no particulars."""
    for number, sentence in enumerate(paragraph.sentences):
        for name, message in (("unreached", UNREACHED), ("refused", REFUSED)):
            for match in _pattern(name).finditer(sentence.text):
                span = Span(*match.span()).shifted(sentence.span.start)
                if _told(paragraph, span) or _particular(paragraph, number):
                    continue
                if name == "refused" and _person(sentence, span):
                    continue
                yield Finding(span, message.format(words=match.group()), fixes=_fixes(match.group(), span))


def _fixes(found: str, span: Span) -> tuple[Fix, ...]:
    """Return the fix that tells of the attempts, or that takes the fault out of silence."""
    refused = _REFUSING.match(found)
    if refused is not None:
        word = f"declin{refused[1].lower()}"
        return (Fix(f"Write “{word}”", Span(span.start, span.start + refused.end()), word),)
    if _FINITE.match(found) is None:
        return ()
    return (Fix("Add the attempts", span, "did not return <how many calls or emails> on <day>"),)


def _told(paragraph: Paragraph, span: Span) -> bool:
    """Say whether the words are somebody else's: quoted, or in what a source is reported to have said."""
    return paragraph.quoted(span) or any(
        part.covers(span) and not any(cue.overlaps(span) for cue in one.cue)
        for one in paragraph.attributions
        if one.source
        for part in one.content
    )


def _particular(paragraph: Paragraph, number: int) -> bool:
    """Say whether a sentence, or the one behind it, tells how or when somebody was asked."""
    return any(_pattern("efforts").search(one.text) for one in paragraph.sentences[number : number + 2])


def _person(sentence: Sentence, span: Span) -> bool:
    """Say whether a person is named before the words: then the reader knows who refused."""
    return any(one.label == "PERSON" and one.span.end <= span.start for one in sentence.entities)
