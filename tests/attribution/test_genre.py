"""What kind of piece a story is, by its front matter and by what it shows."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.genre import Genre, genre_of
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from tests.attribution.drafts import read

NEWS = "The council sold the port on Monday, its leader, Ivo Brandt, said. It paid for the school roofs."
MINE = "I was on the quay when the storm came. I saw the ropes break, and my boat went first."
ASKED = "Herald: Did you sell the port?\n\nIvo Brandt: Nobody sold it.\n\nHerald: Who has it now?"


def kinds(genre: Genre) -> set[str]:
    """Return what a piece is taken for."""
    return {name for name in ("opinion", "labelled", "personal", "transcript", "loose") if getattr(genre, name)}


@pytest.mark.parametrize(
    ("body", "front", "found"),
    [
        (NEWS, "", set()),
        (MINE, "", {"opinion", "personal"}),
        (ASKED, "", {"transcript"}),
        (NEWS, "kind: Op-Ed", {"opinion"}),
        (NEWS, "kind: opinion", {"opinion", "loose"}),
        (NEWS, "kind: interview", {"transcript", "loose"}),
        (NEWS, "kind: no such kind", set()),
        (MINE, "kind: news", set()),
        (ASKED, "kind: news", set()),
        (f"“{MINE}” Ms Renn said.", "", set()),
    ],
)
def test_kinds(linter: Linter, body: str, front: str, found: set[str]) -> None:
    assert kinds(genre_of(read(linter, body, f"---\n{front}\n---\n\n" if front else ""))) == found


@pytest.mark.parametrize(
    ("note", "contributed"),
    [
        ("Ada Voss is a fellow of the Rivers Institute.", True),
        ("Ms Voss is director of the Institute for Rivers at Mill University.", True),
        ("Ada Voss is a reporter at the Evening Post.", False),
        ("Ada Voss was a fellow of the Rivers Institute.", False),
        ("Ivo Brandt is a fellow of the Rivers Institute.", False),
        ("Ada Voss is tired of the council.", False),
        ("It rained.", False),
    ],
)
def test_a_note_below_the_piece_says_who_its_guest_writer_is(linter: Linter, note: str, contributed: bool) -> None:
    assert genre_of(read(linter, f"{NEWS}\n\n{note}\n")).contributed is contributed


@pytest.mark.parametrize(
    ("head", "labelled"),
    [
        ("Opinion: The port was a bargain for fools", True),
        ("Comment | The port was a bargain for fools", True),
        ("Opinion\n\nThe port was a bargain for fools", True),
        ("Film review: The port is a bargain for fools", True),
        ("Opinion is divided over the port", False),
        ("Review: port was sold below its price", False),
        ("Politics\n\nThe port was sold below its price", False),
    ],
)
def test_the_page_calls_a_piece_opinion(linter: Linter, head: str, labelled: bool) -> None:
    story = read_story(SourceText(f"{head}\n\n{NEWS}\n"), Markup.PLAIN)
    assert genre_of(linter.analyse(story)).labelled is labelled
