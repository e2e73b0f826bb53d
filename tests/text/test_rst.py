"""reStructuredText: the words that its reader sees, each where it stands in the file."""

from __future__ import annotations

import pytest

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.rst.reader import read_rst
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from tests.text.drafts import byline, headline, kinds, read


def rst(text: str) -> Story:
    """Return the story in a reStructuredText."""
    return read(text, Markup.RST)


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("a *b* c", "a b c", ["a", "b", "c"]),
        ("a **b c** d", "a b c d", ["a", "b c", "d"]),
        ("a ``*b*`` c", "a *b* c", ["a", "*b*", "c"]),
        ("2 * 3 * 4", "2 * 3 * 4", ["2 * 3 * 4"]),
        ("a*b*c", "a*b*c", ["a*b*c"]),
        ("`a b <http://x>`_ c", "a b c", ["a b", "c"]),
        ("`a b <http://x>`__.", "a b.", ["a b", "."]),
        ("county_ said", "county said", ["county", "said"]),
        ("snake_case_word", "snake_case_word", ["snake_case_word"]),
        (":emphasis:`a` :ref:`b <c>`", "a b", ["a", "b"]),
        ("a :math:`x^2` b", "a b", ["a", "b"]),
        ("a [1]_, [#]_ b", "a, b", ["a", ",", "b"]),
        (r"\*a\* thing\ s", "*a* things", [r"\*", "a", r"\*", "thing", "s"]),
        ("|x| a\n\n.. |x| replace:: the EU", "the EU a", ["|x|", "a"]),
        ("|y| a", "|y| a", ["|y| a"]),
        ("a\nb", "a b", ["a", "b"]),
        ("half *typed", "half *typed", ["half *typed"]),
        ("**a", "**a", ["**a"]),
    ],
)
def test_inline(text: str, words: str, pieces: list[str]) -> None:
    (part,) = read_rst(SourceText(text)).parts
    assert part.text == words
    assert [text[one.file : one.end] for one in part.prose.pieces] == pieces


DRAFT = """\
.. a comment
   that goes on

===========================
Bridge *closed* after cracks
===========================

:lang: en

By Ruth Adler

The **bridge** was closed on Tuesday, the `county
<https://example.org>`_ said [1]_.

What happens next
-----------------

    “We would rather close it,” she said.

- Buses go through Marlow,
  they say.
- Trains do not run.

  They never did.

.. note:: It is shut
   for long.

   It leaks.

.. figure:: bridge.jpg
   :alt: The old bridge

   The bridge on Tuesday.

.. code-block:: python

   print("x")

Look here::

   verbatim *a*

===== =====
a     b
===== =====

.. [1] A footnote.
.. _county: https://example.org

.. raw:: html

   <b>not read</b>

It is *over*.
"""


def test_blocks() -> None:
    story = rst(DRAFT)
    assert headline(story) == "Bridge closed after cracks"
    assert byline(story) == "By Ruth Adler"
    assert story.metadata["lang"] == "en"
    assert kinds(story) == [
        ("paragraph", "The bridge was closed on Tuesday, the county said."),
        ("crosshead", "What happens next"),
        ("block quote", "“We would rather close it,” she said."),
        ("list item", "Buses go through Marlow, they say."),
        ("list item", "Trains do not run."),
        ("list item", "They never did."),
        ("paragraph", "It is shut for long."),
        ("paragraph", "It leaks."),
        ("caption", "The old bridge"),
        ("caption", "The bridge on Tuesday."),
        ("code", '   print("x")'),
        ("paragraph", "Look here:"),
        ("code", "   verbatim *a*"),
        ("table", "===== =====\na     b\n===== ====="),
        ("paragraph", "It is over."),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Title\n=====\nIt leaks.", ["Title", "It leaks."]),
        ("It leaks\n...", ["It leaks ..."]),
        ("A. Adler said so.\nHe left.", ["A. Adler said so. He left."]),
        ("term\n  It leaks.", ["term", "It leaks."]),
        ("- - a\n\n- b", ["a", "b"]),
        ("| It leaks.\n| It stays.", ["It leaks. It stays."]),
        (".. figure:: x", []),
        ("..\n\n   It leaks.", ["It leaks."]),
    ],
)
def test_shapes(text: str, words: list[str]) -> None:
    assert [part.text for part in read_rst(SourceText(text)).parts] == words


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (".. attrib: ignore[a]\n\nOne.\n\nTwo.", ["One."]),
        (".. attrib: ignore[a]\n   as agreed\n\nOne.", ["One."]),
        ("One.\n\n   .. attrib: ignore[a]\n\n   Two.", ["Two."]),
        ("One.\n.. attrib: ignore[a]", []),
        ("One.\n\n.. attrib: ignore[a]", [None]),
        ("Look::\n\n   .. attrib: ignore[a]", []),
    ],
)
def test_pragmas(text: str, scopes: list[str | None]) -> None:
    story = rst(text)
    assert [None if one.scope is None else one.scope.of(text) for one in story.pragmas] == scopes
    assert not any("as agreed" in words for _, words in kinds(story))
