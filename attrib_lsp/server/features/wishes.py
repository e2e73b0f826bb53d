"""What the user wants to be shown."""

from __future__ import annotations

from collections.abc import Mapping

from attrib_lsp.server.server import Server


def wished(ls: Server, uri: str, name: str, default: bool) -> bool:
    """Say whether the setting ``name`` is on for the document ``uri``; ``default`` where nothing is set."""
    options = ls.initial_options
    value = options.get(name) if isinstance(options, Mapping) else None
    return value if isinstance(value, bool) else default
