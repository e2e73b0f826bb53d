"""Rules explained: the page of a rule, and the book of all pages, both from the rules' own documentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrib_lsp.rules.rule import Rule

FAMILIES = {
    "UNS": "Unsourced claims",
    "ANO": "Anonymous sources",
    "HED": "Headlines",
    "QUO": "Quotations",
    "ATT": "Attribution mechanics",
    "ALL": "Allegations",
    "SEC": "Second-hand reporting",
    "BAL": "Balance of sources",
    "DOC": "Input hygiene",
}

_BOOK_OPENING = """# Rules

What attrib-lsp looks for in a story, and why. In the examples the words that it underlines stand in ⟦brackets⟧. A rule
is chosen by its code or its name: `attrib-lsp check --select ANO202`, `--ignore vague-anonymous-source`; a family by
its letters: `--select HED`.

This page is made from the rules' own documentation by `make docs`; every example in it is run by the tests.
"""


def families(rules: Iterable[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """Yield each family's title with its rules, by code."""
    for family, members in groupby(sorted(rules, key=lambda rule: rule.code), key=lambda rule: rule.family):
        yield FAMILIES[family], list(members)


def standing(rule: Rule) -> str:
    """Return a rule's severity, and whether it is off by default."""
    return rule.severity.name.lower() + ("" if rule.default else ", off unless selected")


def page(rule: Rule) -> str:
    """Return a rule's page in Markdown."""
    return f"# {rule.code} {rule.name}\n\n*{standing(rule)}*\n\n{rule.documentation.markdown.strip()}\n"


def book(rules: Iterable[Rule]) -> str:
    """Return one Markdown document: a table of contents, then every rule's page."""
    rules = tuple(rules)
    parts = [_BOOK_OPENING]
    for title, members in families(rules):
        parts.append(f"## {title}\n\n| code | name | severity | flags |\n|---|---|---|---|")
        parts[-1] += "".join(f"\n{_row(rule)}" for rule in members) + "\n"
    parts += [_nested(page(rule)) for _, members in families(rules) for rule in members]
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    """Return a rule's row in the table of contents."""
    anchor = f"{rule.code.lower()}-{rule.name}"
    off = "" if rule.default else ", off"
    summary = rule.documentation.summary.replace("|", "\\|")
    return f"| [{rule.code}](#{anchor}) | {rule.name} | {rule.severity.name.lower()}{off} | {summary} |"


def _nested(markdown: str) -> str:
    """Return a page with its headings one level down, those inside fenced examples left alone."""
    lines, fenced = [], False
    for line in markdown.splitlines():
        fenced ^= line.startswith("```")
        lines.append(f"#{line}" if line.startswith("#") and not fenced else line)
    return "\n".join(lines) + "\n"
