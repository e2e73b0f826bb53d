"""Rules explained, from a rule made for the purpose and from those that ship."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.reports import rule_list, rule_pages, rule_screen
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule, Scope

DOCUMENTATION = """Flags a pipe | in a sentence.

## What it flags

Pipes.

## Flagged

```
# A headline

The ⟦pipe⟧ burst.
```

## Clean

```text
No such thing.
```
"""


@pytest.fixture
def pipes(monkeypatch: pytest.MonkeyPatch) -> Rule:
    """Return a rule with the documentation above."""

    def check(paragraph: Paragraph) -> Iterator[Finding]:
        return iter(())

    module = ModuleType("pipes_rule", DOCUMENTATION)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    check.__module__ = module.__name__
    return Rule("DOC999", "pipes", Severity.INFO, Scope.PARAGRAPH, check, default=False)


def test_a_page_is_the_documentation_under_a_heading(pipes: Rule) -> None:
    page = rule_pages.page(pipes)
    assert page.startswith("# DOC999 pipes\n\n*info, off unless selected*\n\nFlags a pipe | in a sentence.\n\n## What")
    assert page.endswith("No such thing.\n```\n")


def test_a_page_on_a_terminal_shows_examples_beside_a_line(pipes: Rule) -> None:
    shown = rule_screen.report(pipes, Terminal(80))
    assert "  │ # A headline\n" in shown
    assert "  │ The ⟦pipe⟧ burst.\n" in shown
    assert "```" not in shown
    assert "\x1b[1;33m⟦pipe⟧\x1b[0m" in rule_screen.report(pipes, Terminal(80, color=True))


def test_the_book_has_a_table_and_every_page_with_lower_headings(pipes: Rule) -> None:
    book = rule_pages.book([pipes])
    assert "| [DOC999](#doc999-pipes) | pipes | info, off | Flags a pipe \\| in a sentence. |" in book
    assert "\n## DOC999 pipes\n" in book
    assert "\n### What it flags\n" in book
    assert "```\n# A headline\n" in book


def test_the_list_for_people(pipes: Rule) -> None:
    assert rule_list.report([pipes], Terminal(60)) == (
        "Input hygiene\n  DOC999 pipes (info, off unless selected)\n    Flags a pipe | in a sentence.\n"
    )


def test_the_list_for_pipes_has_one_line_a_rule() -> None:
    lines = rule_list.plain(all_rules()).splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in all_rules()]
    assert all(line.endswith(rule.documentation.summary) for line, rule in zip(lines, all_rules(), strict=True))


def test_the_list_for_programs(pipes: Rule) -> None:
    assert json.loads(rule_list.json_report([pipes])) == [
        {
            "code": "DOC999",
            "name": "pipes",
            "family": "DOC",
            "severity": "info",
            "default": False,
            "summary": "Flags a pipe | in a sentence.",
        }
    ]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_family_and_a_page_that_fits(rule: Rule) -> None:
    assert rule.family in rule_pages.FAMILIES
    lines = rule_screen.report(rule, Terminal(70)).splitlines()
    assert max(map(len, lines)) <= 70
