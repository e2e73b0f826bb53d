"""Between whom a pronoun leaves the reader to choose."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.claims import Line, evidence_of
from attrib_lsp.attribution.rivals import rivals
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("Ken Dodd and Paul Hume met on Friday.", ("Ken Dodd", "Paul Hume")),
        ("Ken Dodd met Paul Hume on Friday.", ("Ken Dodd",)),
        ("Ken Dodd and Anna Hume met on Friday.", ("Ken Dodd",)),
        ("He met Paul Hume and Ken Dodd on Friday.", ()),
        ("The boat was late.", ()),
    ],
)
def test_rivals(linter: Linter, before: str, wanted: tuple[str, ...]) -> None:
    graph = read(linter, f"{before} He said the grant was safe.")
    pronoun = graph.paragraphs[1].sentences[1].tokens[0]
    assert pronoun.text == "He"
    found = rivals(evidence_of(graph), Line(1, 1), pronoun, 2)
    assert tuple(one.name for one in found) == wanted
