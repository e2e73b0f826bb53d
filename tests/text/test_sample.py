"""The sample article: which of its lines are headline, body and debris."""

from __future__ import annotations

from pathlib import Path

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

SAMPLE = Path(__file__).parents[2] / "seeds" / "000_16c6418ccb6e6c3b.txt"
BODY_LINES = [6, 8, 10, 12, 13, 15, 17, 19, 21, 23, 25, 27, 31, 33, 35, 37, 39, 40, 42, 44, 46, 48]


def test_sample() -> None:
    source = SourceText(SAMPLE.read_text(encoding="utf-8"))
    story = read_story(source, Markup.PLAIN)
    assert story.headline is not None
    assert story.headline.prose.span == Span(104, 191)
    assert [block.kind for block in story.body] == [BlockKind.PARAGRAPH] * len(BODY_LINES)
    assert [source.line_of(block.prose.span.start) + 1 for block in story.body] == BODY_LINES
    assert story.truncated_headline is not None
    assert story.truncated_headline.prose.locate(story.truncated_headline.cut) == Span(91, 102)
    assert [(one.kind.value, one.prose.span.start, one.prose.span.end) for one in story.debris] == [
        ("breadcrumb", 0, 23),
        ("duplicated line", 2614, 2684),
        ("duplicated line", 2685, 2755),
        ("comment prompt", 4784, 4810),
        ("comment prompt", 4811, 4838),
    ]
    assert (story.deck, story.byline, story.dateline) == (None, None, None)
