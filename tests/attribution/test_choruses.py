"""Which classes of people a sentence lets speak, and up to which word."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.choruses import choruses
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Critics say it will fail.", ["Critics say"]),
        (
            "Outside economists and trade experts, however, said it would fail.",
            ["Outside economists and trade experts, however, said"],
        ),
        ("Critics are concerned that it will fail.", ["Critics are concerned"]),
        ("Some analysts are predicting a crash.", ["Some analysts are predicting"]),
        ("Many senators fear a defeat.", ["Many senators fear"]),
        ("The bridge is sound, according to experts.", ["according to experts"]),
        ("The tax is seen by some as a penalty.", ["seen by some"]),
        ("It will fail, say critics.", ["say critics"]),
        ("The law, which analysts say could fail, is new.", ["analysts say"]),
        ("The news led some to speculate that it will fail.", ["some to speculate"]),
        ("Some Republican strategists predict a defeat.", ["Some Republican strategists predict"]),
        ("The law passed, with critics warning that it will fail.", ["critics warning"]),
        ("Some in the “out or nothing” crowd suggest a pact.", ["Some in the “out or nothing” crowd suggest"]),
        ("Many loyal Lund supporters who came to the hall say she will win.", ["Many loyal Lund supporters"]),
        ("Senators fear a defeat.", []),
        ("He taxes what economists call spending.", []),
        ("The critics say it will fail.", []),
        ("Three analysts say it will fail.", []),
        ("Analysts at Fitch say it will fail.", []),
        ("The bridge is sound, according to experts at Leeds University.", []),
        ("The mayor was seen by some children.", []),
        ("Residents said it was loud.", []),
    ],
)
def test_choruses(linter: Linter, text: str, expected: list[str]) -> None:
    sentence = read(linter, text).paragraphs[-1].sentences[0]
    found = [sentence.tokens[one.first].span.joined(sentence.tokens[one.end - 1].span) for one in choruses(sentence)]
    assert [span.of(text) for span in found] == expected
