"""The generated pages and the README say what is."""

from __future__ import annotations

from pathlib import Path

from attrib_lsp.reports.rule_pages import book
from attrib_lsp.rules.registry import all_rules

ROOT = Path(__file__).parent.parent


def test_the_rule_pages_are_not_stale() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == book(all_rules()), "run `make docs`"


def test_the_readme_names_every_family() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(family in readme for family in {rule.family for rule in all_rules()})
