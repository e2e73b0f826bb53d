"""A story under another headline."""

from __future__ import annotations

import pytest

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.retitled import one_line, retitled
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

BODY = "The ferry to the island of Lund ran again on Sunday after three weeks in dock."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ferry runs", "Ferry runs"),
        ("  Ferry\n\n runs\t", "Ferry runs"),
        ("* Ferry runs", "Ferry runs"),
        (" \n", ""),
        ("‘Ferry runs’", "‘Ferry runs’"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_the_rest_of_the_story_stays() -> None:
    story = read_story(SourceText(f"# Ferry sinks\n\n*It was old.*\n\n{BODY}\n"), Markup.MARKDOWN)
    other = retitled(story, "Ferry runs")
    assert other.headline is not None
    assert (other.headline.prose.text, other.headline.prose.field) == ("Ferry runs", "headline")
    assert other.headline.prose.locate(Span(6, 10)).of(other.sources["headline"].text) == "runs"
    assert (other.body, other.deck, other.sources["text"]) == (story.body, story.deck, story.sources["text"])


def test_it_is_the_story_that_a_row_with_this_headline_holds() -> None:
    row = read_row(SourceText(BODY), SourceText("Ferry runs"))
    assert retitled(read_row(SourceText(BODY), SourceText("Ferry sinks")), "Ferry runs") == row
