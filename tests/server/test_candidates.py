"""Which sources are offered where a name is being typed, and what they are called there."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from attrib_lsp.linter.linter import Linter
from attrib_lsp.server.candidates import Moves, candidates
from attrib_lsp.server.slots import slot_at
from tests.attribution.drafts import read
from tests.server.texts import hard_texts, patient

STORY = (
    "Mara Lind, head of the yard, said the ferry was safe. She added that it was new.\n\n"
    "Mr Otto asked for more. Tom Otto, the mayor, said he was glad. The Harbour Board said it agreed.\n\n"
    "“I was surprised,” "
)


def offered(linter: Linter, body: str, behind: str = "") -> list[str]:
    """Return what is offered at the end of ``body``, before ``behind``; the graph is of the text without ``behind``."""
    known = read(linter, body)
    text = known.story.sources["text"].text
    at = text.index(body) + len(body)
    text = f"{text[:at]}{behind}"
    slot = slot_at(text, at)
    assert slot is not None
    return [one.words for one in candidates(known, known.story.sources["text"].text, text, slot)]


def test_who_spoke_last_comes_first_and_is_called_as_the_story_does(linter: Linter) -> None:
    assert offered(linter, STORY) == ["the Harbour Board", "Mr Otto", "Ms Lind"]


def test_letters_narrow_it_down(linter: Linter) -> None:
    assert offered(linter, STORY + "Ot") == ["Mr Otto"]
    assert offered(linter, STORY + "Mara") == ["Ms Lind"]
    assert offered(linter, STORY + "the H") == ["the Harbour Board"]
    assert offered(linter, STORY + "which ") == []


def test_what_is_typed_to_its_end_is_offered_no_more(linter: Linter) -> None:
    assert offered(linter, STORY + "Mr Ott") == ["Mr Otto"]
    assert offered(linter, STORY + "Mr Otto") == []


def test_an_article_is_written_large_where_a_sentence_begins(linter: Linter) -> None:
    assert "The Harbour Board" in offered(linter, STORY + "he said. ", "said it was late.")


def test_who_is_not_yet_introduced_above_is_named_in_full(linter: Linter) -> None:
    story = read(linter, STORY)
    text = story.story.sources["text"].text.replace("Mara", "“Hooray,” \n\nMara")
    slot = slot_at(text, text.index("\n\nMara"))
    assert slot is not None
    found = candidates(story, story.story.sources["text"].text, text, slot)
    assert [one.words for one in found] == ["Mara Lind", "Tom Otto", "the Harbour Board"]


def test_unnamed_sources_are_not_offered(linter: Linter) -> None:
    assert offered(linter, "An official said it was late. “Very late,” ") == []


def test_what_is_being_typed_is_not_offered_for_itself(linter: Linter) -> None:
    assert offered(linter, "It was late, according to Kent") == []


@pytest.mark.parametrize(("at", "to"), [(0, 0), (5, 5), (6, 11), (8, 13)])
def test_offsets_move_with_what_is_typed_before_them(at: int, to: int) -> None:
    assert Moves.between("He sai so.", "He said, no so.").moved(at) == to


@patient
@given(hard_texts, hard_texts, hard_texts, strategies.integers(0, 100))
def test_what_stands_outside_of_an_edit_is_found_again(head: str, old: str, tail: str, seed: int) -> None:
    before, after = head + old + tail, head + old[: seed % (len(old) + 1)] + "new" + tail
    moves = Moves.between(before, after)
    for offset in range(len(head)):
        assert after[moves.moved(offset)] == before[offset]
    for offset in range(len(head) + len(old), len(before)):
        assert 0 <= moves.moved(offset) <= len(after)
