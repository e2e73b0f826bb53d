"""Code actions, asked for as VS Code and Neovim ask for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.server.actions.rule_page import SHOW
from tests.server.applying import applied
from tests.server.clients import capabilities_of
from tests.server.drafts import BEHIND_EMOJI, STORY, many_paragraphs
from tests.server.editor import PATIENCE, Editor, editing
from tests.server.texts import places

pytestmark = pytest.mark.asyncio(loop_scope="session")

RULES = {"select": ["impersonal-evidential", "broken-quote-marks"]}

#: The story with its first fix made.
MENDED = STORY.replace(
    "It is understood that the work will cost three million pounds.",
    "The work will cost three million pounds, <source> said.",
)

#: Two places where only the type is wrong, and one that only the writer can mend.
MARKS = """# Council to close bridge 😀

“We had no choice,“ the council leader, Mara Lind, said. It is understood that the work will cost much.

“It is a pity,“ Ms Lind said.
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def vscode() -> AsyncIterator[Editor]:
    able = capabilities_of("vscode", {"commands": {"commands": [SHOW]}})
    async with editing(able, RULES) as editor:
        yield editor


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def neovim() -> AsyncIterator[Editor]:
    async with editing(capabilities_of("neovim"), RULES) as editor:
        yield editor


def within(editor: Editor, uri: str, words: str) -> types.Range:
    """Return where the first of ``words`` stand."""
    text = editor.documents[uri].text
    where, start = places(text, editor.encoding), text.index(words)
    return types.Range(where[start], where[start + len(words)])


async def menu(
    editor: Editor,
    uri: str,
    words: str,
    *,
    only: Iterable[str] | None = None,
    automatic: bool = False,
    about: Iterable[types.Diagnostic] = (),
) -> list[types.CodeAction]:
    """Ask for actions as an editor does where ``words`` are selected."""
    kind = types.CodeActionTriggerKind.Automatic if automatic else types.CodeActionTriggerKind.Invoked
    context = types.CodeActionContext(list(about), None if only is None else list(only), kind)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), within(editor, uri, words), context)
    answer = await editor.ask(types.TEXT_DOCUMENT_CODE_ACTION, params)
    assert all(isinstance(one, types.CodeAction) for one in answer)
    return list(answer)


async def choose(editor: Editor, uri: str, action: types.CodeAction) -> str:
    """Choose an action; return the document's text as it is then."""
    if action.edit is None:
        action = await editor.ask(types.CODE_ACTION_RESOLVE, action)
    document = editor.documents[uri]
    assert action.edit is not None
    assert action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(uri, document.version)
    return applied(document.text, list(change.edits), editor.encoding)


def fixes(actions: Iterable[types.CodeAction]) -> list[types.CodeAction]:
    """Return the actions that change the text."""
    return [one for one in actions if one.command is None]


async def test_a_fix_comes_lazily_with_tab_stops_in_vs_code(vscode: Editor) -> None:
    uri = vscode.open(STORY)
    actions = await menu(vscode, uri, "understood")
    assert all(one.edit is None for one in actions if one.data is not None)
    assert actions[0].data is not None
    first = actions[0]
    assert (first.kind, first.is_preferred) == (types.CodeActionKind.QuickFix, True)
    assert first.diagnostics is not None
    assert [one.code for one in first.diagnostics] == ["UNS104"]
    resolved = await vscode.ask(types.CODE_ACTION_RESOLVE, first)
    (change,) = resolved.edit.document_changes
    last = change.edits[-1]
    assert isinstance(last, types.SnippetTextEdit)
    assert last.snippet.value == ", ${1:source} said$0"
    assert await choose(vscode, uri, first) == MENDED


async def test_neovim_gets_the_words_of_a_blank_in_angle_brackets(neovim: Editor) -> None:
    uri = neovim.open(STORY)
    action = (await menu(neovim, uri, "understood"))[0]
    assert action.is_preferred
    resolved = await neovim.ask(types.CODE_ACTION_RESOLVE, action)
    (change,) = resolved.edit.document_changes
    assert {type(edit) for edit in change.edits} == {types.TextEdit}
    assert await choose(neovim, uri, action) == MENDED


@pytest.mark.parametrize("end", ["\n", "\r\n"])
async def test_every_fix_stands_right_behind_emoji(vscode: Editor, neovim: Editor, end: str) -> None:
    for editor in (vscode, neovim):
        text = BEHIND_EMOJI.replace("\n", end)
        uri = editor.open(text)
        action = (await menu(editor, uri, "understood that it"))[0]
        assert await choose(editor, uri, action) == text.replace(
            "It is understood that it will rain.", "It will rain, <source> said."
        )


async def test_findings_of_the_line_that_an_editor_names_are_mended_too(neovim: Editor) -> None:
    uri = neovim.open(STORY)
    shown = await neovim.reported(uri)
    assert fixes(await menu(neovim, uri, "three million")) == []
    actions = fixes(await menu(neovim, uri, "three million", about=shown))
    assert await choose(neovim, uri, actions[0]) == MENDED


async def test_an_action_for_words_that_have_changed_since_changes_nothing(vscode: Editor) -> None:
    uri = vscode.open(STORY)
    action = (await menu(vscode, uri, "understood"))[0]
    vscode.edit(uri, "The council voted", "Yesterday, the council voted")
    with pytest.raises(JsonRpcException) as raised:
        await vscode.ask(types.CODE_ACTION_RESOLVE, action)
    assert raised.value.code == types.LSPErrorCodes.ContentModified
    again = (await menu(vscode, uri, "understood"))[0]
    assert "Yesterday, the council voted" in await choose(vscode, uri, again)
    vscode.close(uri)
    with pytest.raises(JsonRpcException):
        await vscode.ask(types.CODE_ACTION_RESOLVE, again)


async def test_a_change_while_a_menu_is_being_made_ends_it(vscode: Editor) -> None:
    uri = vscode.open(f"{STORY}\n{many_paragraphs(50)}")
    where = within(vscode, uri, "understood")
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), where, types.CodeActionContext([]))
    asked = vscode.protocol.send_request(types.TEXT_DOCUMENT_CODE_ACTION, params)
    vscode.replace(uri, "Nothing.\n")
    assert await asyncio.wait_for(asyncio.wrap_future(asked), PATIENCE) is None
    assert await menu(vscode, uri, "Nothing") == []


async def test_what_is_none_of_ours_is_given_back(vscode: Editor) -> None:
    for data in (None, {"uri": 1}, "x"):
        action = types.CodeAction("Something", data=data)
        assert await vscode.ask(types.CODE_ACTION_RESOLVE, action) == action


@pytest.mark.parametrize("only", ["source", "source.fixAll", "source.fixAll.attrib-lsp"])
async def test_all_safe_fixes_are_made_at_once(vscode: Editor, neovim: Editor, only: str) -> None:
    for editor in (vscode, neovim):
        uri = editor.open(MARKS)
        (action,) = await menu(editor, uri, MARKS, only=[only], automatic=True)
        assert (action.kind, action.title) == ("source.fixAll.attrib-lsp", "Make all 2 safe fixes")
        after = await choose(editor, uri, action)
        assert after == MARKS.replace(",“", ",”")
        editor.replace(uri, after)
        assert await menu(editor, uri, after, only=[only]) == []


async def test_all_safe_fixes_of_one_rule(vscode: Editor) -> None:
    uri = vscode.open(MARKS)
    actions = await menu(vscode, uri, "a pity,“", only=["quickfix"])
    assert await choose(vscode, uri, actions[0]) == MARKS.replace("a pity,“", "a pity,”")
    (every,) = [one for one in actions if one.title == "Make all 2 safe fixes for broken-quote-marks"]
    assert await choose(vscode, uri, every) == MARKS.replace(",“", ",”")


async def test_who_only_moves_a_cursor_is_offered_no_change_of_the_story(vscode: Editor) -> None:
    uri = vscode.open(MARKS)
    kinds = [[str(one.kind) for one in await menu(vscode, uri, "# Council", automatic=auto)] for auto in (True, False)]
    assert "source.fixAll.attrib-lsp" not in kinds[0]
    assert "source.fixAll.attrib-lsp" in kinds[1]
    assert await menu(vscode, uri, MARKS, only=["refactor"]) == []


async def test_the_rule_opens_in_an_editor_that_can(vscode: Editor) -> None:
    uri = vscode.open(STORY)
    page = (await menu(vscode, uri, "understood"))[-1]
    assert page.title == "Open the rule: impersonal-evidential (UNS104)"
    assert page.command == types.Command(page.title, SHOW, arguments=("UNS104",))
    assert await vscode.ask(types.CODE_ACTION_RESOLVE, page) == page


@pytest.mark.parametrize("text", ["", "\r\n", "“", "😀", "---\ntitle: “\n", "# \n\n“We\u2028had,“", "\ud83d"])
async def test_nothing_is_offered_where_there_is_nothing(vscode: Editor, text: str) -> None:
    uri = vscode.open(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    far = types.Range(types.Position(0, 0), types.Position(99, 99))
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), far, types.CodeActionContext([]))
    answer = await vscode.ask(types.TEXT_DOCUMENT_CODE_ACTION, params)
    assert all(one.command is None for one in answer) or text.endswith("“")
    vscode.close(uri)
    assert await vscode.ask(types.TEXT_DOCUMENT_CODE_ACTION, params) is None


async def test_an_editor_that_resolves_nothing_gets_the_edit_at_once() -> None:
    able = capabilities_of("neovim")
    assert able.text_document is not None
    assert able.text_document.code_action is not None
    assert able.workspace is not None
    able.text_document.code_action.resolve_support = None
    able.workspace.workspace_edit = None
    async with editing(able, RULES) as editor:
        uri = editor.open(STORY)
        action = (await menu(editor, uri, "understood"))[0]
        assert action.data is None
        assert action.edit is not None
        assert action.edit.changes is not None
        assert applied(STORY, list(action.edit.changes[uri]), editor.encoding) == MENDED
