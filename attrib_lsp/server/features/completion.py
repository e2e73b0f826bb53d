"""Completion: the names of sources that the story already has, where one is being typed."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.candidates import Candidate, candidates
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.positions import to_offset, to_range
from attrib_lsp.server.server import Server
from attrib_lsp.server.slots import Slot, slot_at
from attrib_lsp.server.worker import Outcome
from attrib_lsp.text.span import Span

#: Seconds to wait for a document's first analysis: who types does not wait.
PATIENCE = 0.05

OPTIONS = types.CompletionOptions(trigger_characters=[" "], resolve_provider=False)


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.TEXT_DOCUMENT_COMPLETION, OPTIONS)(completion)


async def completion(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
    """Answer with the sources that can be meant; nothing in ordinary prose.

    The list is never complete: what fits is decided here, letter by letter, and a word that is no name closes it.
    """
    snapshot = ls.documents.get(params.text_document.uri)
    if snapshot is None:
        return None
    text = snapshot.source.text
    slot = slot_at(text, to_offset(snapshot.source, params.position, ls.client.encoding))
    outcome = await known(ls, snapshot) if slot is not None else None
    if slot is None or outcome is None or outcome.graph is None:
        return None
    found = candidates(outcome.graph, outcome.snapshot.source.text, text, slot)
    items = [to_item(one, number, slot, snapshot, ls.client) for number, one in enumerate(found)]
    return types.CompletionList(is_incomplete=True, items=items) if items else None


async def known(ls: Server, snapshot: Snapshot) -> Outcome | None:
    """Return the latest outcome of a document, however old; without any, that of ``snapshot`` if it comes at once."""
    finished = ls.analyses.finished(snapshot.uri)
    if finished is not None:
        return finished
    try:
        return await asyncio.wait_for(ls.analyses.of(snapshot, ls.client), PATIENCE)
    except (asyncio.TimeoutError, SupersededError):
        return None


def to_item(candidate: Candidate, number: int, slot: Slot, snapshot: Snapshot, client: Client) -> types.CompletionItem:
    """Return the ``number``-th candidate for ``slot`` of ``snapshot`` as the protocol has it."""
    typed = to_range(snapshot.source, Span(slot.start, slot.start + len(slot.typed)), client.encoding)
    description = candidate.source.source.description or None
    return types.CompletionItem(
        label=candidate.words,
        label_details=types.CompletionItemLabelDetails(description=description) if client.label_details else None,
        kind=types.CompletionItemKind.Reference,
        detail=description,
        sort_text=f"{number:04}",
        filter_text=candidate.matched,
        text_edit=types.TextEdit(typed, candidate.words),
    )
