"""The JSON Schema of a configuration file, by which editors complete and check one as it is written.

It is made from what the reader itself goes by (keys, rules, presets, severities, the dataclasses of options), and
accepts what the reader does; of globs it knows only what makes them no glob at all. It is for ``attrib-lsp.toml``, and
for the table ``tool.attrib-lsp`` of a project's file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from attrib_lsp.lexicons.house import CHANGEABLE
from attrib_lsp.linter.configuration.lexicons import EXTEND, LISTS, LONGEST, MOST, name_of
from attrib_lsp.linter.configuration.option_schema import Schema, options_schema
from attrib_lsp.linter.presets import preset, preset_names
from attrib_lsp.linter.severities import OFF
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import all_rules

#: The draft of JSON Schema that editors of TOML understand.
DRAFT = "http://json-schema.org/draft-07/schema#"

_RULE: Schema = {"$ref": "#/definitions/rule"}
_GLOB: Schema = {"$ref": "#/definitions/glob"}
_SELECTORS: Schema = {"type": "array", "items": {"$ref": "#/definitions/selector"}}
_NAME = r"\S"
#: Neither blank nor a comment, and no part of the path ends in a backslash that escapes nothing.
_PATH = r"(?:[^\\]|\\[^/])*$"


def schema() -> Schema:
    """Return the schema, as JSON has it."""
    return {
        "$schema": DRAFT,
        "title": "attrib-lsp",
        "description": "Which sourcing rules attrib-lsp checks in which stories, how grave they are, and how strict.",
        "type": "object",
        "properties": _properties(),
        "additionalProperties": False,
        "definitions": _definitions(),
    }


def written_schema() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _properties() -> Schema:
    """Return what each key of the file may hold, in the order in which the keys are explained."""
    return {
        "extend": {"type": "string", "description": "A configuration file to build on, as seen from this one."},
        "preset": _preset(),
        "select": {
            **_SELECTORS,
            "minItems": 1,
            "description": "The rules that are checked, in the place of those that are on by default.",
        },
        "ignore": {**_SELECTORS, "description": "Rules or families that are off."},
        "extend-select": {**_SELECTORS, "description": "Rules or families that are on besides."},
        "severity": _severities(),
        "rules": _options(),
        "house": {
            "description": "Your own outlet, or a list of names with its partners: what it reported is confirmed.",
            "anyOf": [
                {"type": "string", "pattern": f"^$|{_NAME}"},
                {"type": "array", "items": {"type": "string", "pattern": _NAME}},
            ],
        },
        "lexicons": _lexicons(),
        "per-file-ignores": {
            "description": "Rules that are off in some files, by globs as in a .gitignore: opinion/*.md.",
            "type": "object",
            "propertyNames": {"allOf": [_GLOB, {"pattern": "^[^!]"}]},
            "additionalProperties": _SELECTORS,
        },
        "exclude": {
            "description": "Files and folders to pass over in a folder, as in a .gitignore: wire/, *.old.md.",
            "type": "array",
            "items": _GLOB,
        },
        "baseline": {
            "type": "string",
            "description": "A file of accepted findings, which `attrib-lsp baseline` writes.",
        },
    }


def _lexicons() -> Schema:
    """Return what may be changed of each word list."""
    lists = {}
    for key in LISTS:
        one = CHANGEABLE[name_of(key)]
        plain = r"\S" if one.names or one.phrases else r"^\s*[^\s\d-]+\s*$"
        lists[key] = {
            "description": f"{'Added to' if key.startswith(EXTEND) else 'Taken out of'} this word list: {one.about}",
            "type": "array",
            "items": {"type": "string", "maxLength": LONGEST, "pattern": plain},
            "maxItems": MOST,
        }
    return {
        "description": "Word lists, each with what a desk adds to it and takes out of it.",
        "type": "object",
        "properties": lists,
        "additionalProperties": False,
    }


def _preset() -> Schema:
    """Return which presets there are."""
    known = ", ".join(f"{name} ({preset(name).title})" for name in preset_names())
    return {
        "description": f"A house's published standards, as we read them: {known}.",
        "anyOf": _any_case(preset_names(), also=("",)),
    }


def _severities() -> Schema:
    """Return the table of severities: each rule by its code, or by its name."""
    # The alternatives themselves: editors show a key once for each, and once more for what only refers to them.
    either = [{"$ref": f"#/definitions/severity-or-off/anyOf/{number}"} for number in range(2)]
    told = {
        key: {"anyOf": either, "description": rule.documentation.summary}
        for rule in all_rules()
        for key in (rule.code, rule.name)
    }
    return {
        "description": "How grave a rule's findings are: error, warning, info, hint, or off.",
        "type": "object",
        "properties": told,
        "propertyNames": _RULE,
        "additionalProperties": {"$ref": "#/definitions/severity-or-off"},
    }


def _options() -> Schema:
    """Return the tables of options, each by its rule's name or code."""
    keys = {rule: (rule.name, rule.code) for rule in all_rules()}
    references = {rule: {"$ref": f"#/definitions/{rule.code}"} for rule in keys}
    return {
        "description": "Options of rules, a table for each: [rules.vague-anonymous-source].",
        "type": "object",
        "properties": {rule.name: references[rule] for rule in keys if rule.options is not None},
        "patternProperties": {
            _pattern(names, but=names[:1] if rule.options is not None else ()): references[rule]
            for rule, names in keys.items()
        },
        "additionalProperties": False,
    }


def _definitions() -> Schema:
    """Return what several keys share, and the options of each rule."""
    rules = all_rules()
    codes, names = [rule.code for rule in rules], [rule.name for rule in rules]
    severities = [severity.name.lower() for severity in sorted(Severity, reverse=True)]
    parts = {code[:length] for code in codes for length in range(1, len(code))}
    families = sorted({rule.family for rule in rules} | {"ALL"})
    return {
        "rule": {"description": "A rule by its code or its name.", "anyOf": _any_case((*codes, *names))},
        "selector": {
            "description": "A rule by its code or its name, a family by its letters (ANO), or ALL.",
            "anyOf": _any_case((*families, *codes, *names), loose=sorted(parts)),
        },
        "severity": {"description": "How grave: error, warning, info or hint.", "anyOf": _any_case(severities)},
        "severity-or-off": {
            "description": "How grave: error, warning, info, hint, or off.",
            "anyOf": _any_case((*severities, OFF), also=(False,)),
        },
        "glob": {"type": "string", "pattern": rf"^(?!#)(?!!?\s*$){_PATH}"},
        **{rule.code: options_schema(rule) for rule in rules},
    }


def _any_case(words: Iterable[str], *, loose: Iterable[str] = (), also: Iterable[object] = ()) -> list[Schema]:
    """Return the alternatives that accept ``words`` and ``loose`` ones in whatever case, and what is ``also`` right.

    The first are what editors complete. There are only two since editors show a key once for each.
    """
    words = list(words)
    return [{"enum": [*words, *also]}, {"type": "string", "pattern": _pattern([*words, *loose])}]


def _pattern(words: Iterable[str], but: Iterable[str] = ()) -> str:
    """Return the regular expression of ``words`` in whatever case, ``but`` not as these: there is no flag for it.

    >>> _pattern(["ANO202", "a-b"], ["a-b"])
    '^(?!(?:a-b)$)(?:[aA][nN][oO]202|[aA]-[bB])$'
    """
    either = ("".join(f"[{one.lower()}{one.upper()}]" if one.isalpha() else one for one in word) for word in words)
    never = "|".join(but)
    return f"^{f'(?!(?:{never})$)' if never else ''}(?:{'|'.join(either)})$"
