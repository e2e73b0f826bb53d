"""Configuration files, and an editor that answers what it is set to, over the protocol."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.server.desk import Desk
from tests.server.drafts import HIDDEN, STORY

pytestmark = pytest.mark.asyncio(loop_scope="module")

UNDERSTOOD = 'select = ["impersonal-evidential"]\n'
NOTHING = 'select = ["bare-reportedly"]\n'
FOUND = [HIDDEN.code]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Desk, Path]]:
    """Lend an editor with two folders open, north and south; south is set to nothing that finds anything."""
    root = tmp_path_factory.mktemp("desk")
    for name in ("north", "south"):
        (root / name).mkdir()
    desk = Desk()
    desk.settings = {None: {"select": ["UNS104"]}, (root / "south").as_uri(): {"select": ["UNS107"]}}
    desk.settings[(root / "north").as_uri()] = None
    await desk.begin(root / "north", root / "south", options={"select": ["UNS104"], "ignore": ["UNS104"]})
    try:
        yield desk, root
    finally:
        assert await desk.quit() == 0


@pytest.fixture
def desk(running: tuple[Desk, Path]) -> Desk:
    """Lend the editor."""
    return running[0]


@pytest.fixture
def north(running: tuple[Desk, Path]) -> Path:
    """Return a folder of the editor's that is set to nothing."""
    return running[1] / "north"


def quiet(desk: Desk) -> None:
    """Set the editor to nothing at all."""
    desk.settings = {}
    desk.configure({"attrib-lsp": {}})


async def test_each_folder_is_asked_for_before_anything_is_reported(desk: Desk, north: Path) -> None:
    elsewhere = desk.put((north.parent / "a.md").as_uri(), STORY)
    southern = desk.put((north.parent / "south" / "a.md").as_uri(), STORY)
    northern = desk.put((north / "a.md").as_uri(), STORY)
    assert await desk.codes(elsewhere) == FOUND
    assert await desk.codes(southern) == []
    assert await desk.codes(northern) == []  # not set to anything: what was sent at the start counts
    assert desk.diagnostic_refresh_count == 0


async def test_the_server_asks_to_be_told_of_changes(desk: Desk) -> None:
    await desk.until(lambda: len(desk.registered) >= 2)
    found = {one.method: one.register_options for one in desk.registered}
    assert found.keys() == {types.WORKSPACE_DID_CHANGE_CONFIGURATION, types.WORKSPACE_DID_CHANGE_WATCHED_FILES}
    assert "**/{attrib-lsp.toml,.attrib-lsp.toml,pyproject.toml,.attrib-lsp-baseline.json}" in str(
        found[types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    )


async def test_a_change_is_asked_for_and_everything_is_looked_at_anew(desk: Desk, north: Path) -> None:
    uri = desk.put((north / "b.md").as_uri(), STORY)
    desk.settings[north.as_uri()] = {"select": ["UNS104"]}
    await desk.after(lambda: desk.configure(None))
    assert await desk.codes(uri) == FOUND
    await desk.after(lambda: quiet(desk))
    assert HIDDEN.code in await desk.codes(uri)


async def test_files_are_followed_as_they_come_change_and_go(desk: Desk, north: Path) -> None:
    await desk.after(lambda: quiet(desk))
    uri, file = desk.put((north / "c" / "s.md").as_uri(), STORY), north / "attrib-lsp.toml"
    unsaved = desk.put("untitled:Untitled-1", STORY)
    file.write_text(UNDERSTOOD)
    await desk.after(lambda: desk.saved(file))
    assert await desk.codes(uri) == await desk.codes(unsaved) == FOUND
    file.write_text(NOTHING)
    await desk.after(lambda: desk.saved(file))
    assert await desk.codes(uri) == await desk.codes(unsaved) == []
    desk.settings = {north.as_uri(): {"select": ["UNS104"], "severity": {"UNS104": "error"}}}
    await desk.after(lambda: desk.configure(None))
    (squiggle,) = await desk.reported(uri)
    assert squiggle.severity is types.DiagnosticSeverity.Error
    desk.settings = {}
    file.unlink()
    await desk.after(lambda: desk.configure(None))
    assert HIDDEN.code in await desk.codes(uri)


async def test_a_broken_file_is_told_once_and_what_it_said_holds(desk: Desk, north: Path) -> None:
    await desk.after(lambda: quiet(desk))
    file = north / ".attrib-lsp.toml"
    file.write_text(UNDERSTOOD)
    uris = [desk.put((north / f"d{number}.md").as_uri(), STORY) for number in range(2)]
    assert [await desk.codes(uri) for uri in uris] == [FOUND, FOUND]
    told = len(desk.messages)
    wrong = "attrib-lsp: .attrib-lsp.toml:2: selct: there is no such setting; did you mean select? "
    for _ in range(2):
        file.write_text(f"{UNDERSTOOD}selct = 1\n")
        await desk.after(lambda: desk.saved(file))
        assert [await desk.codes(uri) for uri in uris] == [FOUND, FOUND]
        (message,) = desk.messages[told:]
        assert message.message == wrong + "(until that is mended, the settings from before hold)"
    file.write_text(NOTHING)
    await desk.after(lambda: desk.saved(file))
    assert [await desk.codes(uri) for uri in uris] == [[], []]
    file.write_text(f"{NOTHING}selct = 1\n")
    await desk.after(lambda: desk.saved(file))
    assert [await desk.codes(uri) for uri in uris] == [[], []]
    assert len(desk.messages) == told + 2
    file.unlink()
    await desk.after(lambda: desk.saved(file))


async def test_folders_that_are_opened_have_their_own_settings(desk: Desk, north: Path) -> None:
    west = north.parent / "west"
    uri = desk.put((west / "s.md").as_uri(), STORY)
    desk.settings = {None: {"select": ["UNS107"]}, west.as_uri(): {"select": ["UNS104"]}}
    await desk.after(lambda: desk.configure(None))
    assert await desk.codes(uri) == []
    await desk.after(lambda: desk.change_folders([west], []))
    assert await desk.codes(uri) == FOUND
    await desk.after(lambda: desk.change_folders([], [west]))
    assert await desk.codes(uri) == []


async def test_a_file_that_is_none_of_ours_changes_nothing(desk: Desk, north: Path) -> None:
    asked = desk.diagnostic_refresh_count
    desk.saved(north / "tox.toml", north / "my-attrib-lsp.toml")
    await desk.after(lambda: desk.saved(north / "tox.toml", north / "pyproject.toml"))
    assert desk.diagnostic_refresh_count == asked + 1


async def test_an_editor_that_does_not_answer_is_set_to_what_it_sent(tmp_path: Path) -> None:
    class Silent(Desk):
        def get_configuration(self, *, section: str | None = None, scope_uri: str | None = None) -> object:
            raise ZeroDivisionError

    desk = Silent()
    await desk.begin(tmp_path, options={"select": ["UNS104"]})
    assert await desk.codes(desk.put((tmp_path / "s.md").as_uri(), STORY)) == FOUND
    assert await desk.quit() == 0


async def test_a_configuration_file_that_is_open_shows_what_is_wrong_with_it(desk: Desk, north: Path) -> None:
    uri = desk.put((north / "z" / "attrib-lsp.toml").as_uri(), "# It is understood that 😀\n  selct = 1 # 😀\n")
    assert [(one.code, one.words) for one in await desk.squiggles(uri)] == [("None", "selct = 1 # 😀")]
    desk.replace(uri, 'ignore = ["ANO2"]\nignore = ["ANO20"]\n')
    (told,) = await desk.reported(uri)
    assert (told.range.start.line, told.severity) == (1, types.DiagnosticSeverity.Error)
    desk.replace(uri, '\nseverity = {UNS107 = "eror"}\nrules.ANO2 = {}\nignore = ["NOSUCH", "HED"]\nhouse = 1\n')
    assert [one.range.start.line for one in await desk.reported(uri)] == [1, 2, 3, 4]
    desk.replace(uri, 'ignore = ["ANO202"]\n')
    assert await desk.reported(uri) == []
    assert await desk.hover(uri, "ANO202") is None
    project = desk.put((north / "z" / "pyproject.toml").as_uri(), "[project]\nname = 'attrib-lsp'\n")
    assert await desk.reported(project) == []
