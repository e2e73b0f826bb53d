"""A story cut off anywhere, with any line ends: nothing that an editor shows of it raises or leaves the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lsprotocol.types import PositionEncodingKind

from attrib_lsp.linter.linter import Linter
from attrib_lsp.server.candidates import candidates
from attrib_lsp.server.features.code_lens import lens_place, titles
from attrib_lsp.server.features.folding import folds
from attrib_lsp.server.features.inlay_hints import hints
from attrib_lsp.server.semantic_tokens import encoded, tokens
from attrib_lsp.server.slots import slot_at
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from tests.server.able import DRAFT, SAMPLE

#: How many code points apart the cuts are.
STRIDE = 211


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("text", "markup", "stride"), [(SAMPLE, Markup.PLAIN, STRIDE), (DRAFT, Markup.MARKDOWN, 7)])
def test_what_is_shown_of_half_a_story(linter: Linter, text: str, markup: Markup, stride: int, ends: str) -> None:
    text = text.replace("\n", ends)
    whole = linter.analyse(read_story(SourceText(text), markup, tolerant=True))
    for end in range(0, len(text), stride):
        source = SourceText(text[:end])
        graph = linter.analyse(read_story(source, markup, tolerant=True))
        assert all(0 < one.offset <= end for one in hints(graph, Span(0, end)))
        assert len(list(titles(graph))) <= 2
        assert lens_place(graph, source).end <= end
        found = tokens(graph)
        assert all(one.span.end <= two.span.start for one, two in pairwise(found))
        assert found == () or found[-1].span.end <= end
        assert len(encoded(found, source, PositionEncodingKind.Utf16)) % 5 == 0
        assert all(one.first < one.last < len(source.line_starts) for one in folds(graph.story, source))
        slot = slot_at(source.text, end)
        if slot is not None:
            assert all(one.words for one in candidates(whole, text, source.text, slot))
