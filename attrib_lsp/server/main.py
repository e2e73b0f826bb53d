"""Start the server: on stdin and stdout, or for one client that connects over TCP."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from pygls.io_ import StdinAsyncReader, StdoutWriter, run_async

from attrib_lsp.server.features import register_all
from attrib_lsp.server.features.lifecycle import leave
from attrib_lsp.server.server import Server
from attrib_lsp.server.tcp import Address, connected

if TYPE_CHECKING:
    from pygls.io_ import AsyncReader

#: Seconds after which an analysis lets the thread go on that reads and writes messages.
SWITCH = 0.001


def run(address: Address | None = None) -> NoReturn:
    """Serve one client until it leaves, then end the process: 0 after a proper shutdown, 1 if it just went away.

    Raises:
        OSError: ``address`` cannot be listened at.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    # It logs a trace for every request that is superseded; real accidents come through `report_server_error`.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    # Ctrl-C ends the process at once; the library would wait for the thread that reads standard input.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.setswitchinterval(SWITCH)
    server = register_all(Server())
    asyncio.run(_on_stdio(server) if address is None else _on_tcp(server, address))
    raise AssertionError("a conversation ends with its process")


async def _on_stdio(server: Server) -> NoReturn:
    """Serve on standard input and output."""
    if sys.stdin.isatty():
        print("attrib-lsp server waits for an editor to speak to it on standard input.", file=sys.stderr)
    stdin, stdout = claim_streams()
    server.protocol.set_writer(StdoutWriter(stdout))
    await _converse(server, StdinAsyncReader(stdin, ThreadPoolExecutor(1, "stdin")))


async def _on_tcp(server: Server, address: Address) -> NoReturn:
    """Serve the first client that connects to ``address``."""
    reader, writer = await connected(address)
    server.protocol.set_writer(writer)
    await _converse(server, reader)


async def _converse(server: Server, reader: AsyncReader) -> NoReturn:
    """Take in messages until the client leaves or hangs up.

    The process ends here and not with the event loop: that would wait for every thread with work under way.
    """
    with contextlib.suppress(OSError, asyncio.IncompleteReadError):  # it hung up in the middle of a message
        await run_async(threading.Event(), reader, server.protocol, error_handler=server.report_server_error)
    leave(0 if server.finished else 1)


def claim_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return stdin and stdout for the protocol alone.

    Whatever else reads finds nothing, and whatever else prints, a library say, does so on stderr.
    """
    sys.stdout.flush()
    stdin = os.fdopen(os.dup(0), "rb")
    stdout = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return stdin, stdout
