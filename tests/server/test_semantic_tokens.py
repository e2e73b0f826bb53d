"""Semantic tokens as numbers: nothing overlaps, nothing crosses a line, differences add up."""

from __future__ import annotations

from hypothesis import given, strategies
from lsprotocol.types import PositionEncodingKind

from attrib_lsp.server.semantic_tokens import Modifier, Sent, Token, TokenType, edits, encoded, flattened, within
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from tests.server.texts import ENCODINGS, hard_texts, patient, places

spans = strategies.tuples(strategies.integers(0, 40), strategies.integers(1, 20)).map(
    lambda one: Span(one[0], sum(one))
)
tokens = strategies.builds(Token, spans, strategies.sampled_from(TokenType), strategies.sampled_from(list(Modifier)))
numbers = strategies.lists(strategies.tuples(*[strategies.integers(0, 2)] * 5), max_size=8).map(
    lambda rows: [number for row in rows for number in row]
)


def test_the_inner_one_is_shown() -> None:
    outer, inner = Token(Span(0, 30), TokenType.CONTENT), Token(Span(10, 14), TokenType.CUE)
    assert flattened([outer, inner]) == (
        Token(Span(0, 10), TokenType.CONTENT),
        inner,
        Token(Span(14, 30), TokenType.CONTENT),
    )


@patient
@given(strategies.lists(tokens, max_size=12))
def test_all_that_is_covered_stays_so_once(given_: list[Token]) -> None:
    found = flattened(given_)
    covered = [offset for token in found for offset in range(token.span.start, token.span.end)]
    assert covered == sorted({offset for token in given_ for offset in range(token.span.start, token.span.end)})
    for token in found:
        around = [one for one in given_ if one.span.covers(token.span)]
        assert min(len(one.span) for one in around) == min(
            len(one.span) for one in around if (one.type, one.modifiers) == (token.type, token.modifiers)
        )
    part = Span(12, 30)
    assert within(found, part) == tuple(token for token in found if token.span.overlaps(part))


@patient
@given(hard_texts, strategies.lists(tokens, max_size=12), strategies.sampled_from(ENCODINGS))
def test_tokens_stand_on_one_line_each(text: str, given_: list[Token], encoding: PositionEncodingKind) -> None:
    source = SourceText(text)
    inside = [one for one in flattened(given_) if one.span.end <= len(text)]
    offsets = {(one.line, one.character): offset for offset, one in places(text, encoding).items()}
    data = encoded(inside, source, encoding)
    line, column, words = 0, 0, ""
    for at in range(0, len(data), 5):
        line, column = line + data[at], data[at + 1] + (0 if data[at] else column)
        start, end = offsets[line, column], offsets[line, column + data[at + 2]]
        assert any(one.span.covers(Span(start, end)) for one in inside)
        words += text[start:end]
    assert "".join(words.split()) == "".join("".join(one.span.of(text) for one in inside).split())


@patient
@given(numbers, numbers)
def test_an_edit_turns_the_old_tokens_into_the_new(before: list[int], after: list[int]) -> None:
    data = list(before)
    for edit in edits(before, after):
        data[edit.start : edit.start + edit.delete_count] = edit.data or ()
    assert data == after


def test_what_was_sent_long_ago_is_forgotten() -> None:
    sent = Sent(most=2)
    names = [sent.keep([number]) for number in (1, 2, 1, 3)]
    assert names[0] == names[2]
    assert [sent.get(name) for name in dict.fromkeys(names)] == [[1], None, [3]]
