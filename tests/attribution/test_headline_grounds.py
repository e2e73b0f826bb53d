"""What a headline rests on."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.headline_grounds import GroundKind, headline_grounds
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText


@pytest.mark.parametrize(
    ("draft", "kinds", "names"),
    [
        (
            "# Airline ignored engine fault\n\nThe airline ignored an engine fault, a union official, Ada Kent, said.",
            [GroundKind.SOURCE],
            ["Ada Kent"],
        ),
        (
            "# Airline ignored engine fault\n\nThe airline ignored an engine fault in May.",
            [GroundKind.OWN_VOICE],
            [],
        ),
        (
            "# Ministry paid ransom for hostages\n\nThe hostages came home on Friday. Officials would not say how "
            "large the ransom was that the ministry paid.",
            [GroundKind.PRESUPPOSED],
            [],
        ),
        (
            "# Council asked to close port\n\nThe port stays open.",
            [],
            [],
        ),
        ("# A day in the county\n\nIt rained, Ada Kent said.", [], []),
    ],
)
def test_what_a_headline_rests_on(linter: Linter, draft: str, kinds: list[GroundKind], names: list[str]) -> None:
    graph = linter.analyse(read_story(SourceText(draft), Markup.MARKDOWN))
    found = headline_grounds(graph)
    assert [one.kind for one in found] == kinds
    assert [one.source.name for one in found if one.source is not None] == names


def test_each_source_is_given_once(linter: Linter) -> None:
    draft = (
        "# Airline ignored engine fault\n\nThe airline ignored an engine fault, Ada Kent said.\n\n"
        "“The airline ignored the engine fault,” Ms Kent said. An official said the airline ignored the engine fault."
    )
    found = headline_grounds(linter.analyse(read_story(SourceText(draft), Markup.MARKDOWN)))
    assert sorted(one.source.name for one in found if one.source is not None) == ["Ada Kent", "An official"]
