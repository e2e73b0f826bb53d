"""Wordings of ground rules, stock reasons and polls beyond the examples in the rules' documentation."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import settings
from attrib_lsp.rules.registry import find
from attrib_lsp.rules.rule import Rule
from attrib_lsp.rules.unsourced.unidentified_study import Options
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from tests.attribution.drafts import read


def found(linter: Linter, code: str, body: str) -> list[str]:
    """Return the words that a rule reports in a draft's body."""
    draft = f"# A day in the county\n\n{body}\n"
    story = read_story(SourceText(draft), Markup.MARKDOWN)
    return [one.span.of(draft) for one in linter.check(story, settings([code]))]


@pytest.mark.parametrize(
    ("body", "term"),
    [
        ("Speaking off the record, a minister told the Courier that the bill was dead.", "off the record"),
        ("The bill is dead, a minister who agreed to speak off the record said.", "off the record"),
        ("Two aides said on background that the bill was dead.", "on background"),
        ("“It is dead,” one aide said, strictly off the record.", "strictly off the record"),
        ("Off the record, one aide said the bill was dead.", "Off the record"),
        ("NOT FOR PUBLICATION: the bill is dead.", "NOT FOR PUBLICATION"),
        ("The bill is dead (do not quote).", "do not quote"),
    ],
)
def test_terms_left_in_copy(linter: Linter, body: str, term: str) -> None:
    assert found(linter, "ANO210", body) == [term]


@pytest.mark.parametrize(
    "body",
    [
        "Ministers often speak off the record to journalists.",
        "The minister would not speak off the record.",
        "The editor, Joan Reyes, said he had been told off the record that the bill was dead.",
        "Speaking off the record is common in the capital.",
        "The figures were embargoed until Tuesday.",
        "Embargo",
    ],
)
def test_talk_of_terms(linter: Linter, body: str) -> None:
    assert found(linter, "ANO210", body) == []


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            "An official, who wasn't authorised to discuss the plan, said it was dead.",
            "who wasn't authorised to discuss the plan",
        ),
        ("The official asked for anonymity given the sensitivity of the talks.", "given the sensitivity of the talks"),
        (
            "The deal is off, a source said. The source was not authorised to discuss it.",
            "not authorised to discuss it",
        ),
        (
            "The deal is off, a banker who worked on it said.\n\nHe was not authorised to speak publicly.",
            "not authorised to speak publicly",
        ),
        ("The plan is dead, said an official, speaking on condition of anonymity.", "on condition of anonymity"),
    ],
)
def test_stock_reasons(linter: Linter, body: str, reason: str) -> None:
    assert found(linter, "ANO207", body) == [reason]


@pytest.mark.parametrize(
    "body",
    [
        "A nurse, who did not want to be named for fear of losing her job, said the ward was shut.",
        "Paul Orr said police officers were not authorised to speak publicly about the raid.",
        "The official spoke on condition of anonymity in line with departmental rules.",
        "They spoke on condition of anonymity as the list was still secret and they were not authorised to speak.",
        "She told the Boston Globe, on condition of anonymity, that the plan was dead.",
    ],
)
def test_reasons_that_tell_something(linter: Linter, body: str) -> None:
    assert found(linter, "ANO207", body) == []


def studies() -> Rule:
    """Return the rule on studies."""
    rule = find("UNS110")
    assert rule is not None
    return rule


@pytest.mark.parametrize(
    ("body", "reported"),
    [
        ("A poll by the Riverside Institute found that most want the tram.", 1),
        ("A poll by the Riverside Institute of 1,000 adults found that most want the tram.", 0),
        ("A study by the Riverside Institute found that most want the tram.", 0),
    ],
)
def test_method_of_polls(linter: Linter, body: str, reported: int) -> None:
    graph = read(linter, body)
    assert list(studies()(graph)) == []
    assert len(list(studies()(graph, Options(poll_method_required=True)))) == reported
