"""The baseline in an editor: what it holds is not shown, and what becomes of it is seen at once."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from attrib_lsp.linter.passages import Passage
from attrib_lsp.text.span import Span
from tests.server.desk import Desk
from tests.server.drafts import HIDDEN, STORY

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
