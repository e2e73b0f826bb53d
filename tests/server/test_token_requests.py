"""Semantic tokens, as an editor asks for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import accumulate

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.server.present import SHORT
from attrib_lsp.server.semantic_tokens import LEGEND
from tests.server.able import DRAFT, SAMPLE, able, document
from tests.server.drafts import many_paragraphs
from tests.server.editor import Editor, editing
from tests.server.texts import width

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def showing() -> AsyncIterator[Editor]:
    """Lend an editor that counts in UTF-16."""
    async with editing(able(encoding=types.PositionEncodingKind.Utf16)) as editor:
        yield editor


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


async def test_a_long_document_has_as_many(showing: Editor) -> None:
    text = many_paragraphs(180)
    assert len(text) > SHORT
    uri = showing.open(text)
    found = read(showing, uri, list((await full(showing, uri)).data))
    assert ("attribSource", "", "Mara Lind, leader of council 179,") in found


async def test_what_is_asked_before_a_change_is_not_answered_after_it(showing: Editor) -> None:
    uri = showing.open(many_paragraphs(120).replace("Lind", "Kott"))
    params = types.SemanticTokensParams(document(uri))
    asked = asyncio.ensure_future(showing.ask(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, params))
    await asyncio.sleep(0.05)  # it is under way, and takes longer
    showing.replace(uri, DRAFT)
    with pytest.raises(JsonRpcException) as caught:
        await asked
    assert caught.value.code == types.LSPErrorCodes.ContentModified
    assert ("attribSource", "", "She") in read(showing, uri, list((await full(showing, uri)).data))


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "---\n", "“", "😀", "said, according to", "“a\r\nb,” she said"])
async def test_half_typed_words_have_tokens_too(showing: Editor, text: str) -> None:
    uri = showing.open(text)
    assert all(words in text for _, _, words in read(showing, uri, list((await full(showing, uri)).data)))


async def test_a_document_that_is_not_open_has_none(showing: Editor) -> None:
    params = types.SemanticTokensParams(document("file:///drafts/nowhere.md"))
    assert await showing.ask(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, params) is None
