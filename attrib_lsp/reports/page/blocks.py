"""A story as a page shows it: its blocks in reading order, words marked, findings with the block that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.reports.page.marking import Mark, Run, in_prose, runs
from attrib_lsp.reports.page.notes import Note
from attrib_lsp.text.prose import Field, Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

#: The role of what stands on the page and is not of the article.
LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of a story, or what was left out of it (``why`` says why), with the findings in it.

    ``number`` counts a page's blocks from one.
    """

    number: int
    kind: str
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Blocks:
    """A story's blocks: those ``above`` its text (headline, deck, byline), its text, and the notes on none of them.

    ``proses`` are theirs, in the order of their numbers.
    """

    above: tuple[Shown, ...]
    text: tuple[Shown, ...]
    apart: tuple[Note, ...]
    proses: tuple[Prose, ...]

    def at(self, field: Field, span: Span) -> int | None:
        """Return the number of the block in which ``span``, code points of the text of ``field``, begins."""
        return next((number for number, _ in _holding(self.proses, field, span)), None)

    def of(self, prose: Prose) -> int:
        """Return the number of the block whose words ``prose`` is."""
        return next(number for number, other in enumerate(self.proses, start=1) if other is prose)


def blocks_of(graph: AttributionGraph, notes: Iterable[Note]) -> Blocks:
    """Return the blocks of a story, with ``notes`` put to those in which they stand."""
    above, text = _above(graph), sorted(_text(graph), key=lambda one: one[1].span.start)
    proses = tuple(prose for _, prose, _ in (*above, *text))
    placed, apart = _placed(proses, notes)
    said = _said(graph)
    shown = tuple(
        _shown(number, kind, prose, why, said.get(id(prose), ()), placed.get(number, ()))
        for number, (kind, prose, why) in enumerate((*above, *text), start=1)
    )
    return Blocks(shown[: len(above)], shown[len(above) :], apart, proses)


def _placed(
    proses: Sequence[Prose], notes: Iterable[Note]
) -> tuple[dict[int, list[tuple[Note, Span]]], tuple[Note, ...]]:
    """Return notes by the numbers of the blocks they stand in, with their places there; those that stand in none.

    They are numbered anew, as a reader of the page comes upon them.
    """
    found = [(note, next(_holding(proses, note.field, note.span), None)) for note in notes]
    inside = sorted(((place, note) for note, place in found if place is not None), key=lambda one: one[0])
    placed: dict[int, list[tuple[Note, Span]]] = {}
    for number, ((block, span), note) in enumerate(inside, start=1):
        placed.setdefault(block, []).append((replace(note, number=number), span))
    outside = [note for note, place in found if place is None]
    return placed, tuple(replace(note, number=number) for number, note in enumerate(outside, start=len(inside) + 1))


def _above(graph: AttributionGraph) -> list[tuple[str, Prose, str]]:
    """Return what stands above a story's text: kind, words, and nothing."""
    story = graph.story
    front = (story.headline, story.deck, story.byline)
    return [(block.kind.value, block.prose, "") for block in front if block is not None]


def _text(graph: AttributionGraph) -> Iterator[tuple[str, Prose, str]]:
    """Yield a story's text, and what was left out of it: kind, words, and why they are left out."""
    story = graph.story
    for block in story.body:
        yield block.kind.value, block.prose, ""
    for debris in story.debris:
        yield LEFT_OUT, debris.prose, debris.kind.value
    if story.truncated_headline is not None:
        yield LEFT_OUT, story.truncated_headline.prose, "headline cut short"
    if story.foreign is not None:
        yield BlockKind.PARAGRAPH.value, story.foreign, ""


def _holding(proses: Sequence[Prose], field: Field, span: Span) -> Iterator[tuple[int, Span]]:
    """Yield the numbers of the blocks that hold words of ``span``, each with where they stand in it."""
    for number, prose in enumerate(proses, start=1):
        pieces = prose.pieces
        if prose.field == field and pieces and pieces[0].file <= span.start <= pieces[-1].end:
            found = in_prose(prose, span)
            if found is not None:
                yield number, found


def _said(graph: AttributionGraph) -> dict[int, list[Mark]]:
    """Return the marks of all statements, by the identity of the prose in which they stand."""
    proses = [block.prose for block in read_blocks(graph.story)]
    speakers = frozenset(graph.speakers)
    found: dict[int, list[Mark]] = {}
    for statement in graph.statements:
        one = statement.attribution
        key = statement.source if statement.source in speakers and statement.source is not None else -1
        marks = found.setdefault(id(proses[statement.paragraph]), [])
        for role, spans in (("source", one.source), ("cue", one.cue), ("content", one.content)):
            marks += [Mark(span, role, key) for span in spans]
    return found


def _shown(
    number: int, kind: str, prose: Prose, why: str, said: Sequence[Mark], placed: Sequence[tuple[Note, Span]]
) -> Shown:
    """Return a block with its words marked."""
    marks = [*said, *(Mark(span, "finding", note.number) for note, span in placed)]
    return Shown(number, kind, runs(prose.text, marks), tuple(note for note, _ in placed), why)
