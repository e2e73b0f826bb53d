"""Write ``docs/rules.md`` and ``docs/attrib-lsp.schema.json`` from the rules themselves: python -m docs.build."""

from __future__ import annotations

from pathlib import Path

from attrib_lsp.linter.configuration.schema import written_schema
from attrib_lsp.reports.rule_pages import book
from attrib_lsp.rules.registry import all_rules

if __name__ == "__main__":
    here = Path(__file__).parent
    (here / "rules.md").write_text(book(all_rules()), encoding="utf-8")
    (here / "attrib-lsp.schema.json").write_text(written_schema(), encoding="utf-8")
