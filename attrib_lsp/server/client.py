"""What the editor can do, read once from its first message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsprotocol.types import ClientCapabilities, DiagnosticTag, MarkupKind, PositionEncodingKind, ResourceOperationKind


@dataclass(frozen=True, slots=True)
class Client:
    """The editor at the other end. The defaults are those of one that declares nothing.

    ``pulls`` is set where it asks for diagnostics itself; nothing is ever pushed to such a client. ``refreshes`` is
    set where it can be told to ask again for diagnostics, ``refreshes_lenses``, ``refreshes_hints`` and
    ``refreshes_tokens`` where it can for those. ``literals`` is set where a code action may carry its edit,
    ``resolves`` where that may come later, ``prefers`` where one may be marked as the one to take. ``edit_snippets``
    is set where an edit to a file may hold tab stops (version 3.18 of the protocol), ``action_snippets`` where an
    edit of a code action may, marked as rust-analyzer marks it (``experimental.snippetTextEdit``).
    ``creates`` is set where an edit may create a file.
    ``label_details`` is set where a completion may show more beside its label, ``collapsed_text`` where a fold may say
    what it hides. ``watches`` and ``registers_settings`` are set where the server may ask to be told of changed files
    and settings, ``configuration`` where it may ask for settings. ``commands`` are the editor's own commands that the
    server may use, by name (``experimental.commands``, as rust-analyzer has it).
    """

    encoding: PositionEncodingKind = PositionEncodingKind.Utf16
    pulls: bool = False
    refreshes: bool = False
    refreshes_lenses: bool = False
    refreshes_hints: bool = False
    refreshes_tokens: bool = False
    related: bool = False
    data: bool = False
    code_links: bool = False
    fades: bool = False
    markdown: bool = False
    literals: bool = False
    resolves: bool = False
    prefers: bool = False
    edit_snippets: bool = False
    action_snippets: bool = False
    label_details: bool = False
    collapsed_text: bool = False
    versioned_edits: bool = False
    creates: bool = False
    nested_symbols: bool = False
    links: bool = False
    progress: bool = False
    configuration: bool = False
    watches: bool = False
    registers_settings: bool = False
    commands: frozenset[str] = frozenset()

    @property
    def hears_again(self) -> bool:
        """Whether what it was told of a document can be replaced without its asking."""
        return not self.pulls or self.refreshes


def client_of(capabilities: ClientCapabilities, encoding: PositionEncodingKind) -> Client:
    """Return what a client with ``capabilities`` can do; ``encoding`` is the one agreed on for positions."""
    return Client(
        encoding=encoding,
        commands=_commands(capabilities),
        **_diagnostics(capabilities),
        **_features(capabilities),
        **_window(capabilities),
        **_workspace(capabilities),
    )


def _diagnostics(capabilities: ClientCapabilities) -> dict[str, bool]:
    """Return what a client can do with diagnostics."""
    document = capabilities.text_document
    pull = document.diagnostic if document else None
    push = document.publish_diagnostics if document else None
    return {
        "pulls": pull is not None,
        # Version 3.17 of the protocol declares these under publishDiagnostics for pulled diagnostics too.
        "related": any(part.related_information for part in (pull, push) if part),
        "data": any(part.data_support for part in (pull, push) if part),
        "code_links": any(part.code_description_support for part in (pull, push) if part),
        "fades": any(
            DiagnosticTag.Unnecessary in part.tag_support.value_set
            for part in (pull, push)
            if part and part.tag_support
        ),
    }


def _features(capabilities: ClientCapabilities) -> dict[str, bool]:
    """Return what a client can do in a document."""
    document = capabilities.text_document
    hover = document.hover if document else None
    action = document.code_action if document else None
    completion = document.completion if document else None
    symbols = document.document_symbol if document else None
    definition = document.definition if document else None
    resolved = action.resolve_support.properties if action and action.resolve_support else ()
    folding = document.folding_range if document else None
    experimental = capabilities.experimental
    return {
        "markdown": bool(hover and MarkupKind.Markdown in (hover.content_format or ())),
        "literals": bool(action and action.code_action_literal_support),
        "resolves": bool(action and action.data_support and "edit" in resolved),
        "prefers": bool(action and action.is_preferred_support),
        "action_snippets": isinstance(experimental, Mapping) and experimental.get("snippetTextEdit") is True,
        "label_details": bool(
            completion and completion.completion_item and completion.completion_item.label_details_support
        ),
        "collapsed_text": bool(folding and folding.folding_range and folding.folding_range.collapsed_text),
        "nested_symbols": bool(symbols and symbols.hierarchical_document_symbol_support),
        "links": bool(definition and definition.link_support),
    }


def _commands(capabilities: ClientCapabilities) -> frozenset[str]:
    """Return which of its own commands a client lets the server use."""
    experimental = capabilities.experimental
    listed = experimental.get("commands") if isinstance(experimental, Mapping) else None
    names = listed.get("commands") if isinstance(listed, Mapping) else None
    return (
        frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list | tuple) else frozenset()
    )


def _window(capabilities: ClientCapabilities) -> dict[str, bool]:
    """Return what a client can show."""
    window = capabilities.window
    return {
        "progress": bool(window and window.work_done_progress),
    }


def _workspace(capabilities: ClientCapabilities) -> dict[str, bool]:
    """Return what a client can do outside a document."""
    workspace = capabilities.workspace
    if workspace is None:
        return {}
    edit, settings, watched = (
        workspace.workspace_edit,
        workspace.did_change_configuration,
        workspace.did_change_watched_files,
    )
    refreshed = {
        "refreshes": workspace.diagnostics,
        "refreshes_lenses": workspace.code_lens,
        "refreshes_hints": workspace.inlay_hint,
        "refreshes_tokens": workspace.semantic_tokens,
    }
    return {
        **{name: bool(part and part.refresh_support) for name, part in refreshed.items()},
        "edit_snippets": bool(edit and edit.snippet_edit_support),
        # Resource operations travel beside versioned edits only; Neovim declares them and not documentChanges itself.
        "versioned_edits": bool(edit and (edit.document_changes or edit.resource_operations)),
        "creates": bool(edit and ResourceOperationKind.Create in (edit.resource_operations or ())),
        "configuration": bool(workspace.configuration),
        "watches": bool(watched and watched.dynamic_registration),
        "registers_settings": bool(settings and settings.dynamic_registration),
    }
