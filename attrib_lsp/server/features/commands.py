"""What the server does on request: the source list, claim table, sourcing memo, headlines compared, a rule's page.

Each handler says what its command is given and answers. What writes pages is imported when one is asked for: the first
diagnostics shall not wait for what draws tables. All answer null for a document that is not open, too long or
not read; for one that is being typed they answer for its newest text.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

from pygls.exceptions import JsonRpcInvalidParams

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.candidates import candidates_for
from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.reports.origin import Origin
from attrib_lsp.rules.registry import find
from attrib_lsp.server.commands import Command
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.server import Server
from attrib_lsp.server.source_list import source_list

Answer = dict[str, Any] | None
Handler = Callable[..., Awaitable[Answer]]


def register(server: Server) -> None:
    """Add the handlers of this module, one for each command."""
    for command, handler in HANDLERS.items():
        server.command(command.value)(handler)


async def sources(ls: Server, *arguments: object) -> Answer:
    """``[uri]``: who speaks in a draft, see `source_list`."""
    snapshot, graph = await _read(ls, Command.SOURCES, arguments)
    if snapshot is None or graph is None:
        return None
    return await ls.worker.run(source_list, snapshot, graph, ls.client.encoding)


async def claims(ls: Server, *arguments: object) -> Answer:
    """``[uri]``: what a draft asserts and what it rests on, as ``title`` and ``markdown``."""
    snapshot, graph = await _read(ls, Command.CLAIMS, arguments)
    if snapshot is None or graph is None:
        return None
    from attrib_lsp.reports import claim_page

    title = f"Claims: {snapshot.name}"
    return {"title": title, "markdown": await ls.worker.run(claim_page.page, graph, title)}


async def sourcing_memo(ls: Server, *arguments: object) -> Answer:
    """``[uri]``: the memo for the desk, with its blanks, as ``title`` and ``markdown``."""
    snapshot, graph = await _read(ls, Command.MEMO, arguments)
    if snapshot is None or graph is None:
        return None
    from attrib_lsp.reports import memo

    markdown = await ls.worker.run(memo.page, graph, snapshot.name)
    return {"title": f"Sourcing memo: {snapshot.name}", "markdown": markdown}


async def headlines(ls: Server, *arguments: object) -> Answer:
    """``[uri, [headline, ...]]``: the story's own headline and others, the best first.

    The answer has ``title``, ``markdown``, and ``headlines`` as `attrib-lsp headline --output-format json` has them.
    """
    given = _texts(Command.HEADLINES, arguments[1:])
    snapshot, graph = await _read(ls, Command.HEADLINES, arguments[:1])
    if snapshot is None or graph is None:
        return None
    from attrib_lsp.reports import headline_page
    from attrib_lsp.reports.headlines import comparison, headline_records

    # One at a time, so that what is typed meanwhile need not wait for all.
    candidates = [
        await ls.worker.run(ls.worker.lint_under, snapshot, graph.story, text)
        for text in candidates_for(graph.story, given)
    ]
    compared = comparison(Origin(snapshot.name), graph.story, candidates)
    title = f"Headlines: {snapshot.name}"
    return {
        "title": title,
        "markdown": headline_page.page(compared, title),
        "headlines": headline_records(compared),
    }


async def rule(ls: Server, *arguments: object) -> Answer:
    """``[code or name]``: a rule's page, as ``title`` and ``markdown``; null if there is no such rule."""
    if len(arguments) != 1 or not isinstance(arguments[0], str):
        _refuse(Command.RULE, "a rule's code or name")
    found = find(arguments[0])
    if found is None:
        return None
    from attrib_lsp.reports import rule_pages

    return {"title": f"{found.code} {found.name}", "markdown": rule_pages.page(found)}


HANDLERS: dict[Command, Handler] = {
    Command.SOURCES: sources,
    Command.CLAIMS: claims,
    Command.MEMO: sourcing_memo,
    Command.HEADLINES: headlines,
    Command.RULE: rule,
}


async def _read(
    ls: Server, command: Command, arguments: tuple[object, ...]
) -> tuple[Snapshot | None, AttributionGraph | None]:
    """Return the newest text of the document that ``arguments`` name, and who says what in it.

    Raises:
        JsonRpcInvalidParams: they do not name one.
    """
    if len(arguments) != 1 or not isinstance(arguments[0], str):
        _refuse(command, "the URI of an open document")
    while (snapshot := ls.documents.get(arguments[0])) is not None:
        try:
            outcome = await ls.analyses.of(snapshot, ls.client)
        except SupersededError:
            continue
        return snapshot, outcome.graph
    return None, None


def _texts(command: Command, arguments: tuple[object, ...]) -> list[str]:
    """Return the headlines that ``arguments`` hold, none or a list of texts.

    Raises:
        JsonRpcInvalidParams: they hold something else.
    """
    given = arguments[0] if arguments else []
    if len(arguments) > 1 or not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        _refuse(command, "the URI of an open document and a list of headlines")
    return given


def _refuse(command: Command, wanted: str) -> NoReturn:
    """Raise the error that says what a command must be given."""
    raise JsonRpcInvalidParams(f"{command.value} is given {wanted}")
