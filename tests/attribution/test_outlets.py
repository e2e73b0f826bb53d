"""Which names are outlets, and which stand between a source and the story, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.outlets import is_agency, is_outlet, outlet_spans
from attrib_lsp.lexicons.house import standard
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def via(linter: Linter, sentence: str) -> list[str]:
    """Return the outlets through which the sources of a sentence spoke."""
    graph = read(linter, sentence)
    text = graph.paragraphs[-1].text
    return [span.of(text) for statement in graph.statements for span in statement.attribution.via]


@pytest.mark.parametrize(
    "name", ["CNN", "the BBC", "The Evening Post", "Der Spiegel", "the Times", "Le Monde", "the Tarn Standard-Times"]
)
def test_outlets(name: str) -> None:
    assert is_outlet(name, standard())


@pytest.mark.parametrize("name", ["a post", "Twitter", "the port", "Guardian Insurance", "Observer status", ""])
def test_what_is_no_outlet(name: str) -> None:
    assert not is_outlet(name, standard())


def test_agencies_are_outlets_that_others_subscribe_to() -> None:
    assert is_agency("Reuters", standard())
    assert is_outlet("Reuters", standard())
    assert not is_agency("the Guardian", standard())


def test_outlets_are_found_with_their_article() -> None:
    text = "She told the Irish Times and CNN."
    assert [span.of(text) for span in outlet_spans(text, standard())] == ["the Irish Times", "CNN"]


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        ("Maria Lind told CNN on Sunday that the port was shut.", ["CNN"]),
        ("The port is shut, officials told the Evening Post.", ["the Evening Post"]),
        (
            "The port is shut, according to two officials who spoke to the Guardian and Der Spiegel.",
            ["the Guardian", "Der Spiegel"],
        ),
        ("Maria Lind said in an interview with the BBC that the port was shut.", ["the BBC"]),
        ("Maria Lind said in a column published in Le Monde that the port was shut.", ["Le Monde"]),
    ],
)
def test_outlets_that_a_source_spoke_through(linter: Linter, sentence: str, outlets: list[str]) -> None:
    assert via(linter, sentence) == outlets


@pytest.mark.parametrize(
    "sentence",
    [
        "Maria Lind told reporters that the port was shut.",
        "A producer at CNN said the interview was off.",
        "Maria Lind said the Guardian had got it wrong.",
        "Fox News executives said the host would stay.",
    ],
)
def test_outlets_that_stand_between_nobody(linter: Linter, sentence: str) -> None:
    assert via(linter, sentence) == []
