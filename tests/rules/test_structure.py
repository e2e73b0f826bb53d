"""What every rule owes: its code and name from the catalogue, a file of its own, documentation with examples."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from attrib_lsp.rules.registry import all_rules, find
from attrib_lsp.rules.rule import Rule

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CATALOGUE = tomllib.loads((Path(__file__).parent / "catalogue.toml").read_text(encoding="utf-8"))

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


@each_rule
def test_code_and_name_are_the_catalogues(rule: Rule) -> None:
    assert CATALOGUE[rule.code] == rule.name
    assert find(rule.code) is find(rule.name) is rule


@each_rule
def test_a_rule_is_a_function_in_a_file_of_its_name(rule: Rule) -> None:
    assert rule.check.__name__ == rule.name.replace("-", "_")
    assert Path(rule.check.__code__.co_filename).stem == rule.check.__name__


@each_rule
def test_documentation(rule: Rule) -> None:
    documentation = rule.documentation
    assert documentation.summary.endswith(".")
    options, fixes = ["Options"] * bool(rule.options), ["Fixes"] * bool(documentation.fixes)
    assert list(documentation.sections) == ["What it flags", "Why", *options, "Flagged", *fixes, "Clean"]
    assert len(documentation.flagged) >= 2
    assert len(documentation.clean) >= 2
    assert all(example.spans for example in documentation.flagged)
    assert not any(example.spans for example in documentation.clean)


@each_rule
def test_supersedes_real_codes(rule: Rule) -> None:
    assert rule.supersedes <= CATALOGUE.keys() - {rule.code}
    assert rule.code not in {code for other in rule.supersedes if (found := find(other)) for code in found.supersedes}


def test_no_two_rules_share_a_code() -> None:
    codes = [rule.code for rule in all_rules()]
    assert len(codes) == len(set(codes))
