"""Which claims a story leaves open, and where it takes them for granted, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.presuppositions import presuppositions
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText


def read(linter: Linter, headline: str, body: str) -> AttributionGraph:
    """Return the graph of a draft."""
    return linter.analyse(read_story(SourceText(f"# {headline}\n\n{body}\n"), Markup.MARKDOWN))


@pytest.mark.parametrize(
    ("body", "contested", "denied"),
    [
        ("The kingdom asked the rebels for drones, three officers said.", True, False),
        (
            "The kingdom asked the rebels for drones, an officer, Jo Lind, said. The rebels denied the report.",
            True,
            True,
        ),
        ("The kingdom asked the rebels for drones, an officer, Jo Lind, said.", False, False),
        ("The kingdom asked the rebels for drones, the kingdom's envoy, Ilan Moss, said.", False, False),
    ],
)
def test_a_headline_is_contested(linter: Linter, body: str, contested: bool, denied: bool) -> None:
    found = read(linter, "Kingdom asked rebels for drones", body).contested
    assert bool(found) is contested
    assert any(claim.denied is not None for claim in found) is denied


def test_a_denial_points_back_to_what_somebody_else_said(linter: Linter) -> None:
    body = "Prosecutors say that the broker, Leo Ravel, took payments from clients. Ravel denied it."
    graph = read(linter, "A day at the exchange", body)
    told = [claim.event.participants | claim.event.predicates for claim in graph.contested]
    assert [keys >= {"client", "pay"} for keys in told] == [True]


@pytest.mark.parametrize(
    ("later", "words"),
    [
        ("Asked about the kingdom's request for drones, he left the room.", ["the kingdom's request for drones"]),
        ("Asked about the kingdom's alleged request for drones, he left the room.", []),
        ("“The kingdom's request for drones is a fable,” he said.", []),
        ("The council met on Friday.", []),
    ],
)
def test_what_takes_the_claim_for_granted(linter: Linter, later: str, words: list[str]) -> None:
    claim = "The kingdom asked the rebels for drones, an officer, Jo Lind, said. The rebels denied the report."
    graph = read(linter, "Kingdom asked rebels for drones", f"{claim}\n\n{later}")
    found = [
        one.span.of(graph.paragraphs[one.paragraph].text)
        for one in presuppositions(graph, graph.contested[0])
        if one.paragraph == 2
    ]
    assert found == words
