"""What the server answers: one module for each feature of the protocol, each with a ``register``."""

from __future__ import annotations

from attrib_lsp.server.features import commands, configuration, hover, lifecycle, synchronization
from attrib_lsp.server.server import Server


def register_all(server: Server) -> Server:
    """Teach ``server`` its features and return it; `pull` is added once the client turns out to pull."""
    for feature in (
        lifecycle,
        synchronization,
        hover,
        configuration,
        commands,
    ):
        feature.register(server)
    return server
