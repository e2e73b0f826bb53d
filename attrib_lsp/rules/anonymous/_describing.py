"""Fixes that say more of an unnamed source, with blanks for what only the writer knows."""

from __future__ import annotations

import re

from attrib_lsp.rules.finding import Fix
from attrib_lsp.rules.mending import aside, like, set_off
from attrib_lsp.text.span import Span

_GOES_ON = re.compile(r",? (?:named|called|identified|known|aged|in h(?:is|er) )\b")
_RELATIVE = re.compile(r",? who ")


def who(title: str, text: str, at: int, does: str) -> Fix:
    """Return the fix that tells of a source whose words end at ``at`` what it ``does``, beside what is told already."""
    told = _RELATIVE.match(text, at)
    if told is not None:
        return Fix(title, Span(told.end(), told.end()), f"{does} and ")
    return aside(title, text, at, f"who {does}")


def unnamed_because(text: str, at: int) -> Fix:
    """Return the fix that gives the reason for which a source is not named."""
    return who("Give the reason for anonymity", text, at, "asked not to be named because <reason>")


def named(text: str, span: Span) -> tuple[Fix, ...]:
    """Return the fix that puts a name and a role in place of an unnamed source's words, unless more of them follows."""
    if _GOES_ON.match(text, span.end) is not None:
        return ()
    return (Fix("Name the source", span, set_off("<name>, <role>", text, span.end)),)


def described(text: str, span: Span, single: bool) -> Fix:
    """Return the fix that puts a description in place of a source's words."""
    kind = "a <role>" if single else "<how many> <people>"
    words = like(f"{kind} at <institution> who <how they know>", span.of(text))
    return Fix("Describe this source", span, words)
