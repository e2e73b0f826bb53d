"""Flags text that is on the page but not of the article: breadcrumbs, related links, prompts, notices, lines twice.

## What it flags

Whole lines that a web page or a content system put there: the path of links above the headline, the label of a
section, a line that links to another story, the same line twice, prompts to share or to comment, a cookie notice, the
word "Advertisement". What is flagged here counts in nothing else: no other rule reads it, and nobody in it becomes a
source. Crossheads, captions, lists and verse are part of the article.

## Why

Whoever copies a story out of a page brings the page along. The Guardian and AFP found, when they taught machines to
find quotations, that agreeing on what is text of the story was the hard part. Readers should not meet a comment form
between two paragraphs, and no count of sources should hold one.

## Flagged

```text
⟦Home > World > Storm closes schools⟧

Storm closes schools across the north

All 40 schools in the county were closed on Monday, the education office said.

⟦Read more: What to do when the power fails⟧

They will open again on Wednesday.
```

```text
Ferry fares to rise

The island's ferry fares will rise by a tenth in May, the port authority said.

⟦Advertisement⟧

Fares were last raised in 2019.

⟦Share this article⟧

⟦Leave a reply⟧
⟦Your email address will not be published.⟧
```

```text
Bakers win prize

⟦Town council puts off vote on new bridge⟧
⟦Town council puts off vote on new bridge⟧
Two bakers from Aldham have won a national prize for their rye loaf.

⟦We use cookies to improve your experience.⟧
```

## Fixes

Cut the line:

```
Your email address will not be published.
```

## Clean

```text
Storm closes schools across the north

All 40 schools in the county were closed on Monday, the education office said.

Back on Wednesday

They will open again on Wednesday, it said. The council meets again on Monday.
```

```text
Choir marks 100 years

The choir sang the hymn that it was founded to sing, which ends:

Home again, home again,
Over the hill,
Home again, home again,
Home and still.

Its conductor, Ann Reece, said there would be cake.
```

```
# What to pack for a day in the hills

The rescue team asks walkers to bring:

- a map and a compass
- a whistle
- more water than they think they need

"Share this list with anyone you walk with," its leader, Tom Garth, said.
```

```
# Ministry drops plan to share data

“Please enter your name here,” the form began. The ministry said it would take the form down.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import DebrisKind, Story

_MESSAGES = {
    DebrisKind.BREADCRUMB: "the page's path of links, not the article. Delete it.",
    DebrisKind.SECTION_LABEL: "a label of the page, not the article. Delete it.",
    DebrisKind.DUPLICATE: "the same line twice. Delete what does not belong.",
    DebrisKind.RELATED_LINK: "a link to another story, not the article. Delete it.",
    DebrisKind.COMMENT_PROMPT: "part of a comment form, not the article. Delete it.",
    DebrisKind.SHARE_PROMPT: "a prompt to share or sign up, not the article. Delete it.",
    DebrisKind.COOKIE_NOTICE: "a notice of the website, not the article. Delete it.",
    DebrisKind.ADVERTISEMENT: "a label of an advertisement, not the article. Delete it.",
}
#: How much of a line the message repeats, in code points.
LONGEST = 40


@rule("DOC901", Severity.HINT)
def page_debris(story: Story) -> Iterator[Finding]:
    """Yield one finding for each line that is not of the article."""
    for debris in story.debris:
        span = Span(0, len(debris.prose.text))
        message = f"“{_short(debris.prose.text)}”: {_MESSAGES[debris.kind]}"
        yield Finding(span, message, debris.prose, fixes=(Fix("Cut the line", span, ""),))


def _short(line: str) -> str:
    """Return ``line``, or its beginning with an ellipsis."""
    words = " ".join(line.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
