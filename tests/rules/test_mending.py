"""Words put into a sentence, and taken out of it, leave one that reads."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.finding import Edit
from attrib_lsp.rules.leading import led_in, named_after_first
from attrib_lsp.rules.mending import closed, cut, plainer, without
from attrib_lsp.text.span import Span
from tests.attribution.drafts import read


def first(linter: Linter, body: str) -> Paragraph:
    """Return the first paragraph of a draft's body, read."""
    graph = read(linter, body)
    return graph.paragraphs[graph.body[0]]


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return ``text`` with ``edits`` made."""
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("The bank reportedly walked away.", "reportedly", "The bank walked away."),
        ("Reportedly, the bank walked away.", "Reportedly", "The bank walked away."),
        ("Reportedly the bank walked away.", "Reportedly", "The bank walked away."),
        ("The bank, reportedly, walked away.", "reportedly", "The bank walked away."),
        ("The bank walked away, reportedly.", "reportedly", "The bank walked away."),
    ],
)
def test_words_taken_out(linter: Linter, text: str, words: str, left: str) -> None:
    start = text.index(words)
    assert edited(text, [without(first(linter, text), Span(start, start + len(words)))]) == left


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Rents rose by a third.", "Rents rose by a third, Ann said."),
        ("Rents rose by 31%.", "Rents rose by 31%, Ann said."),
        ('He called the plan "a farce".', 'He called the plan "a farce", Ann said.'),
        ("Who pays the rent?", None),
        ('The sign said: "Keep out."', None),
    ],
)
def test_words_put_behind_a_sentence(linter: Linter, text: str, whole: str | None) -> None:
    edit = closed(first(linter, text).sentences[-1], ", Ann said")
    assert (None if edit is None else edited(text, [edit])) == whole


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("The plan", " It is late. It costs two million."),
        ("It is late", "The plan is bold. It costs two million."),
        ("two million", "The plan is bold. It is late."),
    ],
)
def test_a_sentence_cut(linter: Linter, words: str, left: str) -> None:
    text = "The plan is bold. It is late. It costs two million."
    start = text.index(words)
    fix = cut("Cut it", first(linter, text), Span(start, start + len(words)))
    assert edited(text, fix.edits) == left.strip()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It is an unprecedented blow.", "It is a blow."),
        ("It is a historic honour.", "It is an honour."),
        ("It was a historic union.", "It was a union."),
        ("It was a historic inquiry.", "It was an inquiry."),
        ("It is historic.", None),
    ],
)
def test_an_adjective_left_out(linter: Linter, text: str, left: str | None) -> None:
    sentence = first(linter, text).sentences[0]
    adjective = next(token for token in sentence.tokens if token.text in ("unprecedented", "historic"))
    assert [edited(text, fix.edits) for fix in plainer("Leave it out", sentence, adjective)] == ([left] if left else [])


SPOKEN = '"The roof leaked. Nobody came," said Ada Kent, the caretaker.'


def test_the_speaker_named_behind_the_first_sentence(linter: Linter) -> None:
    paragraph = first(linter, SPOKEN)
    fix = named_after_first("Move it", paragraph, paragraph.quotations[0], paragraph.attributions[0])
    assert fix is not None
    assert edited(SPOKEN, fix.edits) == '"The roof leaked," said Ada Kent, the caretaker. "Nobody came."'


def test_the_speaker_named_first(linter: Linter) -> None:
    paragraph = first(linter, SPOKEN)
    fix = led_in("Move it", paragraph, paragraph.quotations[0], paragraph.attributions[0])
    assert fix is not None
    assert edited(SPOKEN, fix.edits) == 'Ada Kent, the caretaker, said: "The roof leaked. Nobody came."'


@pytest.mark.parametrize(
    "text",
    [
        '"The roof leaked. Nobody came," said Ada Kent on Monday, when it rained again.',
        '"The roof leaked. Nobody came ..." said Ada Kent.',
    ],
)
def test_a_speaker_who_does_not_close_the_sentence_stays(linter: Linter, text: str) -> None:
    paragraph = first(linter, text)
    assert led_in("Move it", paragraph, paragraph.quotations[0], paragraph.attributions[0]) is None
