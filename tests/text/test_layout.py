"""Verse and tables in drafts: set apart, and not read as prose."""

from __future__ import annotations

import pytest

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import BlockKind

STANZA = """The boats come in with nothing but the tide,
The gulls complain, the mayor stays inside,
And someone said the harbour would be sold
To men in coats who never felt the cold"""
COUPLET = """It is believed the ropes remember hands
The experts say the sea has other plans"""
TABLE = """Year    Ships   Goods
2022    1,204   310,000 tonnes
2023    1,377   345,500 tonnes"""
HEAD = """Women sing at the port again

Women at the port sang an old song on Monday, the choir's leader, Rita Boyle, said."""


def body(text: str, markup: Markup = Markup.PLAIN) -> list[tuple[BlockKind, str]]:
    """Return the blocks of the body below the first paragraph."""
    story = read_story(SourceText(text), markup)
    return [(block.kind, block.prose.text) for block in story.body][1:]


@pytest.mark.parametrize(
    ("below", "blocks"),
    [
        ([STANZA], [(BlockKind.VERSE, STANZA)]),
        ([STANZA, COUPLET], [(BlockKind.VERSE, STANZA), (BlockKind.VERSE, COUPLET)]),
        ([COUPLET, STANZA], [(BlockKind.VERSE, COUPLET), (BlockKind.VERSE, STANZA)]),
        ([TABLE], [(BlockKind.TABLE, TABLE)]),
        (["Rovers\t30\t65\nUnited\t30\t60"], [(BlockKind.TABLE, "Rovers\t30\t65\nUnited\t30\t60")]),
    ],
)
def test_verse_and_tables_in_plain_text(below: list[str], blocks: list[tuple[BlockKind, str]]) -> None:
    assert body("\n\n".join([HEAD, *below, "The song was banned in 1920, Ms Boyle said."]))[:-1] == blocks


@pytest.mark.parametrize(
    "lines",
    [
        COUPLET,
        "Mayor quits over the sale of the port\nCouncil will vote on Tuesday\nHow the port was sold\nWho paid for it",
        "The port was sold.\nThe mayor quit.\nThe council met.\nNobody came.",
        "Rovers 2, United 1\nCity 0, Albion 0\nAthletic 3, Town 2\nWanderers 1, County 4",
        "Rita Boyle, Choir Leader,\nHarbour Office, 12 High Street,\nThe Old Port,\nOslo",
        "The council sold the port on Monday and paid for the\nschool roofs with what it got, its leader said,\n"
        "and for new pumps, of which there are four, and for\ntwo cranes that it had hired for many years.",
        "He said:  no.\nShe said:  yes.",
    ],
)
def test_other_short_lines_are_neither(lines: str) -> None:
    kinds = {kind for kind, _ in body(f"{HEAD}\n\n{lines}\n\nThe song was banned in 1920, Ms Boyle said.")}
    assert not kinds & {BlockKind.VERSE, BlockKind.TABLE}


def test_the_head_of_a_story_is_neither() -> None:
    text = "Mayor quits over the port,\nSays she will sue,\nAnd calls for a vote\nBy May\n\nShe quit on Friday.\n"
    assert read_story(SourceText(text), Markup.PLAIN).headline is not None


def test_verse_in_markdown_has_lines_broken_on_purpose() -> None:
    broken = STANZA.replace("\n", "  \n")
    head = f"# {HEAD}\n\n"
    assert body(f"{head}{broken}\n\nIt was banned.", Markup.MARKDOWN)[0] == (BlockKind.VERSE, broken)
    assert body(f"{head}{STANZA}\n\nIt was banned.", Markup.MARKDOWN)[0][0] is BlockKind.PARAGRAPH


def test_a_draft_may_be_verse_as_a_whole() -> None:
    story = read_story(SourceText(f"---\nkind: poem\n---\n\n# Port\n\n{COUPLET}\n"), Markup.MARKDOWN)
    assert [block.kind for block in story.body] == [BlockKind.VERSE]
