"""Where a server listens for its one client, and the line to it."""

from __future__ import annotations

import asyncio
import ipaddress
import sys
from dataclasses import dataclass

#: This machine, which nobody else can reach.
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port to listen at; port 0 is any that is free."""

    host: str
    port: int

    @property
    def private(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host.lower() == "localhost"

    def __str__(self) -> str:
        """Write it as it is read, see `read_address`."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def read_address(text: str) -> Address:
    """Return the address that ``text`` means: "HOST:PORT", "[IPv6]:PORT"; without a host, this machine alone.

    Raises:
        ValueError: it means none.

    >>> str(read_address("2087")), str(read_address(":0")), str(read_address("[::1]:2087"))
    ('127.0.0.1:2087', '127.0.0.1:0', '[::1]:2087')
    """
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit()) or int(port) > 65_535:
        raise ValueError(f"{text!r} is no HOST:PORT; the port is a number up to 65535")
    host = host.removeprefix("[").removesuffix("]")
    if host == "*":
        raise ValueError("name the host to listen at; 0.0.0.0 lets every machine in that reaches this one")
    return Address(host or LOOPBACK, int(port))


async def connected(address: Address) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Listen at ``address``, saying so on stderr; return the line to the first client. Others are turned away.

    Raises:
        OSError: one cannot listen there.
    """
    first: asyncio.Future[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = (
        asyncio.get_running_loop().create_future()
    )

    def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if first.done():
            writer.close()
        else:
            first.set_result((reader, writer))

    listening = await asyncio.start_server(take, address.host, address.port)
    host, port = listening.sockets[0].getsockname()[:2]
    print(f"attrib-lsp server listens at {Address(host, port)}", file=sys.stderr, flush=True)
    line = await first
    listening.close()
    return line
