"""The protocol library as we use it: messages in, messages out, without a process in between."""

from __future__ import annotations

import pytest
from lsprotocol import converters, types
from pygls.exceptions import JsonRpcException
from pytest_lsp import client_capabilities

from tests.server.line import Line

PULLING: dict[str, object] = {"textDocument": {"diagnostic": {}}}


@pytest.mark.parametrize(
    ("client", "pulls"),
    [
        ("neovim@v0.11", True),
        ("neovim@v0.10", True),
        ("neovim@v0.9", False),
        ("emacs@v29", False),
        ("visual-studio-code@v1.65", False),
    ],
)
def test_diagnostics_are_offered_for_pulling_to_whoever_pulls(client: str, pulls: bool) -> None:
    able = converters.get_converter().unstructure(client_capabilities(client), types.ClientCapabilities)
    offered = Line().initialize(able)
    assert ("diagnosticProvider" in offered) is pulls
    assert offered["hoverProvider"] is True
    assert offered["textDocumentSync"]["openClose"] is True
    assert offered["textDocumentSync"]["change"] == types.TextDocumentSyncKind.Incremental.value


@pytest.mark.parametrize(
    ("liked", "agreed"),
    [
        (["utf-8", "utf-16"], "utf-8"),
        (["utf-32"], "utf-32"),
        (["utf-7", "utf-16"], "utf-16"),
        (["utf-7"], "utf-16"),
        (None, "utf-16"),
    ],
)
def test_positions_are_counted_as_the_editor_likes(liked: list[str] | None, agreed: str) -> None:
    line = Line()
    offered = line.initialize({"general": {"positionEncodings": liked}} if liked else {})
    assert offered["positionEncoding"] == agreed
    assert line.server.client.encoding.value == agreed


def test_words_newer_than_the_library_do_not_end_the_conversation() -> None:
    line = Line()
    line.initialize(
        {
            "workspace": {"symbol": {"symbolKind": {"valueSet": [1, 99]}}, "diagnostics": {"refreshSupport": True}},
            "textDocument": {
                "hover": {"contentFormat": ["html", "markdown"]},
                "publishDiagnostics": {"tagSupport": {"valueSet": [9, 1]}, "relatedInformation": True},
                "diagnostic": {"whatever": [1]},
            },
            "window": "yes",
        }
    )
    client = line.server.client
    assert (client.markdown, client.related, client.pulls, client.refreshes) == (True, True, True, True)
    assert (client.fades, client.code_links) == (True, False)


def test_a_request_that_makes_no_sense_is_answered() -> None:
    line = Line()
    with pytest.raises(JsonRpcException):
        line.say(id=7, method="textDocument/hover", params={"position": "here"})
    (answer,) = line.wire.sent
    assert answer["id"] == 7
    assert answer["error"]["code"] == types.ErrorCodes.InvalidParams.value


def test_a_request_that_is_not_known_is_answered() -> None:
    line = Line()
    line.say(id=8, method="textDocument/sing", params={})
    (answer,) = line.wire.sent
    assert answer["error"]["code"] == types.ErrorCodes.MethodNotFound.value


@pytest.mark.parametrize("far", [2**31, 2**32 - 1, 2**63])
def test_places_beyond_all_bounds_are_the_end(far: int) -> None:
    line = Line()
    line.initialize(PULLING)
    line.open("one\ntwo\n")
    end = {"line": 0, "character": far}
    assert line.change(end, end, "!") == "one!\ntwo\n"
    assert line.change({"line": 1, "character": -3}, {"line": far, "character": 0}, "") == "one!\n"


def test_many_changes_leave_no_record_behind() -> None:
    line = Line()
    line.initialize(PULLING)
    line.open("")
    before = len(line.server.protocol._request_futures)
    for _ in range(50):
        line.change({"line": 0, "character": 0}, {"line": 0, "character": 0}, "a")
    assert len(line.server.protocol._request_futures) == before
