"""Sources and statements in their file."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.sourcing import located_sources, located_statements
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

DRAFT = """---
title: Bridge to close
---

“We had *no choice* 😀,” Mara Lind, the council leader, said on Tuesday. She added that work would begin in May.

Several officials said the cost would rise.
"""


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def test_every_place_is_that_of_the_same_words_in_the_file(linter: Linter) -> None:
    graph = linter.analyse(read_story(SourceText(DRAFT), Markup.MARKDOWN))
    lind, officials = located_sources(graph)
    assert lind.source.name == "Mara Lind"
    assert lind.first.of(DRAFT).startswith("Mara Lind")
    assert [span.of(DRAFT) for span in lind.mentions][-1] == "She"
    assert officials.source.kind.unnamed
    assert officials.first.of(DRAFT) == "Several officials"
    quote, added = lind.statements
    assert quote.content_spans[0].of(DRAFT) == "“We had *no choice* 😀,”"
    assert quote.words == "“We had no choice 😀,”"
    assert [span.of(DRAFT) for span in quote.cue_spans] == ["said"]
    assert added.extent.of(DRAFT) == "She added that work would begin in May"
    assert [one.source for one in located_statements(graph)] == [lind.number, lind.number, officials.number]
