"""Commands that an editor asks the server to execute."""

from __future__ import annotations

from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.server.commands import ClientCommand, Command
from tests.server.drafts import STORY
from tests.server.editor import Editor
from tests.server.line import Line

pytestmark = pytest.mark.asyncio(loop_scope="session")

SPOILED = """# Delmar Foods sold spoiled meat

Delmar Foods sold spoiled meat to schools, two officials who asked not to be named because the inquiry goes on told the
*Courier*. 🍖 “It was three weeks old,” the food inspector, Kim Abara,
said on Monday. She declined to name the farm.

The firm has hidden 40 complaints from the council since May.
"""


@pytest.fixture(params=["pulling", "pushing"])
def editor(request: pytest.FixtureRequest) -> Editor:
    """Return an editor of either kind; they count in different units."""
    found: Editor = request.getfixturevalue(request.param)
    return found


async def execute(editor: Editor, command: str, *arguments: object) -> Any:  # noqa: ANN401 - each command's own answer
    """Execute a command as an editor does."""
    params = types.ExecuteCommandParams(command, list(arguments))
    return await editor.ask(types.WORKSPACE_EXECUTE_COMMAND, params)


def range_of(answer: dict[str, Any]) -> types.Range:
    """Return a range that came as plain JSON."""
    return types.Range(types.Position(**answer["start"]), types.Position(**answer["end"]))


def plain(given: object) -> Any:  # noqa: ANN401 - whatever came
    """Return what came as dictionaries and lists."""
    if hasattr(given, "_asdict"):
        return {key: plain(value) for key, value in given._asdict().items()}
    if isinstance(given, list | tuple):
        return [plain(one) for one in given]
    return given


async def test_the_server_offers_its_commands_and_no_others() -> None:
    offered = Line().initialize({})["executeCommandProvider"]["commands"]
    assert offered == [command.value for command in Command]
    assert not {command.value for command in ClientCommand} & set(offered)


async def test_sources_are_listed_with_their_places(editor: Editor) -> None:
    uri = editor.open(SPOILED)
    listed = plain(await execute(editor, Command.SOURCES.value, uri))
    assert (listed["uri"], listed["version"]) == (uri, 1)
    assert listed["summary"].startswith("2 sources: 1 named, 1 unnamed")
    officials, inspector = listed["sources"]
    assert (officials["name"], officials["kind"], officials["unnamed"]) == ("two officials", "unnamed-group", True)
    assert editor.words(SPOILED, range_of(officials["reason"])).startswith("asked not to be named")
    assert officials["via"] == ["the Courier"]
    assert (inspector["name"], inspector["description"], inspector["unnamed"]) == (
        "Kim Abara",
        "the food inspector",
        False,
    )
    assert inspector["specificity"] == 5
    assert inspector["reason"] is None
    assert "Kim Abara" in editor.words(SPOILED, range_of(inspector["first"]))
    assert [editor.words(SPOILED, range_of(one)) for one in inspector["mentions"]][-1] == "She"
    said = inspector["statements"][0]
    assert said["text"].strip("“”,") == "It was three weeks old"
    assert editor.words(SPOILED, range_of(said["range"])) == said["text"]
    assert (
        editor.words(SPOILED, range_of(said["extent"]))
        == "“It was three weeks old,” the food inspector, Kim Abara,\nsaid"
    )
    assert (said["cue"], said["type"]) == ("said", "direct")


async def test_the_list_follows_the_text(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    before = plain(await execute(pulling, Command.SOURCES.value, uri))
    pulling.edit(uri, "Mara Lind", "Mara Lindt")
    after = plain(await execute(pulling, Command.SOURCES.value, uri))
    assert (before["version"], before["sources"][0]["name"]) == (1, "Mara Lind")
    assert (after["version"], after["sources"][0]["name"]) == (2, "Mara Lindt")


async def test_claims_come_as_a_table(pulling: Editor) -> None:
    uri = pulling.open(SPOILED)
    answer = plain(await execute(pulling, Command.CLAIMS.value, uri))
    assert answer["title"] == "Claims: story.md"
    assert "| Line | Claim | Rests on | Certainty | Score |" in answer["markdown"]
    assert "| 7 | **The firm has hidden 40 complaints from the council since May.** |" in answer["markdown"]


async def test_the_memo_leaves_to_the_desk_what_only_the_desk_knows(pulling: Editor) -> None:
    uri = pulling.open(SPOILED)
    answer = plain(await execute(pulling, Command.MEMO.value, uri))
    assert answer["title"] == "Sourcing memo: story.md"
    assert answer["markdown"].startswith("# Sourcing memo: Delmar Foods sold spoiled meat\n")
    for blank in ("Identity known to: ____", "Ground rules: ____", "Second source: ____", "Approved by: ____"):
        assert answer["markdown"].count(blank) == 1


async def test_headlines_are_compared(pulling: Editor) -> None:
    uri = pulling.open("# Tea drinkers live longer\n\nTea drinkers live longer, a study of 40,000 adults found.\n")
    given = ["- Tea drinkers live longer, study finds", "", "Tea drinkers live longer"]
    answer = plain(await execute(pulling, Command.HEADLINES.value, uri, given))
    assert answer["title"] == "Headlines: story.md"
    best, own = answer["headlines"]
    assert best == {"headline": "Tea drinkers live longer, study finds", "own": False, "diagnostics": []}
    assert (own["headline"], own["own"]) == ("Tea drinkers live longer", True)
    assert [one["name"] for one in own["diagnostics"]] == ["headline-drops-attribution"]
    assert "## 1. Tea drinkers live longer, study finds\n\nNothing to mend." in answer["markdown"]
    assert "## 2. Tea drinkers live longer *(the story’s own)*\n\n- **" in answer["markdown"]


async def test_a_rule_is_explained_by_code_and_by_name(pulling: Editor) -> None:
    by_code = plain(await execute(pulling, Command.RULE.value, "UNS104"))
    assert by_code == plain(await execute(pulling, Command.RULE.value, "impersonal-evidential"))
    assert by_code["title"] == "UNS104 impersonal-evidential"
    assert by_code["markdown"].startswith("# UNS104 impersonal-evidential")
    assert await execute(pulling, Command.RULE.value, "UNS999") is None


@pytest.mark.parametrize("command", [one.value for one in Command if one is not Command.RULE])
async def test_a_draft_that_is_not_open_has_no_answer(command: str, pulling: Editor) -> None:
    assert await execute(pulling, command, "file:///nowhere/at/all.md") is None


@pytest.mark.parametrize("command", [one.value for one in Command if one is not Command.RULE])
async def test_an_empty_draft_has_answers(command: str, pulling: Editor) -> None:
    assert await execute(pulling, command, pulling.open("")) is not None


@pytest.mark.parametrize("command", [one.value for one in Command])
@pytest.mark.parametrize("arguments", [(), (3,), ({},), ("file:///a.md", 3), ("a", ["b"], "c")])
async def test_what_makes_no_sense_is_answered_with_what_would(
    command: str, arguments: tuple[object, ...], pulling: Editor
) -> None:
    with pytest.raises(JsonRpcException, match="is given") as refused:
        await execute(pulling, command, *arguments)
    assert refused.value.code == types.ErrorCodes.InvalidParams


async def test_a_command_that_there_is_not_is_refused(pulling: Editor) -> None:
    with pytest.raises(JsonRpcException, match="there is no command"):
        await execute(pulling, ClientCommand.SHOW_RULE.value, "UNS104")
