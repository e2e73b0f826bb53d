"""Where the headline's claim is first told, if that is far down."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.burial import running, told_late
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

OTHER = "The harbour wall was mended in May."
LATE = "The council will close the library in Marsh End, its leader, Mara Lind, said."


def graph_of(
    linter: Linter, *paragraphs: str, headline: str = "Council to close library in Marsh End"
) -> AttributionGraph:
    draft = "\n\n".join((f"# {headline}", *paragraphs))
    return linter.analyse(read_story(SourceText(draft), Markup.MARKDOWN))


def test_a_claim_far_down_is_found_where_it_stands(linter: Linter) -> None:
    graph = graph_of(linter, OTHER, "Rain fell until noon.", LATE)
    late = told_late(graph, 2)
    assert late is not None
    assert late.place.paragraph == graph.body[2]
    assert told_late(graph, 3) is None


@pytest.mark.parametrize(
    "early",
    [
        LATE,
        "Readers in Marsh End will lose their library, the council said.",
        "The library in Marsh End is old. The council met on Monday.",
    ],
)
def test_a_beginning_with_the_claim_or_most_of_its_words_is_none_too_late(linter: Linter, early: str) -> None:
    assert told_late(graph_of(linter, early, OTHER, LATE), 2) is None


def test_a_story_that_never_tells_it_tells_it_nowhere(linter: Linter) -> None:
    assert told_late(graph_of(linter, OTHER, OTHER, OTHER), 2) is None


def test_labels_are_no_paragraphs_that_run_on(linter: Linter) -> None:
    graph = graph_of(linter, "North bank", "South bank", OTHER, LATE)
    assert [graph.paragraphs[number].text for number in running(graph)] == [OTHER, LATE]
    assert told_late(graph, 2) is None
