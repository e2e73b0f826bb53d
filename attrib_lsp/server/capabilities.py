"""Which of a client's capabilities are read at all."""

from __future__ import annotations

from collections.abc import Mapping

from lsprotocol.types import DiagnosticTag, MarkupKind, ResourceOperationKind

_Known = frozenset[str] | frozenset[int]
_Parts = Mapping[str, "_Parts | _Known | None"]

_SHOWN: _Parts = {
    "relatedInformation": None,
    "dataSupport": None,
    "codeDescriptionSupport": None,
    "tagSupport": {"valueSet": frozenset(tag.value for tag in DiagnosticTag)},
}
_REFRESH: _Parts = {"refreshSupport": None}
_DYNAMIC: _Parts = {"dynamicRegistration": None}
_OPERATIONS = frozenset(kind.value for kind in ResourceOperationKind)
#: What is read of a client's capabilities; a set holds the words of a list that are known.
_READ: _Parts = {
    "general": {"positionEncodings": None},
    "textDocument": {
        "diagnostic": _SHOWN,
        "publishDiagnostics": _SHOWN,
        "hover": {"contentFormat": frozenset(kind.value for kind in MarkupKind)},
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": None}},
            "resolveSupport": {"properties": None},
            "dataSupport": None,
            "isPreferredSupport": None,
        },
        "completion": {"completionItem": {"labelDetailsSupport": None}},
        "foldingRange": {"foldingRange": {"collapsedText": None}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": None},
        "definition": {"linkSupport": None},
    },
    "window": {"workDoneProgress": None},
    "workspace": {
        "configuration": None,
        "workspaceFolders": None,
        "diagnostics": _REFRESH,
        "codeLens": _REFRESH,
        "inlayHint": _REFRESH,
        "semanticTokens": _REFRESH,
        "didChangeConfiguration": _DYNAMIC,
        "didChangeWatchedFiles": _DYNAMIC,
        "workspaceEdit": {"documentChanges": None, "snippetEditSupport": None, "resourceOperations": _OPERATIONS},
    },
    "experimental": {"snippetTextEdit": None, "commands": {"commands": None}},
}


def read_part(given: object, wanted: _Parts | _Known | None = _READ) -> object:
    """Return of a client's capabilities, as they came, what is read of them.

    The protocol library cannot make sense of a word that is newer than itself, wherever it stands, and the
    conversation would be over before it began.
    """
    if isinstance(wanted, frozenset):
        return [one for one in given if one in wanted] if isinstance(given, list) else None
    if wanted is None or not isinstance(given, Mapping):
        return given
    return {key: read_part(given[key], part) for key, part in wanted.items() if key in given}
