"""A story under another headline than its own."""

from __future__ import annotations

from dataclasses import replace

from attrib_lsp.text.plain import read_plain
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Block, BlockKind, Story


def one_line(text: str) -> str:
    r"""Return the words of a headline as one line, without the dash of a list that it may stand in; "" without any.

    >>> one_line(" - Ferry runs again\n   after repairs ")
    'Ferry runs again after repairs'
    """
    return " ".join(part.text for part in read_plain(text, field="headline"))


def retitled(story: Story, headline: str) -> Story:
    """Return ``story`` under ``headline``, which is one line; the rest, the deck too, stays as it is.

    Offsets in the field "headline" count in ``headline``.
    """
    block = Block(BlockKind.HEADLINE, Prose.verbatim(headline, Span(0, len(headline)), "headline"))
    sources = {**story.sources, "headline": SourceText(headline)}
    return replace(story, sources=sources, headline=block, truncated_headline=None)
