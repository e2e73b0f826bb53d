"""Wherever an edit puts a pragma, the draft reads as before, and the pragma holds for that block and no other."""

from __future__ import annotations

import pytest
from hypothesis import example as such_as
from hypothesis import given
from hypothesis import strategies as st

from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.linter.pragmas.clauses import clauses
from attrib_lsp.linter.pragmas.edits import ignored_here, ignored_in_file
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story
from tests.linter.test_pragma_edits import moved
from tests.rules.fixing import mended
from tests.text.drafts import every_prose
from tests.text.test_properties import BITS, MARKUPS, TEXTS, patient

#: Bits of pragmas, to be among the bits that readers react to.
PRAGMAS = st.sampled_from(
    [
        *("<!-- attrib: ignore[", "<!-- attrib: ignore-file[ANO] -->", "<!-- attrib: ignore[ANO] -->", "HED]", " -->"),
        *("\n<!-- attrib: disable -->\n", "<!-- attrib: enable[uns101] -->", "% attrib: ignore[HED]\n", "\n- ", "\n> "),
        *("% attrib: disable\n", "\n% attrib: enable[UNS]\n", "---\nattrib: {ignore: [HED", "]}\n---\n", "One goes. "),
    ]
)
EXAMPLES = [example for rule in all_rules() for example in rule.documentation.flagged]


def read(text: str, markup: Markup) -> Story:
    """Return the story in a draft."""
    return read_story(SourceText(text), markup, tolerant=True)


def words(story: Story) -> list[str]:
    """Return all prose of a story."""
    return [prose.text for prose in every_prose(story)]


def finding(at: Span) -> LocatedFinding:
    """Return a finding that begins where a block does."""
    return LocatedFinding("UNS101", "unsourced-claim", Severity.WARNING, "Who says so?", "text", at)


def check(text: str, markup: Markup) -> None:
    """Assert of every block of a draft what the edits for a finding in it owe."""
    story = read(text, markup)
    spans = [prose.span for prose in every_prose(story) if prose.pieces]
    held = {span for clause in clauses(story.pragmas) for span in spans if clause.holds(finding(span))}
    for span in spans:
        if span in held:
            continue
        here = ignored_here(story, markup, finding(span))
        place = next((one.span for one in story.places if one.span.start <= span.start <= one.span.end), None)
        if here is not None:
            assert place is not None
            inside = {one for one in spans if place.start <= one.start <= place.end}
            applied(story, markup, here, spans, held | inside)
        everywhere = ignored_in_file(story, markup, finding(span))
        assert everywhere is not None
        applied(story, markup, everywhere, spans, set(spans))


def applied(story: Story, markup: Markup, fix: LocatedFix, spans: list[Span], held: set[Span]) -> None:
    """Assert that once ``fix`` is applied the blocks at ``held``, of all ``spans``, are held, and no word is lost."""
    text = mended(story.sources["text"].text, fix)
    after = read(text, markup)
    assert words(after) == words(story), text
    said = clauses(after.pragmas)
    for span in spans:
        assert any(one.holds(finding(moved(span, fix))) for one in said) == (span in held), (text, span)


@pytest.mark.parametrize("wrapped", ["{}", "- {}", "> {}", "1. > {}"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_examples(wrapped: str, end: str) -> None:
    first = wrapped.format("")
    rest = "".join(mark if mark == ">" else " " for mark in first)
    for example in EXAMPLES:
        if example.markup == Markup.MARKDOWN.value or wrapped == "{}":
            lines = example.text.split("\n")
            if wrapped != "{}" and lines[0] != "---":
                lines = [first + lines[0], *(rest + line for line in lines[1:])]
            check(end.join(lines), Markup(example.markup))


@MARKUPS
@patient
@such_as(text=">0\n>+")
@such_as(text="`\n\n0`")
@such_as(text="---\nA:\n0")
@such_as(text="`\n=\n0`")
@such_as(text="0{\n\n0}")
@such_as(text="---\nattrib: {ignore:[H:]}\n---\nh")
@such_as(text="---\nattrib: {ignore: [{H: }]}\n---\nh")
@given(text=st.one_of(TEXTS, st.lists(st.one_of(BITS, PRAGMAS), max_size=30).map("".join)))
def test_any_text(markup: Markup, text: str) -> None:
    check(text, markup)


@pytest.mark.parametrize("text", [">0<!A", "- a <!-- b", "> a <!b> <!c"])
def test_no_pragma_closes_what_is_half_typed(text: str) -> None:
    check(text, Markup.MARKDOWN)
