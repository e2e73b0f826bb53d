"""The generated pages and the README say what is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attrib_lsp.linter.configuration.files import read_file
from attrib_lsp.linter.configuration.layer import KEYS
from attrib_lsp.reports.rule_pages import book
from attrib_lsp.rules.registry import all_rules

ROOT = Path(__file__).parent.parent


def test_the_rule_pages_are_not_stale() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == book(all_rules()), "run `make docs`"


def test_the_readme_names_every_family() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(family in readme for family in {rule.family for rule in all_rules()})


@pytest.mark.parametrize("page", ["README.md", "docs/written/configuration.md"])
def test_the_configurations_that_are_shown_can_be_followed(page: str, tmp_path: Path) -> None:
    shown = re.findall(r"```toml\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    for text in shown:
        file = tmp_path / "attrib-lsp.toml"
        file.write_text(text, encoding="utf-8")
        layer = read_file(file)
        assert layer is not None
        assert len(layer.entries) >= 5


def test_every_setting_is_explained() -> None:
    page = (ROOT / "docs" / "written" / "configuration.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in page] == []
