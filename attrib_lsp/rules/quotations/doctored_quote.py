"""Flags quotations so patched with brackets and dots that they may no longer say what was said.

## What it flags

A quotation in which several insertions in brackets make up a fifth of the words, one with more than one ellipsis, one
that begins or ends in an ellipsis, and one in which a bracket puts in a "not" or "never".

A document's words make it a hint. A single name or word in brackets is left alone, as are [T]he and want[ed], posts and
messages with dots of their own, [sic], [laughs] and the like, fragments of fewer than four
words, titles, and pieces whose front matter says `kind: feature`, `interview` and so on.

## Why

The New York Times does not clean quotations up: what needs repair is paraphrased. The Associated Press never alters
quotations, uses ellipses with extreme caution and none at the edges.

## Options

- `max_bracket_share` (0.2): the share of a quotation's words that several brackets may make up.
- `max_ellipses` (1): how many ellipses may stand inside one quotation.

## Flagged

```
# Residents not warned

⟦"[The council] never ... told us ... [about the risk],"⟧ Ruth Hale, a resident, said.
```

```
# Residents not warned

⟦"[The council] hid [the report] from [all of us],"⟧ Ruth Hale, a resident, said.
```

```
# Residents not warned

Ruth Hale, a resident, said: ⟦“They did [not] tell us about the risk of a flood.”⟧
```

```
# Residents not warned

⟦"... and then they told us about the risk,"⟧ Ruth Hale, a resident, said.
```

## Fixes

Remove the dots:

```
"and then they told us about the risk," Ruth Hale, a resident, said.
```

## Clean

```
# Residents not warned

The council never told residents about the risk, Ruth Hale, a resident, said.
```

```
# Residents not warned

"[The council] never told us about the risk," Ruth Hale, a resident, said. "They was [sic] hiding it [laughs]."
```

```
# Residents not warned

"The council never told us about the risk ... and then the water came," Ruth Hale, a resident, said.
```

```
---
kind: interview
---

# Ruth Hale remembers

"I was ... I don't know ... eight or nine," Ruth Hale said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import CueKind, Paragraph
from attrib_lsp.language.values import Quotation
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

#: Words that a quotation needs to be speech.
FEWEST_WORDS = 4
_DOTTED = re.compile(r"\b(?:re)?tweet\w*|\b(?:posts?|posted|posting|messages?|texts?|texted|signs?|slogans?)\b")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_ELLIPSIS = re.compile(r"(?:\. ?){3,4}|…")
_WORD = re.compile(r"\w[\w’'-]*")
_AT_EDGE = "The dots at the edge"
_EDGES = " \"'“”‘’,;"


@dataclass(frozen=True, slots=True)
class Options:
    """How much patching a quotation may bear."""

    max_bracket_share: float = 0.2
    max_ellipses: int = 1


@rule("QUO406", Severity.INFO)
def doctored_quote(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each quotation that is patched too much."""
    if loose(graph) or evidence_of(graph).transcript:
        return
    blocks = read_blocks(graph.story)
    for number in graph.body:
        if blocks[number].kind is not BlockKind.PARAGRAPH:
            continue
        paragraph = graph.paragraphs[number]
        for quotation in paragraph.quotations:
            if not _attributed(paragraph, quotation) or _written(paragraph, quotation):
                continue
            patches = _patches(quotation.inner.of(paragraph.text), options)
            if patches:
                message = f"{patches} in this quotation may change its sense. Paraphrase, or quote what stands whole."
                severity = Severity.HINT if _document(paragraph, quotation) else None
                fixes = _fixes(paragraph, quotation) if patches == _AT_EDGE else ()
                yield Finding(quotation.span, message, blocks[number].prose, fixes=fixes, severity=severity)


def _fixes(paragraph: Paragraph, quotation: Quotation) -> tuple[Fix, ...]:
    """Return the fix that drops dots at the beginning of a quotation: it begins where it is quoted from anyway."""
    leading = re.match(rf"\s*(?:{_ELLIPSIS.pattern})\s*", quotation.inner.of(paragraph.text))
    if leading is None:
        return ()
    return (Fix("Remove the dots", Span(*leading.span()).shifted(quotation.inner.start), ""),)


def _attributed(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether a quotation is whole and somebody's."""
    return quotation.opened and quotation.closed and paragraph.attributed(quotation.inner)


def _written(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether the words come from a short text whose own dots they may be: a post, a message, a sign."""
    return _DOTTED.search(paragraph.sentence_at(quotation.span.start).text) is not None


def _document(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether a document shows the words, and nobody speaks them."""
    return any(
        one.kind is CueKind.EVIDENCE and any(part.covers(quotation.inner) for part in one.content)
        for one in paragraph.attributions
    )


def _patches(quoted: str, options: Options) -> str:
    """Say what patches a quotation too much; empty where nothing does."""
    brackets = [one for one in _BRACKET.findall(quoted) if _inserts(one)]
    own = _WORD.findall(_BRACKET.sub(" ", quoted))
    inserted = [word for one in brackets for word in _WORD.findall(one)]
    if len(own) + len(inserted) < FEWEST_WORDS:
        return ""
    if any(word.lower() in words("altered_quotes", "negations") or word.lower().endswith("n't") for word in inserted):
        return "The “not” put in brackets"
    if len(brackets) > 1 and len(inserted) >= options.max_bracket_share * (len(own) + len(inserted)):
        return "The words put in brackets"
    stripped = quoted.strip(_EDGES)
    dots = [found.span() for found in _ELLIPSIS.finditer(stripped)]
    if len(dots) > options.max_ellipses:
        return f"The {len(dots)} ellipses"
    if any(start == 0 or end == len(stripped) for start, end in dots):
        return _AT_EDGE
    return ""


def _inserts(bracketed: str) -> bool:
    """Say whether a bracket puts in words, and not a gloss, a capital or an ending ("[T]he", "want[ed]")."""
    plain = bracketed.strip().lower()
    return len(plain) > 2 and plain not in words("altered_quotes", "glosses") and bool(_WORD.search(plain))
