"""Every fix and every option that the rule catalogue names is there, or `promised.toml` says why not."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import Any

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule
from tests.rules.fixing import found, offers

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PROMISED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "promised.toml").read_text(encoding="utf-8"))
LEFT_OUT, POINTS, WITH = "left out: ", "related: ", "with "

each_rule = pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if rule.code in PROMISED], ids=lambda rule: rule.code
)


def test_every_rule_of_the_catalogue_is_there() -> None:
    assert set(PROMISED) <= {rule.code for rule in all_rules()}


@each_rule
def test_fixes(linter: Linter, rule: Rule) -> None:
    kinds = {offer.kind for offer in offers(linter, rule)}
    flagged = [one for ex in rule.documentation.flagged for one in found(linter, rule, ex.text, ex.markup)]
    pointers = {related.message for one in flagged for related in one.related}
    for wanted, answer in PROMISED[rule.code]["fixes"].items():
        if answer.startswith(POINTS):
            assert answer.removeprefix(POINTS) in pointers, wanted
        elif not answer.startswith((LEFT_OUT, WITH)):
            assert answer in kinds, wanted


@each_rule
def test_options(rule: Rule) -> None:
    fields = {field.name for field in dataclasses.fields(rule.options)} if rule.options is not None else set()
    for wanted, answer in PROMISED[rule.code].get("options", {}).items():
        assert (wanted in fields) is not answer.startswith(LEFT_OUT), wanted
        assert answer == wanted or answer.startswith(LEFT_OUT)
