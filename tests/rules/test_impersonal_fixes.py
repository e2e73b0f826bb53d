"""What is left of an impersonal phrase when its source takes its place."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.registry import find
from tests.rules.fixing import found, mended


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("They are all believed to be weighing an offer.", "They are all weighing an offer, <source> said."),
        ("He is widely thought to be unwell.", "He is unwell, <source> said."),
        (
            "Night trains are expected to be used more than ever.",
            "Night trains will be used more than ever, <source> said.",
        ),
        ("Night trains were expected to be used more than ever.", None),
        ("The blaze, which is thought to be arson, closed a road.", None),
        ("It is understood that the buyer plans flats.", "The buyer plans flats, <source> said."),
        (
            "The mill was sold, and it is understood that flats are planned.",
            "The mill was sold, and flats are planned, <source> said.",
        ),
    ],
)
def test_the_source_takes_the_phrases_place(linter: Linter, sentence: str, left: str | None) -> None:
    rule = find("UNS104")
    assert rule is not None
    draft = f"# A day in the county\n\n{sentence}\n"
    (finding,) = found(linter, rule, draft, "markdown")
    texts = [mended(draft, fix) for fix in finding.fixes if fix.title == "Attribute to … instead"]
    assert texts == ([] if left is None else [f"# A day in the county\n\n{left}\n"])
