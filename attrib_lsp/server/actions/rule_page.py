"""The way from a finding to the page of its rule."""

from __future__ import annotations

from collections.abc import Collection

from lsprotocol import types

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.commands import ClientCommand, Command

#: The editor's command, with a rule's code, that opens its page.
SHOW = ClientCommand.SHOW_RULE.value
#: The server's command, with a rule's code, that answers with its page.
TELL = Command.RULE.value


def open_rule(finding: LocatedFinding, editor: Collection[str], server: Collection[str]) -> types.Command | None:
    """Return the command that opens the rule behind ``finding``; None if neither side has one.

    ``editor`` and ``server`` are the commands that either side knows.
    """
    name = SHOW if SHOW in editor else TELL if TELL in server else None
    title = f"Open the rule: {finding.name} ({finding.code})"
    return None if name is None else types.Command(title, name, arguments=[finding.code])
