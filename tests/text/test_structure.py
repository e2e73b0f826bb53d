"""What becomes of the lines of a plain draft: headline, deck, byline, dateline, body."""

from __future__ import annotations

import pytest

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.pieces import stretches
from attrib_lsp.text.prose import Piece, Prose
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.structure import LONGEST_PARAGRAPH
from tests.text.drafts import BODY, below, body, byline, debris, deck, headline, kinds, plain


@pytest.mark.parametrize(
    "line",
    [
        "Bridge over the Lea closed after cracks found",
        "Bridge over the Lea closed after cracks found,",
        "Bridge Over the Lea Is Closed After Engineers Find Cracks.",
        "County shuts bridge, sends buses round.",
        "What will the bridge cost?",
        "Adler: ‘We would rather close it for a month’",
        "EXCLUSIVE - County knew of cracks in 2019",
        "‘Close it,’ says engineer",
        "And the winner is…",
    ],
)
def test_headlines(line: str) -> None:
    story = plain(below(line))
    assert headline(story) == line
    assert body(story) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was closed on Tuesday after engineers found cracks in it, the county said.",
        "A bridge that has carried the London road since 1811 is closed.",
        "It was closed.",
        "The engineer put it like this:",
        "LONDON (Agency) — The bridge was closed on Tuesday, the county said.",
    ],
)
def test_first_sentences(line: str) -> None:
    story = plain(below(line))
    assert headline(story) is None
    assert body(story) == [line, *BODY]


def test_a_short_story_of_sentences_has_no_headline() -> None:
    assert headline(plain("Ministers knew.\n\nNobody said so.\n\nThe report blames them.\n")) is None


def test_a_headline_may_stand_alone() -> None:
    assert headline(plain("Bridge closed after cracks found\n")) == "Bridge closed after cracks found"
    assert headline(plain("The bridge was closed.\n")) is None


def test_nothing_but_a_body() -> None:
    assert (headline(plain("")), body(plain(""))) == (None, [])
    assert body(plain(BODY[0])) == [BODY[0]]


def test_the_full_form_of_a_truncated_headline() -> None:
    text = below(
        "Home local news Bridge over the Lea closed after engineers...",
        "Bridge over the Lea closed after engineers find cracks",
    )
    story = plain(text)
    assert headline(story) == "Bridge over the Lea closed after engineers find cracks"
    assert debris(story) == [("breadcrumb", "Home local news")]
    assert story.debris[0].prose.span.of(text) == "Home local news"
    assert story.truncated_headline is not None
    assert story.truncated_headline.prose.text == "Bridge over the Lea closed after engineers..."
    assert story.truncated_headline.prose.locate(story.truncated_headline.cut).of(text) == "engineers..."
    assert body(story) == list(BODY)


def test_a_word_may_be_cut_too() -> None:
    story = plain(
        below("Bridge over the Lea closed after engin…", "Bridge over the Lea closed after engineers find cracks")
    )
    assert headline(story) == "Bridge over the Lea closed after engineers find cracks"
    assert debris(story) == []


def test_a_truncated_headline_without_a_full_form_is_the_headline() -> None:
    story = plain(below("Bridge over the Lea closed after …"))
    assert headline(story) == "Bridge over the Lea closed after …"
    assert story.truncated_headline is not None
    assert story.truncated_headline.cut.of(story.truncated_headline.prose.text) == "after …"


def test_a_lede_is_not_the_full_form() -> None:
    story = plain(
        "Bridge closed after...\n\nBridge closed after cracks were found in two of its arches, the county said.\n"
    )
    assert headline(story) == "Bridge closed after..."


def test_a_path_glued_to_a_headline_that_is_not_cut() -> None:
    story = plain(below("News Local Bridge over the Lea closed", "Bridge over the Lea closed"))
    assert headline(story) == "Bridge over the Lea closed"
    assert debris(story) == [("breadcrumb", "News Local"), ("duplicated line", "Bridge over the Lea closed")]


def test_a_headline_that_ends_as_the_next_line_reads_is_no_path() -> None:
    line = "Bridge closed; Engineers find cracks in arches"
    assert headline(plain(below(line, "Engineers find cracks in arches"))) == line


def test_what_stands_above_the_headline() -> None:
    story = plain(below("Home > Local > Marlow", "NEWS", "3 March 2021", "Bridge over the Lea closed"))
    assert headline(story) == "Bridge over the Lea closed"
    assert debris(story) == [("breadcrumb", "Home > Local > Marlow"), ("section label", "NEWS")]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Smith",
        "By Jane Smith and Tom Ray in London",
        "BY JANE SMITH",
        "By Jane O’Neill, political editor",
        "By Ludwig van der Rohe and María del Carmen in Berlin",
        "By JANE SMITH, Tom Ray and Ali bin Said",
        "By Jane Smith | 3 March 2021 10:30",
        "Jane Smith, political editor",
        "Jane Smith in Rome, Europe correspondent",
        "Words by Jane Smith",
    ],
)
def test_bylines(line: str) -> None:
    story = plain(below("Bridge over the Lea closed", line))
    assert byline(story) == line
    assert body(story) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the river had risen by another metre.",
        "By Christmas, sales will have doubled.",
        "By then the bridge had been closed for a week.",
        "By Jane Smith’s account, the bridge was safe.",
        "Jane Smith, editor of the county’s history, said the bridge was the oldest of its kind.",
        "Jane Smith, who edits the paper, declined to comment.",
    ],
)
def test_sentences_that_look_like_bylines(line: str) -> None:
    story = plain(below("Bridge over the Lea closed", line))
    assert byline(story) is None
    assert body(story) == [line, *BODY]


@pytest.mark.parametrize(
    "line",
    [
        "3 March 2021",
        "March 3, 2021",
        "Wednesday 3 March 2021 10.30 GMT",
        "Updated 10:30",
        "Last updated: 3 March 2021 at 10:30 BST",
        "Published 2 hours ago",
        "03/03/2021",
        "Updated at 11:45 p.m. ET",
        "Wed 3 Mar 2021 | 4 min read",
        "(Reporting by Jane Smith in Rome; Editing by Tom Ray)",
        "Additional reporting by Jane Smith",
        "Tom Ray contributed to this report.",
        "ENDS",
        "-30-",
    ],
)
def test_lines_that_are_not_read(line: str) -> None:
    story = plain(below("Bridge over the Lea closed", line))
    assert body(story) == list(BODY)
    assert debris(story) == []
    assert body(plain(below("Bridge over the Lea closed") + "\n\n" + line)) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "On Tuesday, 3 March, the bridge was closed.",
        "March 3 was a Tuesday.",
        "It ends on 3 March.",
        "Updated rules take effect on 3 March.",
    ],
)
def test_sentences_that_look_like_dates(line: str) -> None:
    assert body(plain(below("Bridge over the Lea closed", line))) == [line, *BODY]


@pytest.mark.parametrize(
    "place",
    [
        "ROME (Agency) -",
        "LONDON —",
        "PARIS, March 3 (Reuters) –",
        "NEW YORK (AP) —",
        "ST. LOUIS, Mo. —",
        "WASHINGTON --",
        "BEIJING/SEOUL (Reuters) -",
        "Abuja (AFP) -",
        "MANCHESTER, N.H. —",
    ],
)
def test_datelines(place: str) -> None:
    text = below("Bridge over the Lea closed", f"{place} The bridge was closed on Tuesday, the county said.")
    story = plain(text)
    assert story.dateline is not None
    assert story.dateline.of(body(story)[0]) == place


@pytest.mark.parametrize(
    "line",
    [
        "The bridge — closed since Tuesday — will stay so until May, the county said.",
        "NATO said on Tuesday that the bridge - which its lorries use - was closed.",
        "Adler (of the county) — an engineer — found cracks.",
    ],
)
def test_sentences_that_look_like_datelines(line: str) -> None:
    assert plain(below("Bridge over the Lea closed", line)).dateline is None


def test_the_deck_is_a_line_that_does_not_end_as_a_sentence() -> None:
    story = plain(below("Bridge over the Lea closed", "Engineers find cracks in two of the three arches"))
    assert deck(story) == "Engineers find cracks in two of the three arches"
    assert body(story) == list(BODY)


@pytest.mark.parametrize(
    "next_line", ["By Jane Smith", "3 March 2021", "MARLOW — The bridge is closed, the county said."]
)
def test_the_deck_may_be_a_sentence_above_byline_or_dateline(next_line: str) -> None:
    story = plain(below("Bridge over the Lea closed", "Engineers found cracks in two of the arches.", next_line))
    assert deck(story) == "Engineers found cracks in two of the arches."


def test_in_doubt_it_is_body() -> None:
    story = plain(below("Bridge over the Lea closed", "Engineers found cracks in two of the arches."))
    assert deck(story) is None
    assert body(story) == ["Engineers found cracks in two of the arches.", *BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Engineers found cracks in two of the arches, and closed the road over the",
        "Engineers found cracks in two of the arches. The county closed the road",
        "Engineers found cracks in two of the arches,",
        "The engineer said this:",
    ],
)
def test_a_paragraph_that_breaks_off_is_no_deck(line: str) -> None:
    story = plain(below("Bridge over the Lea closed", line))
    assert deck(story) is None
    assert body(story) == [line, *BODY]


def test_crossheads() -> None:
    story = plain("\n\n".join(["Bridge over the Lea closed", BODY[0], "What happens next", BODY[1], BODY[2]]))
    assert kinds(story)[1] == ("crosshead", "What happens next")


@pytest.mark.parametrize("line", ["The tunnel has been closed since May", "She paused", "“No”", "the county said"])
def test_unfinished_lines_are_no_crossheads(line: str) -> None:
    story = plain("\n\n".join(["Bridge over the Lea closed", BODY[0], line]))
    assert kinds(story)[-1] == ("paragraph", line)


def test_a_row_with_a_headline_of_its_own() -> None:
    headline_field = SourceText("  Bridge over\nthe Lea closed ")
    story = read_row(SourceText("\n\n".join(BODY)), headline_field)
    assert headline(story) == "Bridge over the Lea closed"
    assert story.headline is not None
    assert story.headline.prose.field == "headline"
    assert story.headline.prose.span.of(headline_field.text) == "Bridge over\nthe Lea closed"
    assert body(story) == list(BODY)
    assert story.sources["headline"] is headline_field


def test_a_row_whose_text_repeats_the_headline() -> None:
    story = read_row(SourceText(below("Bridge over the Lea closed.")), SourceText("Bridge over the Lea closed"))
    assert debris(story) == [("duplicated line", "Bridge over the Lea closed.")]
    assert body(story) == list(BODY)


@pytest.mark.parametrize("field", [None, SourceText(""), SourceText(" \n")])
def test_a_row_without_a_headline_takes_it_from_the_text(field: SourceText | None) -> None:
    story = read_row(SourceText(below("Bridge over the Lea closed")), field)
    assert headline(story) == "Bridge over the Lea closed"
    assert story.headline is not None
    assert story.headline.prose.field == "text"


def test_a_row_with_a_truncated_headline_finds_its_full_form_in_the_text() -> None:
    story = read_row(SourceText(below("Bridge over the Lea closed after cracks")), SourceText("Bridge over the Lea..."))
    assert headline(story) == "Bridge over the Lea closed after cracks"
    assert story.truncated_headline is not None
    assert story.truncated_headline.prose.field == "headline"


@pytest.mark.parametrize("sentence", ["It leaks, she said. ", "leaks and ", "x"])
def test_a_text_on_one_line_is_read_in_stretches_that_lose_no_word(sentence: str) -> None:
    text = sentence * (30_000 // len(sentence))
    found = [block.prose for block in read_story(SourceText(text), Markup.PLAIN).body]
    assert len(found) > 7
    assert all(len(one.text) <= LONGEST_PARAGRAPH for one in found)
    assert "".join("".join(one.text for one in found).split()) == "".join(text.split())
    for one in found:
        assert one.span.of(text) == one.text
        assert sentence == "x" or one.text.endswith(sentence.strip()[-1])


def test_a_headline_is_no_longer_than_a_paragraph() -> None:
    long = "# " + "The bridge is shut and " * 5_000
    story = read_story(SourceText(long + "\n\nIt leaks, she said.\n"), Markup.MARKDOWN)
    assert story.headline is not None
    assert 0 < len(story.headline.prose.text) <= LONGEST_PARAGRAPH


@pytest.mark.parametrize("length", [100, 5_000])
def test_what_is_written_otherwise_in_the_file_is_not_cut(length: int) -> None:
    piece = Piece(1_990, 1_990, length, 9)
    prose = Prose(
        "a" * 1_990 + "b" * length + "c" * 3_000, (Piece(0, 0, 1_990), piece, Piece(1_990 + length, 1_999, 3_000))
    )
    found = stretches(prose, 2_000)
    assert "".join(one.text for one in found) == prose.text
    assert [sum("b" in one.text for one in found), sum(one.written for part in found for one in part.pieces)] == [1, 9]
