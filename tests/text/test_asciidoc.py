"""AsciiDoc: the words that its reader sees, each where it stands in the file."""

from __future__ import annotations

import pytest

from attrib_lsp.text.asciidoc.reader import read_asciidoc
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from tests.text.drafts import byline, headline, kinds, read


def asciidoc(text: str) -> Story:
    """Return the story in an AsciiDoc text."""
    return read(text, Markup.ASCIIDOC)


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("a *b* c", "a b c", ["a", "b", "c"]),
        ("a _b *c*_ d", "a b c d", ["a", "b", "c", "d"]),
        ("a**b**c __d__", "abc d", ["a", "b", "c", "d"]),
        ("a `b` ``c*d*``", "a b c*d*", ["a", "b", "c*d*"]),
        ("2 * 3 * 4", "2 * 3 * 4", ["2 * 3 * 4"]),
        ("snake_case_word", "snake_case_word", ["snake_case_word"]),
        ("https://x.org[the county,window=_blank] said", "the county said", ["the county", "said"]),
        ("link:a.html[it^] mailto:a@b.c[]", "it a@b.c", ["it", "mailto:a@b.c[]"]),
        ("a<<b,c>> d", "ac d", ["a", "c", "d"]),
        ("a.footnote:[b] c", "a. c", ["a.", "c"]),
        ("\"`a`\" '`b`'", "“a” ‘b’", ['"`', "a", '`"', "'`", "b", "`'"]),
        ('set `"a b" c`, d', 'set "a b" c, d', ["set", '"a b" c', ", d"]),
        ('set `"a."`, d', 'set "a.", d', ["set", '"a."', ", d"]),
        ("a -- b c--d", "a — b c—d", ["a", "--", "b c", "--", "d"]),
        ("a &amp; b{nbsp}c {no}", "a & b\xa0c {no}", ["a", "&amp;", "b", "{nbsp}", "c {no}"]),
        (r"\*a* b", "*a* b", [r"\*", "a* b"]),
        ("[.role]#a# b", "a b", ["a", "b"]),
        ("a +\nb", "a b", ["a", "b"]),
        ("half *typed", "half *typed", ["half *typed"]),
        ("https://x.org[half", "https://x.org[half", ["https://x.org[half"]),
    ],
)
def test_inline(text: str, words: str, pieces: list[str]) -> None:
    (part,) = read_asciidoc(SourceText(text)).parts
    assert part.text == words
    assert [text[one.file : one.end].strip() for one in part.prose.pieces] == pieces


DRAFT = """\
// not seen
= Bridge *closed* after cracks
Ruth Adler <ruth@example.org>
v1.0, 2024-01-01
:lang: en
:county: Marlow County

The *bridge* was closed on Tuesday,
// not seen
{county} said.

.The old bridge
image::bridge.jpg[The bridge on Tuesday, 300]

== What happens next

[quote, Ruth Adler]
____
“We would rather close it,” she said.
____

* Buses go through Marlow,
they say.
** Trains do not run.
. Ferries do.

NOTE: It is shut.

----
print("x")
----

[source,python]
print("y")

|===
|a |b
|===

[WARNING]
====
It leaks.
====

****
Not of the article.
****

 literal

term:: It stays.

'''

////
Not seen.
////

It is _over_.
"""


def test_blocks() -> None:
    story = asciidoc(DRAFT)
    assert headline(story) == "Bridge closed after cracks"
    assert byline(story) == "Ruth Adler"
    assert story.metadata["lang"] == "en"
    assert kinds(story) == [
        ("paragraph", "The bridge was closed on Tuesday, Marlow County said."),
        ("caption", "The old bridge"),
        ("caption", "The bridge on Tuesday"),
        ("crosshead", "What happens next"),
        ("block quote", "“We would rather close it,” she said."),
        ("list item", "Buses go through Marlow, they say."),
        ("list item", "Trains do not run."),
        ("list item", "Ferries do."),
        ("paragraph", "It is shut."),
        ("code", '----\nprint("x")\n----'),
        ("code", 'print("y")'),
        ("table", "|===\n|a |b\n|==="),
        ("paragraph", "It leaks."),
        ("code", " literal"),
        ("list item", "term"),
        ("list item", "It stays."),
        ("paragraph", "It is over."),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A title\n=======\n\nIt leaks.", [("A title", 1), ("It leaks.", 0)]),
        ("____\nIt leaks.", [("It leaks.", 0)]),
        ('"Close it."\n-- Ruth Adler', [('"Close it."', 0)]),
        ("> It leaks.\n> It stays.", [("It leaks. It stays.", 0)]),
        ("[verse]\nIt leaks.", [("It leaks.", 0)]),
        ("[pass]\nIt leaks.", []),
        ("====\n====\nIt leaks.", [("It leaks.", 0)]),
    ],
)
def test_shapes(text: str, found: list[tuple[str, int]]) -> None:
    assert [(part.text, part.level) for part in read_asciidoc(SourceText(text)).parts] == found


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("// attrib: ignore[a]\nOne.\n\nTwo.", ["One."]),
        ("One\n// attrib: ignore[a]\nstays.", ["One\n// attrib: ignore[a]\nstays."]),
        ("* One.\n// attrib: ignore[a]\n* Two.", ["* Two."]),
        ("----\n// attrib: ignore[a]\n----", []),
        ("See // attrib: ignore[a]", []),
    ],
)
def test_pragmas(text: str, scopes: list[str]) -> None:
    assert [one.scope.of(text) for one in asciidoc(text).pragmas if one.scope is not None] == scopes
