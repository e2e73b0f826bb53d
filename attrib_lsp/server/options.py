"""The settings that a client sends: ``{"preset": NAME, "select": [...], "ignore": [...], "extend-select": [...]}``."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from attrib_lsp.linter.errors import UnknownPresetError, UnknownRuleError
from attrib_lsp.linter.presets import preset
from attrib_lsp.linter.settings import Policy, Settings, selected, settings

#: Under this name an editor's settings hold ours.
SECTION = "attrib-lsp"

_SELECTORS = ("select", "ignore", "extend-select")
_KEYS = ("preset", *_SELECTORS, "workspaceDiagnostics")


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


def read_options(options: object) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings that ``options`` mean, and one line for each thing that is wrong with them.

    What is wrong is left out and the rest holds: a slip in an editor's configuration does not switch the linter off.
    Keys that are none of ours are the editor's own business, unless they look like a slip.
    """
    if not isinstance(options, Mapping):
        return Settings.default(), () if options is None else (f"the settings are no object but {options!r}",)
    problems = [problem for key in options if (problem := _slip(key))]
    select, ignore, extend_select = (_selectors(options, key, problems) for key in _SELECTORS)
    chosen = settings(select, ignore, extend_select, _policy(options.get("preset"), problems))
    return chosen, tuple(dict.fromkeys(problems))


def _slip(key: object) -> str | None:
    """Say what is wrong with a key that looks like one of ours and is none."""
    if not isinstance(key, str) or key in _KEYS:
        return None
    near = get_close_matches(key.lower(), _KEYS, 1, 0.75)
    return f"there is no setting {key!r}; did you mean {near[0]!r}?" if near else None


def _policy(name: object, problems: list[str]) -> Policy | None:
    """Return what the preset of that name says, None without one; one that there is not is told."""
    if name is None or name == "":
        return None
    if not isinstance(name, str):
        problems.append(f"'preset' is no name but {name!r}")
        return None
    try:
        return preset(name).policy
    except UnknownPresetError as error:
        problems.append(str(error))
        return None


def _selectors(options: Mapping[str, object], key: str, problems: list[str]) -> list[str]:
    """Return the rule selectors under ``key`` that mean rules; the others, and what is no list of strings, are told."""
    given = options.get(key)
    if given is None:
        return []
    if isinstance(given, str):
        given = [one for part in given.split(",") if (one := part.strip())]
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        problems.append(f"{key!r} is no list of rule codes or names but {given!r}")
        return []
    return [one for one in given if _known(one, problems)]


def _known(selector: str, problems: list[str]) -> bool:
    """Say whether ``selector`` means a rule; if not, that is told."""
    try:
        selected(selector)
    except UnknownRuleError as error:
        problems.append(str(error))
        return False
    return True
