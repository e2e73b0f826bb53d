"""What real editors say that they can do, word for word.

``vscode.json`` is what vscode-languageclient 11.0.0 sends (`computeClientCapabilities`), ``neovim.json`` what Neovim
0.12.4 does (`vim.lsp.protocol.make_client_capabilities`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter


def declared(name: str) -> dict[str, Any]:
    """Return what the editor called ``name`` declares, as it sends it."""
    text = (Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8")
    capabilities: dict[str, Any] = json.loads(text)
    return capabilities


def capabilities_of(name: str, experimental: object = None) -> types.ClientCapabilities:
    """Return what the editor called ``name`` declares, with what a plugin adds under ``experimental``."""
    given = declared(name) | ({} if experimental is None else {"experimental": experimental})
    capabilities: types.ClientCapabilities = default_converter().structure(given, types.ClientCapabilities)
    return capabilities
