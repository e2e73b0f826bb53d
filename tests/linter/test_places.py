"""What stands at a place of a draft."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.places import Found, Part, Places, places_of
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

DRAFT = """# A day at the yard 🚢

Joan Kott runs the yard. The ferry, Kott said, was sold on Monday.\r
\r
“We had *no* choice 🚢,” she told the Evening Post.

It is understood that the crew will go. The gulls will stay.
"""


def places(linter: Linter, draft: str = DRAFT) -> Places:
    """Return the places of a draft in Markdown."""
    return places_of(linter.analyse(read_story(SourceText(draft), Markup.MARKDOWN)))


def at(linter: Linter, words: str, inside: int = 0) -> Found | None:
    """Return what stands in the draft at the first of ``words``."""
    return places(linter).at(DRAFT.index(words) + inside)


@pytest.mark.parametrize(
    ("words", "inside", "part", "span"),
    [
        ("Kott said", 0, Part.MENTION, "Kott"),
        ("Kott said", 3, Part.MENTION, "Kott"),
        ("Kott said", 4, Part.MENTION, "Kott"),  # the cursor right behind it
        ("said, was", 0, Part.CUE, "said"),
        ("sold on", 1, Part.CONTENT, ", was sold on Monday"),
        ("choice", 0, Part.CONTENT, "“We had *no* choice 🚢,”"),
        ("she told", 0, Part.MENTION, "she"),
        ("told the", 0, Part.CUE, "told"),
        ("is understood", 3, Part.CUE, "It is understood"),
    ],
)
def test_what_stands_at_a_place(linter: Linter, words: str, inside: int, part: Part, span: str) -> None:
    found = at(linter, words, inside)
    assert found is not None
    assert (found.part, found.span.of(DRAFT).strip(", ")) == (part, span.strip(", "))


@pytest.mark.parametrize("words", ["# A day", "gulls", "stay."])
def test_nothing_stands_elsewhere(linter: Linter, words: str) -> None:
    assert at(linter, words) is None


@pytest.mark.parametrize(
    ("words", "name"), [("Kott said", "Joan Kott"), ("no*", "Joan Kott"), ("told", "Joan Kott"), ("understood", None)]
)
def test_who_speaks_there(linter: Linter, words: str, name: str | None) -> None:
    found = at(linter, words)
    assert found is not None
    assert (found.source.source.name if found.source else None) == name
    assert found.statement is not None


@pytest.mark.parametrize("draft", ["", "\r\n", "# ", "“", "🚢"])
def test_nothing_stands_in_next_to_nothing(linter: Linter, draft: str) -> None:
    of = places(linter, draft)
    assert all(of.at(offset) is None for offset in range(len(draft) + 2))
    assert of.identification(0) is None
    assert not of.mentions_of(0)
    assert not of.statements_of(0)
