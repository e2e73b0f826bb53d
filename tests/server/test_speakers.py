"""From a quotation to its speaker, from a pronoun to whom it may mean."""

from __future__ import annotations

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.speakers import with_speakers
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

STORY = """---
title: Flood
---
# Residents *not* warned 🌊

Ruth Hale, a resident, spoke to the council on Monday. She said that the river had risen since noon.

“They did [not] tell us about the risk of a flood,” she said.
"""


def related(linter: Linter, text: str, code: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the words of each finding of a rule, with the messages and words of its related places."""
    graph = linter.analyse(read_story(SourceText(text), Markup.MARKDOWN))
    found: tuple[LocatedFinding, ...] = with_speakers(linter.lint(graph), graph)
    return [
        (one.span.of(text), [(other.message, other.span.of(text)) for other in one.related])
        for one in found
        if one.code == code
    ]


def test_a_quotation_leads_to_its_speaker(linter: Linter) -> None:
    ((words, places),) = related(linter, STORY, "QUO406")
    assert words.startswith("“They did [not]")
    assert places == [("the speaker: Ruth Hale", "Ruth Hale")]


def test_a_speaker_who_is_not_known_is_not_invented(linter: Linter) -> None:
    text = "# Residents not warned\n\n“They did [not] tell us about the risk of a flood.”\n"
    assert all(places == [] for _, places in related(linter, text, "QUO406"))


def test_a_pronoun_leads_to_all_whom_it_may_mean(linter: Linter) -> None:
    text = "# Grant\n\nKen Dodd, the mayor, and Paul Hume, the minister, met on Friday. He said the grant was safe.\n"
    ((words, places),) = related(linter, text, "ATT504")
    assert words == "He"
    assert places == [(f"it could be {name}", name) for name in ("Ken Dodd", "Paul Hume")]
