"""Every example in every rule's documentation, through the real pipeline: rule, span, and silence where it is clean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.documentation import Example
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule
from tests.rules.fixing import found


def cases(section: str) -> Iterator[ParameterSet]:
    """Yield each rule with each of its examples of that section."""
    for rule in all_rules():
        for number, example in enumerate(getattr(rule.documentation, section), start=1):
            yield pytest.param(rule, example, id=f"{rule.code}-{number}")


def reported(linter: Linter, rule: Rule, example: Example) -> list[str]:
    """Return the words that ``rule`` reports in ``example``, each with its place."""
    findings = found(linter, rule, example.text, example.markup)
    return [f"{one.span.start}: {one.span.of(example.text)}" for one in findings]


@pytest.mark.parametrize(("rule", "example"), list(cases("flagged")))
def test_flagged(linter: Linter, rule: Rule, example: Example) -> None:
    assert reported(linter, rule, example) == [f"{span.start}: {span.of(example.text)}" for span in example.spans]


@pytest.mark.parametrize(("rule", "example"), list(cases("clean")))
def test_clean(linter: Linter, rule: Rule, example: Example) -> None:
    assert reported(linter, rule, example) == []
