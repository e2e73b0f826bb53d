"""Inlay hints: who speaks, where the words there do not say so. Off unless the user asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.pointing import points_elsewhere
from attrib_lsp.linter.sourcing import LocatedSource, LocatedStatement, located_sources, located_statements
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.positions import to_position, to_range, to_span
from attrib_lsp.server.present import present, worked_out
from attrib_lsp.server.server import Server
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Hint:
    """Who speaks, to be shown behind the word that ends at ``offset`` of the file."""

    offset: int
    source: LocatedSource


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.TEXT_DOCUMENT_INLAY_HINT)(inlay_hint)


async def inlay_hint(ls: Server, params: types.InlayHintParams) -> list[types.InlayHint] | None:
    """Answer with the hints in a range, if the user wants any."""
    uri = params.text_document.uri
    if not ls.settings_for(uri).inlay_hints:
        return None
    known = await present(ls, uri)
    if known is None:
        return None
    snapshot, graph = known
    within = to_span(snapshot.source, params.range, ls.client.encoding)
    found = await worked_out(ls, snapshot, hints, graph, within)
    return [to_inlay_hint(hint, snapshot, ls.client) for hint in found]


def hints(graph: AttributionGraph, within: Span) -> list[Hint]:
    """Return the hints of a story that stand in ``within`` (code points of its file), in order, one at each place."""
    speakers = {source.number: source for source in located_sources(graph)}
    found: dict[int, Hint] = {}
    for statement in located_statements(graph):
        source = speakers.get(statement.source) if statement.source is not None else None
        if source is None:
            continue
        offset = _place(graph, statement)
        if offset is None or not within.start <= offset <= within.end:
            continue
        if statement.statement.inherited or points_elsewhere(graph, statement.statement):
            found.setdefault(offset, Hint(offset, source))
    return [found[offset] for offset in sorted(found)]


def _place(graph: AttributionGraph, statement: LocatedStatement) -> int | None:
    """Return where a statement would have its hint: behind its source, or behind a quotation that stands alone."""
    if statement.source_spans:
        return statement.source_spans[0].end
    alone = statement.statement.inherited and statement.statement.paragraph in graph.body
    return statement.content_spans[-1].end if alone and statement.content_spans else None


def to_inlay_hint(hint: Hint, snapshot: Snapshot, client: Client) -> types.InlayHint:
    """Return ``hint`` of ``snapshot`` as the protocol has it; it leads to where the source is identified."""
    first = types.Location(snapshot.uri, to_range(snapshot.source, hint.source.first, client.encoding))
    return types.InlayHint(
        position=to_position(snapshot.source, hint.offset, client.encoding),
        label=[types.InlayHintLabelPart(hint.source.source.name, location=first)],
        tooltip=tooltip(hint.source),
        padding_left=True,
        padding_right=False,
    )


def tooltip(source: LocatedSource) -> str:
    """Return how the story describes a source."""
    described = source.source.description
    if source.source.kind.unnamed:
        return f"Unnamed source, described as {described}." if described else "Unnamed source."
    return f"{source.source.name}, {described}." if described else f"{source.source.name}."
