"""The settings that a client sends: ``{"select": [...], "ignore": [...], "extend-select": [...]}``."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from attrib_lsp.linter.settings import Settings, UnknownRuleError, selected, settings

#: Under this name an editor's settings hold ours.
SECTION = "attrib-lsp"

_SELECTORS = {"select": "select", "ignore": "ignore", "extend-select": "extend_select"}


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
    return given if any(key in _SELECTORS or _slip(key) for key in given) else None


def read_options(options: object) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings that ``options`` mean, and one line for each thing that is wrong with them.

    What is wrong is left out and the rest holds: a slip in an editor's configuration does not switch the linter off.
    Keys that are none of ours are the editor's own business, unless they look like a slip.
    """
    if not isinstance(options, Mapping):
        return Settings.default(), () if options is None else (f"the settings are no object but {options!r}",)
    problems = [problem for key in options if (problem := _slip(key))]
    chosen = {name: _selectors(options, key, problems) for key, name in _SELECTORS.items()}
    known = {name: [one for one in given if _known(one, problems)] for name, given in chosen.items()}
    return settings(**known), tuple(dict.fromkeys(problems))


def _slip(key: object) -> str | None:
    """Say what is wrong with a key that looks like one of ours and is none."""
    if not isinstance(key, str) or key in _SELECTORS:
        return None
    near = get_close_matches(key.lower(), _SELECTORS, 1, 0.75)
    return f"there is no setting {key!r}; did you mean {near[0]!r}?" if near else None


def _selectors(options: Mapping[str, object], key: str, problems: list[str]) -> list[str]:
    """Return the rule selectors under ``key``; what is no list of strings counts as none and is told."""
    given = options.get(key)
    if given is None:
        return []
    if isinstance(given, str):
        return [one for part in given.split(",") if (one := part.strip())]
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        problems.append(f"{key!r} is no list of rule codes or names but {given!r}")
        return []
    return list(given)


def _known(selector: str, problems: list[str]) -> bool:
    """Say whether ``selector`` means a rule; if not, that is told."""
    try:
        selected(selector)
    except UnknownRuleError as error:
        problems.append(str(error))
        return False
    return True
