"""What a source only has from somebody else, and what it knows itself."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.relayed import relayed
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A baker said a friend had told her that the mayor took money.", ["A baker said a friend had told her"]),
        ("The pilot was asleep, a baker said a friend had told her.", ["a baker said a friend had told her"]),
        ("A baker said a friend had told her that she was sacked.", []),
        ("A baker said a friend had told her to leave.", []),
        ("A baker said a friend had told her that the mayor would go.", []),
        ("A baker told a friend that the mayor took money.", []),
    ],
)
def test_relayed(linter: Linter, text: str, wanted: list[str]) -> None:
    paragraph = read(linter, text).paragraphs[1]
    assert [one.span.of(paragraph.text) for one in relayed(paragraph)] == wanted
