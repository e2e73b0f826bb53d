"""The edits that put a pragma in, over the rules' own examples: the finding is gone, and nothing else has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.linter.pragmas.edits import ignored_here, ignored_in_file
from attrib_lsp.linter.precedence import beats
from attrib_lsp.rules.documentation import Example
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story
from tests.rules.fixing import mended

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


def read(text: str, markup: str) -> Story:
    """Return the story in a draft."""
    return read_story(SourceText(text), Markup(markup))


def offered(story: Story, markup: str, finding: LocatedFinding) -> Iterator[LocatedFix]:
    """Yield the edits that suppress ``finding``."""
    for fix in (ignored_here(story, Markup(markup), finding), ignored_in_file(story, Markup(markup), finding)):
        if fix is not None:
            yield fix


@each_rule
def test_the_finding_is_gone_and_nothing_else_changes(linter: Linter, rule: Rule) -> None:
    for example in rule.documentation.flagged:
        before = linter.check(read(example.text, example.markup))
        for finding in [one for one in before if one.code == rule.code][:1]:
            for fix in offered(read(example.text, example.markup), example.markup, finding):
                check(linter, example, before, finding, fix)


def check(
    linter: Linter, example: Example, before: tuple[LocatedFinding, ...], finding: LocatedFinding, fix: LocatedFix
) -> None:
    """Assert what ``fix`` owes a draft in which ``before`` is reported."""
    text = mended(example.text, fix)
    after = linter.check(read(text, example.markup))
    kept = {(one.code, one.message, moved(one.span, fix)) for one in before if one.code != finding.code}
    left = {(one.code, one.message, one.span): one for one in after if one.code != finding.code}
    assert kept <= left.keys(), text
    # What is new was hidden by what is gone.
    place = next((one.span for one in read(example.text, example.markup).places if one.span.covers(finding.span)), None)
    others = [
        one.span
        for one in before
        if one.code == finding.code and place and fix.title.endswith("here") and not place.covers(one.span)
    ]
    gone = [one for one in before if one.code == finding.code]
    hidden = [one for place, one in left.items() if place not in kept]
    assert all(any(beats(replace(other, span=moved(other.span, fix)), one) for other in gone) for one in hidden), (
        text,
        hidden,
    )
    assert {one.span for one in after if one.code == finding.code} == {moved(span, fix) for span in others}, text


def moved(span: Span, fix: LocatedFix) -> Span:
    """Return where the words at ``span`` stand once ``fix``, an insertion, is applied."""
    (edit,) = fix.edits
    by = len(edit.replacement)
    return Span(span.start + by * (edit.span.start <= span.start), span.end + by * (edit.span.start < span.end))
