"""Incremental changes, against an editor that knows its own text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    PositionEncodingKind,
    Range,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
)

from attrib_lsp.server.edits import apply_change, apply_changes, readable
from attrib_lsp.text.source_text import SourceText
from tests.server.texts import ENCODINGS, hard_texts, patient, places


@patient
@given(hard_texts, st.sampled_from(ENCODINGS), st.data())
def test_a_run_of_edits_gives_the_editors_text(text: str, encoding: PositionEncodingKind, data: st.DataObject) -> None:
    source, changes = SourceText(text, 1), []
    for _ in range(data.draw(st.integers(1, 6))):
        cursors = places(text, encoding)
        start, end = sorted(data.draw(st.lists(st.sampled_from(sorted(cursors)), min_size=2, max_size=2)))
        typed = data.draw(hard_texts)
        changes.append(TextDocumentContentChangePartial(Range(cursors[start], cursors[end]), typed))
        text = text[:start] + typed + text[end:]
    after = apply_changes(source, changes, 7, encoding)
    assert (after.text, after.version) == (text, 7)


@patient
@given(
    hard_texts,
    hard_texts,
    st.sampled_from(ENCODINGS),
    st.tuples(st.integers(0, 9), st.integers(0, 99), st.integers(0, 9), st.integers(0, 99)),
)
def test_an_edit_out_of_range_keeps_the_rest(
    text: str, typed: str, encoding: PositionEncodingKind, at: tuple[int, int, int, int]
) -> None:
    change = TextDocumentContentChangePartial(Range(Position(*at[:2]), Position(*at[2:])), typed)
    after = apply_change(SourceText(text), change, encoding).text
    kept = len(after) - len(typed)
    assert 0 <= kept <= len(text)
    assert any(after == text[:start] + typed + text[start + len(text) - kept :] for start in range(kept + 1))


def test_an_edit_behind_a_line_separator_lands_where_the_editor_put_it() -> None:
    change = TextDocumentContentChangePartial(Range(Position(1, 0), Position(1, 3)), "two")
    after = apply_change(SourceText("a\u2028b\x0cc\nTWO\n"), change, PositionEncodingKind.Utf16)
    assert after.text == "a\u2028b\x0cc\ntwo\n"


def test_the_whole_text_may_be_replaced() -> None:
    change = TextDocumentContentChangeWholeDocument("new")
    assert apply_changes(SourceText("old", 1), [change], 2, PositionEncodingKind.Utf16) == SourceText("new", 2)


def test_an_edit_at_the_very_end_and_into_nothing() -> None:
    change = TextDocumentContentChangePartial(Range(Position(1, 0), Position(1, 0)), "x")
    assert apply_change(SourceText("a\n"), change, PositionEncodingKind.Utf8).text == "a\nx"
    start = TextDocumentContentChangePartial(Range(Position(0, 0), Position(0, 0)), "x")
    assert apply_change(SourceText(""), start, PositionEncodingKind.Utf8).text == "x"


@pytest.mark.parametrize("half", ["\ud83d", "\ude00"])
def test_a_lone_surrogate_is_replaced_by_something_as_long(half: str) -> None:
    assert readable(f"a{half}b") == "a\ufffdb"
    assert readable("😀") == "😀"
