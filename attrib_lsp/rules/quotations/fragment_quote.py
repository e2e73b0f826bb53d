"""Flags a single plain word in quotation marks that quotes nothing worth quoting.

## What it flags

"She said the weather had been 'nice'": the word is somebody's, but anybody would have used it. Only words from a list
of plain ones are reported (nice, happy, important); what is loaded, legal, coarse or odd keeps its marks.

Silent where the story quotes the word in a longer quotation too, on words as words ("the word 'sorry'", "called
'good'"), on capitals, in headlines, and where nobody is quoted.

## Why

The Associated Press advises against fragments of quotations: paraphrase, and keep the marks for sensitive or disputed
words. The New York Times adds that words not worth quoting whole are better paraphrased.

## Options

- `max_words` (1): how many words such a fragment has at most.

## Flagged

```
# Fair ends

She said the weather had been ⟦"nice"⟧ all week.
```

```
# New bridge opens

The mayor, Ana Roux, said she was ⟦“happy”⟧ with the bridge.
```

## Fixes

Remove the quotation marks:

```
She said the weather had been nice all week.
```

## Clean

```
# Fair ends

She said the weather had been nice all week.
```

```
# Minister under fire

The mayor, Ana Roux, said the plan was "criminal" and the war an "invasion".
```

```
# New bridge opens

The mayor, Ana Roux, said she was "happy" with the bridge. "I am happy that it stands at last," Roux said.
```

```
# Clerk sorry

The clerk, Ida Voss, said the word "sorry" came hard to her.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Quotation
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Options:
    """``max_words``: how many words a fragment has at most."""

    max_words: int = 1


@rule("QUO402", Severity.HINT)
def fragment_quote(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each attributed quotation of a plain word."""
    blocks = read_blocks(graph.story)
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for quotation in paragraph.quotations:
            inner = quotation.inner.of(paragraph.text)
            quoted = _WORD.findall(inner)
            if not quoted or len(quoted) > options.max_words or not words("altered_quotes", "plain").issuperset(quoted):
                continue
            if not _said(paragraph, quotation) or _named(paragraph, quotation) or _echoes(graph, quotation, quoted):
                continue
            message = (
                f"“{inner.strip()}” is too plain a word to quote. Drop the marks, or quote the sentence it came from."
            )
            fix = Fix("Remove the quotation marks", quotation.span, inner)
            yield Finding(quotation.span, message, blocks[number].prose, fixes=(fix,))


def _said(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether a whole quotation stands in what somebody says, and not as an answer of its own."""
    if not (quotation.opened and quotation.closed):
        return False
    return any(
        one.source
        and one.kind in SPOKEN
        and any(part.covers(quotation.span) and part != quotation.span for part in one.content)
        for one in paragraph.attributions
    )


def _named(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether the word before makes it a word as a word, a name or somebody's term."""
    before = _WORD.findall(paragraph.text[: quotation.span.start])
    return not before or before[-1].lower() in words("altered_quotes", "naming")


def _echoes(graph: AttributionGraph, quotation: Quotation, quoted: list[str]) -> bool:
    """Say whether the story quotes the words in a longer quotation too."""
    sought = f" {' '.join(quoted)} "
    return any(
        sought in f" {' '.join(spoken)} "
        for number in graph.body
        for other in graph.paragraphs[number].quotations
        if len(spoken := [word.lower() for word in _WORD.findall(other.inner.of(graph.paragraphs[number].text))])
        > len(quoted)
    )
