"""The names of commands: what the server does on request, and what an editor may bring itself. One list for all."""

from __future__ import annotations

from enum import Enum


class Command(str, Enum):
    """What `workspace/executeCommand` does; arguments and answers are told in `attrib_lsp.server.features.commands`."""

    SOURCES = "attrib-lsp.sources"
    CLAIMS = "attrib-lsp.claims"
    MEMO = "attrib-lsp.memo"
    HEADLINES = "attrib-lsp.headlines"
    RULE = "attrib-lsp.rule"


class ClientCommand(str, Enum):
    """What an editor does itself where it says so in its capabilities, under ``experimental.commands``."""

    SHOW_SOURCES = "attrib-lsp.showSources"
    SHOW_RULE = "attrib-lsp.showRule"
