"""What is offered for findings, in which order, and which of it an editor may take without asking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lsprotocol.types import (
    CodeActionContext,
    CodeActionParams,
    Command,
    Diagnostic,
    Position,
    PositionEncodingKind,
    Range,
    TextDocumentIdentifier,
)

from attrib_lsp.linter.fixing import has_main
from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix
from attrib_lsp.rules.finding import Severity
from attrib_lsp.server.actions import offers
from attrib_lsp.server.actions.fix_all import safe_fixes
from attrib_lsp.server.actions.menu import actions, items, rule_pages
from attrib_lsp.server.actions.offers import FIX_ALL, QUICK_FIX, offers_for, offers_for_all
from attrib_lsp.server.actions.providers import Provider, rule_fixes
from attrib_lsp.server.actions.scope import asked_about, touches
from attrib_lsp.server.actions.tickets import Ticket, offer_of, read_ticket, ticket
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.worker import Outcome, outcome
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

TEXT = "one two three four five six seven"


def fix(title: str, *spans: tuple[int, int], safe: bool = False, new: str = "x") -> LocatedFix:
    return LocatedFix(title, tuple(LocatedEdit("text", Span(*span), new) for span in spans), safe)


def finding(start: int, end: int, *fixes: LocatedFix, code: str = "QUO405") -> LocatedFinding:
    name = {"QUO405": "broken-quote-marks"}.get(code, code.lower())
    return LocatedFinding(code, name, Severity.WARNING, "message", "text", Span(start, end), fixes=fixes)


def found(*findings: LocatedFinding, version: int = 1) -> Outcome:
    return outcome(Snapshot("file:///a.md", Markup.PLAIN, SourceText(TEXT, version)), findings, Client())


def silence(outcome: Outcome, finding: LocatedFinding) -> tuple[LocatedFix, ...]:
    return (fix(f"Silence {finding.name}", (finding.span.start, finding.span.start)),)


@pytest.fixture
def silencing(monkeypatch: pytest.MonkeyPatch) -> None:
    providers: tuple[Provider, ...] = (rule_fixes, silence)
    monkeypatch.setattr(offers, "PROVIDERS", providers)


def test_the_first_fix_of_a_rule_is_preferred() -> None:
    one = finding(0, 3, fix("Insert the source", (3, 3)), fix("Delete “two”", (4, 8)))
    assert [offer.preferred for offer in offers_for(found(one), one)] == [True, False]


def test_no_editor_chooses_among_answers_to_one_question() -> None:
    assert not has_main((fix("Write “Dodd”", (0, 1)), fix("Write “Hume”", (0, 1))))
    assert has_main((fix("Write “Dodd”", (0, 1)),))
    assert not has_main(())


@pytest.mark.usefixtures("silencing")
def test_what_silences_is_never_preferred_and_comes_last() -> None:
    one, other = finding(0, 7, fix("A", (0, 1)), fix("B", (1, 2))), finding(0, 3, code="UNS101")
    outcome = found(one, other)
    menu = items(outcome, [1, 0], None, whole=False)
    titles = [item.offer.title for item in menu]
    assert titles == ["A", "B", "Silence uns101", "Silence broken-quote-marks"]
    assert [item.offer.preferred for item in menu] == [True, False, False, False]


def test_a_change_stands_in_the_menu_once() -> None:
    same = fix("Name the source", (0, 3))
    outcome = found(finding(0, 3, same), finding(0, 7, same, code="UNS101"))
    menu = items(outcome, [0, 1], None, whole=False)
    assert [(item.offer.title, item.finding) for item in menu] == [("Name the source", 0)]


def test_changes_of_one_title_are_told_apart_by_their_words() -> None:
    outcome = found(
        finding(0, 3, fix("Name it", (0, 3)), code="UNS101"), finding(4, 33, fix("Name it", (4, 7)), code="UNS101")
    )
    menu = items(outcome, [0, 1], None, whole=False)
    titles = [action.title for action in actions(outcome, menu, Client())]
    assert titles == ["Name it (line 1: “one”)", "Name it (line 1: “two three four five six seven”)"]
    long = replace(outcome.findings[1], span=Span(0, 33))
    outcome = found(outcome.findings[0], long)
    (_, action) = actions(outcome, items(outcome, [0, 1], None, whole=False), Client())
    assert action.title == "Name it (line 1: “one two three four five six …”)"


def test_a_title_stands_on_one_line() -> None:
    one = finding(0, 3, fix("Cut “two\r\n  words”", (0, 3)))
    assert [offer.title for offer in offers_for(found(one), one)] == ["Cut “two words”"]


def test_safe_fixes_go_together_as_far_as_they_do_not_touch() -> None:
    first, second = fix("1", (0, 3), safe=True), fix("2", (2, 5), safe=True)
    third, unsafe = fix("3", (5, 6), (8, 9), safe=True), fix("4", (20, 21))
    fifth = fix("5", (9, 9), safe=True)
    chosen = safe_fixes([finding(8, 10, fifth), finding(5, 9, third), finding(2, 5, second), finding(0, 3, first)])
    assert chosen == (first, third)
    assert safe_fixes([finding(20, 21, unsafe), finding(22, 23, unsafe, first)]) == (first,)
    same = fix("6", (12, 12), safe=True)
    assert safe_fixes([finding(12, 13, same), finding(12, 14, same, code="UNS101")]) == (same,)


def test_all_safe_fixes_are_offered_for_the_story() -> None:
    safe = [finding(at, at + 1, fix("Type", (at, at + 1), safe=True)) for at in (0, 4, 8)]
    outcome = found(*safe, finding(10, 12, fix("Other", (10, 12))))
    (offer,) = offers_for_all(outcome)
    assert (offer.title, offer.kind, len(offer.fix.edits)) == ("Make all 3 safe fixes", FIX_ALL, 3)
    (offer,) = offers_for_all(found(safe[0]))
    assert offer.title == "Make the one safe fix in this story"
    assert offers_for_all(found(finding(10, 12, fix("Other", (10, 12))))) == ()


def test_all_safe_fixes_of_a_rule_are_offered_where_there_are_two() -> None:
    safe = [finding(at, at + 1, fix("Type", (at, at + 1), safe=True)) for at in (0, 4)]
    outcome = found(*safe, finding(8, 9, fix("Type", (8, 9), safe=True), code="UNS101"))
    offer = offers_for(outcome, safe[0])[-1]
    assert (offer.title, offer.kind) == ("Make all 2 safe fixes for broken-quote-marks", QUICK_FIX)
    assert [edit.span.start for edit in offer.fix.edits] == [0, 4]
    assert [offer.title for offer in offers_for(outcome, outcome.findings[2])] == ["Type"]


def test_all_safe_fixes_are_offered_once_where_one_rule_has_them_all() -> None:
    outcome = found(*(finding(at, at + 1, fix("Type", (at, at + 1), safe=True)) for at in (0, 4)))
    titles = [item.offer.title for item in items(outcome, [0], None, whole=True)]
    assert titles == ["Type", "Make all 2 safe fixes for broken-quote-marks"]
    (item,) = items(outcome, [0], ["source"], whole=True)
    assert item.offer.kind == FIX_ALL


@pytest.mark.parametrize(
    ("only", "titles"),
    [
        (None, ["Type", "Make the one safe fix in this story"]),
        (["quickfix"], ["Type"]),
        (["source"], ["Make the one safe fix in this story"]),
        (["source.fixAll"], ["Make the one safe fix in this story"]),
        (["source.fixAll.attrib-lsp"], ["Make the one safe fix in this story"]),
        (["source.fixAll.attrib"], []),
        (["source.organizeImports", "refactor"], []),
        ([""], ["Type", "Make the one safe fix in this story"]),
    ],
)
def test_only_the_kinds_that_are_asked_for_are_offered(only: list[str] | None, titles: list[str]) -> None:
    outcome = found(finding(0, 3, fix("Type", (0, 1), safe=True)))
    assert [item.offer.title for item in items(outcome, [0], only, whole=True)] == titles


@pytest.mark.parametrize(
    ("place", "touched"),
    [((0, 0), False), ((4, 4), True), ((5, 5), True), ((8, 8), True), ((9, 9), False), ((0, 4), False), ((0, 5), True)],
)
def test_a_cursor_beside_the_words_counts_and_a_selection_must_share_some(
    place: tuple[int, int], touched: bool
) -> None:
    assert touches(Span(4, 8), Span(*place)) is touched
    assert touches(Span(4, 4), Span(*place)) is (place in ((4, 4), (0, 4), (0, 5)))


def test_findings_that_an_editor_names_are_meant_wherever_the_cursor_is() -> None:
    outcome = found(finding(0, 13), finding(4, 7, code="UNS101"))

    def params(*named: Diagnostic) -> CodeActionParams:
        nowhere = Range(Position(0, 33), Position(0, 33))
        identifier = TextDocumentIdentifier("file:///a.md")
        return CodeActionParams(identifier, nowhere, CodeActionContext(named))

    def asked(one: CodeActionParams) -> list[int]:
        return asked_about(outcome.findings, one, outcome.snapshot.source, PositionEncodingKind.Utf16)

    assert asked(params()) == []
    assert asked(params(*outcome.diagnostics)) == [1, 0]
    assert asked(params(outcome.diagnostics[0], replaced(outcome.diagnostics[1], code="UNS999"))) == [0]


def replaced(diagnostic: Diagnostic, code: str) -> Diagnostic:
    return Diagnostic(diagnostic.range, diagnostic.message, code=code)


def test_a_ticket_is_good_for_its_own_text_and_analysis_only() -> None:
    one = finding(0, 3, fix("A", (0, 1), safe=True), fix("B", (1, 2)))
    outcome = found(one)
    mine = read_ticket(ticket(outcome, 0, 1).data())
    assert mine is not None
    offer = offer_of(mine, outcome)
    assert offer is not None
    assert offer.title == "B"
    whole = offer_of(ticket(outcome, None, 0), outcome)
    assert whole is not None
    assert whole.kind == FIX_ALL
    assert offer_of(mine, found(one, version=2)) is None
    assert offer_of(mine, found(finding(1, 3, *one.fixes))) is None
    for finding_, number in ((0, 2), (0, -1), (1, 0), (-1, 0), (None, 1)):
        assert offer_of(replace(mine, finding=finding_, number=number), outcome) is None


@pytest.mark.parametrize(
    "data",
    [None, "x", [], {}, {"uri": "u"}, {"uri": 1, "version": 1, "result": "", "finding": 0, "number": 0},
     {"uri": "u", "version": "1", "result": "", "finding": 0, "number": 0},
     {"uri": "u", "version": 1, "result": "", "finding": [], "number": 0},
     {"uri": "u", "version": 1, "result": "", "finding": 0, "number": None}],
)  # fmt: skip
def test_what_is_no_ticket_is_left_alone(data: object) -> None:
    assert read_ticket(data) is None
    assert read_ticket(Ticket("u", None, "r", None, 0).data()) == Ticket("u", None, "r", None, 0)


@pytest.mark.parametrize(
    ("editor", "server", "command"),
    [
        (["attrib-lsp.showRule"], ["attrib-lsp.rule"], "attrib-lsp.showRule"),
        (["attrib-lsp.showSources"], ["attrib-lsp.rule"], "attrib-lsp.rule"),
        ([], ["attrib-lsp.sources"], None),
    ],
)
def test_the_rule_is_opened_by_a_command_that_there_is(
    editor: list[str], server: list[str], command: str | None
) -> None:
    outcome = found(finding(0, 3), finding(4, 7), finding(4, 7, code="UNS101"))
    pages = rule_pages(outcome, [1, 2, 0], Client(commands=frozenset(editor)), server)
    known = [
        ("Open the rule: broken-quote-marks (QUO405)", ["QUO405"]),
        ("Open the rule: uns101 (UNS101)", ["UNS101"]),
    ]
    given = [page.command for page in pages]
    assert given == ([Command(title, command, arguments=code) for title, code in known] if command else [])
    assert [page.title for page in pages] == ([title for title, _ in known] if command else [])
