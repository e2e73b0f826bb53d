"""What the editor can do, read once from its first message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsprotocol.types import ClientCapabilities, MarkupKind, PositionEncodingKind

_Parts = Mapping[str, "_Parts | frozenset[str] | None"]

_SHOWN: _Parts = {"relatedInformation": None, "dataSupport": None}
#: What is read of a client's capabilities; a set holds the words of a list that are known.
_READ: _Parts = {
    "general": {"positionEncodings": None},
    "textDocument": {
        "diagnostic": _SHOWN,
        "publishDiagnostics": _SHOWN,
        "hover": {"contentFormat": frozenset(kind.value for kind in MarkupKind)},
    },
    "workspace": {"diagnostics": {"refreshSupport": None}},
}


def read_part(given: object, wanted: _Parts | frozenset[str] | None = _READ) -> object:
    """Return of a client's capabilities, as they came, what is read of them.

    The protocol library cannot make sense of a word that is newer than itself, wherever it stands, and the
    conversation would be over before it began.
    """
    if isinstance(wanted, frozenset):
        return [one for one in given if one in wanted] if isinstance(given, list) else None
    if wanted is None or not isinstance(given, Mapping):
        return given
    return {key: read_part(given[key], part) for key, part in wanted.items() if key in given}


@dataclass(frozen=True, slots=True)
class Client:
    """The editor at the other end. The defaults are those of one that declares nothing.

    ``pulls`` is set where it asks for diagnostics itself; nothing is ever pushed to such a client. ``refreshes`` is
    set where it can be told to ask again.
    """

    encoding: PositionEncodingKind = PositionEncodingKind.Utf16
    pulls: bool = False
    refreshes: bool = False
    related: bool = False
    data: bool = False
    markdown: bool = False


def client_of(capabilities: ClientCapabilities, encoding: PositionEncodingKind) -> Client:
    """Return what a client with ``capabilities`` can do; ``encoding`` is the one agreed on for positions."""
    document, workspace = capabilities.text_document, capabilities.workspace
    pull = document.diagnostic if document else None
    push = document.publish_diagnostics if document else None
    hover = document.hover if document else None
    refresh = workspace.diagnostics if workspace else None
    return Client(
        encoding=encoding,
        pulls=pull is not None,
        refreshes=bool(refresh and refresh.refresh_support),
        # Version 3.17 of the protocol declares these under publishDiagnostics for pulled diagnostics too.
        related=any(part.related_information for part in (pull, push) if part),
        data=any(part.data_support for part in (pull, push) if part),
        markdown=bool(hover and MarkupKind.Markdown in (hover.content_format or ())),
    )
