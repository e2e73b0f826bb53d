"""Plain text: where paragraphs begin and end, and where their words stand."""

from __future__ import annotations

import pytest

from attrib_lsp.text.plain import read_plain
from attrib_lsp.text.story import BlockKind


def texts(text: str) -> list[str]:
    """Return the words of each part of ``text``."""
    return [part.text for part in read_plain(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert texts("One goes.\n\nTwo stays.\n \t\n\nThree waits.\n") == ["One goes.", "Two stays.", "Three waits."]


def test_long_lines_are_paragraphs_without_a_blank_line_between() -> None:
    first = "The minister said that the plan had been agreed in the spring and that nobody had objected to it. " * 2
    second = (
        "Officials in two ministries remember it otherwise, and have the minutes of the meeting to show for it. " * 2
    )
    assert texts(first + "\n" + second) == [first.strip(), second.strip()]


WRAPPED = (
    "The harbour authority will close the northern quay to all vessels from\n"
    "Monday, its chairman said, because the piles that carry it have rusted\n"
    "through in eleven places and nobody can say how long they will hold.\n"
    "Repairs are to begin in May.\n"
)


def test_wrapped_lines_are_joined() -> None:
    assert texts(WRAPPED) == [" ".join(WRAPPED.split())]


def test_a_joined_word_is_found_in_its_line() -> None:
    prose = read_plain(WRAPPED)[0].prose
    for word in ("Monday", "rusted", "through in", "Repairs"):
        at = prose.text.index(word)
        start = WRAPPED.index(word)
        span = prose.locate(type(prose.span)(at, at + len(word)))
        assert span.of(WRAPPED) == word
        assert span.start == start


def test_wrapped_paragraphs_stay_apart() -> None:
    assert len(texts(WRAPPED + "\n" + WRAPPED)) == 2


def test_a_headline_on_top_of_wrapped_lines_stays_alone() -> None:
    assert texts("Northern quay to close\n" + WRAPPED)[0] == "Northern quay to close"


def test_two_wrapped_lines_are_joined_where_the_text_is_wrapped() -> None:
    short = "The authority has set aside four million for the work, and expects it\nto cost more.\n"
    assert texts(WRAPPED + "\n" + short)[1] == " ".join(short.split())


def test_lines_of_sentences_are_not_wrapped_text() -> None:
    lines = [
        "Smith said the council would meet again in the autumn.",
        "Jones said there was no need for the council to meet.",
        "Nobody else in the room wanted to say anything about it.",
    ]
    assert texts("\n".join(lines)) == lines


def test_two_headlines_are_not_wrapped_text() -> None:
    lines = ["Storm closes schools across three counties in the west", "Forecasters warn of more rain by the weekend"]
    assert texts("\n".join(lines)) == lines


def test_a_line_that_begins_small_goes_on() -> None:
    assert texts("The council said\nthat it would meet.\n") == ["The council said that it would meet."]


def test_a_name_with_a_small_letter_begins_a_paragraph() -> None:
    assert texts("Apple shares slump\niPhone sales fell by a tenth.") == [
        "Apple shares slump",
        "iPhone sales fell by a tenth.",
    ]


def test_a_headline_in_two_halves_is_one() -> None:
    assert texts("Council sells park;\nResidents plan to sue.") == ["Council sells park; Residents plan to sue."]


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "· ", "▪\t"])
def test_bullets(bullet: str) -> None:
    text = f"The plan:\n\n{bullet}two bridges\n{bullet}one tunnel\n"
    parts = read_plain(text)
    assert [part.text for part in parts] == ["The plan:", "two bridges", "one tunnel"]
    assert [part.kind for part in parts[1:]] == [BlockKind.LIST_ITEM] * 2
    assert parts[1].prose.span.of(text) == "two bridges"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"])
def test_every_kind_of_line_end(end: str) -> None:
    text = f"One goes.{end}{end}Two stays."
    assert texts(text) == ["One goes.", "Two stays."]
    assert read_plain(text)[1].prose.span.start == text.index("Two")


@pytest.mark.parametrize("end", ["\f", "\u2029"])
def test_what_parts_paragraphs_by_itself(end: str) -> None:
    assert texts(f"The council said{end}that it would meet.") == ["The council said", "that it would meet."]


@pytest.mark.parametrize("text", ["", "\n", " \t\r\n\u2003\n", "\ufeff", "\ufeff\r\n\r\n"])
def test_nothing_in_it(text: str) -> None:
    assert texts(text) == []


def test_the_mark_of_byte_order_is_no_word() -> None:
    part = read_plain("\ufeffStorm closes schools")[0]
    assert (part.text, part.prose.span.start) == ("Storm closes schools", 1)


def test_emoji_and_right_to_left_text_keep_their_places() -> None:
    text = "🌊🌊 Flood in the valley.\n\nקריאה לעזרה מהכפר.\n\nטקסט שני כאן."
    for part in read_plain(text):
        assert part.prose.span.of(text) == part.text


def test_a_pragma_is_no_prose() -> None:
    assert texts("One goes.\n% attrib: ignore[unsourced-claim] agreed\nTwo stays.") == ["One goes.", "Two stays."]


def test_a_percentage_is_no_pragma() -> None:
    assert texts("% of votes counted: 40") == ["% of votes counted: 40"]
