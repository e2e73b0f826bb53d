"""Read the options of rules, as a settings file or an editor gives them, into the rules' own dataclasses.

An option's name is written with hyphens or underscores. Its type is that of its field: a whole number, a number, a
truth value, a text, one of some texts (``Literal``), a list of texts, a severity by its name, or a table where the
field is itself a dataclass.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Iterator, Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrib_lsp.linter.errors import OptionError, SeverityError, hint, nearest
from attrib_lsp.linter.severities import read_severity
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.rule import Rule

_KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    tuple: "a list of texts",
}


def read_rule_options(rule: Rule, given: object, base: object = None) -> object:
    """Return the options of ``rule`` that ``given`` means, an instance of ``rule.options``.

    What it lacks is as in ``base``, another such instance, or by default.

    Raises:
        OptionError: the rule has no such option, or a value is of the wrong type.
    """
    if not isinstance(given, Mapping):
        raise OptionError(f"{rule.name}: the options are no table but {given!r}")
    if rule.options is None:
        if given:
            raise OptionError(f"{rule.name} has no options, so no {next(iter(given))!r} either")
        return None
    return _table(rule.options, given, rule.name, base)


def option_names(options: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields of ``options`` as a user writes them."""
    return tuple(field.name.replace("_", "-") for field in dataclasses.fields(options))


def written_options(options: object) -> Iterator[tuple[str, str]]:
    """Yield the options that are not the defaults, by name, each value as TOML has it; tables by dotted names."""
    if not dataclasses.is_dataclass(options) or isinstance(options, type):
        return
    for field in dataclasses.fields(options):
        value, name = getattr(options, field.name), field.name.replace("_", "-")
        if dataclasses.is_dataclass(value):
            yield from ((f"{name}.{inner}", written) for inner, written in written_options(value))
        elif value != field.default:
            plain = value.name.lower() if isinstance(value, Severity) else value
            yield name, json.dumps(plain, ensure_ascii=False)


def _table(wanted: type[Any], given: Mapping[object, object], where: str, base: object) -> object:
    """Return an instance of ``wanted`` with the values of ``given`` in the place of those of ``base``, if any."""
    ground: Any = wanted() if base is None else base
    hints = get_type_hints(wanted)
    known = option_names(wanted)
    values = {}
    for key, value in given.items():
        name = str(key).replace("_", "-")
        if name not in known:
            raise OptionError(f"{where} has no option {key!r}{hint(nearest(name, known), _listed(known))}")
        field = name.replace("-", "_")
        values[field] = _value(hints[field], value, f"{where}.{name}", getattr(ground, field))
    return dataclasses.replace(ground, **values)


def _listed(known: tuple[str, ...]) -> str:
    """Return which options there are."""
    return f"it has {', '.join(known)}"


def _value(hinted: object, given: object, where: str, base: object) -> object:
    """Return ``given`` as a value of the type that a field is ``hinted`` to have; a table changes ``base``."""
    if get_origin(hinted) is Literal:
        return _choice(get_args(hinted), given, where)
    wanted = plain_type(hinted)
    if dataclasses.is_dataclass(wanted):
        if not isinstance(given, Mapping):
            raise OptionError(f"{where} must be a table, not {given!r}")
        return _table(wanted, given, where, base)
    if wanted is Severity:
        try:
            return read_severity(given)
        except SeverityError as error:
            raise OptionError(f"{where}: {error}") from None
    if wanted is tuple and isinstance(given, list) and all(isinstance(one, str) for one in given):
        return tuple(given)
    if wanted in (int, float) and isinstance(given, int | float) and not isinstance(given, bool):
        return _number(wanted, given, where)
    if wanted is not tuple and isinstance(given, wanted) and isinstance(given, bool) == (wanted is bool):
        return given
    raise OptionError(f"{where} must be {_KINDS[wanted]}, not {given!r}")


def _choice(choices: tuple[str, ...], given: object, where: str) -> object:
    """Return ``given`` if it is one of ``choices``."""
    if isinstance(given, str) and given in choices:
        return given
    raise OptionError(f"{where} cannot be {given!r}{hint(nearest(str(given), choices), ', '.join(choices))}")


def _number(wanted: type[Any], given: int | float, where: str) -> object:
    """Return ``given`` as a number of the type ``wanted``; 2.0 is a whole one, as in JSON."""
    if wanted is int and isinstance(given, float) and not given.is_integer():
        raise OptionError(f"{where} must be {_KINDS[int]}, not {given!r}")
    try:
        return wanted(given)
    except OverflowError:
        raise OptionError(f"{where}: this number is too large") from None


def plain_type(hinted: object) -> type[Any]:
    """Return the type that a value must have: without its arguments, and without None, which no settings file says."""
    if get_origin(hinted) in (types.UnionType, Union):
        hinted = next(one for one in get_args(hinted) if one is not type(None))
    plain = get_origin(hinted) or hinted
    assert isinstance(plain, type)
    return plain
