"""The settings in force for a draft, each with the place that it comes from."""

from __future__ import annotations

import json
from dataclasses import dataclass

from attrib_lsp.linter.configuration import Configuration, Entry, in_force
from attrib_lsp.linter.configuration.layout import dotted
from attrib_lsp.linter.settings import Settings
from attrib_lsp.reports.printable import printable
from attrib_lsp.rules.registry import all_rules


@dataclass(frozen=True, slots=True)
class InForce:
    """What holds for ``path``; ``excluded`` is whether a folder is searched without it."""

    path: str
    configuration: Configuration
    settings: Settings
    excluded: bool


def report(shown: InForce) -> str:
    """Return the settings for people: the values as a configuration file has them, then which rules are off."""
    files = shown.configuration.files
    rows = [
        (
            printable(f"{dotted(entry.key)} = {json.dumps(entry.value, ensure_ascii=False)}"),
            _place(layer.origin, entry),
        )
        for entry, layer in in_force(shown.configuration.layers)
    ]
    width = max((len(written) for written, _ in rows), default=0)
    told = [printable(shown.path), *(f"  {written:<{width}}  {place}" for written, place in rows)]
    if not files:
        told.append("  There is no configuration file for it; the defaults hold.")
    if shown.excluded:
        told.append("  It is excluded where a folder is checked, and checked only by its own name.")
    off = [f"{rule.code} {rule.name}" for rule in all_rules() if rule.code not in shown.settings.enabled]
    told += ["", f"{len(all_rules()) - len(off)} of {len(all_rules())} rules are checked."]
    if off:
        told += ["Off:", *(f"  {one}" for one in off)]
    return "\n".join(told) + "\n"


def json_report(shown: InForce) -> str:
    """Return the settings for programs: files (nearest first), values with their places, each rule as it is held."""
    held = [shown.settings.held(rule) for rule in all_rules()]
    found = {
        "path": shown.path,
        "files": [str(file) for file in shown.configuration.files],
        "excluded": shown.excluded,
        "settings": [
            {"key": list(entry.key), "value": entry.value, "from": layer.origin, "line": entry.line}
            for entry, layer in in_force(shown.configuration.layers)
        ],
        "rules": [
            {"code": rule.code, "name": rule.name, "severity": rule.severity.name.lower(), "enabled": rule.default}
            for rule in held
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _place(origin: str, entry: Entry) -> str:
    """Return where a value comes from."""
    return origin if entry.line is None else f"{origin}:{entry.line}"
