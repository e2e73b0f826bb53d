"""The settings that a client sends: ``{"preset": NAME, "select": [...], "severity": {...}, "inlayHints": true, ...}``.

They lie over the configuration file of each document, as the options of the command do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from attrib_lsp.linter.configuration import SELECTORS, Layer, read_layer
from attrib_lsp.linter.configuration.layout import dotted

#: Under this name an editor's settings hold ours.
SECTION = "attrib-lsp"
#: Where settings come from that no file gives.
EDITOR = "editor"

#: What a configuration file may say, too.
_SHARED = ("preset", *SELECTORS, "severity", "rules")
_SWITCHES = ("inlayHints", "codeLens", "workspaceDiagnostics")
_KEYS = (*_SHARED, "configuration", *_SWITCHES)


@dataclass(frozen=True)
class EditorSettings:
    """What an editor is set to.

    ``layer`` lies over configuration files; None if it says nothing of rules. ``configuration`` is the path of a file
    that takes the place of the nearest one, as it was written. The switches say what the editor shows besides
    diagnostics, ``problems`` what is wrong with the settings, a line each; that is left out and the rest holds.
    """

    layer: Layer | None = None
    configuration: str | None = None
    inlay_hints: bool = False
    code_lens: bool = True
    workspace_diagnostics: bool = False
    problems: tuple[str, ...] = ()


def own_options(given: object) -> object | None:
    """Return our part of what a client sent: what stands under our name, else the whole; None if that is no word to us.

    Some editors send what a user wrote for this server as it is, others everything that they are set to. An empty
    list is an empty object from an editor that cannot tell the two apart.
    """
    if not given:
        return None
    if not isinstance(given, Mapping):
        return given
    if SECTION in given:
        return given[SECTION] or {}
    return given if any(key in _KEYS or _slip(key) for key in given) else None


def read_options(options: object) -> EditorSettings:
    """Return the settings that ``options`` mean.

    What is wrong is left out and the rest holds: a slip in an editor's configuration does not switch the linter off.
    Keys that are none of ours are the editor's own business, unless they look like a slip.
    """
    if not isinstance(options, Mapping):
        return EditorSettings(problems=() if options is None else (f"the settings are no object but {options!r}",))
    problems = [problem for key in options if (problem := _slip(key))]

    def tell(key: tuple[str, ...], problem: str) -> None:
        problems.append(f"{dotted(key)}: {problem}")

    given = {key: _tidied(key, options[key]) for key in _SHARED if options.get(key) is not None}
    layer = read_layer(given, EDITOR, tell)
    path = options.get("configuration")
    if not (path is None or isinstance(path, str)):
        tell(("configuration",), f"this is no path but {path!r}")
    inlay_hints, code_lens, workspace_diagnostics = (options.get(key) for key in _SWITCHES)
    for key in _SWITCHES:
        if not isinstance(options.get(key), bool | None):
            tell((key,), f"this is neither true nor false but {options[key]!r}")
    return EditorSettings(
        layer=layer if layer.entries else None,
        configuration=path if isinstance(path, str) and path.strip() else None,
        inlay_hints=inlay_hints is True,
        code_lens=code_lens is not False,
        workspace_diagnostics=workspace_diagnostics is True,
        problems=tuple(dict.fromkeys(problems)),
    )


def _slip(key: object) -> str | None:
    """Say what is wrong with a key that looks like one of ours and is none."""
    if not isinstance(key, str) or key in _KEYS:
        return None
    near = get_close_matches(key.lower(), _KEYS, 1, 0.75)
    return f"there is no setting {key!r}; did you mean {near[0]!r}?" if near else None


def _tidied(key: str, given: object) -> object:
    """Return a value as a configuration file has it: in an editor people write selectors in one text, too."""
    if key in SELECTORS and isinstance(given, str):
        return [one for part in given.split(",") if (one := part.strip())]
    return given
