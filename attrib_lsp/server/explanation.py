"""Explain findings from their rules' documentation, in Markdown or in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.rules.registry import find
from attrib_lsp.rules.rule import Rule

#: The sections of a rule's documentation that a journalist wants in passing; examples and options are for the page.
SECTIONS = ("What it flags", "Why")

#: What stands between two things that are explained.
SEPARATOR = "\n\n---\n\n"

_HEADING = re.compile(r"^#+ *", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__|`+)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")


def explain(findings: Iterable[LocatedFinding], *, markdown: bool) -> str:
    """Return the documentation of the rules behind ``findings``, each rule once, in order."""
    rules = dict.fromkeys(rule for finding in findings if (rule := find(finding.code)) is not None)
    text = SEPARATOR.join(map(of_rule, rules))
    return text if markdown else plain(text)


def of_rule(rule: Rule) -> str:
    """Return what a hover says of ``rule``, in Markdown."""
    documentation = rule.documentation
    parts = [f"**{rule.name}** ({rule.code})", documentation.summary]
    parts += [
        f"**{title}**\n\n{documentation.sections[title]}" for title in SECTIONS if title in documentation.sections
    ]
    return "\n\n".join(part for part in parts if part)


def plain(markdown: str) -> str:
    r"""Return ``markdown`` without the marks that only make sense when rendered.

    >>> plain("**Why**\n\nAn `official` is [no name](https://example.org/names).")
    'Why\n\nAn official is no name.'
    """
    return _LINK.sub(r"\1", _EMPHASIS.sub(r"\2", _HEADING.sub("", markdown)))
