"""From a menu over JSON and back: each action, chosen, makes the change that it was offered for, whatever the text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lsprotocol.types import PositionEncodingKind, TextDocumentEdit
from pygls.protocol import default_converter

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule
from attrib_lsp.server.actions.menu import actions, items, rule_pages
from attrib_lsp.server.actions.tickets import offer_of, read_ticket
from attrib_lsp.server.actions.workspace_edits import workspace_edit
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.worker import Outcome, Turn, Worker
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.source_text import SourceText
from tests.server.applying import applied

ABLE = Client(literals=True, resolves=True, prefers=True, edit_snippets=True, versioned_edits=True, data=True)


@pytest.fixture(scope="module")
def worker(linter: Linter) -> Worker:
    return Worker(linter)


def read(worker: Worker, text: str, markup: str) -> Outcome:
    snapshot = Snapshot("file:///a", Markup(markup), SourceText(text, 3))
    return worker.analyse(snapshot, ABLE, Turn(lambda: False, lambda: False))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_an_action_chosen_is_the_one_offered(worker: Worker, rule: Rule) -> None:
    converter = default_converter()
    for number, example in enumerate(rule.documentation.flagged):
        cut = len(example.text) * (number % 3 + 1) // 3  # whole drafts, and half-typed ones
        outcome = read(worker, example.text[:cut].replace("\n", ("\n", "\r\n")[number % 2]), example.markup)
        numbers = range(len(outcome.findings))
        menu = items(outcome, numbers, None, whole=True)
        late, soon = (actions(outcome, menu, able) for able in (ABLE, replace(ABLE, resolves=False)))
        assert len({action.title for action in late}) == len(late)
        assert all("\n" not in action.title for action in late)
        for lazy, eager in zip(late, soon, strict=True):
            sent = json.loads(json.dumps(converter.unstructure(lazy)))
            ticket = read_ticket(sent["data"])
            assert ticket is not None
            offer = offer_of(ticket, outcome)
            assert offer is not None
            assert workspace_edit(offer.fix, outcome.snapshot, ABLE) == eager.edit
            assert changed(outcome, eager.edit) != outcome.snapshot.source.text
        assert rule_pages(outcome, numbers, ABLE, ()) == []


def changed(outcome: Outcome, edit: object) -> str:
    """Return the text with an edit made."""
    (change,) = edit.document_changes  # type: ignore[attr-defined]
    assert isinstance(change, TextDocumentEdit)
    return applied(outcome.snapshot.source.text, list(change.edits), PositionEncodingKind.Utf16)
