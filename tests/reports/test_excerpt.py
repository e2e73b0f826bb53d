"""Excerpts: the underline stands below the words, whatever they are made of and however long their line is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from attrib_lsp.reports.excerpt import Mark, excerpt, windowed
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from tests.reports.drafts import span_of


def lines(text: str, words: str, width: int = 80) -> list[str]:
    """Return the excerpt that shows ``words`` of ``text``."""
    return list(excerpt(SourceText(text), [Mark(span_of(text, words), "^", "red")], Terminal(width)))


def underlined(text: str, span: Span, room: int) -> str:
    """Return what stands above the underline of a window, cell by cell."""
    window = windowed(text, span, room)
    before = words = ""
    for character in window.text:
        if cell_len(before) < window.before:
            before += character
        elif cell_len(words) < window.length:
            words += character
    return words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One\r\nThe mayor said so.\r\n", "mayor"),
        ("One\rThe mayor said so.", "mayor"),
        ("\tThe mayor said so.", "mayor"),
        ("市長は辞任した、と the mayor said.", "the mayor"),
        ("🎉🎉 The mayor said so 🎉.", "mayor said"),
        ("Cafe\u0301 owner Zoe\u0308 said so.", "owner"),
    ],
)
def test_underline_stands_below_the_words(text: str, words: str) -> None:
    shown, below = lines(text, words)
    at = below.index("^")
    prefix = ""
    for character in shown:
        if cell_len(prefix) >= at:
            break
        prefix += character
    assert shown[len(prefix) :].lstrip("\u0301\u0308").startswith(words)
    assert below.count("^") == cell_len(words)


def test_a_long_line_is_cut_between_words_around_the_finding() -> None:
    text = "word " * 50_000 + "the mayor reportedly resigned " + "word " * 50_000
    shown, below = lines(text, "reportedly", 60)
    assert cell_len(shown) <= 60
    assert shown.split("| ")[1].startswith("…word")
    assert shown.endswith("…")
    assert shown[below.index("^") :].startswith("reportedly")


def test_a_line_without_any_space_is_cut_all_the_same() -> None:
    text = "x" * 1_000_000 + "mayor" + "y" * 1_000_000
    shown, below = lines(text, "mayor", 50)
    assert cell_len(shown) <= 50
    assert shown[below.index("^") :].startswith("mayor")


def test_words_longer_than_the_screen_keep_their_beginning() -> None:
    text = "He said: " + "never " * 100
    shown, below = lines(text, "never " * 90, 50)
    assert cell_len(shown) <= 50
    assert shown[below.index("^") :].startswith("never never")


def test_words_over_lines_are_underlined_in_each_line() -> None:
    assert lines("The mayor\n  of Harwick\n\nsaid so.", "mayor\n  of Harwick") == [
        "  1 | The mayor",
        "    |     ^^^^^",
        "  2 |   of Harwick",
        "    |   ^^^^^^^^^^",
    ]


def test_of_many_lines_the_first_and_the_last_are_shown() -> None:
    text = "".join(f"line {number}\n" for number in range(1, 13))
    shown = lines(text, text[5:-3])
    assert shown[0] == "   1 | line 1"
    assert shown[2] == "   … |"
    assert shown[3].startswith("  12 | line 1")
    assert len(shown) == 5


def test_an_empty_span_gets_one_mark_even_at_the_end_of_the_text() -> None:
    for text in ("", "said", "said\n"):
        shown = list(excerpt(SourceText(text), [Mark(Span(len(text), len(text)), "^", "red")], Terminal(80)))
        assert shown[1].count("^") == 1


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 60), st.integers(24, 60))
def test_any_window_fits_and_holds_the_words(text: str, start: int, length: int, room: int) -> None:
    line = text.replace("\r", " ").replace("\n", " ")
    start = min(start, len(line))
    span = Span(start, min(start + length, len(line)))
    window = windowed(line, span, room)
    assert cell_len(window.text) <= room + 1
    assert window.before + window.length <= room + 1


@given(st.lists(st.text("ab", min_size=1, max_size=8), min_size=1, max_size=60), st.data())
def test_any_word_is_what_is_underlined(words: list[str], data: st.DataObject) -> None:
    line = " ".join(words)
    number = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:number])) + (1 if number else 0)
    span = Span(start, start + len(words[number]))
    assert underlined(line, span, 30) == words[number]
