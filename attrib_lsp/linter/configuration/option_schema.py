"""What a JSON Schema says of rules' options: made from the dataclasses that the options are read into."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

from attrib_lsp.linter.options import plain_type
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.rule import Rule

Schema = dict[str, Any]

#: Where the schema defines how a severity is written.
SEVERITY: Schema = {"$ref": "#/definitions/severity"}

_TYPES: Mapping[type[Any], Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    tuple: {"type": "array", "items": {"type": "string"}},
    Severity: SEVERITY,
}
_DOCUMENTED = re.compile(r"^- `(?P<name>\w+)` \(.*?\): (?P<words>.*?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)


def options_schema(rule: Rule) -> Schema:
    """Return what may stand in the table of ``rule``'s options; a rule without any has an empty one."""
    title = {"title": f"{rule.code} {rule.name}", "description": rule.documentation.summary}
    if rule.options is None:
        return {**title, "type": "object", "maxProperties": 0}
    return {**title, **_table(rule.options, _explained(rule))}


def _explained(rule: Rule) -> dict[str, str]:
    """Return what the rule's own page says of each option, by the field's name."""
    section = rule.documentation.sections.get("Options", "")
    return {one["name"]: " ".join(one["words"].split()) for one in _DOCUMENTED.finditer(section)}


def _table(options: type[Any], explained: Mapping[str, str]) -> Schema:
    """Return what may stand in a table that is read into ``options``: names have hyphens or underscores."""
    hints = get_type_hints(options)
    properties, loose = {}, {}
    for field in dataclasses.fields(options):
        value = _value(hints[field.name])
        told = {"description": explained[field.name]} if field.name in explained else {}
        name = field.name.replace("_", "-")
        properties[name] = _described(value, told | _default(field.default))
        if "_" in field.name:
            loose[f"^(?!{name}$){name.replace('-', '[-_]')}$"] = value
    more = {"patternProperties": loose} if loose else {}
    return {"type": "object", "properties": properties, **more, "additionalProperties": False}


def _described(value: Schema, told: Schema) -> Schema:
    """Return ``value`` with words about it; beside a reference, readers of this draft of JSON Schema hear none."""
    if not told:
        return value
    return {**told, "allOf": [value]} if "$ref" in value else {**told, **value}


def _default(default: object) -> Schema:
    """Return the default as the schema tells it, nothing where it depends on the rule or is a table."""
    if isinstance(default, Severity):
        return {"default": default.name.lower()}
    if isinstance(default, tuple):
        return {"default": list(default)}
    return {"default": default} if isinstance(default, bool | int | float | str) else {}


def _value(hinted: object) -> Schema:
    """Return what a value must be for a field that is ``hinted`` to have this type."""
    if get_origin(hinted) is Literal:
        return {"enum": list(get_args(hinted))}
    wanted = plain_type(hinted)
    return _table(wanted, {}) if dataclasses.is_dataclass(wanted) else _TYPES[wanted]
