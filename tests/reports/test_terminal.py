"""What reaches the screen."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import Terminal


@given(st.text(st.characters(codec=None), max_size=80))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    left = printable(text)
    assert all(unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") for character in left)
    left.encode()


def test_marks_that_turn_the_direction_of_writing_are_dropped_and_letters_stay() -> None:
    assert printable("\u202eאבג\u202c \u2066abc\u2069") == "אבג abc"


def test_text_without_colour_is_left_alone() -> None:
    assert Terminal().paint("said", "bold red") == "said"
    assert Terminal(color=True).paint("", "bold red") == ""
    assert Terminal(color=True).paint("said", "bold red") == "\x1b[1;31msaid\x1b[0m"
