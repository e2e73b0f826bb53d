"""Headlines compared: which comes first, and how it looks on a narrow screen."""

from __future__ import annotations

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.reports.headlines import Comparison, LintedHeadline, ranked, report
from attrib_lsp.reports.origin import LintedDraft, Origin
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


def linted(text: str, *severities: Severity, span: Span | None = None) -> LintedHeadline:
    whole = Span(0, len(text)) if span is None else span
    found = tuple(LocatedFinding("HED302", "a-name", one, "Mend it.", "headline", whole) for one in severities)
    return LintedHeadline(text, LintedDraft(Origin("a.md"), {"headline": SourceText(text)}, found))


def test_one_grave_finding_weighs_more_than_many_mild_ones() -> None:
    grave = linted("Grave", Severity.ERROR)
    many = linted("Many", Severity.WARNING, Severity.WARNING, Severity.HINT)
    one = linted("One", Severity.WARNING, Severity.INFO)
    assert ranked([grave, many, one]) == (one, many, grave)


def test_equals_stay_in_their_order() -> None:
    first, second, third = linted("B"), linted("A"), linted("C", Severity.HINT)
    assert ranked([third, first, second]) == (first, second, third)


def test_only_a_part_is_underlined() -> None:
    headlines = (linted("Ferry sinks", Severity.ERROR), linted("Ferry sinks", Severity.ERROR, span=Span(6, 11)))
    whole, part = report([Comparison(Origin("a.md"), 9, headlines)], Terminal(), quiet=True)
    assert whole == "1. Ferry sinks\n   error HED302 a-name\n   Mend it.\n\n"
    assert part == "2. Ferry sinks\n         ^^^^^\n   error HED302 a-name\n   Mend it.\n\n"


def test_words_beyond_the_edge_of_the_screen_are_shown_again() -> None:
    text = "The county's last ferry to the island of Lund sinks"
    headline = linted(text, Severity.ERROR, span=Span(text.index("sinks"), len(text)))
    (shown,) = report([Comparison(Origin("a.md"), 9, (headline,))], Terminal(width=30), quiet=True)
    again, underline = shown.splitlines()[1:3]
    assert again.startswith("   …")
    assert again[underline.index("^") :] == "sinks"


def test_what_steers_terminals_stays_out() -> None:
    (shown, summary) = report([Comparison(Origin("a\x1b.md"), 9, (linted("Ferry\x1b[31m sinks"),))], Terminal())
    assert "\x1b" not in shown + summary
