"""Inlay hints, code lenses, semantic tokens and folding, as an editor asks for them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import accumulate
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types

from attrib_lsp.server.semantic_tokens import LEGEND
from tests.server.able import able
from tests.server.editor import Editor, editing
from tests.server.texts import width

pytestmark = pytest.mark.asyncio(loop_scope="session")

SAMPLE = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_text(encoding="utf-8")

#: Two pages of a draft with emoji before what matters, so that every encoding counts in its own way.
DRAFT = """---
title: Harbour board to sell ferry
kind: news
---

The harbour board will sell its last ferry 🚢 in May, an official at the port said on Monday. “😀 We have no choice,”
the official said.

Mara Lind, the board’s chair, said the ferry had become “too dear”. She added that no buyer had been found.

“People have known since spring 😀.”
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def showing() -> AsyncIterator[Editor]:
    """Lend an editor that shows everything, counts in UTF-16 and wants inlay hints."""
    ability = able("attrib-lsp.showSources", encoding=types.PositionEncodingKind.Utf16)
    async with editing(ability, {"attrib-lsp": {"inlayHints": True}}) as editor:
        yield editor


def document(uri: str) -> types.TextDocumentIdentifier:
    """Return how a request names a document."""
    return types.TextDocumentIdentifier(uri)


def whole(editor: Editor, uri: str) -> types.Range:
    """Return the range of a whole document."""
    lines = editor.documents[uri].text.count("\n") + 1
    return types.Range(types.Position(0, 0), types.Position(lines, 0))


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


async def full(editor: Editor, uri: str) -> types.SemanticTokens:
    """Return all tokens of a document."""
    answer = await editor.ask(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, types.SemanticTokensParams(document(uri)))
    assert isinstance(answer, types.SemanticTokens)
    return answer


def read(editor: Editor, uri: str, data: list[int]) -> list[tuple[str, str, str]]:
    """Return tokens as the writer sees them: type, modifiers, words. No token may leave its line, or overlap."""
    lines = editor.documents[uri].text.replace("\r\n", "\n").split("\n")
    line, column, end, found = 0, 0, 0, []
    for at in range(0, len(data), 5):
        down, along, length, type_, modifiers = data[at : at + 5]
        line, column, end = (line + down, along, 0) if down else (line, column + along, end)
        assert column >= end, "tokens overlap"
        end = column + length
        edges = list(accumulate((width(one, editor.encoding) for one in lines[line]), initial=0))
        words = lines[line][edges.index(column) : edges.index(end)]
        names = [name for bit, name in enumerate(LEGEND.token_modifiers) if modifiers >> bit & 1]
        found.append((LEGEND.token_types[type_], " ".join(names), words))
    return found


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


async def test_tokens_mark_sources_cues_and_contents(showing: Editor) -> None:
    uri = showing.open(DRAFT)
    found = read(showing, uri, list((await full(showing, uri)).data))
    assert ("attribSource", "unnamed", "an official at the port") in found
    assert ("attribCue", "unnamed", "said") in found
    assert ("attribContent", "unnamed quoted", "“😀 We have no choice,”") in found
    assert ("attribSource", "", "Mara Lind, the board’s chair,") in found
    assert ("attribContent", "quoted", "“too dear”") in found
    assert ("attribSource", "", "She") in found


async def test_tokens_stop_at_line_ends(showing: Editor) -> None:
    text = "The port, Ada Kent said,\r\nwould “never\r\nclose 🚢”, and the\r\nofficials agreed.\r\n"
    uri = showing.open(text)
    found = read(showing, uri, list((await full(showing, uri)).data))
    assert ("attribSource", "", "Ada Kent") in found
    assert {"“never", "close 🚢”"} <= {words for _, modifiers, words in found if modifiers == "quoted"}


async def test_differences_make_the_new_tokens_out_of_the_old(showing: Editor) -> None:
    uri = showing.open(SAMPLE, "plaintext", "story.txt")
    before = await full(showing, uri)
    showing.edit(uri, "He added that", "Mr Sullivan added that")
    params = types.SemanticTokensDeltaParams(document(uri), str(before.result_id))
    delta = await showing.ask(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, params)
    after = await full(showing, uri)
    assert isinstance(delta, types.SemanticTokensDelta)
    data = list(before.data)
    for edit in delta.edits:
        data[edit.start : edit.start + edit.delete_count] = edit.data or ()
    assert data == list(after.data) != list(before.data)
    assert sum(len(edit.data or ()) for edit in delta.edits) < len(data) / 10
    params = types.SemanticTokensDeltaParams(document(uri), str(after.result_id))
    same = await showing.ask(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, params)
    assert list(same.edits) == []
    params = types.SemanticTokensDeltaParams(document(uri), "unheard of")
    assert await showing.ask(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, params) == after


async def test_tokens_of_a_range_are_those_that_reach_into_it(showing: Editor) -> None:
    uri = showing.open(SAMPLE, "plaintext", "story.txt")
    line = SAMPLE[: SAMPLE.index("He added that")].count("\n")
    within = types.Range(types.Position(line, 0), types.Position(line + 1, 0))
    params = types.SemanticTokensRangeParams(document(uri), within)
    answer = await showing.ask(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, params)
    found = read(showing, uri, list(answer.data))
    assert [words for _, _, words in found][:2] == ["He", "added"]
    everything = read(showing, uri, list((await full(showing, uri)).data))
    first = everything.index(found[0], everything.index(("attribContent", "", "the full extent of what was planned")))
    assert everything[first : first + len(found)] == found


@pytest.mark.parametrize(
    "text", ["", "\n", "\ufeff", "---\n", "---\r\ntitle: “", "“", "😀", "# \r\n", "said, according to"]
)
async def test_next_to_nothing_is_no_reason_to_fail(showing: Editor, text: str) -> None:
    uri = showing.open(text)
    assert await hints(showing, uri) == []
    assert titles(await lenses(showing, uri))[1:] == []
    assert all(words in text for _, _, words in read(showing, uri, list((await full(showing, uri)).data)))
    assert all(one.start_line < one.end_line for one in await folds(showing, uri))


async def test_a_document_that_is_not_open_is_answered_with_nothing(showing: Editor) -> None:
    uri = "file:///drafts/nowhere.md"
    showing.documents[uri] = showing.documents[showing.open("x")]
    assert await hints(showing, uri) == []
    assert await lenses(showing, uri) == []
    assert await folds(showing, uri) == []
    params = types.SemanticTokensParams(document(uri))
    assert await showing.ask(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, params) is None
