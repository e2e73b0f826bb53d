"""Completion: names where they belong, at once, from a real server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.server.able import SAMPLE, able
from tests.server.drafts import many_paragraphs
from tests.server.editor import Editor, editing

pytestmark = pytest.mark.asyncio(loop_scope="session")

DRAFT = "Mara Lind, head of the yard 🚢, said the ferry was safe.\r\n\r\n“😀 It is new,” she said.\r\n"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def writing() -> AsyncIterator[Editor]:
    """Lend an editor that shows details beside a completion and counts in UTF-8."""
    async with editing(able(encoding=types.PositionEncodingKind.Utf8)) as editor:
        yield editor


async def completed(editor: Editor, uri: str, words: str) -> list[types.CompletionItem]:
    """Return what is offered right behind the first of ``words``."""
    place = editor.at(uri, words, len(words))
    params = types.CompletionParams(place.text_document, place.position)
    answer = await editor.ask(types.TEXT_DOCUMENT_COMPLETION, params)
    assert answer is None or answer.is_incomplete
    return [] if answer is None else list(answer.items)


def labels(items: list[types.CompletionItem]) -> list[str]:
    """Return what items say."""
    return [one.label for one in items]


async def test_names_are_offered_where_an_attribution_begins(writing: Editor) -> None:
    uri = writing.open(SAMPLE, "plaintext", "story.txt")
    await writing.reported(uri)
    writing.edit(uri, "Mr Sullivan said.\n\n“We will not", "\n\n“We will not")
    found = await completed(writing, uri, "to backfill them,” ")
    assert labels(found)[:3] == ["Mr Sullivan", "Liu Pengyu", "Wang Huiyao"]
    assert found[0].detail == "US national security adviser"
    assert found[0].label_details == types.CompletionItemLabelDetails(description="US national security adviser")
    assert labels(sorted(found, key=lambda one: str(one.sort_text))) == labels(found)
    writing.edit(uri, "to backfill them,” ", "to backfill them,” wang")
    assert labels(await completed(writing, uri, "to backfill them,” wang")) == ["Wang Huiyao"]
    writing.edit(uri, "to backfill them,” wang", "to backfill them,” wh")
    assert await completed(writing, uri, "to backfill them,” wh") == []


async def test_what_is_typed_is_replaced(writing: Editor) -> None:
    uri = writing.open(DRAFT)
    await writing.reported(uri)
    writing.edit(uri, "she said.", "Li")
    (found,) = await completed(writing, uri, "“😀 It is new,” Li")
    assert isinstance(found.text_edit, types.TextEdit)
    assert writing.words(writing.documents[uri].text, found.text_edit.range) == "Li"
    assert found.text_edit.new_text == "Lind"
    assert found.filter_text == "Lind"


async def test_the_name_is_there_before_the_words_are_read(writing: Editor) -> None:
    uri = writing.open(many_paragraphs(150))
    await writing.reported(uri)
    writing.replace(uri, many_paragraphs(400).replace("Bridge 399 will", "Bridges, according to , will"))
    reading = asyncio.ensure_future(writing.reported(uri))
    assert labels(await completed(writing, uri, "Bridges, according to ")) == ["Lind"]
    assert not reading.done()
    await reading


async def test_nothing_is_offered_before_anything_is_known(writing: Editor) -> None:
    uri = writing.open(many_paragraphs(700).replace("Bridge 699 will", "Bridges, according to , will"))
    assert await completed(writing, uri, "Bridges, according to ") == []
    writing.close(uri)


async def test_who_only_writes_is_not_bothered(writing: Editor) -> None:
    assert writing.answer is not None
    provider = writing.answer.capabilities.completion_provider
    assert provider is not None
    assert list(provider.trigger_characters or ()) == [" "]
    uri = writing.open(SAMPLE, "plaintext", "story.txt")
    await writing.reported(uri)
    for words in ("Mr Sullivan ", "told CNN ", "warned Beijing that ", "and said ", "Russian leader ", "He added "):
        assert await completed(writing, uri, words) == []


@pytest.mark.parametrize("text", ["", "according to ", "\r\naccording to\r\n", "“😀,” ", "---\ntitle: according to "])
async def test_where_nobody_speaks_nobody_is_offered(writing: Editor, text: str) -> None:
    uri = writing.open(text)
    assert await completed(writing, uri, text) == []
    await writing.reported(uri)
    assert await completed(writing, uri, text) == []


async def test_a_document_opened_anew_remembers_nothing(writing: Editor) -> None:
    uri = writing.open(DRAFT)
    await writing.reported(uri)
    text = "“😀 It is new,” "
    assert labels(await completed(writing, uri, text)) == ["Lind"]
    writing.close(uri)
    item = types.TextDocumentItem(uri, "markdown", 1, text)
    writing.text_document_did_open(types.DidOpenTextDocumentParams(item))
    params = types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(0, 40))
    assert await writing.ask(types.TEXT_DOCUMENT_COMPLETION, params) is None
