"""Options that presets set, through the rules that have them."""

from __future__ import annotations

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.presets import preset
from attrib_lsp.linter.settings import settings
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

PICKUP = """# Chancellor to go

{}, citing officials, reported that the chancellor would resign on Friday.

The chancellor spoke to business leaders on Thursday.
"""


def found(linter: Linter, text: str, code: str, name: str | None) -> list[str]:
    """Return how grave the findings of a rule are under a preset, or under none."""
    policy = preset(name).policy if name else None
    story = read_story(SourceText(text), Markup.MARKDOWN)
    return [one.severity.name for one in linter.check(story, settings([code], policy=policy))]


def test_agencies_that_a_house_trusts_need_no_confirmation(linter: Linter) -> None:
    assert found(linter, PICKUP.format("Reuters"), "SEC701", None) == ["WARNING"]
    assert found(linter, PICKUP.format("Reuters"), "SEC701", "bbc-like") == []
    assert found(linter, PICKUP.format("The Boston Globe"), "SEC701", "bbc-like") == ["WARNING"]
