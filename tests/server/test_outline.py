"""The outline, the portraits and the places of half-typed drafts, without a server around them."""

from __future__ import annotations

import pytest
from lsprotocol import types

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.places import Part, places_of
from attrib_lsp.reports.words import shortened
from attrib_lsp.server.features.definition import led_from
from attrib_lsp.server.features.references import marked
from attrib_lsp.server.features.symbols import folded, matching
from attrib_lsp.server.outline import outline
from attrib_lsp.server.portrait import portrayed
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

DRAFT = """# Joan Kott 🚢 sells *ferry*\r
\r
Joan Kott told the Evening Post that “the 🚢 [was] old”. Her aide, who asked not to be named, said she wept.

“I did not,” she said. “Nor did _he_.”
"""


@pytest.mark.parametrize("end", range(0, len(DRAFT) + 1, 4))
def test_whatever_is_typed_so_far_can_be_asked_about(linter: Linter, end: int) -> None:
    draft = DRAFT[:end]
    places = places_of(linter.analyse(read_story(SourceText(draft), Markup.MARKDOWN, tolerant=True)))
    for entry in outline(places):
        for one in (entry, *entry.children):
            assert one.name
            assert one.extent.covers(one.chosen)
            assert one.extent.end <= len(draft)
    for offset in range(len(draft) + 1):
        found, leading = places.at(offset), led_from(places, offset)
        if found is not None:
            assert found.span.start <= offset <= found.span.end
            assert bool(portrayed(found, places.graph, markdown=True)) == (found.source is not None)
            if found.source is not None:
                assert all(span.end <= len(draft) for span, _ in marked(places, found.source))
        assert leading is None or leading.part is not Part.CONTENT or leading.source is None or leading.statement


def test_names_are_matched_by_their_words() -> None:
    place = types.Location("file:///a.md", types.Range(types.Position(0, 0), types.Position(0, 3)))
    sources = [types.SymbolInformation(place, name, types.SymbolKind.Class) for name in ("Zoë Ångström", "officials")]
    assert [one.name for one in matching(sources, "angstrom ZOE")] == ["Zoë Ångström"]
    assert not list(matching(sources, "rain"))
    assert folded("ZOË Straße") == "zoe strasse"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one two", "one two"),
        ("one two three", "one two…"),
        ("onetwothreefour", "onetwothr…"),
        ("one two, three", "one two…"),
    ],
)
def test_long_words_are_cut(text: str, short: str) -> None:
    assert shortened(text, 10) == short
    assert len(short) <= 10
