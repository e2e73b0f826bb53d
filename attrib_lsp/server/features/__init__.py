"""What the server answers: one module for each feature of the protocol, each with a ``register``."""

from __future__ import annotations

from attrib_lsp.server.features import (
    actions,
    code_lens,
    commands,
    completion,
    configuration,
    definition,
    folding,
    hover,
    inlay_hints,
    lifecycle,
    references,
    semantic_tokens,
    symbols,
    synchronization,
)
from attrib_lsp.server.server import Server

_FEATURES = (
    lifecycle,
    synchronization,
    configuration,
    hover,
    actions,
    definition,
    references,
    symbols,
    inlay_hints,
    code_lens,
    semantic_tokens,
    completion,
    folding,
    commands,
)


def register_all(server: Server) -> Server:
    """Teach ``server`` its features and return it; `pull` is added once the client turns out to pull."""
    for feature in _FEATURES:
        feature.register(server)
    return server
