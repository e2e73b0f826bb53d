"""All rules, found in the families' folders."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType

import attrib_lsp.rules as package
from attrib_lsp.rules.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    found: list[Rule] = []
    for family in pkgutil.iter_modules(package.__path__):
        if not family.ispkg:
            continue
        folder = importlib.import_module(f"{package.__name__}.{family.name}")
        for module in pkgutil.iter_modules(folder.__path__):
            if module.name.startswith("_"):
                continue
            loaded = importlib.import_module(f"{folder.__name__}.{module.name}")
            found.extend(value for value in vars(loaded).values() if isinstance(value, Rule))
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def _by_either_name() -> MappingProxyType[str, Rule]:
    """Rules by code and by name, in lower case."""
    return MappingProxyType({key.lower(): rule for rule in all_rules() for key in (rule.code, rule.name)})


def find(name: str) -> Rule | None:
    """Return the rule of that code or name, in whatever case; None if there is none."""
    return _by_either_name().get(name.lower())


def matching(selector: str) -> tuple[Rule, ...]:
    """Return the rules that ``selector`` means: a code, a name, a family ("ANO"), a code's beginning, or "ALL".

    "ALL" alone would also be the family of allegations; as in other linters it means every rule, and the family is
    chosen by a digit more ("ALL6").
    """
    wanted = selector.upper()
    if wanted == "ALL":
        return all_rules()
    one = find(selector)
    if one is not None:
        return (one,)
    return tuple(rule for rule in all_rules() if rule.code.startswith(wanted)) if wanted else ()
