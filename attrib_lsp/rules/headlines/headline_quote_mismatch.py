"""Flags quotations in the headline that are not what the story has.

## What it flags

Words in quotation marks in the headline that the story has almost so: with another word in one place, with words left
out, with a word added that nobody says, or with a "not" more or less, a "will" for a "may". Words of a sentence's
length in double marks are flagged wherever the story does not have them word for word.

It stays silent where the story has the words anywhere, in quotation marks or not, but for articles; and on British
claim quotes, a few words that sum up what somebody says ("Rivers 'at risk'"), unless the option asks for them too.

## Why

For the New York Times everything between quotation marks is what was said, without tidying. The BBC and other British
desks put a claim in single quotes in the headline; a direct quotation must be verbatim there too.

## Options

- `claim_quotes` ("warn"): "error" flags claim quotes that sum up as well; "hint" makes everything in single quotes
  a hint; "allowed" leaves single quotes alone.

## Flagged

```
# Chef calls critics '⟦cowards and thieves⟧'

"They are cowards," the chef, Mia Holt, said of her critics.
```

```
# Union wants '⟦change at railways⟧'

The union called for "change at the county's railways", its secretary, Ann Reid, said on Monday.
```

```
# Mayor: “⟦The bridge will certainly hold⟧”

The mayor, Ivo Brandt, said that he expected the bridge to last for years.
```

```
# Minister sorry for '⟦shameful error⟧'

The minister, Ivo Brandt, said on Monday that it had been "a serious error" and that he was sorry.
```

```
# Chief: ‘⟦We are short of pupils and of money⟧’

"We are short of pupils, not of money," the head of the school, Ann Reid, said on Monday.
```

```
# Agency: ‘⟦We will need to keep the bridge shut⟧’

"We may need to keep the bridge shut until spring," the agency's director, Meera Patel, said.
```

## Fixes

Use the story’s words:

```
# Union wants 'change at the county's railways'
```

Remove the quotation marks:

```
# Union wants change at railways
```

## Clean

```
# Chef calls critics 'cowards'

"They are cowards," the chef, Mia Holt, said of her critics.
```

```
# Rivers 'at risk'

The rivers of the county are in danger, a biologist, Ada Bell, said on Monday.
```

```
# Union wants 'change at the top'

The railway needs change at the top, the union's secretary, Ann Reid, said on Monday.
```

```
# Union wants 'change at top'

The union called for "change at the top" of the railway, its secretary, Ann Reid, said on Monday.
```

```
# Museum shows 'The Night Watch'

Rembrandt's Night Watch can be seen in Porto from Monday, the museum said.
```

```
# Agency: ‘We will keep the bridge shut’

The agency said on Monday that it would keep the bridge shut until spring. "We will keep the bridge shut," its director,
Meera Patel, said.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.misquotations import Misquotation, Slip, misquotations, severe
from attrib_lsp.attribution.vocabulary import words_in
from attrib_lsp.rules.finding import Edit, Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

_MESSAGES = {
    Slip.CHANGED: "The story has “{exact}”. Quote it word for word, or drop the quotation marks.",
    Slip.LEFT_OUT: "The story has “{exact}”. Quote it word for word, or drop the quotation marks.",
    Slip.ADDED: "Nobody in the story says all of this. Quote only what is said there.",
    Slip.PARAPHRASED: "The story does not have these words. Quote it word for word, or drop the quotation marks.",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What becomes of claim quotes, the single quotes in which a headline sums up a claim."""

    claim_quotes: Literal["allowed", "hint", "warn", "error"] = "warn"


@rule("HED306", Severity.ERROR)
def headline_quote_mismatch(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at each quotation of the headline that the story has in other words."""
    if graph.headline is None or not graph.body:
        return
    headline = headline_of(graph)
    for found in misquotations(headline, graph.vocabulary):
        words = sum(1 for _ in words_in(found.span.of(headline.text)))
        severity = _severity(found, words, options)
        if severity is None:
            continue
        exact = found.place.span.of(graph.paragraphs[found.place.paragraph].text) if found.place is not None else ""
        pointer = (related(graph, "the story's words", found.place),) if found.place is not None else ()
        message = _MESSAGES[found.slip].format(exact=exact)
        fixes = _fixes(found, exact, headline.text)
        yield Finding(found.span, message, headline_prose(graph), pointer, fixes, severity=severity)


def _fixes(found: Misquotation, exact: str, text: str) -> tuple[Fix, ...]:
    """Return the fixes that quote the story's words, and that drop the marks where the words are not made up."""
    slips = found.slip in (Slip.CHANGED, Slip.LEFT_OUT)
    words_ = (Fix("Use the story’s words", found.span, exact),) if slips else ()
    start, end = found.span.start, found.span.end
    # There may be no mark in front: a quotation that ends in the headline, and begins nowhere.
    if found.slip is Slip.ADDED or not {text[:start][-1:], text[end : end + 1]} <= set("\"'“”‘’"):
        return words_
    opening, shut = Span(start - 1, start), Span(end, end + 1)
    return (*words_, Fix("Remove the quotation marks", opening, "", also=(Edit(shut, ""),)))


def _severity(found: Misquotation, words: int, options: Options) -> Severity | None:
    """Return how grave a quotation is; None for one that may stand."""
    if not found.double and options.claim_quotes == "allowed":
        return None
    if not severe(found, words) and options.claim_quotes != "error":
        return None
    if not found.double and options.claim_quotes == "hint":
        return Severity.HINT
    return Severity.WARNING if found.loose else Severity.ERROR
