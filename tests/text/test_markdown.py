"""Markdown: the words that its reader sees, each where it stands in the file."""

from __future__ import annotations

import pytest

from attrib_lsp.text.markdown import read_markdown
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from tests.text.drafts import body, byline, debris, deck, headline, in_file, kinds, markdown


def prose(text: str) -> Prose:
    """Return the prose of the only part in ``text``."""
    (part,) = read_markdown(SourceText(text))[0]
    return part.prose


def places(text: str) -> list[str]:
    """Return what stands in the file for each piece of the only part in ``text``, marked where it begins."""
    return [f"{piece.file}:{text[piece.file : piece.file + piece.length]}" for piece in prose(text).pieces]


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("a *b* c", "a b c", ["0:a ", "3:b", "5: c"]),
        ("the *the* the", "the the the", ["0:the ", "5:the", "9: the"]),
        ("***a* b** c", "a b c", ["3:a", "5: b", "9: c"]),
        ("**a *a* a**", "a a a", ["2:a ", "5:a", "7: a"]),
        ("a ** b", "a ** b", ["0:a ** b"]),
        ("2 * 3 * 4", "2 * 3 * 4", ["0:2 * 3 * 4"]),
        ("snake_case_word", "snake_case_word", ["0:snake_case_word"]),
        (r"\*a\* b", "*a* b", ["1:*", "2:a", "4:*", "5: b"]),
        (r"a\q b", r"a\q b", ["0:a", r"1:\q", "3: b"]),
        ("a &amp; b", "a & b", ["0:a ", "7: b"]),
        ("&ldquo;a&rdquo;", "“a”", ["7:a"]),
        ("a &nosuch; b", "a &nosuch; b", ["0:a &nosuch; b"]),
        ("`a` a", "a a", ["1:a", "3: a"]),
        ("`` a`b `` c", "a`b c", ["3:a`b", "9: c"]),
        ("`a\nb` c", "a b c", ["1:a", "3:b", "5: c"]),
        ("[a](http://x.org) a", "a a", ["1:a", "17: a"]),
        ('[a](http://x.org "a title") b', "a b", ["1:a", "27: b"]),
        ("[a](<x y> 'a (b)') b", "a b", ["1:a", "18: b"]),
        ("[a](x\n'y') b", "a b", ["1:a", "10: b"]),
        ("[*a* `b`](x) c", "a b c", ["2:a", "4: ", "6:b", "12: c"]),
        ("[a][r] [r][] [r]\n\n[r]: http://x.org", "a r r", ["1:a", "6: ", "8:r", "12: ", "14:r"]),
        ("[not] a (link)", "[not] a (link)", ["0:[not] a (link)"]),
        ("<http://x.org> a", "http://x.org a", ["1:http://x.org", "14: a"]),
        ("a<br>b <!-- a --> c", "ab  c", ["0:a", "5:b ", "17: c"]),
        ("~~a~~ b", "a b", ["2:a", "5: b"]),
        ("a\nb", "a b", ["0:a", "2:b"]),
        ("a  \nb", "a b", ["0:a", "4:b"]),
        ("a\\\nb", "a b", ["0:a", "3:b"]),
        ("a\n    b", "a b", ["0:a", "6:b"]),
        ("`a\n  b`", "a   b", ["1:a", "3:  b"]),
        ("a\r\nb\rc", "a b c", ["0:a", "3:b", "5:c"]),
        ("> a\n> b", "a b", ["2:a", "6:b"]),
        ("> a\nb", "a b", ["2:a", "4:b"]),
        ("> > a *a*\n>> a", "a a a", ["4:a ", "7:a", "13:a"]),
        ("- a\n  a", "a a", ["2:a", "6:a"]),
        ("1.\ta\n\ta", "a a", ["3:a", "6:a"]),
        ("# # a #", "# a", ["2:# a"]),
        ("> ## a a ##", "a a", ["5:a a"]),
        ("a\na\n===", "a a", ["0:a", "2:a"]),
        ("🌊 *🌊* a", "🌊 🌊 a", ["0:🌊 ", "3:🌊", "5: a"]),
        ("\ufeffa", "a", ["1:a"]),
        ("a\u2028b\fc", "a\u2028b\fc", ["0:a\u2028b\fc"]),
        ("a\x00b", "a\x00b", ["0:a\x00b"]),
    ],
)
def test_inline(text: str, words: str, pieces: list[str]) -> None:
    assert prose(text).text == words
    assert places(text) == pieces


def test_an_image_is_a_caption() -> None:
    text = "The quay. ![The *old* quay &mdash; closed](quay.jpg 'Quay')\n"
    paragraph, caption = read_markdown(SourceText(text))[0]
    assert paragraph.text == "The quay."
    assert caption.text == "The old quay — closed"
    assert in_file(caption.prose, text) == "The *old* quay &mdash; closed"


def test_words_can_be_put_in_behind_a_line_that_goes_on_below() -> None:
    text = "The bridge is shut.\nIt leaks. It is *old*.\n"
    found = prose(text)
    at = found.text.index(" It leaks")
    assert found.locate(Span(at, at)).start == text.index("\n")
    end = len(found.text)
    assert found.locate(Span(end, end)).start == len(text) - 1


def test_a_word_across_markup_is_located_from_first_to_last_letter() -> None:
    text = "The **bri**dge [is](x) closed."
    found = prose(text)
    assert found.text == "The bridge is closed."
    assert found.locate(Span(4, 10)).of(text) == "bri**dge"
    assert found.locate(Span(11, 13)).of(text) == "is"


DRAFT = """\
# Bridge *closed*

By Ruth Adler

The **bridge** was closed on Tuesday, the [county](https://example.org) said.

## What happens next

> “We would rather close it,” she said.

- Buses go through Marlow.
- Trains do not run.

| a | b |
|---|---|
| c | d |

```
print("nothing")
```

    print("nothing")

<div>not prose</div>

<!-- attrib: ignore[unsourced-claim] agreed -->
![The bridge](bridge.jpg)

[county]: https://example.org
"""


def test_blocks() -> None:
    story = markdown(DRAFT)
    assert headline(story) == "Bridge closed"
    assert byline(story) == "By Ruth Adler"
    assert kinds(story) == [
        ("paragraph", "The bridge was closed on Tuesday, the county said."),
        ("crosshead", "What happens next"),
        ("block quote", "“We would rather close it,” she said."),
        ("list item", "Buses go through Marlow."),
        ("list item", "Trains do not run."),
        ("table", "| a | b |\n|---|---|\n| c | d |"),
        ("code", '```\nprint("nothing")\n```'),
        ("code", '    print("nothing")'),
        ("caption", "The bridge"),
    ]


def test_the_first_heading_is_the_headline_whatever_its_level() -> None:
    assert headline(markdown("### Bridge closed\n\nIt was closed on Tuesday.\n")) == "Bridge closed"


def test_a_small_heading_below_body_is_no_headline() -> None:
    story = markdown("The bridge was closed on Tuesday.\n\n## What happens next\n\nBuses are sent round.\n")
    assert headline(story) is None
    assert kinds(story)[1] == ("crosshead", "What happens next")


def test_without_any_heading_the_first_line_may_be_the_headline() -> None:
    assert headline(markdown("Bridge closed after cracks found\n\nIt was closed on Tuesday.\n")) == (
        "Bridge closed after cracks found"
    )
    assert headline(markdown("The bridge was closed on Tuesday.\n\nIt will open in May.\n")) is None
    assert headline(markdown("The bridge was closed on Tuesday\n")) is None


def test_a_heading_right_below_the_headline_is_the_deck() -> None:
    story = markdown("# Bridge closed\n\n## Engineers find cracks in two arches\n\nIt was closed on Tuesday.\n")
    assert deck(story) == "Engineers find cracks in two arches"


def test_an_emphasised_paragraph_below_the_headline_is_the_deck() -> None:
    text = "# Bridge closed\n\n*Engineers found cracks in two arches.*\n\nIt was closed on Tuesday.\n"
    assert deck(markdown(text)) == "Engineers found cracks in two arches."
    assert deck(markdown(text.replace("*", ""))) is None


def test_a_strong_line_is_a_crosshead_and_a_strong_sentence_is_not() -> None:
    story = markdown("# A\n\nOne goes.\n\n**What comes next**\n\n**Nobody knows.**\n\n**Two** stay\n")
    assert kinds(story) == [
        ("paragraph", "One goes."),
        ("crosshead", "What comes next"),
        ("paragraph", "Nobody knows."),
        ("paragraph", "Two stay"),
    ]


def test_furniture_in_markdown() -> None:
    story = markdown("# Bridge closed\n\nIt was closed on Tuesday.\n\n[Read more: The bridge in pictures](x)\n")
    assert debris(story) == [("related link", "Read more: The bridge in pictures")]
    assert body(story) == ["It was closed on Tuesday."]


def test_deep_nesting_is_no_trouble() -> None:
    for text in (">" * 3000 + " a", "- " * 500 + "a", "[" * 3000, "*" * 3001, "`" * 3000 + "a", "![" * 999, "<" * 3000):
        markdown(text)
