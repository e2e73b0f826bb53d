"""Drafts that tests read."""

from __future__ import annotations

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText


def read(linter: Linter, body: str, front: str = "") -> AttributionGraph:
    """Return the graph of a draft with ``body`` below a headline that claims nothing, ``front`` matter above it."""
    draft = f"{front}# A day in the county\n\n{body}\n"
    return linter.analyse(read_story(SourceText(draft), Markup.MARKDOWN))
