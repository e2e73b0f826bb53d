"""Points to notes to attrib-lsp ("ignore this finding") that have nothing to ignore.

## What it flags

A note in the draft that asks for findings to be ignored where there are none: the sentence was mended, the rule was
the wrong one, the note stands too far up or down. Of a list of rules only those are flagged that find nothing. An
"enable" is flagged where nothing was disabled above it.

It stays silent about a rule that is switched off at the moment: whether the note is needed then, nobody knows.

## Why

A note that is left behind hides the next mistake: whoever changes the sentence again will not be told. And a note that
ignores nothing may be one that was meant for another paragraph.

## Flagged

```
# Ferry fares to rise

⟦<!-- attrib: ignore[vague-anonymous-source] agreed with the desk -->⟧

Fares will rise by a tenth in May, said Ada Kent, the harbour master.
```

```text
Ferry fares to rise

% attrib: ignore[ANO202, ⟦unsourced-claim⟧]
Fares will rise by a tenth in May, according to several officials.
```

```
---
attrib: {ignore: [⟦refute-for-deny⟧, ANO]}
---

# Ferry fares to rise

Fares will rise by a tenth in May, according to several officials. ⟦<!-- attrib: enable[ANO202] -->⟧
```

## Fixes

Delete it:

```
Fares will rise by a tenth in May, according to several officials.
```

Take “unsourced-claim” out:

```
% attrib: ignore[ANO202]
Fares will rise by a tenth in May, according to several officials.
```

## Clean

```
# Ferry fares to rise

<!-- attrib: ignore[vague-anonymous-source] agreed with the desk -->
Fares will rise by a tenth in May, according to several officials.
```

```text
Ferry fares to rise

% attrib: disable[ANO]
Fares will rise by a tenth in May, according to several officials.
% attrib: enable[ANO]

They were last raised in 2019, said Ada Kent, the harbour master.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.pragma_use import Idle, PragmaUse, prose_at, without_name
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.pragma import Action, Pragma, Term
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story


@rule("DOC905", Severity.HINT)
def unused_pragma(use: PragmaUse) -> Iterator[Finding]:
    """Yield a finding for each pragma that ignores nothing, or for each name in it that does not."""
    if use.story.foreign is not None:
        return
    for idle in use.idle:
        if not idle.names:
            yield _finding(use.story, idle.pragma.span, _message(idle.pragma), "Delete it", idle.pragma.removal)
        for name in idle.names:
            gone = without_name(idle.pragma, name)
            yield _finding(use.story, name.span, _message_on(idle, name), f"Take “{name.text}” out", gone)


def _message(pragma: Pragma) -> str:
    """Say why a pragma does nothing."""
    if pragma.action is Action.ENABLE:
        return "Nothing is disabled above this note, so there is nothing to enable. Delete it."
    if pragma.action is Action.IGNORE and pragma.scope is None:
        return "No paragraph follows this note. Put it above the one that you mean, or delete it."
    return "There is nothing here for this note to ignore. Delete it."


def _message_on(idle: Idle, name: Term) -> str:
    """Say why a name does nothing."""
    if idle.pragma.action is Action.ENABLE:
        return f"“{name.text}” is not disabled above. Take it out."
    return f"“{name.text}” finds nothing here that could be ignored. Take it out."


def _finding(story: Story, span: Span, message: str, title: str, gone: Span | None) -> Finding:
    """Return a finding on ``span`` of the file, which ``gone`` mends by going."""
    within = prose_at(story, span)
    fixes = () if gone is None else (Fix(title, Span(0, len(gone)), "", within=prose_at(story, gone)),)
    return Finding(Span(0, len(span)), message, within, fixes=fixes)
