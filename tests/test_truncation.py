"""Half-typed text: a story cut off anywhere raises nothing, and what is reported of it lies in it.

Every rule's examples are cut at every character with ``ATTRIB_TRUNCATION_STRIDE=1``, which takes long; otherwise at
every so many, beginning elsewhere in each.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.documentation import Example
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

STRIDE = int(os.environ.get("ATTRIB_TRUNCATION_STRIDE", "41"))
SAMPLE = next((Path(__file__).parent.parent / "seeds").glob("*.txt")).read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_example_cut_short(linter: Linter, rule: Rule) -> None:
    documentation = rule.documentation
    for number, example in enumerate((*documentation.flagged, *documentation.clean)):
        for end in range(number % STRIDE, len(example.text) + 1, STRIDE):
            lint(linter, example, end)


def test_the_sample_cut_short(linter: Linter) -> None:
    for end in range(0, len(SAMPLE) + 1, 5 * STRIDE):
        lint(linter, Example(SAMPLE, "text", ()), end)


def lint(linter: Linter, example: Example, end: int) -> None:
    """Lint the first ``end`` code points of an example; say where if that raises anything."""
    text = example.text[:end]
    try:
        findings = linter.check(read_story(SourceText(text), Markup(example.markup), tolerant=True))
    except Exception as error:
        raise AssertionError(f"cut after {end}: …{text[-60:]!r}") from error
    assert all(one.span.end <= len(text) for one in findings)
