"""Rows of JSON Lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib_lsp.cli.rows import Row, RowError, read_row_of


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('{"id": "a", "text": "x"}', Row("a", "x")),
        ('{"id": 0, "text": ""}', Row(0, "")),
        ('{"id": "a", "headline": "h", "text": "x", "more": [1]}', Row("a", "x", "h")),
        ('{"id": "a", "headline": null, "text": "x"}', Row("a", "x")),
        ('{"id": "a", "headline": "", "text": "x"}', Row("a", "x", "")),
        (' {"id":"a","text":"\\ud83d\\ude00"}\r', Row("a", "😀")),
        ('{"id":"a","headline":"\\udc00","text":"no\\ud83d!"}', Row("a", "no\ufffd!", "\ufffd")),
    ],
)
def test_rows(line: str, row: Row) -> None:
    assert read_row_of(line) == row


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "is not JSON (expecting property name enclosed in double quotes at column 2)"),
        ('{"id": 1, "text": "a', "is not JSON (unterminated string starting at column 19)"),
        ("[" * 200_000, "nested too deep"),
        ('{"id": 1' + "0" * 9999 + "}", "a number too long"),
        ('["a"]', "is no object"),
        ("null", "is no object"),
        ('{"text": "x"}', 'has no "id"'),
        ('{"id": null, "text": "x"}', 'has no "id"'),
        ('{"id": true, "text": "x"}', "neither a string nor a whole number"),
        ('{"id": 1.5, "text": "x"}', "neither a string nor a whole number"),
        ('{"id": 1}', 'has no "text"'),
        ('{"id": 1, "text": ["x"]}', 'has a "text" that is no string'),
        ('{"id": 1, "text": "x", "headline": 3}', 'has a "headline" that is no string'),
    ],
)
def test_rows_that_hold_no_story(line: str, words: str) -> None:
    with pytest.raises(RowError) as caught:
        read_row_of(line)
    assert words in str(caught.value)


@given(st.text(max_size=60))
def test_any_line_is_a_row_or_one_line_says_why_not(line: str) -> None:
    with pytest.raises(RowError) as caught:
        read_row_of(line)
    assert "\n" not in str(caught.value)
