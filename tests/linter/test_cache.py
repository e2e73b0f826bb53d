"""Findings that are kept with their paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import Policy, settings
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule, rule
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

STORY = read_story(SourceText("# Ferry late\n\nThe ferry left late on Monday.\n"), Markup.MARKDOWN)
ran: list[int] = []


@dataclass(frozen=True)
class Options:
    """How many findings."""

    findings: int = 1


@rule("XXX001", Severity.INFO)
def counting_rule(paragraph: Paragraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each of the first words."""
    ran.append(options.findings)
    yield from (Finding(token.span, "a word") for token in paragraph.sentences[0].tokens[: options.findings])


@pytest.fixture
def only_rule(monkeypatch: pytest.MonkeyPatch) -> Rule:
    """Make a rule the only one there is."""
    for module in ("linter", "settings"):
        monkeypatch.setattr(f"attrib_lsp.linter.{module}.all_rules", lambda: (counting_rule,))
    monkeypatch.setattr("attrib_lsp.linter.precedence.find", lambda code: counting_rule)
    ran.clear()
    return counting_rule


def test_a_paragraph_is_looked_at_once_for_the_same_options(linter: Linter, only_rule: Rule) -> None:
    assert only_rule not in all_rules()
    for findings, runs in ((2, [2]), (3, [2, 3]), (2, [2, 3]), (3, [2, 3])):
        found = linter.check(STORY, settings(policy=Policy(options={"XXX001": Options(findings)})))
        assert (len(found), ran) == (findings, runs)


def test_a_severity_needs_no_second_look(linter: Linter, only_rule: Rule) -> None:
    for severity in (Severity.HINT, Severity.ERROR):
        (found,) = linter.check(STORY, settings(policy=Policy({"XXX001": severity}, {"XXX001": Options(1)})))
        assert found.severity is severity
    assert len(ran) <= 1


def test_what_is_read_ahead_is_not_read_again(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    alone = Linter(lambda: linter.pipeline)
    real = alone.pipeline.read
    stories = [
        read_story(SourceText(f"Ferry late\n\nThe ferry left late on day {day}.\n"), Markup.PLAIN) for day in range(3)
    ]
    plain = [Linter(lambda: linter.pipeline).check(story) for story in stories]
    monkeypatch.setattr(alone.pipeline, "read", lambda texts: asked.append(len(texts)) or real(texts))
    alone.read_ahead(stories)
    assert [alone.check(story) for story in stories] == plain
    assert asked == [4]  # the headline is the same in all
