"""Inlay hints, code lenses and folding, as an editor asks for them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types

from attrib_lsp.server.present import SHORT
from tests.server.able import DRAFT, SAMPLE, able, document, whole
from tests.server.drafts import many_paragraphs
from tests.server.editor import Editor, editing

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def showing() -> AsyncIterator[Editor]:
    """Lend an editor that shows everything, counts in UTF-16 and wants inlay hints."""
    ability = able("attrib-lsp.showSources", encoding=types.PositionEncodingKind.Utf16)
    async with editing(ability, {"attrib-lsp": {"inlayHints": True}}) as editor:
        yield editor


async def hints(editor: Editor, uri: str, within: types.Range | None = None) -> list[tuple[str, str]]:
    """Return the hints of a document: the words before each on its line, and what it says."""
    params = types.InlayHintParams(document(uri), within or whole(editor, uri))
    found = await editor.ask(types.TEXT_DOCUMENT_INLAY_HINT, params)
    text = editor.documents[uri].text
    return [
        (editor.words(text, types.Range(types.Position(one.position.line, 0), one.position)), said(one))
        for one in found or ()
    ]


def said(hint: types.InlayHint) -> str:
    """Return the words of a hint."""
    return "".join(part if isinstance(part, str) else part.value for part in hint.label)


async def lenses(editor: Editor, uri: str) -> list[types.CodeLens]:
    """Return the lenses of a document."""
    return await editor.ask(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensParams(document(uri))) or []


def titles(found: list[types.CodeLens]) -> list[str]:
    """Return what lenses say."""
    return [one.command.title for one in found if one.command is not None]


async def folds(editor: Editor, uri: str) -> list[types.FoldingRange]:
    """Return the folding ranges of a document."""
    return await editor.ask(types.TEXT_DOCUMENT_FOLDING_RANGE, types.FoldingRangeParams(document(uri))) or []


async def test_hints_say_who_speaks_where_the_words_do_not(showing: Editor) -> None:
    uri = showing.open(DRAFT)
    assert await hints(showing, uri) == [
        ("the official", "an official at the port"),
        ("Mara Lind, the board’s chair, said the ferry had become “too dear”. She", "Mara Lind"),
        ("“People have known since spring 😀.”", "Mara Lind"),
    ]


async def test_a_hint_leads_to_who_it_is(showing: Editor) -> None:
    uri = showing.open(DRAFT)
    params = types.InlayHintParams(document(uri), whole(showing, uri))
    *_, last = await showing.ask(types.TEXT_DOCUMENT_INLAY_HINT, params)
    assert last.tooltip == "Mara Lind, the board’s chair."
    assert last.padding_left
    assert showing.words(DRAFT, last.label[0].location.range) == "Mara Lind, the board’s chair,"


async def test_hints_are_given_for_the_range_that_is_asked_for(showing: Editor) -> None:
    uri = showing.open(SAMPLE, "plaintext", "story.txt")
    line = SAMPLE[: SAMPLE.index("He added that")].count("\n")
    within = types.Range(types.Position(line, 0), types.Position(line + 1, 0))
    assert await hints(showing, uri, within) == [("He", "Jake Sullivan")]
    assert ("The officials", "several US officials") in await hints(showing, uri)


async def test_there_are_no_hints_unless_they_are_asked_for(pulling: Editor) -> None:
    assert await hints(pulling, pulling.open(DRAFT)) == []


async def test_lenses_say_what_the_story_and_its_headline_rest_on(showing: Editor) -> None:
    uri = showing.open(DRAFT)
    found = await lenses(showing, uri)
    assert titles(found) == [
        "2 sources: 1 named, 1 unnamed",
        "Headline rests on: an official at the port (unnamed), paragraph 1",
    ]
    assert {showing.words(DRAFT, one.range) for one in found} == {"Harbour board to sell ferry"}
    for one in found:
        assert one.command is not None
        assert (one.command.command, list(one.command.arguments or ())) == ("attrib-lsp.showSources", [uri])


async def test_lenses_of_an_editor_without_commands_carry_the_server_s(pulling: Editor) -> None:
    found = await lenses(pulling, pulling.open(SAMPLE, "plaintext", "story.txt"))
    assert titles(found) == [
        "9 sources: 6 named, 3 unnamed",
        "Headline rests on: several US officials (unnamed), paragraph 2",
    ]
    assert {one.command.command for one in found if one.command} == {"attrib-lsp.sources"}


async def test_folds_hide_debris_and_front_matter(showing: Editor) -> None:
    draft = f"{DRAFT}\nRead more: Ferry sold\n\nSign up to our newsletter\n\nPlease enter your comment!\n"
    uri = showing.open(draft)
    first = draft[: draft.index("Read more")].count("\n")
    assert [(one.start_line, one.end_line, one.kind) for one in await folds(showing, uri)] == [
        (0, 3, types.FoldingRangeKind.Region),
        (first, first + 4, types.FoldingRangeKind.Comment),
    ]
    words = [one.collapsed_text for one in await folds(showing, uri)]
    assert words[0] == "front matter"
    assert str(words[1]).startswith("not of the story: ")


async def test_a_fold_says_nothing_to_an_editor_that_cannot_show_it(pulling: Editor) -> None:
    found = await folds(pulling, pulling.open(SAMPLE, "plaintext", "story.txt"))
    assert [one.collapsed_text for one in found] == [None, None]
    lines = SAMPLE.split("\n")
    assert [lines[one.start_line][:20] for one in found] == ["UK will pursue more ", "Please enter your co"]


@pytest.mark.parametrize(
    "text", ["", "\n", "\ufeff", "---\n", "---\r\ntitle: “", "“", "😀", "# \r\n", "said, according to"]
)
async def test_next_to_nothing_is_no_reason_to_fail(showing: Editor, text: str) -> None:
    uri = showing.open(text)
    assert await hints(showing, uri) == []
    assert titles(await lenses(showing, uri))[1:] == []
    assert all(one.start_line < one.end_line for one in await folds(showing, uri))


async def test_a_long_document_shows_as_much(showing: Editor) -> None:
    text = many_paragraphs(180)
    assert len(text) > SHORT
    uri = showing.open(text)
    assert [name for _, name in await hints(showing, uri)] == ["Mara Lind"] * 180


async def test_a_document_that_is_not_open_is_answered_with_nothing(showing: Editor) -> None:
    uri = "file:///drafts/nowhere.md"
    showing.documents[uri] = showing.documents[showing.open("x")]
    assert await hints(showing, uri) == []
    assert await lenses(showing, uri) == []
    assert await folds(showing, uri) == []
