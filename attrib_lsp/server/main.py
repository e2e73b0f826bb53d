"""Start the server on stdin and stdout."""

from __future__ import annotations

import logging
import os
import signal
import sys
from typing import BinaryIO, NoReturn

from attrib_lsp.server.features import register_all
from attrib_lsp.server.features.lifecycle import leave
from attrib_lsp.server.server import Server

#: Seconds after which an analysis lets the thread go on that reads and writes messages.
SWITCH = 0.001


def run() -> NoReturn:
    """Serve one client until it leaves, then end the process: 0 after a proper shutdown, 1 if it just went away."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    # It logs a trace for every request that is superseded; real accidents come through `report_server_error`.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    if sys.stdin.isatty():
        print("attrib-lsp server waits for an editor to speak to it on standard input.", file=sys.stderr)
    # Ctrl-C ends the process at once; the library would wait for the thread that reads standard input.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.setswitchinterval(SWITCH)
    stdin, stdout = claim_streams()
    server = register_all(Server())
    server.start_io(stdin, stdout)
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
