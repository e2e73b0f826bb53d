"""A server that its editor connects to."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from click.testing import CliRunner
from lsprotocol import types

from attrib_lsp.cli.main import cli
from attrib_lsp.server.tcp import Address, read_address
from tests.server.conftest import RULES
from tests.server.drafts import HIDDEN, STORY, many_paragraphs
from tests.server.editor import PATIENCE, Editor, capabilities

ABLE = capabilities(pulls=False, encoding=types.PositionEncodingKind.Utf8)


@asynccontextmanager
async def listening() -> AsyncIterator[tuple[Process, Address]]:
    """Lend a server that listens, and where."""
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "attrib_lsp", "server", "--tcp", "0", stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    assert server.stderr is not None
    try:
        line = (await asyncio.wait_for(server.stderr.readline(), PATIENCE)).decode()
        assert line.startswith("attrib-lsp server listens at 127.0.0.1:")
        yield server, read_address(line.split()[-1])
    finally:
        if server.returncode is None:
            server.kill()
        await server.wait()


async def test_a_conversation_over_tcp() -> None:
    async with listening() as (server, address):
        editor = Editor()
        await asyncio.wait_for(editor.start_tcp(address.host, address.port), PATIENCE)
        await editor.introduce(ABLE, RULES)
        with pytest.raises(OSError):  # one client for each process
            socket.create_connection((address.host, address.port), 1).close()
        uri = editor.open("😀" * 20_000 + "\n\n" + STORY)
        assert await editor.squiggles(uri) == [HIDDEN]
        await asyncio.wait_for(editor.shutdown_async(None), PATIENCE)
        editor.exit(None)
        assert await asyncio.wait_for(server.wait(), PATIENCE) == 0


async def test_an_editor_that_hangs_up_takes_the_server_with_it() -> None:
    async with listening() as (server, address):
        reader, writer = await asyncio.open_connection(address.host, address.port)
        text = many_paragraphs(1500)
        writer.write(b"Content-Length: 99999\r\n\r\n" + text.encode()[:999])
        await writer.drain()
        await asyncio.sleep(0.2)
        began = time.monotonic()
        writer.close()
        assert await asyncio.wait_for(server.wait(), PATIENCE) == 1
        assert time.monotonic() - began < 1
        assert await reader.read() == b""


@pytest.mark.parametrize(
    ("text", "address", "private"),
    [
        ("2087", Address("127.0.0.1", 2087), True),
        (":2087", Address("127.0.0.1", 2087), True),
        ("localhost:0", Address("localhost", 0), True),
        ("[::1]:2087", Address("::1", 2087), True),
        ("0.0.0.0:2087", Address("0.0.0.0", 2087), False),
        ("desk.example.org:2087", Address("desk.example.org", 2087), False),
    ],
)
def test_addresses(text: str, address: Address, private: bool) -> None:
    assert read_address(text) == address
    assert address.private is private


@pytest.mark.parametrize("text", ["", "desk", "*:2087", "localhost:", "localhost:99999", "1.5", "²"])
def test_what_is_no_address_is_told(text: str) -> None:
    done = CliRunner().invoke(cli, ["server", "--tcp", text])
    assert done.exit_code == 2
    assert done.stderr.startswith("error: invalid value for --tcp")


def test_one_way_to_speak_at_a_time() -> None:
    done = CliRunner().invoke(cli, ["server", "--stdio", "--tcp", "0"])
    assert done.exit_code == 2
    assert "not on both" in done.stderr


def test_where_one_cannot_listen_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "attrib_lsp", "server", "--tcp", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: 127.0.0.1:{port}: cannot listen there")
