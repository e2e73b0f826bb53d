"""Flags notes to attrib-lsp that it cannot follow: a rule that there is not, a slip of the pen.

## What it flags

In a note such as `attrib: ignore[unsourced-claim]`: a name that is no rule, code or family of rules; a word in place of
`ignore`, `disable`, `enable` or `ignore-file`; a bracket or a comment that is never closed; and a rule without brackets
around it, which is read as a reason, so that the note ignores everything.

## Why

Whoever writes such a note counts on it. One that does nothing, or more than was meant, should say so at once.

## Flagged

```
# Ferry fares to rise

<!-- attrib: ignore[⟦unsorced-claim⟧] agreed with the desk -->

Fares will rise by a tenth in May, said Ada Kent, the harbour master.
```

```text
Ferry fares to rise

% attrib: ⟦ingore⟧[ANO202]
Fares will rise by a tenth in May, said Ada Kent, the harbour master.
```

```
# Ferry fares to rise

<!-- attrib: ignore ⟦vague-anonymous-source⟧ -->
Fares will rise by a tenth in May, according to several officials.

⟦<!-- attrib: disable[ANO -->⟧

They were last raised in 2019, said Ada Kent, the harbour master.
```

```
---
attrib: {⟦ignored⟧: [ANO, HED]}
---

# Ferry fares to rise

Fares will rise by a tenth in May, said Ada Kent, the harbour master. <!-- attrib: ignore[ANO202, ⟦grammar⟧] -->
```

## Fixes

Write “unsourced-claim”:

```
<!-- attrib: ignore[unsourced-claim] agreed with the desk -->
```

Close it:

```
<!-- attrib: disable[ANO] -->
```

Put brackets around it:

```
<!-- attrib: ignore [vague-anonymous-source] -->
Fares will rise by a tenth in May, according to several officials.
```

Take “grammar” out:

```
Fares will rise by a tenth in May, said Ada Kent, the harbour master. <!-- attrib: ignore[ANO202] -->
```

## Clean

```
# Ferry fares to rise

<!-- attrib: ignore[vague-anonymous-source, uns101] agreed with the desk: all of them were there -->
Fares will rise by a tenth in May, according to several officials.
```

```text
Ferry fares to rise

Write “% attrib: ignore[something]” above the paragraph, said Ada Kent, the harbour master.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.nearest import nearest
from attrib_lsp.rules.pragma_use import prose_at, without_name
from attrib_lsp.rules.registry import all_rules, find, matching
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.pragma import Action, Pragma, Term
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story

#: Rules, written as a list, at the beginning of a reason.
_LISTED = re.compile(r"[\w-]+(?:\s*,\s*[\w-]+)*")


@rule("DOC906", Severity.WARNING)
def unknown_rule_in_pragma(story: Story) -> Iterator[Finding]:
    """Yield a finding for each thing in a pragma that cannot be followed."""
    if story.foreign is not None:
        return
    for pragma in story.pragmas:
        if pragma.missing:
            yield _unclosed(story, pragma)
        elif pragma.action is None:
            yield _unknown_word(story, pragma)
        elif pragma.names is None:
            yield from _bare(story, pragma)
        else:
            for name in pragma.names:
                if not matching(name.text):
                    yield _unknown_rule(story, pragma, name)


def _unclosed(story: Story, pragma: Pragma) -> Finding:
    """Return the finding on a pragma that lacks its end."""
    mark = pragma.missing.strip()
    message = f"This note does nothing: “{mark}” is missing at its end."
    end = Span(pragma.end - pragma.span.start, pragma.end - pragma.span.start)
    return _finding(story, pragma.span, message, Fix("Close it", end, pragma.missing))


def _unknown_word(story: Story, pragma: Pragma) -> Finding:
    """Return the finding on a word that says nothing."""
    known = [Action.IGNORE.value] if pragma.front else [action.value for action in Action]
    if not pragma.word.text:
        return _finding(story, pragma.span, f"This note does not say what to do: {_either(known)}.")
    meant = nearest(pragma.word.text, known)
    message = f"“{pragma.word.text}” says nothing to attrib-lsp; {_meant(meant) or f'write {_either(known)}.'}"
    return _finding(story, pragma.word.span, message, *_written(pragma.word, meant))


def _unknown_rule(story: Story, pragma: Pragma, name: Term) -> Finding:
    """Return the finding on a name that is no rule."""
    meant = nearest(name.text, (key for one in all_rules() for key in (one.code, one.name)))
    message = f"There is no rule “{name.text}”; {_meant(meant) or 'the command `attrib-lsp rules` lists them.'}"
    gone = without_name(pragma, name)
    if meant is None and gone is not None:
        out = Fix(f"Take “{name.text}” out", Span(0, len(gone)), "", within=prose_at(story, gone))
        return _finding(story, name.span, message, out)
    return _finding(story, name.span, message, *_written(name, meant))


def _bare(story: Story, pragma: Pragma) -> Iterator[Finding]:
    """Yield the finding on rules that no brackets make a list."""
    listed = _LISTED.match(pragma.reason.text)
    if listed is None or find(re.split(r"[\s,]", listed[0])[0]) is None:
        return
    start = pragma.reason.span.start
    message = f"Without brackets around “{listed[0]}” this note ignores everything, whatever the rule."
    brackets = Fix("Put brackets around it", Span(0, len(listed[0])), f"[{listed[0]}]")
    yield _finding(story, Span(start, start + len(listed[0])), message, brackets)


def _finding(story: Story, span: Span, message: str, *fixes: Fix) -> Finding:
    """Return a finding on ``span`` of the file."""
    return Finding(Span(0, len(span)), message, prose_at(story, span), fixes=fixes)


def _written(term: Term, meant: str | None) -> tuple[Fix, ...]:
    """Return the fix that writes what was meant, if anybody knows."""
    return () if meant is None else (Fix(f"Write “{meant}”", Span(0, len(term.span)), meant),)


def _meant(meant: str | None) -> str:
    """Ask whether ``meant`` was meant; nothing without it."""
    return f"did you mean {meant}?" if meant else ""


def _either(words: list[str]) -> str:
    """Return ``words`` as a choice."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
