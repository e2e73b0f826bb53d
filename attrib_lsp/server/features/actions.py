"""Code actions: mend a finding, silence it, read its rule; make all safe fixes at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.actions.accepting import acceptances, baseline_of
from attrib_lsp.server.actions.menu import actions, items, rule_pages
from attrib_lsp.server.actions.offers import FIX_ALL, QUICK_FIX, wanted
from attrib_lsp.server.actions.scope import asked_about
from attrib_lsp.server.actions.switching import FileText, switches
from attrib_lsp.server.actions.tickets import offer_of, read_ticket
from attrib_lsp.server.actions.workspace_edits import workspace_edit
from attrib_lsp.server.scopes import path_of
from attrib_lsp.server.server import Server
from attrib_lsp.server.worker import Outcome, text_in

OPTIONS = types.CodeActionOptions(code_action_kinds=[QUICK_FIX, FIX_ALL], resolve_provider=True)


def register(server: Server) -> None:
    """Add the handlers of this module."""
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, OPTIONS)(code_action)
    server.feature(types.CODE_ACTION_RESOLVE)(resolve)


async def code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """Offer what can be done about the findings in a range; null where the text changes meanwhile.

    Nobody who only moves a cursor is offered a change of the whole story.
    """
    snapshot = ls.documents.get(params.text_document.uri)
    if snapshot is None or not ls.client.literals:
        return None
    only = [getattr(kind, "value", kind) for kind in params.context.only or ()] or None
    quick, whole = wanted(QUICK_FIX, only), wanted(FIX_ALL, only)
    whole = whole and (bool(only) or params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic)
    if not quick and not whole:
        return []
    try:
        outcome = await ls.analyses.now(snapshot.uri, ls.client)
    except SupersededError:
        outcome = None
    if outcome is None:
        return None
    numbers = asked_about(outcome.findings, params, snapshot.source, ls.client.encoding) if quick else []
    menu = items(outcome, numbers, only, whole=whole)
    found = actions(outcome, menu, ls.client)
    if numbers:
        found += await accepted(ls, outcome, numbers)
        found += await switched_off(ls, outcome, numbers)
    return found + rule_pages(outcome, numbers, ls.client, server_commands(ls))


async def accepted(ls: Server, outcome: Outcome, numbers: Sequence[int]) -> list[types.CodeAction]:
    """Return the actions that accept findings in the baseline, as it stands in the editor or on disk."""
    file, draft = baseline_of(outcome), path_of(outcome.snapshot.uri)
    if file is None or draft is None:
        return []
    held = await ls.worker.run(text_in, file)
    return [] if held is None else acceptances(outcome, numbers, draft, _as_opened(ls, *held), ls.client)


async def switched_off(ls: Server, outcome: Outcome, numbers: Sequence[int]) -> list[types.CodeAction]:
    """Return the actions that switch rules off in the configuration, as it stands in the editor or on disk."""
    held = await ls.worker.run(ls.worker.configuration_text, outcome.snapshot.uri)
    return [] if held is None else switches(outcome, numbers, _as_opened(ls, *held), ls.client)


def _as_opened(ls: Server, file: Path, text: str | None) -> FileText:
    """Return a file as it stands in the editor, where it is open there."""
    opened = ls.documents.get(file.as_uri())
    return FileText(file, opened.source.text if opened else text)


async def resolve(ls: Server, params: types.CodeAction) -> types.CodeAction:
    """Put the edit into an action that was chosen; one that is not ours or has nothing to come stays as it is.

    Raises:
        JsonRpcException: the document is no longer the one that the action was offered for. An editor keeps quiet
            about this error, or says what stands in it.
    """
    ticket = read_ticket(params.data)
    if ticket is None or params.edit is not None:
        return params
    try:
        outcome = await ls.analyses.now(ticket.uri, ls.client)
        offer = offer_of(ticket, outcome) if outcome is not None else None
        if outcome is None or offer is None:
            raise SupersededError
    except SupersededError:
        raise JsonRpcException(
            "the text has changed since this was offered; ask again", types.LSPErrorCodes.ContentModified.value
        ) from None
    params.edit = workspace_edit(offer.fix, outcome.snapshot, ls.client)
    return params


def server_commands(ls: Server) -> Collection[str]:
    """Return the commands that the server has told the client of."""
    provider = ls.server_capabilities.execute_command_provider
    return provider.commands if provider else ()
