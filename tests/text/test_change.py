"""What an edit changed."""

from __future__ import annotations

from random import Random

import pytest

from attrib_lsp.text.change import Change, difference
from attrib_lsp.text.span import Span


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("", "", Change(Span(0, 0), Span(0, 0))),
        ("abc", "abc", Change(Span(3, 3), Span(3, 3))),
        ("", "abc", Change(Span(0, 0), Span(0, 3))),
        ("aaa", "aa", Change(Span(0, 1), Span(0, 0))),
        ("he saw", "he said he saw", Change(Span(3, 3), Span(3, 11))),
        ("two two two", "two two", Change(Span(4, 8), Span(4, 4))),
        ("one\r\ntwo", "one\ntwo", Change(Span(3, 4), Span(3, 3))),
        ("a😀b", "a😁b", Change(Span(1, 2), Span(1, 2))),
    ],
)
def test_the_smallest_change_is_found(before: str, after: str, change: Change) -> None:
    assert difference(before, after) == change


def test_a_change_is_found_far_inside_a_long_text() -> None:
    chance = Random(3)
    text = "".join(chance.choices("ab \n", k=50_000))
    for _ in range(200):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.choice((0, 1, 5000)))
        after = text[:start] + "".join(chance.choices("abc", k=chance.choice((0, 1, 9000)))) + text[end:]
        change = difference(text, after)
        assert text[: change.before.start] + change.after.of(after) + text[change.before.end :] == after
        assert len(change.before) <= end - start
        assert change.growth == len(after) - len(text)


def test_spans_move_with_the_text_unless_they_are_edited() -> None:
    change = difference("one two three", "one twenty three")
    assert change == Change(Span(6, 7), Span(6, 10))
    assert change.moved(Span(0, 3)) == Span(0, 3)
    assert change.moved(Span(8, 13)) == Span(11, 16)
    assert change.moved(Span(4, 7)) is None
