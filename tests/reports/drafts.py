"""Drafts with findings and graphs, made by hand: reports need no pipeline."""

from __future__ import annotations

from attrib_lsp.attribution.build import build_graph, read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import (
    Attribution,
    ContentType,
    CueKind,
    Mention,
    Paragraph,
    Place,
    Source,
    SourceKind,
    Statement,
)
from attrib_lsp.linter.located import LocatedFinding, LocatedFix, LocatedRelated
from attrib_lsp.reports.origin import LintedDraft, Origin
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.prose import Field
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story

STORY = """Harbour deal “dead”

The harbour deal is dead, several council officials said.

“It was never alive,” said Rita Boyle, the harbour master.
"""


def span_of(text: str, words: str) -> Span:
    """Return where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def finding(
    text: str,
    words: str,
    severity: Severity = Severity.WARNING,
    *,
    code: str = "ANO202",
    name: str = "vague-anonymous-source",
    message: str = "Say which officials.",
    field: Field = "text",
    related: tuple[LocatedRelated, ...] = (),
    fixes: tuple[LocatedFix, ...] = (),
) -> LocatedFinding:
    """Return a finding at ``words`` of ``text``."""
    return LocatedFinding(code, name, severity, message, field, span_of(text, words), related, fixes)


def linted(text: str, *findings: LocatedFinding, path: str = "story.txt", headline: str | None = None) -> LintedDraft:
    """Return a draft with ``findings``: a file, or a row if it has a ``headline`` of its own."""
    if headline is None:
        story = read_story(SourceText(text), Markup.PLAIN)
        return LintedDraft(Origin(path), story.sources, findings, (), _unread(story))
    sources: dict[Field, SourceText] = {"text": SourceText(text), "headline": SourceText(headline)}
    row = read_row(sources["text"], sources["headline"])
    return LintedDraft(Origin(path, "a17", 3), sources, findings, (), _unread(row))


def _unread(story: Story) -> AttributionGraph:
    """Return the graph of a story in whose words nothing was recognised."""
    return build_graph(story, tuple(Paragraph(block.prose.text, (), (), ()) for block in read_blocks(story)))


def graph(text: str = STORY) -> AttributionGraph:
    """Return a graph of ``STORY`` in which the officials speak in the first paragraph and Rita Boyle in the second."""
    story = read_story(SourceText(text), Markup.PLAIN)
    blocks = read_blocks(story)
    paragraphs = tuple(Paragraph(block.prose.text, (), (), ()) for block in blocks)
    empty = build_graph(story, paragraphs)
    first, second = (paragraphs[number].text for number in list(empty.body)[:2])
    officials = _source(empty.body[0], first, "several council officials", SourceKind.UNNAMED_GROUP, "official")
    boyle = _source(empty.body[1], second, "Rita Boyle", SourceKind.NAMED_PERSON, "Boyle", "the harbour master")
    said = (
        Statement(
            empty.body[0],
            _attribution(first, "several council officials", "The harbour deal is dead", ContentType.INDIRECT),
            0,
        ),
        Statement(empty.body[1], _attribution(second, "Rita Boyle", "“It was never alive,”", ContentType.DIRECT), 1),
    )
    return AttributionGraph(story, paragraphs, empty.body, (officials, boyle), said, empty.headline, empty.deck)


def _source(paragraph: int, text: str, name: str, kind: SourceKind, head: str, description: str = "") -> Source:
    """Return a source with one mention."""
    return Source(name, kind, (Mention(Place(paragraph, span_of(text, name)), name, head, 0),), description)


def _attribution(text: str, source: str, content: str, kind: ContentType) -> Attribution:
    """Return an attribution by "said"."""
    return Attribution(
        (span_of(text, source),),
        (span_of(text, "said"),),
        (span_of(text, content),),
        kind,
        CueKind.SPEECH,
        "say",
        0,
    )
