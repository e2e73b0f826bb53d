"""House presets: how grave each rule is, and with which options, where a house's published standards say so.

A preset is a file ``houses/NAME.toml``: ``title``, ``about``, a table ``severity`` by code, and tables ``rules.NAME``
of options. It raises, lowers or switches rules and never invents one. What it says of a rule that is not written yet
is passed over.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from attrib_lsp.linter.errors import UnknownPresetError, hint, nearest
from attrib_lsp.linter.options import read_rule_options
from attrib_lsp.linter.settings import Policy
from attrib_lsp.linter.severities import read_severity_or_off
from attrib_lsp.rules.registry import find

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_HOUSES = files(__package__) / "houses"


@dataclass(frozen=True, slots=True)
class Preset:
    """A house's reading of the rules: its ``name`` ("ap-like"), ``title``, what its standards ask for, its policy."""

    name: str
    title: str
    about: str
    policy: Policy


@cache
def preset_names() -> tuple[str, ...]:
    """Return the names of all presets."""
    return tuple(sorted(one.name.removesuffix(".toml") for one in _HOUSES.iterdir() if one.name.endswith(".toml")))


@cache
def preset(name: str) -> Preset:
    """Return the preset of that name, in whatever case.

    Raises:
        UnknownPresetError: there is none.
    """
    if name.lower() not in preset_names():
        known = nearest(name, preset_names())
        raise UnknownPresetError(f"there is no preset {name!r}{hint(known, f'the presets are {_listed()}')}")
    read = raw(name.lower())
    severities = {code: read_severity_or_off(severity) for code, severity in read["severity"].items() if find(code)}
    policy = Policy(severities, _options(read.get("rules", {})))
    return Preset(name.lower(), read["title"], " ".join(read["about"].split()), policy)


def raw(name: str) -> dict[str, Any]:
    """Return a preset's file as it stands."""
    return tomllib.loads((_HOUSES / f"{name}.toml").read_text(encoding="utf-8"))


def _options(tables: Mapping[str, object]) -> dict[str, object]:
    """Return the options by code, from tables by the rules' names."""
    rules = {rule: table for name, table in tables.items() if (rule := find(name)) is not None}
    return {rule.code: read_rule_options(rule, table) for rule, table in rules.items()}


def _listed() -> str:
    """Return the names of all presets in a row."""
    return ", ".join(preset_names())
