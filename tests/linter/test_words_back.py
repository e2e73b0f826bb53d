"""Whatever a story is written in: every finding leads back to the same words in the file."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from attrib_lsp.text.wire.item import read_item
from attrib_lsp.text.wire.reader import read_items
from tests.text.test_wire import ITEM, paragraph, word

#: Nobody takes so long a paragraph for a headline.
_OPENING = (
    "The bridge over the Lea was closed on Tuesday after engineers found cracks in two of its arches, the county said. "
    "Buses are being sent through Marlow until June, which adds half an hour to the journey of those who live there."
)
#: Words that are set off, by what stands around them in each markup.
_WORDS = st.sampled_from(["the café", "Ann Dodd’s bar", "a 🌊 pool", "Marks & Co", "the “old” mill"])
_SENTENCES = st.sampled_from(
    [
        "Officials told reporters that {} was shut.",
        "It is understood that {} will open again in May.",
        "{} reportedly cost far too much, and the county said so.",
        "“We would rather wait for {},” a source close to the talks said.",
        "Ruth Adler, who runs {}, said it leaks.",
    ]
)


@st.composite
def stories(draw: st.DrawFn) -> list[list[tuple[str, str]]]:
    """Return paragraphs of sentences, each with the words that are set off in it."""
    sentence = st.tuples(_SENTENCES, _WORDS)
    return [[(_OPENING, "")], *draw(st.lists(st.lists(sentence, min_size=1, max_size=3), min_size=1, max_size=4))]


def lines(
    told: Sequence[Sequence[tuple[str, str]]], around: str = "{}", write: Callable[[str], str] = str
) -> list[str]:
    """Return the paragraphs, with what is set off ``around`` it, and words written as ``write`` does."""
    return [
        " ".join(
            (around.format(write(words)) if words else "").join(write(part) for part in sentence.split("{}"))
            for sentence, words in paragraph
        )
        for paragraph in told
    ]


def escaped(text: str) -> str:
    """Return ``text`` for HTML and XML, with numbers for what is not ASCII."""
    return "".join(one if one.isascii() else f"&#{ord(one)};" for one in html.escape(text, quote=False))


def tex(text: str) -> str:
    """Return ``text`` for LaTeX."""
    return text.replace("&", "\\&").replace("“", "``").replace("”", "''")


def in_markup(told: Sequence[Sequence[tuple[str, str]]], markup: Markup) -> str:
    """Return the story as a draft, its lines broken where a space stands behind a comma."""
    around, write = {
        Markup.PLAIN: ("{}", str),
        Markup.MARKDOWN: ("*{}*", str),
        Markup.MDX: ("<b>{}</b>", str),
        Markup.HTML: ("<em>{}</em>", escaped),
        Markup.RST: ("*{}*", str),
        Markup.ASCIIDOC: ("_{}_", str),
        Markup.LATEX: ("\\emph{{{}}}", tex),
        Markup.ORG: ("/{}/", str),
    }[markup]
    written = lines(told, around, write)
    if markup is not Markup.PLAIN:
        written = [one.replace(", ", ",\n") for one in written]
    return "".join(f"<p>{one}</p>\n" for one in written) if markup is Markup.HTML else "\n\n".join(written) + "\n"


def wrapped(told: Sequence[Sequence[tuple[str, str]]], name: str) -> Story:
    """Return the story read from a file of a format made for machines."""
    plain = "\n\n".join(lines(told))
    marked = "".join(f"<p>{one}</p>" for one in lines(told, "<em>{}</em>", escaped))
    if name == "row":
        return read_row(SourceText(plain))
    raw: str | bytes = {
        "plain.json": json.dumps({"uri": "a", "headlines": [], "body_text": plain}),
        "marked.json": json.dumps({"uri": "a", "headlines": [], "body_xhtml": marked}),
        "nitf.xml": f"<nitf><body><body.content>{marked}</body.content></body></nitf>",
        "newsml.xml": ITEM.format(number=1, content=f"<inlineData>{escaped(plain)}</inlineData>"),
        "word.docx": word("".join(paragraph(html.escape(one)) for one in lines(told))),
    }[name]
    (item,) = read_items(name, raw if isinstance(raw, bytes) else raw.encode())
    return read_item(item)


_TAGS = re.compile(r"</?[a-z]+>|\\emph\{|[{}]|\\(?=&)|(?<!\w)[*_/]|[*_/](?!\w)")


def visible(text: str, name: str) -> str:
    """Return what is to be seen of some of a file's text."""
    if name.endswith(".json"):
        text = json.loads(f'"{text}"')
    if name == "latex":
        text = text.replace("``", "“").replace("''", "”")
    return " ".join(html.unescape(_TAGS.sub("", text)).split())


def found(linter: Linter, story: Story, name: str) -> list[tuple[str, str]]:
    """Return the codes of what is found in the body, each with the words at its place in the file."""
    text = story.sources["text"].text
    return [(one.code, visible(one.span.of(text), name)) for one in linter.check(story)]


@pytest.mark.parametrize("markup", [one for one in Markup if one is not Markup.PLAIN])
@settings(deadline=None, max_examples=8)
@given(told=stories())
def test_findings_in_a_markup_give_their_words_back(
    linter: Linter, markup: Markup, told: list[list[tuple[str, str]]]
) -> None:
    expected = found(linter, read_story(SourceText(in_markup(told, Markup.PLAIN)), Markup.PLAIN), "text")
    assert found(linter, read_story(SourceText(in_markup(told, markup)), markup), markup.value) == expected


@pytest.mark.parametrize("name", ["row", "plain.json", "marked.json", "nitf.xml", "newsml.xml", "word.docx"])
@settings(deadline=None, max_examples=8)
@given(told=stories())
def test_findings_in_a_wrapped_story_give_their_words_back(
    linter: Linter, name: str, told: list[list[tuple[str, str]]]
) -> None:
    plain = read_story(SourceText(in_markup(told, Markup.PLAIN)), Markup.PLAIN)
    expected = found(linter, plain, "text")
    assert found(linter, wrapped(told, name), name) == expected
