"""What real editors declare, as the server reads it."""

from __future__ import annotations

import pytest

from tests.server.clients import declared
from tests.server.line import Line


@pytest.mark.parametrize("name", ["vscode", "neovim"])
def test_a_real_editor_is_offered_actions_that_it_can_resolve(name: str) -> None:
    line = Line()
    offered = line.initialize(declared(name))
    assert offered["codeActionProvider"] == {
        "codeActionKinds": ["quickfix", "source.fixAll.attrib-lsp"],
        "resolveProvider": True,
    }
    client = line.server.client
    assert all((client.pulls, client.literals, client.resolves, client.prefers, client.versioned_edits))
    assert client.edit_snippets is (name == "vscode")
    assert not client.action_snippets


@pytest.mark.parametrize(
    ("experimental", "commands"),
    [
        ({"commands": {"commands": ["a.b", "c"]}}, {"a.b", "c"}),
        ({"commands": {"commands": ["a.b", 1, None]}}, {"a.b"}),
        ({"commands": {"commands": "a.b"}}, set()),
        ({"commands": ["a.b"]}, set()),
        ({"commands": None}, set()),
        (["commands"], set()),
        ("commands", set()),
        (None, set()),
    ],
)
def test_an_editor_lists_its_commands_as_for_rust_analyzer(experimental: object, commands: set[str]) -> None:
    line = Line()
    line.initialize(declared("neovim") | {"experimental": experimental})
    assert line.server.client.commands == commands
