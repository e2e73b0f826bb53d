"""Findings that move with the text while it is typed."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix, LocatedRelated
from attrib_lsp.linter.moving import moved
from attrib_lsp.linter.precedence import beats, winners
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.change import difference
from attrib_lsp.text.span import Span

TEXT = "Critics say it fell. Sources denied it."


def finding(words: str, code: str = "UNS106", **more: object) -> LocatedFinding:
    """Return a finding on words of the text."""
    start = TEXT.index(words)
    place = Span(start, start + len(words))
    return LocatedFinding(code, "a-rule", Severity.INFO, "Who?", "text", place, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        ("Critics say it fell. Sources denied it. So what.", True),
        ("Oh. Critics say it fell. Sources denied it.", True),
        ("Critics say it all fell. Sources denied it.", True),
        ("Critics say it fell. Some Sources denied it.", True),
        ("Critics say it fell. Sources, denied it.", True),
        ("Critics say it fell. Resources denied it.", False),
        ("Critics say it fell. Sourcesx denied it.", False),
        ("Critics say it fell. Sourc denied it.", False),
        ("", False),
    ],
)
def test_a_finding_stays_on_its_words_or_goes(after: str, kept: bool) -> None:
    now = moved(finding("Sources"), difference(TEXT, after), after)
    assert (now is not None) is kept
    assert now is None or now.span.of(after) == "Sources"


def test_what_explains_and_mends_moves_too_or_goes() -> None:
    related = (LocatedRelated("first", "text", Span(0, 7)), LocatedRelated("then", "text", Span(33, 35)))
    fixes = (
        LocatedFix("cut", (LocatedEdit("text", Span(21, 29), ""),), True),
        LocatedFix("say", (LocatedEdit("text", Span(8, 11), "said"), LocatedEdit("text", Span(38, 38), "x")), True),
    )
    after = "Critics sway it fell. Sources denied it."
    now = moved(finding("Sources", related=related, fixes=fixes), difference(TEXT, after), after)
    assert now is not None
    assert [one.span for one in now.related] == [Span(0, 7), Span(34, 36)]
    assert [fix.title for fix in now.fixes] == ["cut"]
    assert now.fixes[0].edits[0].span.of(after) == "Sources "


def test_precedence_is_settled_among_all_that_overlap() -> None:
    codes = ("UNS101", "UNS106", "UNS110", "UNS102", "ANO202")
    spans = [Span(start, start + length) for start in range(6) for length in (0, 1, 3, 9)]
    every = [
        LocatedFinding(codes[number % len(codes)], "a-rule", Severity.INFO, "Who?", "text", span)
        for number, span in enumerate(spans)
    ]
    kept = winners(every)
    assert set(kept) == {one for one in every if not any(beats(other, one) for other in every)}
    assert list(kept) == sorted(kept, key=lambda one: (one.span.start, -len(one.span), one.code))
