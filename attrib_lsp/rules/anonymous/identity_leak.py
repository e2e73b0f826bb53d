"""Flags words for an unnamed source that leave only one person whom they can mean.

## What it flags

Somebody who asks not to be named and is called "the board's only woman", "the youngest minister", "the mayor's chief
of staff", "the head of the agency"; and somebody with three marks or more (age, nation, sex, faith, rank, years of
service) who belongs to a small body that is named.

Silent where the body is none in particular ("the head of a charity"), where many hold the office, where the word for
one belongs to something else ("a member of the only board"), and on whoever is named.

## Why

At the BBC a promise of anonymity must work, and the exact description is agreed with the source. NPR wants its
sources described as fully as can be without identifying them, and reminds its reporters that unmasking one breaks a
promise that binds.

## Flagged

```
# Board splits on sale

⟦The board's only woman, who asked not to be named⟧, said the vote was close.
```

```
# Board splits on sale

The vote was close, said ⟦the youngest member of the board, speaking on condition of anonymity⟧.
```

```
# Pay cut at club

Nobody has been paid since May, ⟦the club's longest-serving player⟧ said. He asked not to be named.
```

```
# Agency hid report

The report was ready in May, according to ⟦the head of the agency, who asked not to be named⟧.
```

## Fixes

Widen the description:

```
A <wider description>, who asked not to be named, said the vote was close.
```

## Clean

```
# Board splits on sale

A member of the board, who asked not to be named because its votes are secret, said the vote was close.
```

```
# Board splits on sale

A member of the only board that met, who asked not to be named, said the vote was close. The head of a charity, who
asked not to be named, said it was a shame.
```

```
# Cuts ahead

A senior Treasury official, who asked not to be named, said taxes would rise.
```

```
# Cuts ahead

The agency's only woman, Joan Reyes, said the vote was close. An aide asked not to be named.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.attribution.anonymity_requests import Asker, askers, singled_out
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import like
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: What stands between the words for a source and its request when the request is a clause of theirs.
_CLAUSE = re.compile(r",? (?:who|whose|speaking|talking) (?:\w+ )?|, ", re.IGNORECASE)


@rule("ANO209", Severity.WARNING)
def identity_leak(paragraph: Paragraph) -> Iterator[Finding]:
    """Yield a finding at each source that asks not to be named and can be nobody but one."""
    for asker in askers(paragraph):
        marks = singled_out(asker)
        if marks is None or paragraph.quoted(asker.span):
            continue
        message = (
            f"“{asker.span.of(paragraph.text)}” can be only one person (“{marks}”). Widen the description until "
            "it fits several, as in “a member of the board”."
        )
        wider = like("a <wider description>", asker.span.of(paragraph.text))
        fixes = (Fix("Widen the description", asker.span, wider),)
        yield Finding(_span(paragraph.text, asker), message, fixes=fixes)


def _span(text: str, asker: Asker) -> Span:
    """Return the words for a source, with its request where that follows in a clause of theirs."""
    between = text[asker.span.end : asker.request.start]
    return asker.span.joined(asker.request) if _CLAUSE.fullmatch(between) else asker.span
