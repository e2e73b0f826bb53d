"""Org: the words that its reader sees, each where it stands in the file."""

from __future__ import annotations

import pytest

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.org.reader import read_org
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from tests.text.drafts import byline, headline, kinds, read


def org(text: str) -> Story:
    """Return the story in an Org text."""
    return read(text, Markup.ORG)


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("a *b* c", "a b c", ["a", "b", "c"]),
        ("a /b *c*/ _d_ +e+", "a b c d e", ["a", "b", "c", "d", "e"]),
        ("a =b*c*= ~d~", "a b*c* d", ["a", "b*c*", "d"]),
        ("2 * 3 / 4 and/or", "2 * 3 / 4 and/or", ["2 * 3 / 4 and/or"]),
        ("snake_case_word", "snake_case_word", ["snake_case_word"]),
        ("the [[http://x.org][/old/ county]] said", "the old county said", ["the", "old", "county", "said"]),
        ("see [[http://x.org]].", "see http://x.org.", ["see", "[[http://x.org]]", "."]),
        ("a[fn:1], b[fn:: c] d", "a, b d", ["a", ", b", "d"]),
        ("a --- b 1--2", "a — b 1–2", ["a", "---", "b 1", "--", "2"]),
        ("a\\\\\nb", "a b", ["a", "b"]),
        ("half *typed [[http://x.org][it", "half *typed [[http://x.org][it", ["half *typed [[http://x.org][it"]),
    ],
)
def test_inline(text: str, words: str, pieces: list[str]) -> None:
    (part,) = read_org(SourceText(text)).parts
    assert part.text == words
    assert [text[one.file : one.end].strip() for one in part.prose.pieces] == pieces


DRAFT = """\
# not seen
#+TITLE: Bridge *closed* after cracks
#+AUTHOR: Ruth Adler
#+LANGUAGE: en

The *bridge* was closed on Tuesday, the [[https://example.org][county]]
said[fn:1].

* TODO [#A] What happens next :news:
:PROPERTIES:
:ID: x
:END:

#+begin_quote
“We would rather close it,” she said.
#+end_quote

- Buses go through Marlow,
  they say.
- [X] Trains do not run.

  They never did.
- term :: It stays.

It leaks.

#+CAPTION: The bridge on Tuesday.
[[file:bridge.jpg]]

#+BEGIN_SRC python
print("x")
#+END_SRC

| a | b |
|---+---|
: fixed

[fn:1] A footnote.

It is /over/.
"""


def test_blocks() -> None:
    story = org(DRAFT)
    assert headline(story) == "Bridge closed after cracks"
    assert byline(story) == "Ruth Adler"
    assert story.metadata["lang"] == "en"
    assert kinds(story) == [
        ("paragraph", "The bridge was closed on Tuesday, the county said."),
        ("crosshead", "What happens next"),
        ("block quote", "“We would rather close it,” she said."),
        ("list item", "Buses go through Marlow, they say."),
        ("list item", "Trains do not run."),
        ("list item", "They never did."),
        ("list item", "term"),
        ("list item", "It stays."),
        ("paragraph", "It leaks."),
        ("caption", "The bridge on Tuesday."),
        ("code", '#+BEGIN_SRC python\nprint("x")\n#+END_SRC'),
        ("table", "| a | b |\n|---+---|"),
        ("code", ": fixed"),
        ("paragraph", "It is over."),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("* It leaks\nIt stays.", [("It leaks", 1), ("It stays.", 0)]),
        ("#+begin_quote\nIt leaks.", [("It leaks.", 0)]),
        (":LOGBOOK:\nIt leaks.", [(":LOGBOOK: It leaks.", 0)]),
        ("#+TITLE:\n* It leaks", [("It leaks", 1)]),
        ("1. It leaks.\n2) It stays.", [("It leaks.", 0), ("It stays.", 0)]),
    ],
)
def test_shapes(text: str, found: list[tuple[str, int]]) -> None:
    assert [(part.text, part.level) for part in read_org(SourceText(text)).parts] == found


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("# attrib: ignore[a]\nOne.\n\nTwo.", ["One."]),
        ("  # attrib: ignore[a]\n  One.", ["One."]),
        ("- One.\n# attrib: ignore[a]\n- Two.", ["- Two."]),
        ("#+begin_src\n# attrib: ignore[a]\n#+end_src", []),
        ("#attrib: ignore[a]", []),
    ],
)
def test_pragmas(text: str, scopes: list[str]) -> None:
    assert [one.scope.of(text) for one in org(text).pragmas if one.scope is not None] == scopes
