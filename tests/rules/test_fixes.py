"""Every fix that a rule offers in its examples: it is documented, it leaves what it says, and the finding is gone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.finding import blanks
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from tests.rules.fixing import blocks, filled, found, mended, moved, offers

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

#: What a writer might put into each blank.
FILLINGS: dict[str, str] = tomllib.loads((Path(__file__).parent / "blanks.toml").read_text(encoding="utf-8"))

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


@each_rule
def test_a_fix_mends(linter: Linter, rule: Rule) -> None:
    for offer in offers(linter, rule):
        example = offer.example
        text = mended(example.text, offer.fix)
        place = moved(offer.finding.span, offer.fix)
        full, place = filled(text, FILLINGS, place, example.text)
        left = found(linter, rule, full, example.markup)
        assert len(left) <= len(example.spans), f"{offer.fix.title}:\n{full}"
        assert not any(one.span.overlaps(place) for one in left), f"{offer.fix.title}:\n{full}"


@each_rule
def test_each_kind_of_fix_is_documented(linter: Linter, rule: Rule) -> None:
    offered = list(offers(linter, rule))
    shown = rule.documentation.fixes
    titles = {offer.kind for offer in offered for fix in shown if fix.title == offer.fix.title}
    assert titles == {offer.kind for offer in offered}
    for fix in shown:
        changed = [one for one in offered if one.fix.title == fix.title]
        results = [blocks(mended(one.example.text, one.fix)) - blocks(one.example.text) for one in changed]
        assert any(blocks(fix.text) <= result for result in results), "\n\n".join([fix.title, *map(str, results)])


@each_rule
def test_nothing_that_only_the_writer_knows_is_safe(linter: Linter, rule: Rule) -> None:
    for offer in offers(linter, rule):
        assert not (offer.fix.safe and any(blanks(edit.replacement) for edit in offer.fix.edits))


def test_a_headline_quotation_that_begins_nowhere_can_be_mended(linter: Linter) -> None:
    text = (
        "# No choice but to stop it,” harbour chief says of line\n\nThe council will close the line in May, Ada Ferris,"
        " the harbour chief, said on Tuesday.\n\n“We had no choice but to close it,” she said.\n"
    )
    found = linter.check(read_story(SourceText(text), Markup.MARKDOWN))
    assert ["Use the story’s words"] in [[fix.title for fix in one.fixes] for one in found if one.code == "HED306"]
