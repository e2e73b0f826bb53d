"""Flags a headline that was cut short: it ends in an ellipsis, or in a word that leaves it hanging.

## What it flags

A headline that a page or a feed cut off at so many characters ("... following its invasion..."), and one that stops
at a word that cannot be its last ("... and the"). If the whole headline stands below, the other rules read that one,
and the fix puts it in. A short line that trails off for effect ("And the winner is...") is left alone, and so are
pieces whose front matter says `kind: feature`, `opinion`, `review` and the like.

## Why

IPSO's Editors' Code asks that the text support the headline. It is judged as readers see it: the desk has to see the
whole of it, and what a cut takes away is often who says so.

## Flagged

```text
Dam burst kills nine in valley ⟦after...⟧

Nine people died when a dam burst in the valley after heavy rain, the governor, Rosa Lima, said.
```

```text
Harbour board approves new pier despite warnings from fishermen about silt and ⟦tides…⟧

Harbour board approves new pier despite warnings from fishermen about silt and tides near the lifeboat station

The harbour board voted by six to two on Tuesday to build a new pier.
```

```text
Council to sell park, and ⟦the⟧

The council will sell Alder Park to a builder, its leader, Jo Marsh, said on Friday.
```

## Fixes

Use the full headline:

```
Harbour board approves new pier despite warnings from fishermen about silt and tides near the lifeboat station
```

## Clean

```text
Dam burst kills nine in valley

Nine people died when a dam burst in the valley after heavy rain, the governor, Rosa Lima, said.
```

```text
And the winner is...

The baker Ada Quill won the town's bread prize on Saturday for the third year.
```

```
---
kind: feature
---

# I used to think that nobody in this town would ever learn to cook, and then I met...

The kitchen is at the end of a lane. Mo Hadley bakes there from four in the morning.
```

```text
Manager on a season of injuries, draws and lost tempers: “I would do it all again, but...”

The manager, Iain Moray, will stay at the club, he said on Sunday.
```

```text
What the new tax is for

The tax will pay for nurses, the finance minister, Ruth Olsen, said.
```

```text
Minister says plan is one that nobody asked for

The transport minister, Pia Lund, said she would drop the plan.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.kind import is_called
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story, TruncatedHeadline

#: From this many code points on, a headline that ends in an ellipsis was cut by a machine and not for effect.
CUT_BY_LENGTH = 60
_LAST_WORD = re.compile(r"[^\W\d_]+$")


@rule("DOC902", Severity.HINT)
def truncated_headline(story: Story) -> Iterator[Finding]:
    """Yield a finding where the headline is cut short."""
    if is_called(story.metadata, "teasing"):
        return
    truncated = story.truncated_headline
    if truncated is not None:
        yield from _with_ellipsis(story, truncated)
    elif story.headline is not None:
        prose = story.headline.prose
        last = _LAST_WORD.search(prose.text)
        if last is not None and last.start() > 0 and last.group() in words("hygiene", "never_last"):
            message = f"The headline stops at “{last.group()}”: complete it."
            yield Finding(Span(last.start(), last.end()), message, prose)


def _with_ellipsis(story: Story, truncated: TruncatedHeadline) -> Iterator[Finding]:
    """Yield a finding for a headline that ends in an ellipsis, unless it may do so for effect."""
    prose, cut = truncated.prose, truncated.cut
    whole = story.headline.prose.text if story.headline is not None and story.headline.prose != prose else None
    stem = cut.of(prose.text).rstrip(".… \"'”’").lower()
    hanging = stem in words("hygiene", "never_last") | words("hygiene", "cut_after")
    if whole is not None:
        fix = Fix("Use the full headline", Span(0, len(prose.text)), whole)
        yield Finding(
            cut, f"“{cut.of(prose.text)}”: the headline is cut short. Use the whole one below.", prose, fixes=(fix,)
        )
    elif prose.text[-1] in ".…" and (len(prose.text) >= CUT_BY_LENGTH or (hanging and len(prose.text.split()) > 4)):
        yield Finding(cut, f"“{cut.of(prose.text)}”: the headline is cut short. Give it whole.", prose)
