"""What is taken over from the trained reader, and what is added to it."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.paragraphs import read_paragraph
from attrib_lsp.attribution.values import Attribution, CueKind
from attrib_lsp.language.values import MarkedAttribution, Parse
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


def read(linter: Linter, text: str, *marked: tuple[str | None, str, tuple[str, ...]]) -> list[Attribution]:
    """Return the attributions of ``text``, as if the reader had marked (source, cue, contents) there."""

    def place(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    (parse,) = linter.pipeline.read([text])
    attributions = tuple(
        MarkedAttribution(place(source) if source else None, place(cue), tuple(map(place, contents)))
        for source, cue, contents in marked
    )
    return list(read_paragraph(text, Parse(parse.sentences, attributions)).attributions)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    """Return what stands at ``spans``."""
    return [span.of(text) for span in spans]


def test_what_is_marked_is_taken_as_it_is(linter: Linter) -> None:
    text = "The dam is safe, the minister said."
    (one,) = read(linter, text, ("the minister", "said", ("The dam is safe",)))
    assert (words(text, one.source), words(text, one.cue), words(text, one.content)) == (
        ["the minister"],
        ["said"],
        ["The dam is safe"],
    )
    assert one.kind is CueKind.SPEECH


def test_a_verb_inside_of_a_content_is_not_heard_beside_it(linter: Linter) -> None:
    text = "The minister said that the engineers claimed the dam was safe."
    marked = ("The minister", "said", ("that the engineers claimed the dam was safe",))
    assert [words(text, one.cue) for one in read(linter, text, marked)] == [["said"]]


def test_a_verb_that_the_reader_leaves_out_is_heard_by_the_tree(linter: Linter) -> None:
    text = "The minister said that the dam was safe."
    (one,) = read(linter, text)
    assert (words(text, one.source), words(text, one.cue)) == (["The minister"], ["said"])


def test_of_a_verb_with_reportedly_the_adverb_is_the_cue(linter: Linter) -> None:
    text = "The minister reportedly left the country."
    (one,) = read(linter, text, (None, "reportedly left", ("The minister", "the country")))
    assert one.kind is CueKind.ADVERB
    assert words(text, one.cue) == ["reportedly"]
    assert any("left" in part for part in words(text, one.content))


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("The minister declined to comment.", "declined", True),
        ("The minister chose the blue car.", "chose", False),
    ],
)
def test_a_cue_that_carries_nothing_counts_only_if_somebody_keeps_silent(
    linter: Linter, text: str, cue: str, kept: bool
) -> None:
    assert bool(read(linter, text, ("The minister", cue, ()))) is kept


def test_a_description_takes_the_name_before_it_along(linter: Linter) -> None:
    text = "Maria Lind, an official, said the dam was safe."
    (one,) = read(linter, text, ("an official", "said", ("the dam was safe",)))
    assert words(text, one.source) == ["Maria Lind, an official"]


def test_of_whom_somebody_speaks_is_not_who_goes_on_speaking(linter: Linter) -> None:
    body = "The auditor, Jean Moss, told the board that Piet Moran took the money. It went to a boat, she said."
    graph = linter.analyse(read_story(SourceText(f"# Board meets\n\n{body}\n"), Markup.MARKDOWN))
    named = [graph.sources[one.source].name for one in graph.statements if one.source is not None]
    assert named == ["Jean Moss", "Jean Moss"]


def test_what_somebody_does_behind_a_quotation_does_not_say_it(linter: Linter) -> None:
    text = '"We were told to burn the files." The office closed the next day.'
    quotation = '"We were told to burn the files."'
    (alone,) = read(linter, text, ("The office", "closed the next day", (quotation,)))
    assert (alone.source, alone.cue, alone.kind) == ((), (), CueKind.BARE)
    said = '"We were told to burn the files." The clerk said so twice.'
    (by_clerk,) = read(linter, said, ("The clerk", "said", (quotation,)))
    assert words(said, by_clerk.source) == ["The clerk"]


def test_a_cue_inside_of_a_quotation_leaves_the_quotation_to_a_speaker(linter: Linter) -> None:
    body = "The storm tore the roof off the hall. ‘It sounded like a train going through the kitchen.’"
    graph = linter.analyse(read_story(SourceText(f"# Storm\n\n{body}\n"), Markup.MARKDOWN))
    alone = [one for one in graph.statements if not one.attribution.cue and not one.attribution.source]
    assert [words(body, one.attribution.content) for one in alone] == [
        ["‘It sounded like a train going through the kitchen.’"]
    ]
