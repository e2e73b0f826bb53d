"""Code lenses over the headline: how many sources the story has, and what its headline rests on."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline_grounds import Ground, GroundKind, headline_grounds
from attrib_lsp.reports.shares import tally
from attrib_lsp.rules.headlines.headline_claim_not_in_body import Options, headline_claim_not_in_body
from attrib_lsp.server.client import Client
from attrib_lsp.server.commands import ClientCommand, Command
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.positions import to_range
from attrib_lsp.server.present import present
from attrib_lsp.server.server import Server
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

#: The editor's command that shows a story's sources, and the server's that lists them.
SHOW, LIST = ClientCommand.SHOW_SOURCES.value, Command.SOURCES.value
#: How many things that a headline rests on are told.
MOST = 2

_OTHERS = {
    GroundKind.NOBODY: "nobody named",
    GroundKind.OWN_VOICE: "the story’s own voice",
    GroundKind.PUBLIC_ACT: "a public act",
}


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.TEXT_DOCUMENT_CODE_LENS)(code_lens)


async def code_lens(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    """Answer with the lenses of a document, unless the user wants none."""
    uri = params.text_document.uri
    if not ls.settings_for(uri).code_lens:
        return None
    known = await present(ls, uri)
    return None if known is None else to_code_lenses(*known, ls.client)


def to_code_lenses(snapshot: Snapshot, graph: AttributionGraph, client: Client) -> list[types.CodeLens]:
    """Return the lenses of ``snapshot``; each opens the list of its sources."""
    place = to_range(snapshot.source, lens_place(graph, snapshot.source), client.encoding)
    command = SHOW if SHOW in client.commands else LIST
    return [types.CodeLens(place, types.Command(title, command, arguments=[snapshot.uri])) for title in titles(graph)]


def lens_place(graph: AttributionGraph, source: SourceText) -> Span:
    """Return where the lenses stand: over the headline, else over the first line with words."""
    headline = graph.story.headline
    if headline is not None and headline.prose.field == "text" and headline.prose.pieces:
        return headline.prose.span
    start = len(source.text) - len(source.text.lstrip())
    line = source.line_of(start)
    return Span(start, max(start, source.line_starts[line] + len(source.line_text(line))))


def titles(graph: AttributionGraph) -> Iterator[str]:
    """Yield what the lenses of a story say; nothing while it has no body."""
    if not graph.words:
        return
    yield tally(graph)
    rest = resting(graph)
    if rest:
        yield rest


def resting(graph: AttributionGraph) -> str:
    """Return in words what the headline rests on; nothing where that is not certain."""
    if any(True for _ in headline_claim_not_in_body(graph, Options())):
        return "Nothing in the story supports the headline"
    grounds = headline_grounds(graph)
    if not grounds:
        return ""
    if grounds[0].kind is GroundKind.PRESUPPOSED:
        return f"The story only takes the headline for granted, paragraph {_paragraph(graph, grounds[0])}"
    told = "; ".join(f"{_words(ground)}, paragraph {_paragraph(graph, ground)}" for ground in grounds[:MOST])
    more = len(grounds) - MOST
    return f"Headline rests on: {told}" + (f"; and {more} more" if more > 0 else "")


def _words(ground: Ground) -> str:
    """Return what a ground is called."""
    if ground.source is None:
        return _OTHERS[ground.kind]
    return f"{ground.source.name} (unnamed)" if ground.source.kind.unnamed else ground.source.name


def _paragraph(graph: AttributionGraph, ground: Ground) -> int:
    """Return the number of a ground's paragraph as people count them."""
    return ground.place.paragraph - graph.body.start + 1
