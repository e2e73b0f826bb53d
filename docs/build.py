"""Write ``docs/rules.md`` from the rules' own documentation: python -m docs.build."""

from __future__ import annotations

from pathlib import Path

from attrib_lsp.reports.rule_pages import book
from attrib_lsp.rules.registry import all_rules

if __name__ == "__main__":
    (Path(__file__).parent / "rules.md").write_text(book(all_rules()), encoding="utf-8")
