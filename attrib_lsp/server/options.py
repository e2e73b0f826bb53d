"""The settings that a client sends: ``{"select": [...], "ignore": [...]}``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrib_lsp.linter.settings import Settings, UnknownRuleError, selected, settings


def read_options(options: object) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings that ``options`` mean, and one line for each thing that is wrong with them.

    What is wrong is left out and the rest holds: a slip in an editor's configuration does not switch the linter off.
    """
    if not isinstance(options, Mapping):
        return Settings.default(), () if options is None else (f"the settings are no object but {options!r}",)
    problems: list[str] = []
    chosen = {key: _selectors(options, key, problems) for key in ("select", "ignore")}
    known = {key: [one for one in given if _known(one, problems)] for key, given in chosen.items()}
    return settings(**known), tuple(problems)


def _selectors(options: Mapping[str, Any], key: str, problems: list[str]) -> list[str]:
    """Return the rule selectors under ``key``; what is no list of strings counts as none and is told."""
    given = options.get(key)
    if given is None:
        return []
    if isinstance(given, str):
        return [given]
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
