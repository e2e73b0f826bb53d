"""The menu that an editor shows: offers as the protocol's code actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lsprotocol.types import CodeAction

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.actions.offers import QUICK_FIX, Offer, offers_for, offers_for_all, wanted
from attrib_lsp.server.actions.rule_page import open_rule
from attrib_lsp.server.actions.tickets import ticket
from attrib_lsp.server.actions.workspace_edits import workspace_edit
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import to_diagnostic
from attrib_lsp.server.worker import Outcome

#: Characters of a finding's words that tell it from another in a menu.
_EXCERPT = 30


@dataclass(frozen=True, slots=True)
class Item:
    """An offer of an outcome in a menu: for finding number ``finding``, or for the whole story."""

    offer: Offer
    number: int
    finding: int | None = None


def items(outcome: Outcome, numbers: Iterable[int], only: Sequence[str] | None, *, whole: bool) -> list[Item]:
    """Return what is offered of the kinds ``only`` for findings, by number, and for the ``whole`` story.

    What mends comes before what silences, whichever finding it is for; nothing comes twice.
    """
    offered: list[tuple[Sequence[Offer], int | None]] = [
        (offers_for(outcome, outcome.findings[one]), one) for one in numbers
    ]
    if whole:
        offered.append((offers_for_all(outcome), None))
    found = {
        offer.sense: Item(offer, number, finding)
        for offers, finding in reversed(offered)
        for number, offer in enumerate(offers)
        if wanted(offer.kind, only)
    }
    place = {finding: at for at, (_, finding) in enumerate(offered)}
    return sorted(found.values(), key=lambda item: (item.offer.rank, place[item.finding], item.number))


def actions(outcome: Outcome, menu: Sequence[Item], client: Client) -> list[CodeAction]:
    """Return ``menu`` as code actions; a client that asks for the edit later gets the ticket for it."""
    titles = Counter(item.offer.title for item in menu)
    found = []
    for item in menu:
        offer, finding = item.offer, None if item.finding is None else outcome.findings[item.finding]
        action = CodeAction(
            told_apart(offer.title, finding, outcome) if titles[offer.title] > 1 else offer.title,
            kind=offer.kind,
            diagnostics=[to_diagnostic(finding, outcome.snapshot, client)] if finding else None,
            is_preferred=True if offer.preferred and client.prefers else None,
        )
        if client.resolves:
            action.data = ticket(outcome, item.finding, item.number).data()
        else:
            action.edit = workspace_edit(offer.fix, outcome.snapshot, client)
        found.append(action)
    return found


def told_apart(title: str, finding: LocatedFinding | None, outcome: Outcome) -> str:
    """Return a title that stands in the menu twice with the line and the words that it is about."""
    if finding is None:
        return title
    source = outcome.snapshot.source
    words = " ".join(finding.span.of(source.text).split())
    excerpt = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rpartition(' ')[0] or words[:_EXCERPT]} …"
    return f"{title} (line {source.line_of(finding.span.start) + 1}: “{excerpt}”)"


def rule_pages(outcome: Outcome, numbers: Iterable[int], client: Client, server: Collection[str]) -> list[CodeAction]:
    """Return the ways to the rules behind findings, by number, each rule once; ``server`` names its commands."""
    rules: dict[str, LocatedFinding] = {}
    for one in numbers:
        rules.setdefault(outcome.findings[one].code, outcome.findings[one])
    commands = [(one, open_rule(one, client.commands, server)) for one in rules.values()]
    return [
        CodeAction(
            command.title,
            kind=QUICK_FIX,
            diagnostics=[to_diagnostic(one, outcome.snapshot, client)],
            command=command,
        )
        for one, command in commands
        if command is not None
    ]
