"""Diagnostics, pulled and pushed, as a real editor gets them from a real server."""

from __future__ import annotations

import pytest
from lsprotocol import types

from attrib_lsp.rules.registry import find
from tests.server.drafts import BEHIND_EMOJI, HIDDEN, STORY
from tests.server.editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture(params=["pulling", "pushing"])
def editor(request: pytest.FixtureRequest) -> Editor:
    """Return an editor of either kind."""
    found: Editor = request.getfixturevalue(request.param)
    return found


async def test_a_story_is_checked_when_it_is_opened(editor: Editor) -> None:
    uri = editor.open(STORY)
    (found,) = await editor.reported(uri)
    assert await editor.squiggles(uri) == [HIDDEN]
    assert found.source == "attrib-lsp"
    assert found.code == "UNS104"
    assert found.severity == types.DiagnosticSeverity.Warning
    assert "\n" not in found.message
    assert found.data == {"name": "impersonal-evidential"}


async def test_a_finding_vanishes_with_its_words_and_comes_back(editor: Editor) -> None:
    uri = editor.open(STORY)
    assert await editor.squiggles(uri) == [HIDDEN]
    editor.edit(uri, "It is understood that the work", "The work, Ms Lind said,")
    assert await editor.squiggles(uri) == []
    editor.edit(uri, "The work, Ms Lind said,", "It is understood that the work")
    assert await editor.squiggles(uri) == [HIDDEN]


async def test_a_finding_moves_with_what_is_typed_above_it(editor: Editor) -> None:
    uri = editor.open(STORY)
    (before,) = await editor.reported(uri)
    editor.edit(uri, "The council voted", "Rain fell all day.\n\nThe council voted")
    (after,) = await editor.reported(uri)
    assert (after.range.start.line, after.range.start.character) == (before.range.start.line + 2, 0)
    assert await editor.squiggles(uri) == [HIDDEN]


async def test_positions_behind_emoji_and_curly_quotes(editor: Editor, pushing: Editor) -> None:
    utf_8, utf_16 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16
    assert editor.encoding is (utf_8 if editor is pushing else utf_16)
    uri = editor.open(BEHIND_EMOJI)
    assert await editor.squiggles(uri) == [HIDDEN, HIDDEN]
    editor.edit(uri, "😀😀. It", "😀“👍🏿”. It")
    editor.edit(uri, "Hooray 🎉", "Hooray 🎉🎉, é")
    assert await editor.squiggles(uri) == [HIDDEN, HIDDEN]


async def test_line_ends_of_another_system(editor: Editor) -> None:
    uri = editor.open(STORY.replace("\n", "\r\n"))
    assert await editor.squiggles(uri) == [HIDDEN]
    editor.edit(uri, "on Tuesday", "on\r\nTuesday")
    assert await editor.squiggles(uri) == [HIDDEN]


async def test_a_finding_may_run_over_lines(editor: Editor) -> None:
    for end in ("\n", "\r\n", "\r"):
        broken = STORY.replace("It is understood that", "Nobody saw the 🌉. It is\nunderstood that")
        text = broken.replace("\n", end)
        uri = editor.open(text)
        (found,) = await editor.reported(uri)
        assert found.range.end.line == found.range.start.line + 1
        assert editor.words(text, found.range) == f"It is{end}understood that"


async def test_several_documents_are_kept_apart(editor: Editor) -> None:
    first, second, third = editor.open(STORY), editor.open("# Rain\n\nIt rained.\n"), editor.open(BEHIND_EMOJI)
    editor.edit(second, "It rained", "It is understood that it rained")
    editor.edit(first, "It is understood that the work", "The work, Ms Lind said,")
    assert [len(await editor.squiggles(uri)) for uri in (first, second, third)] == [0, 1, 2]
    editor.close(first)
    assert [len(await editor.squiggles(uri)) for uri in (second, third)] == [1, 2]


async def test_the_language_says_how_a_draft_is_read(editor: Editor) -> None:
    code = "# Bridge\n\nThe council voted.\n\n```\nIt is understood that the bridge will close.\n```\n"
    markdown = editor.open(code, "markdown")
    plain = editor.open(code, "plaintext", "story.txt")
    assert await editor.squiggles(markdown) == []
    assert await editor.squiggles(plain) == [HIDDEN]


@pytest.mark.parametrize("text", ["", "\n\n\n", "\ufeff", "---\n", "\x00\x01\ufffd\x7f", "“", "# "])
async def test_hardly_any_text(editor: Editor, text: str) -> None:
    uri = editor.open(text)
    assert await editor.squiggles(uri) == []
    editor.replace(uri, STORY)
    assert await editor.squiggles(uri) == [HIDDEN]
    editor.replace(uri, text)
    assert await editor.squiggles(uri) == []


async def test_broken_front_matter_hides_nothing_below(editor: Editor) -> None:
    uri = editor.open("---\ntitle: Council to close bridge\nkind: [news\n---\n\n" + STORY)
    assert await editor.squiggles(uri) == [HIDDEN]


async def test_related_information_leads_from_the_headline_to_the_body(editor: Editor) -> None:
    rule = find("headline-drops-attribution")
    assert rule is not None
    example = rule.documentation.flagged[0]
    uri = editor.open(example.text, example.markup)
    (found,) = await editor.reported(uri)
    assert editor.words(example.text, found.range) == example.spans[0].of(example.text)
    assert found.related_information
    for place in found.related_information:
        assert place.message
        assert place.location.uri == uri
        assert place.location.range.start.line > found.range.end.line
        assert editor.words(example.text, place.location.range).strip()


async def test_an_unchanged_report_is_short(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    first = await pulling.pull(uri)
    assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
    again = await pulling.pull(uri, first.result_id)
    assert again == types.RelatedUnchangedDocumentDiagnosticReport(first.result_id or "")
    pulling.edit(uri, "for repairs", "for repairs in May")
    assert isinstance(await pulling.pull(uri, first.result_id), types.RelatedUnchangedDocumentDiagnosticReport)
    pulling.edit(uri, "It is understood", "Now it is understood")
    moved = await pulling.pull(uri, first.result_id)
    assert isinstance(moved, types.RelatedFullDocumentDiagnosticReport)
    assert moved.result_id != first.result_id


async def test_a_document_that_is_not_open_has_no_findings(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    pulling.close(uri)
    report = await pulling.pull(uri)
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert list(report.items) == []


async def test_what_is_pushed_says_for_which_version(pushing: Editor) -> None:
    uri = pushing.open(STORY)
    assert await pushing.squiggles(uri) == [HIDDEN]
    pushing.edit(uri, "on Tuesday", "on Wednesday")
    assert await pushing.squiggles(uri) == [HIDDEN]
    assert [one.version for one in pushing.published if one.uri == uri] == [1, 2]


async def test_closing_takes_back_what_was_pushed(pushing: Editor) -> None:
    uri = pushing.open(STORY)
    assert await pushing.squiggles(uri) == [HIDDEN]
    pushing.close(uri)
    await pushing.until(lambda: pushing.published[-1].uri == uri and not pushing.published[-1].diagnostics)


async def test_closing_in_a_pause_of_typing_leaves_nothing_behind(pushing: Editor) -> None:
    uri = pushing.open(STORY)
    await pushing.squiggles(uri)
    pushing.edit(uri, "on Tuesday", "on Wednesday")
    pushing.close(uri)
    other = pushing.open(STORY)
    pushing.edit(other, "on Tuesday", "on Wednesday")
    assert await pushing.squiggles(other) == [HIDDEN]
    assert not [one for one in pushing.published if one.uri == uri][-1].diagnostics


async def test_saving_cuts_the_pause_short(pushing: Editor) -> None:
    uri = pushing.open(STORY)
    await pushing.squiggles(uri)
    pushing.edit(uri, "It is understood that the work", "The work, Ms Lind said,")
    pushing.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert await pushing.squiggles(uri) == []


async def test_nothing_is_pushed_to_an_editor_that_pulls(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    pulling.edit(uri, "on Tuesday", "on Wednesday")
    pulling.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert await pulling.squiggles(uri) == [HIDDEN]
    pulling.close(uri)
    await pulling.pull(uri)
    assert pulling.published == []
