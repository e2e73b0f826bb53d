"""Folding: what is on the page but not of the story, and the front matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types

from attrib_lsp.server.client import Client
from attrib_lsp.server.present import present
from attrib_lsp.server.server import Server
from attrib_lsp.text.front_matter import read_front_matter
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Debris, Story


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines ``first`` to ``last`` (zero-based, both hidden but for the first line) and what they hold."""

    first: int
    last: int
    kind: types.FoldingRangeKind
    words: str


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)(folding_range)


async def folding_range(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    """Answer with the parts of a document that can be folded."""
    known = await present(ls, params.text_document.uri)
    if known is None:
        return None
    snapshot, graph = known
    return [to_folding_range(fold, ls.client) for fold in folds(graph.story, snapshot.source)]


def to_folding_range(fold: Fold, client: Client) -> types.FoldingRange:
    """Return ``fold`` as the protocol has it; what it hides is said only where the client can show it."""
    words = fold.words if client.collapsed_text else None
    return types.FoldingRange(fold.first, fold.last, kind=fold.kind, collapsed_text=words)


def folds(story: Story, source: SourceText) -> list[Fold]:
    """Return what of ``source`` can be folded, in order: nothing that stands on one line."""
    return [fold for fold in (*_front_matter(source), *_debris(story.debris, source)) if fold.first < fold.last]


def _front_matter(source: SourceText) -> Iterator[Fold]:
    """Yield the fold of the front matter, if there is any."""
    if source.text.removeprefix("\ufeff").startswith("---"):
        end = read_front_matter(source, tolerant=True).end_line
        if end:
            yield Fold(0, end - 1, types.FoldingRangeKind.Region, "front matter")


def _debris(debris: Sequence[Debris], source: SourceText) -> Iterator[Fold]:
    """Yield a fold for each run of debris with nothing but blank lines in between."""
    run: list[Debris] = []
    for one in sorted((one for one in debris if one.prose.field == "text"), key=lambda one: one.prose.span):
        if run and source.text[run[-1].prose.span.end : one.prose.span.start].strip():
            yield _fold(run, source)
            run = []
        run.append(one)
    if run:
        yield _fold(run, source)


def _fold(run: Sequence[Debris], source: SourceText) -> Fold:
    """Return the fold that holds a run of debris."""
    kinds = dict.fromkeys(one.kind.value for one in run)
    lines = Span(source.line_of(run[0].prose.span.start), source.line_of(run[-1].prose.span.end))
    return Fold(lines.start, lines.end, types.FoldingRangeKind.Comment, f"not of the story: {', '.join(kinds)}")
