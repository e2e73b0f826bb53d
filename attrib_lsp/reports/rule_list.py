"""The list of all rules."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable

from attrib_lsp.reports.rule_pages import families, standing
from attrib_lsp.reports.terminal import SEVERITY_STYLES, Terminal
from attrib_lsp.rules.rule import Rule

#: Cells to which summaries are wrapped at most, and at least.
WIDEST, NARROWEST = 100, 40


def report(rules: Iterable[Rule], terminal: Terminal) -> str:
    """Return the rules by family, for reading: code, name and severity, below them what is flagged."""
    width = min(WIDEST, max(NARROWEST, terminal.width))
    parts = []
    for title, members in families(rules):
        lines = [terminal.paint(title, "bold")]
        for rule in members:
            severity = terminal.paint(standing(rule), SEVERITY_STYLES[rule.severity])
            lines.append(f"  {terminal.paint(rule.code, 'bold')} {rule.name} ({severity})")
            summary = rule.documentation.summary
            lines += textwrap.wrap(summary, width, initial_indent=" " * 4, subsequent_indent=" " * 4)
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def plain(rules: Iterable[Rule]) -> str:
    """Return one line a rule, in columns, for other programs to search."""
    rows = [(rule.code, rule.name, standing(rule), rule.documentation.summary) for rule in rules]
    names = max((len(name) for _, name, _, _ in rows), default=0)
    standings = max((len(stands) for _, _, stands, _ in rows), default=0)
    return "".join(f"{code}  {name:{names}}  {stands:{standings}}  {told}\n" for code, name, stands, told in rows)


def json_report(rules: Iterable[Rule]) -> str:
    """Return an array with one object a rule."""
    records = [
        {
            "code": rule.code,
            "name": rule.name,
            "family": rule.family,
            "severity": rule.severity.name.lower(),
            "default": rule.default,
            "summary": rule.documentation.summary,
        }
        for rule in rules
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
