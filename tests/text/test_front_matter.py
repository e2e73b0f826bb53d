"""Front matter: what a draft says of itself, and what is said of front matter that is broken."""

from __future__ import annotations

import pytest

from attrib_lsp.text.front_matter import UnreadableError, read_front_matter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from tests.text.drafts import body, deck, headline, in_file, markdown, plain

STORY = "\nThe bridge was closed on Tuesday, the county said.\n"


def matter(*lines: str, end: str = "\n") -> str:
    """Return a draft with ``lines`` as its front matter."""
    return end.join(["---", *lines, "---", ""]) + STORY


@pytest.mark.parametrize(
    ("value", "words", "written"),
    [
        ("Bridge closed", "Bridge closed", "Bridge closed"),
        ("Bridge closed # until May", "Bridge closed", "Bridge closed"),
        ("'Bridge closed'", "Bridge closed", "Bridge closed"),
        ('"Bridge: closed"', "Bridge: closed", "Bridge: closed"),
        ("'Adler''s bridge'", "Adler's bridge", "Adler''s bridge"),
        (r'"A \"safe\" bridge"', 'A "safe" bridge', r"A \"safe\" bridge"),
        (r'"\u201cSafe\u201d bridge"', "“Safe” bridge", r"Safe\u201d bridge"),
        ("Bridge\n  closed", "Bridge closed", "Bridge\n  closed"),
        ("'Bridge\n\n  closed'", "Bridge closed", "Bridge\n\n  closed"),
        ('"Bri\\\n  dge closed"', "Bridge closed", "Bri\\\n  dge closed"),
        (">-\n  Bridge\n  closed", "Bridge closed", "Bridge\n  closed"),
        ("|\n  Bridge closed", "Bridge closed", "Bridge closed"),
        ("&name Bridge closed", "Bridge closed", "Bridge closed"),
        ("2024", "2024", "2024"),
        ("«Мост» закрыт 🌉", "«Мост» закрыт 🌉", "«Мост» закрыт 🌉"),
    ],
)
def test_the_title_is_the_headline_and_keeps_its_place(value: str, words: str, written: str) -> None:
    text = matter("kind: news", f"title: {value}")
    story = markdown(text)
    assert headline(story) == words
    assert story.headline is not None
    assert in_file(story.headline.prose, text) == written
    assert body(story) == [STORY.strip()]


@pytest.mark.parametrize("value", ["", "null", "~", "[a, b]", "{a: b}", "''"])
def test_a_title_without_words_is_none(value: str) -> None:
    assert headline(markdown(matter(f"title: {value}"))) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = matter('title: "Bridge', '  closed"', "deck: Cracks in two arches", end=end)
    story = markdown(text)
    assert (headline(story), deck(story)) == ("Bridge closed", "Cracks in two arches")
    assert story.deck is not None
    assert in_file(story.deck.prose, text) == "Cracks in two arches"


def test_deck_and_standfirst() -> None:
    assert deck(markdown(matter("deck: Cracks in two arches"))) == "Cracks in two arches"
    assert deck(markdown(matter("standfirst: Cracks in two arches"))) == "Cracks in two arches"


def test_metadata_is_kept() -> None:
    story = markdown(matter("kind: opinion", "attrib: {ignore: [unsourced-claim]}"))
    assert dict(story.metadata) == {"kind": "opinion", "attrib": {"ignore": ["unsourced-claim"]}}


def test_the_headline_of_the_text_gives_way_to_the_title() -> None:
    story = markdown(matter("title: Bridge closed") + "\n# Cracks found\n\nBuses go round.\n")
    assert headline(story) == "Bridge closed"
    repeated = markdown(matter("title: Bridge closed").replace(STORY, "\n# Bridge closed\n" + STORY))
    assert [one.kind.value for one in repeated.debris] == ["duplicated line"]
    assert body(repeated) == [STORY.strip()]


def test_plain_text_may_have_front_matter() -> None:
    story = plain(matter("title: Bridge closed", "kind: opinion"))
    assert (headline(story), story.metadata["kind"]) == ("Bridge closed", "opinion")
    assert body(story) == [STORY.strip()]


@pytest.mark.parametrize("text", ["", "---", "---\n", "---\n\nA rule, then text.\n\n---\n", "--- not\ntitle: a\n---\n"])
def test_what_is_no_front_matter(text: str) -> None:
    assert read_front_matter(SourceText(text)).end_line == 0


def test_three_dots_close_it_and_it_may_be_empty() -> None:
    assert read_front_matter(SourceText("---\ntitle: a\n...\ntext")).end_line == 3
    assert read_front_matter(SourceText("\ufeff---\n---\ntext")).end_line == 2


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        (["title: Bridge: closed"], 2, "needs quotation marks"),
        (["kind: news", "title: 'Bridge closed"], 3, "quotation mark is not closed"),
        (["kind: news", "attrib: {ignore: [a"], 3, "bracket is not closed"),
        (["title: a", "no colon here", "kind: news"], 3, "colon"),
        (["title: a", "\tkind: news"], 3, "spaces, not tabs"),
        (["title: a", "when: 2024-13-41"], 2, "month"),
        (["title: *nobody"], 2, "cannot be read"),
        (["title: a\x00b"], 2, "cannot be read"),
        (["title: [[a"], 2, "bracket is not closed"),
        (["title: " + "[" * 700 + "]" * 700], 2, "nested too deeply"),
    ],
)
def test_broken_front_matter_is_an_error_with_its_line(lines: list[str], line: int, said: str) -> None:
    with pytest.raises(UnreadableError, match=said) as caught:
        markdown(matter(*lines))
    assert caught.value.line == line
    assert "\n" not in str(caught.value)


def test_front_matter_that_is_never_closed_is_an_error() -> None:
    with pytest.raises(UnreadableError, match="never closed") as caught:
        markdown("---\ntitle: Bridge closed\n" + STORY)
    assert caught.value.line == 1


def test_while_it_is_typed_what_can_be_read_counts() -> None:
    text = matter("title: Bridge closed", "kind: 'opin", "attrib: {ignore: [")
    story = read_story(SourceText(text), Markup.MARKDOWN, tolerant=True)
    assert headline(story) == "Bridge closed"
    assert body(story) == [STORY.strip()]


def test_while_it_is_typed_and_not_closed_it_ends_where_text_begins() -> None:
    text = "---\ntitle: Bridge closed\nkind: [a\n" + STORY
    story = read_story(SourceText(text), Markup.MARKDOWN, tolerant=True)
    assert headline(story) == "Bridge closed"
    assert body(story) == [STORY.strip()]
