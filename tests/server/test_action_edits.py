"""Fixes as the protocol's edits: whatever the client counts in, its text becomes what the fix means."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

import pytest
from lsprotocol import types
from pygls.protocol import default_converter

from attrib_lsp.linter.fixing import applicable
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedEdit, LocatedFix
from attrib_lsp.rules.finding import blanks
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule
from attrib_lsp.server.actions.snippets import escaped, snippets
from attrib_lsp.server.actions.workspace_edits import changes, workspace_edit
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from tests.rules.fixing import found, mended
from tests.server.applying import Change, applied, shown, stops
from tests.server.texts import ENCODINGS

#: Characters that every encoding counts in its own way, and one that only looks like the end of a line.
HARD = "😀 é “\u2028” 👩🏽‍🍳 "

WAYS = (Client(), Client(edit_snippets=True), Client(action_snippets=True))

STORY = "# Bridge\n\nIt is 5 m.\n"


def behind(hard: str, fix: LocatedFix) -> LocatedFix:
    """Return ``fix`` for its text behind ``hard``."""
    return replace(fix, edits=tuple(replace(edit, span=edit.span.shifted(len(hard))) for edit in fix.edits))


def snapshot_of(text: str, version: int | None = 7) -> Snapshot:
    return Snapshot("file:///a.md", Markup.MARKDOWN, SourceText(text, version))


def fix_of(*edits: tuple[int, int, str]) -> LocatedFix:
    return LocatedFix("", tuple(LocatedEdit("text", Span(start, end), new) for start, end, new in edits), safe=False)


def document_edits(edit: types.WorkspaceEdit) -> types.TextDocumentEdit:
    assert edit.changes is None
    assert edit.document_changes is not None
    (document,) = edit.document_changes
    assert isinstance(document, types.TextDocumentEdit)
    return document


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_fix_of_every_rule_survives_the_trip(linter: Linter, rule: Rule) -> None:
    for example, end in product(rule.documentation.flagged, ("\n", "\r\n")):
        text = example.text.replace("\n", end)
        for finding in found(linter, rule, text, example.markup):
            for fix in finding.fixes:
                wanted = HARD + mended(text, fix).replace("\r\n", "\n").replace("\n", end)
                source, moved = SourceText(HARD + text), behind(HARD, fix)
                assert applicable(moved)
                for way, encoding in product(WAYS, ENCODINGS):
                    written = changes(moved.edits, source, replace(way, encoding=encoding))
                    assert applied(source.text, written, encoding) == wanted
                    check_stops(moved, written, snippets=way != Client())


def check_stops(fix: LocatedFix, written: list[Change], *, snippets: bool) -> None:
    """Every blank is a tab stop, numbered as it stands, and the cursor comes to rest behind the last change."""
    number = sum(len(blanks(edit.replacement)) for edit in fix.edits)
    assert stops(written) == ([*range(1, number + 1), 0] if snippets and number else [])


@pytest.mark.parametrize("words", ["", "plain", "$5m", "a {b} c", r"C:\drafts", "${1:x}$0", "\\\\}", "😀$"])
def test_a_snippet_means_its_words(words: str) -> None:
    assert shown(escaped(words)) == words
    (snippet,) = snippets((f"{words}, <who> said",))
    assert snippet is not None
    assert shown(snippet) == f"{words}, <who> said"


def test_blanks_with_special_characters_are_kept() -> None:
    (snippet,) = snippets((r"<how much, in $ or {€}> \ said",))
    assert snippet == r"${1:how much, in \$ or {€\}} \\ said$0"


def test_a_client_is_told_of_the_version_that_the_edit_is_for() -> None:
    fix = fix_of((10, 10, "Now "))
    document = document_edits(workspace_edit(fix, snapshot_of(STORY), Client(versioned_edits=True)))
    assert document.text_document == types.OptionalVersionedTextDocumentIdentifier("file:///a.md", 7)
    assert applied(STORY, list(document.edits), types.PositionEncodingKind.Utf16) == "# Bridge\n\nNow It is 5 m.\n"


def test_a_client_that_knows_no_versions_gets_plain_changes() -> None:
    edit = workspace_edit(fix_of((10, 12, "<Who> says it")), snapshot_of(STORY), Client())
    assert edit.document_changes is None
    where = types.Range(types.Position(2, 0), types.Position(2, 2))
    assert edit.changes == {"file:///a.md": [types.TextEdit(where, "<Who> says it")]}


def test_tab_stops_are_numbered_in_the_order_of_the_text() -> None:
    fix = fix_of((20, 20, " by <whom>"), (10, 12, "<Who>"), (19, 19, "."))
    document = document_edits(workspace_edit(fix, snapshot_of(STORY), Client(edit_snippets=True)))
    assert [type(one) for one in document.edits] == [types.SnippetTextEdit, types.TextEdit, types.SnippetTextEdit]
    values = [one.snippet.value for one in document.edits if isinstance(one, types.SnippetTextEdit)]
    assert values == ["${1:Who}", " by ${2:whom}$0"]


def test_an_edit_outside_the_text_is_offered_to_no_editor() -> None:
    assert not applicable(LocatedFix("", (LocatedEdit("headline", Span(0, 1), ""),), safe=True))
    assert not applicable(LocatedFix("", (), safe=True))


def test_snippets_before_they_were_in_the_protocol_are_marked_as_for_rust_analyzer() -> None:
    edit = workspace_edit(fix_of((10, 12, "<Who>"), (19, 19, ".")), snapshot_of(STORY), Client(action_snippets=True))
    sent = json.loads(json.dumps(default_converter().unstructure(types.CodeAction("", edit=edit))))
    marked, plain = sent["edit"]["documentChanges"][0]["edits"]
    assert (marked["newText"], marked["insertTextFormat"]) == ("${1:Who}$0", types.InsertTextFormat.Snippet.value)
    assert (plain["newText"], "insertTextFormat" in plain) == (".", False)
