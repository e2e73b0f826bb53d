"""Fast typing, half-typed text and texts of any size: the server keeps up, and answers for the last words only."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.server.documents import LONGEST
from tests.server.drafts import BEHIND_EMOJI, HIDDEN, STORY, many_paragraphs
from tests.server.editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="session")

STORM = 200

TYPED = """---
title: "Council to close bridge 😀"
kind: news
---

By Ada Ferris

LEEDS, May 4 — The *council* voted “5–4” on Tuesday to close the [bridge](https://example.org/b).

> “We had no choice,” the leader, Mara Lind, said. “It’s ‘unsafe’. It is

- understood that the work will cost £3m," an official who asked not to be named said\r
- \u2028 <b>it is believed

| a | b |
|---|---|
"""


def storm(editor: Editor, uri: str) -> None:
    """Type a phrase, letter by letter, and end with a finding."""
    for number in range(STORM - 1):
        editor.edit(uri, "for repairs", f"{'abcdefgh'[number % 8]}for repairs")
    editor.edit(uri, "The council", "It is understood that the council")


async def test_a_storm_of_changes_is_pushed_for_the_last_version_only(pushing: Editor) -> None:
    uri = pushing.open(STORY)
    await pushing.squiggles(uri)
    seen = len(pushing.published)
    storm(pushing, uri)
    assert await pushing.squiggles(uri) == [HIDDEN, HIDDEN]
    versions = [one.version for one in pushing.published[seen:] if one.uri == uri]
    assert versions[-1] == STORM + 1
    assert versions == sorted(set(versions), key=lambda version: version or 0)
    assert len(versions) < STORM / 10  # a pause in a storm, on a busy machine, is a pause


async def test_a_storm_of_questions_is_answered_for_the_last_version_only(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    await pulling.squiggles(uri)
    questions = []
    for number in range(STORM):
        pulling.edit(uri, "for repairs", f"{'abcdefgh'[number % 8]}for repairs")
        questions.append(asyncio.ensure_future(pulling.pull(uri)))
        await asyncio.sleep(0)  # the question is sent before the next change
    *early, last = await asyncio.gather(*questions, return_exceptions=True)
    assert isinstance(last, types.RelatedFullDocumentDiagnosticReport)
    assert [one.code for one in last.items] == ["UNS104"]
    refused = [one for one in early if isinstance(one, JsonRpcException)]
    assert len(refused) > STORM * 0.9
    assert {one.code for one in refused} == {types.LSPErrorCodes.ServerCancelled.value}
    assert all(one.data == {"retriggerRequest": True} for one in refused)


async def test_a_question_that_the_editor_takes_back_is_answered_as_such(pulling: Editor) -> None:
    uri = pulling.open(STORY + many_paragraphs(300))
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    question = pulling.protocol.send_request(types.TEXT_DOCUMENT_DIAGNOSTIC, params, msg_id="taken-back")
    pulling.cancel_request(types.CancelParams("taken-back"))
    with pytest.raises(JsonRpcException) as caught:
        await asyncio.wrap_future(question)
    assert caught.value.code == types.LSPErrorCodes.RequestCancelled.value
    pulling.replace(uri, STORY)
    assert await pulling.squiggles(uri) == [HIDDEN]


@pytest.mark.parametrize("draft", [STORY, BEHIND_EMOJI, TYPED])
async def test_text_cut_off_anywhere_is_read(pulling: Editor, draft: str) -> None:
    told = len(pulling.log_messages)
    uri = pulling.open("")
    for end in range(0, len(draft), 7):
        pulling.replace(uri, draft[:end])
        await pulling.squiggles(uri)
    pulling.replace(uri, STORY)
    assert await pulling.squiggles(uri) == [HIDDEN]
    assert pulling.log_messages[told:] == []


async def test_text_typed_from_the_end_is_read(pushing: Editor) -> None:
    told = len(pushing.log_messages)
    uri = pushing.open("")
    for start in range(len(TYPED), -1, -1):
        document = pushing.documents[uri]
        change = types.TextDocumentContentChangePartial(
            types.Range(types.Position(0, 0), types.Position(0, 0)), TYPED[start : start + 1]
        )
        pushing._change(document, TYPED[start:], change)
        if start % 29 == 0:
            await pushing.squiggles(uri)
    pushing.edit(uri, "The *council*", "It is understood that the *council*")
    assert HIDDEN in await pushing.squiggles(uri)
    assert pushing.log_messages[told:] == []


async def test_a_text_that_is_no_text_is_read(pulling: Editor) -> None:
    told = len(pulling.log_messages)
    binary = bytes(range(256)).decode("latin-1") * 4
    uri = pulling.open(binary + "\ud83d\n\n" + STORY, "plaintext", "story.bin")
    await pulling.squiggles(uri)
    pulling.replace(uri, STORY)
    assert await pulling.squiggles(uri) == [HIDDEN]
    assert pulling.log_messages[told:] == []


async def test_a_text_too_long_to_check_is_told_once_and_loses_its_findings(pulling: Editor, pushing: Editor) -> None:
    for editor in (pulling, pushing):
        told = len(editor.messages)
        uri = editor.open(STORY)
        assert await editor.squiggles(uri) == [HIDDEN]
        editor.edit(uri, "\n\nIt is", "\n\n" + "A" * LONGEST + "\n\nIt is")
        assert await editor.squiggles(uri) == []
        editor.edit(uri, "The council", "A council")
        assert await editor.squiggles(uri) == []
        assert await editor.hover(uri, "It is understood") is None
        for command in ("sources", "claims", "memo", "headlines"):
            params = types.ExecuteCommandParams(f"attrib-lsp.{command}", [uri])
            assert await editor.ask(types.WORKSPACE_EXECUTE_COMMAND, params) is None
        (message,) = editor.messages[told:]
        assert message.message.startswith("attrib-lsp: story.md is too long to check: 1,000,")
        editor.edit(uri, "A" * LONGEST, "")
        assert await editor.squiggles(uri) == [HIDDEN]
        assert len(editor.messages) == told + 1


async def test_a_change_of_a_document_that_is_not_open_is_logged(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    document = pulling.documents[uri]
    pulling.close(uri)
    told = len(pulling.log_messages)
    pulling._change(document, "x", types.TextDocumentContentChangeWholeDocument("x"))
    await pulling.until(lambda: len(pulling.log_messages) > told)
    assert pulling.log_messages[-1].message == f"{uri} was changed, but it is not open"


async def test_a_column_beyond_all_bounds_is_the_end_of_the_line(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    end = types.Range(types.Position(0, 2**31 - 1), types.Position(0, 2**31 - 1))
    heading = STORY.splitlines()[0]
    document = pulling.documents[uri]
    change = types.TextDocumentContentChangePartial(end, " for good")
    pulling._change(document, STORY.replace(heading, heading + " for good"), change)
    assert await pulling.squiggles(uri) == [HIDDEN]
