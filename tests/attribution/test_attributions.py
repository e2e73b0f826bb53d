"""Sources, cues and contents, as the pipeline that ships reads them in plain news sentences."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Attribution, ContentType, CueKind, SourceKind
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

HEADLINE = "# Council meets on Monday\n\n"


def graph_of(linter: Linter, body: str) -> AttributionGraph:
    """Return the graph of a story with that body."""
    return linter.analyse(read_story(SourceText(HEADLINE + body), Markup.MARKDOWN))


def words(graph: AttributionGraph, paragraph: int, spans: tuple[Span, ...]) -> str:
    """Return the words of ``spans``, with an ellipsis where something lies between."""
    text = graph.paragraphs[paragraph].text
    return " … ".join(span.of(text) for span in spans)


def roles(graph: AttributionGraph) -> list[tuple[str, ...]]:
    """Return source, cue and content of each statement of the body."""
    return [
        tuple(words(graph, one.paragraph, part) for part in parts(one.attribution))
        for one in graph.statements
        if one.paragraph in graph.body
    ]


def parts(one: Attribution) -> tuple[tuple[Span, ...], ...]:
    """Return the three roles of an attribution."""
    return one.source, one.cue, one.content


@pytest.mark.parametrize(
    ("body", "source", "cue", "content"),
    [
        (
            "The mayor, Anna Reyes, said the bridge would close on Friday.",
            "The mayor, Anna Reyes,", "said", "the bridge would close on Friday",
        ),
        (
            "“The bridge is not safe,” said Anna Reyes, the mayor.",
            "Anna Reyes, the mayor", "said", "“The bridge is not safe,”",
        ),
        (
            "The bridge will close on Friday, according to the transport ministry.",
            "the transport ministry", "according to", "The bridge will close on Friday",
        ),
        (
            "“The bridge,” Ms Reyes said, “is not safe.”",
            "Ms Reyes", "said", "“The bridge,” … “is not safe.”",
        ),
        (
            "Officials told Reuters that the dam had cracked.",
            "Officials", "told", "that the dam had cracked",
        ),
        (
            "A report by the auditor found that the money was never spent.",
            "A report by the auditor", "found", "that the money was never spent",
        ),
    ],
)  # fmt: skip
def test_roles(linter: Linter, body: str, source: str, cue: str, content: str) -> None:
    found = roles(graph_of(linter, body))
    assert any(
        (one[0].strip(" ,"), one[1], one[2].strip(" .")) == (source.strip(" ,"), cue, content.strip(" ."))
        for one in found
    ), found


@pytest.mark.parametrize(
    ("body", "type_"),
    [
        ("“We will appeal,” said Tom Hale, the club's lawyer.", ContentType.DIRECT),
        ("Tom Hale, the club's lawyer, said the ruling was “a disgrace” and would be appealed.", ContentType.MIXED),
        ("Tom Hale, the club's lawyer, said the ruling would be appealed.", ContentType.INDIRECT),
    ],
)
def test_content_type(linter: Linter, body: str, type_: ContentType) -> None:
    graph = graph_of(linter, body)
    assert [one.attribution.type for one in graph.statements if one.attribution.kind is CueKind.SPEECH] == [type_]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The company declined to comment.", CueKind.NO_COMMENT),
        ("The minister denied the allegation on Tuesday.", CueKind.DENIAL),
        ("The minister is thought to be preparing to resign.", CueKind.IMPERSONAL),
        ("The minister reportedly left the country.", CueKind.ADVERB),
    ],
)
def test_kind(linter: Linter, body: str, kind: CueKind) -> None:
    assert kind in [one.attribution.kind for one in graph_of(linter, body).statements]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "The mayor, Anna Reyes, said the bridge was unsafe.\n\nMs Reyes said repairs would take a year. "
            "She added that the money was there.",
            ["Anna Reyes"] * 3,
        ),
        (
            "Two port officials said the ship was held on Monday.\n\nThe officials said the crew was well.",
            ["Two port officials"] * 2,
        ),
        (
            "“The river rose within an hour,” said Paul Lind, a farmer.\n\n“We lost every sheep that we had.”",
            ["Paul Lind"] * 2,
        ),
        (
            "Paul Lind, a farmer, said the river rose. Mary Oduya, his neighbour, said she had called for help.\n\n"
            "She said nobody came.",
            ["Paul Lind", "Mary Oduya", "Mary Oduya"],
        ),
    ],
)
def test_speakers(linter: Linter, body: str, names: list[str]) -> None:
    graph = graph_of(linter, body)
    spoken = (CueKind.SPEECH, CueKind.BARE)
    found = [one.source for one in graph.statements if one.attribution.kind in spoken and one.paragraph in graph.body]
    assert [graph.sources[number].name if number is not None else None for number in found] == names


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Jo Lind, a nurse, said the ward was full.", SourceKind.NAMED_PERSON),
        ("The energy regulator said bills would rise in April.", SourceKind.NAMED_ORGANISATION),
        ("A senior official said the talks had failed.", SourceKind.UNNAMED_PERSON),
        ("Several diplomats said the talks had failed.", SourceKind.UNNAMED_GROUP),
        ("The study found that the drug did not work.", SourceKind.DOCUMENT),
        ("Reuters reported that the talks had failed.", SourceKind.MEDIA_OUTLET),
    ],
)
def test_source_kind(linter: Linter, body: str, kind: SourceKind) -> None:
    graph = graph_of(linter, body)
    assert [graph.sources[number].kind for number in graph.speakers] == [kind]


def test_an_outlet_stands_between(linter: Linter) -> None:
    graph = graph_of(linter, "Mr Sorel told the Evening Post on Sunday that the yard would close.")
    assert [graph.sources[number].via for number in graph.speakers] == [("the Evening Post",)]


def test_a_reason_for_anonymity_is_found(linter: Linter) -> None:
    body = "A court clerk, who asked not to be named because staff may not speak to reporters, said the file was lost."
    graph = graph_of(linter, body)
    assert [graph.sources[number].reason is not None for number in graph.speakers] == [True]
