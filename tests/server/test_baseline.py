"""The baseline in an editor: what it holds is not shown, and what becomes of it is seen at once."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types

from attrib_lsp.linter.baseline import parse_baseline
from attrib_lsp.linter.passages import Passage
from attrib_lsp.text.span import Span
from tests.server.clients import capabilities_of
from tests.server.desk import Desk
from tests.server.drafts import HIDDEN, STORY
from tests.server.editor import Editor, editing

pytestmark = pytest.mark.asyncio(loop_scope="module")

ONE = 'select = ["impersonal-evidential"]\n'
NAMED = f'{ONE}baseline = "accepted.json"\n'


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Desk, Path]]:
    """Lend an editor with a folder open."""
    desk, folder = Desk(), tmp_path_factory.mktemp("desk")
    await desk.begin(folder)
    try:
        yield desk, folder
    finally:
        assert await desk.quit() == 0


@pytest.fixture
def desk(running: tuple[Desk, Path]) -> Desk:
    """Lend the editor."""
    return running[0]


@pytest.fixture
def folder(running: tuple[Desk, Path], request: pytest.FixtureRequest) -> Path:
    """Return a folder of the test's own."""
    found = running[1] / request.node.name
    found.mkdir()
    return found


def accepted(name: str, sentence: str, count: int = 1, code: str = HIDDEN.code) -> str:
    """Return a baseline that holds a finding in ``sentence`` of the file called ``name``."""
    digest = Passage(sentence, Span(0, 0)).digest
    return json.dumps({"version": 1, "files": {name: {code: {digest: count}}}})


def sentence_of_hidden() -> str:
    """Return the sentence that the finding stands in."""
    (line,) = (line for line in STORY.splitlines() if "understood" in line)
    return line[: line.index(".") + 1]


async def test_what_is_accepted_is_not_shown_and_what_is_new_is(desk: Desk, folder: Path) -> None:
    (folder / "attrib-lsp.toml").write_text(NAMED)
    (folder / "accepted.json").write_text(accepted("a.md", sentence_of_hidden()))
    uri = desk.put((folder / "a.md").as_uri(), STORY)
    other = desk.put((folder / "b.md").as_uri(), STORY)
    assert await desk.codes(uri) == []
    assert await desk.codes(other) == [HIDDEN.code]
    again = desk.put((folder / "sub" / ".." / "a.md").as_uri(), f"{STORY}\n\n{sentence_of_hidden()}\n")
    assert await desk.codes(again) == [HIDDEN.code]  # the second of the kind is new


async def test_a_baseline_is_followed_as_it_comes_changes_and_goes(desk: Desk, folder: Path) -> None:
    (folder / "attrib-lsp.toml").write_text(NAMED)
    uri, file = desk.put((folder / "a.md").as_uri(), STORY), folder / "accepted.json"
    assert await desk.codes(uri) == [HIDDEN.code]
    await desk.until(lambda: "**/accepted.json" in str(desk.registered))
    (message,) = [one.message for one in desk.messages if folder.name in one.message]
    assert "attrib-lsp.toml:2: baseline: accepted.json: there is no such file" in message
    file.write_text(accepted("a.md", sentence_of_hidden()))
    await desk.after(lambda: desk.saved(file))
    assert await desk.codes(uri) == []
    file.write_text(accepted("a.md", "Another sentence."))
    await desk.after(lambda: desk.saved(file))
    assert await desk.codes(uri) == [HIDDEN.code]
    file.write_text(accepted("a.md", sentence_of_hidden()))
    await desk.after(lambda: desk.saved(file))
    assert await desk.codes(uri) == []
    file.write_text("broken")
    await desk.after(lambda: desk.saved(file))
    assert await desk.codes(uri) == []  # what it held before holds
    (folder / "attrib-lsp.toml").write_text(ONE)
    await desk.after(lambda: desk.saved(folder / "attrib-lsp.toml"))
    assert await desk.codes(uri) == [HIDDEN.code]


async def test_word_lists_are_followed_too(desk: Desk, folder: Path) -> None:
    file = folder / "attrib-lsp.toml"
    file.write_text('select = ["ATT501"]\n')
    uri = desk.put((folder / "a.md").as_uri(), "# Late\n\nIda Voss, the mayor, opined that it was late.\n")
    assert await desk.codes(uri) == []
    file.write_text('select = ["ATT501"]\n[lexicons]\nextend-loaded-verbs = ["opine"]\n')
    await desk.after(lambda: desk.saved(file))
    assert await desk.codes(uri) == ["ATT501"]
    file.write_text('select = ["ATT501"]\n')
    await desk.after(lambda: desk.saved(file))
    assert await desk.codes(uri) == []


async def accepting(editor: Editor, uri: str) -> list[types.CodeAction]:
    """Return the actions that accept the finding."""
    place = editor.at(uri, "understood").position
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), types.Range(place, place), types.CodeActionContext([])
    )
    found = await editor.ask(types.TEXT_DOCUMENT_CODE_ACTION, params)
    return [one for one in found if one.title.startswith("Accept")]


async def test_a_finding_is_accepted_where_somebody_asks_for_it(tmp_path: Path) -> None:
    (tmp_path / "attrib-lsp.toml").write_text(NAMED)
    file = tmp_path / "accepted.json"
    file.write_text(accepted("b.md", "Another sentence."))
    async with editing(capabilities_of("vscode"), {}) as editor:
        (action,) = await accepting(editor, editor.open_at((tmp_path / "a.md").as_uri(), STORY))
        assert action.title == "Accept this “impersonal-evidential” in accepted.json"
        assert action.edit is not None
        (change,) = action.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.uri == file.as_uri()
        (edit,) = change.edits
        assert edit.range == types.Range(types.Position(0, 0), types.Position(0, len(file.read_text())))
        file.write_text(edit.new_text)
        (sub := tmp_path / "sub").mkdir()
        (sub / "attrib-lsp.toml").write_text(f'{ONE}baseline = "../elsewhere.json"\n')
        assert await accepting(editor, editor.open_at((sub / "a.md").as_uri(), STORY)) == []
        file.write_text("a shopping list")
        assert await accepting(editor, editor.open_at((tmp_path / "c.md").as_uri(), STORY)) == []
        file.unlink()
        (made,) = await accepting(editor, editor.open_at((tmp_path / "d.md").as_uri(), STORY))
        assert made.edit is not None
        assert [type(one) for one in made.edit.document_changes or ()] == [types.CreateFile, types.TextDocumentEdit]
    held = parse_baseline(edit.new_text).files
    assert held.keys() == {"a.md", "b.md"}
    assert json.loads(accepted("a.md", sentence_of_hidden()))["files"]["a.md"] == {
        code: {digest: count} for (code, digest), count in held["a.md"].items()
    }
