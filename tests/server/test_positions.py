"""Positions in every encoding, against a plain account of the same texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from attrib_lsp.server.positions import encoding_of, to_offset, to_position, to_range, to_span
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from tests.server.texts import ENCODINGS, hard_texts, patient, places

encodings = st.sampled_from(ENCODINGS)


@patient
@given(hard_texts, encodings)
def test_every_offset_has_its_position_and_leads_back(text: str, encoding: PositionEncodingKind) -> None:
    source = SourceText(text)
    for offset, position in places(text, encoding).items():
        assert to_position(source, offset, encoding) == position
        assert to_offset(source, position, encoding) == offset


@patient
@given(hard_texts, encodings, st.integers(0, 30), st.integers(0, 200))
def test_any_position_leads_into_the_text_and_never_forward_in_its_line(
    text: str, encoding: PositionEncodingKind, line: int, column: int
) -> None:
    source, asked = SourceText(text), Position(line, column)
    offset = to_offset(source, asked, encoding)
    assert 0 <= offset <= len(text)
    assert offset in places(text, encoding)
    landed = to_position(source, offset, encoding)
    last = places(text, encoding)[len(text)]
    assert landed.line == min(line, last.line)
    assert landed.character <= column or line > last.line


@pytest.mark.parametrize(
    ("encoding", "column"),
    [(PositionEncodingKind.Utf8, 10), (PositionEncodingKind.Utf16, 5), (PositionEncodingKind.Utf32, 4)],
)
def test_emoji_and_curly_quote_before_a_word(encoding: PositionEncodingKind, column: int) -> None:
    source = SourceText("One.\n“😀é it\n")
    assert to_position(source, 5 + 4, encoding).character == column
    assert source.text[to_offset(source, Position(1, column), encoding)] == "i"


@pytest.mark.parametrize(
    ("encoding", "columns"), [(PositionEncodingKind.Utf8, (1, 2, 3)), (PositionEncodingKind.Utf16, (1,))]
)
def test_the_middle_of_a_character_is_its_beginning(encoding: PositionEncodingKind, columns: tuple[int, ...]) -> None:
    for column in columns:
        assert to_offset(SourceText("😀x"), Position(0, column), encoding) == 0


def test_behind_the_end_of_a_line_is_before_its_terminator() -> None:
    assert to_offset(SourceText("ab\r\ncd"), Position(0, 99), PositionEncodingKind.Utf16) == 2
    assert to_offset(SourceText("ab\r\ncd"), Position(9, 0), PositionEncodingKind.Utf16) == 6
    assert to_offset(SourceText(""), Position(3, 3), PositionEncodingKind.Utf8) == 0
    assert to_offset(SourceText("é"), Position(0, 2**31 - 1), PositionEncodingKind.Utf8) == 1


def test_offsets_outside_and_inside_a_line_end_have_positions() -> None:
    source = SourceText("ab\r\ncd")
    assert to_position(source, 3, PositionEncodingKind.Utf16) == Position(0, 2)
    assert to_position(source, 99, PositionEncodingKind.Utf16) == Position(1, 2)


def test_a_line_separator_ends_no_line() -> None:
    assert to_position(SourceText("a\u2028b\x0cc\x85d\ne"), 6, PositionEncodingKind.Utf16) == Position(0, 6)


def test_a_range_that_runs_backwards_is_turned_round() -> None:
    source = SourceText("one two")
    assert to_span(source, Range(Position(0, 7), Position(0, 4)), PositionEncodingKind.Utf16) == Span(4, 7)
    assert to_range(source, Span(4, 7), PositionEncodingKind.Utf16) == Range(Position(0, 4), Position(0, 7))


def test_an_unknown_encoding_is_the_protocols_default() -> None:
    assert encoding_of(None) is encoding_of("ebcdic") is PositionEncodingKind.Utf16
    assert encoding_of("utf-8") is PositionEncodingKind.Utf8


def test_a_lone_surrogate_has_a_position() -> None:
    for encoding in ENCODINGS:
        assert to_offset(SourceText("\ud83d é"), to_position(SourceText("\ud83d é"), 2, encoding), encoding) == 2
