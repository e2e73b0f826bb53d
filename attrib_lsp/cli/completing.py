"""What a shell offers where a rule, a preset or a draft is to be named. The rules are loaded only when it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Items = list[CompletionItem[Any]]


def files(context: click.Context, parameter: click.Parameter | None, incomplete: str) -> Items:
    """Return what makes the shell look for files and folders."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def presets(context: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Return the presets that begin so."""
    from attrib_lsp.linter.presets import preset, preset_names

    return _beginning(incomplete, ((name, preset(name).title) for name in preset_names()))


def rules(context: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Return the rules that begin so, by code and by name."""
    return _beginning(incomplete, _rules())


def selectors(context: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Return the rules and families that begin as what stands behind the last comma does, with what stands before."""
    before, comma, begun = incomplete.rpartition(",")
    known = (*_families(), *_rules())
    return _beginning(begun, known, before + comma)


def _rules() -> Iterator[tuple[str, str]]:
    """Yield each rule by its code and by its name, with what it flags."""
    from attrib_lsp.rules.registry import all_rules

    for rule in all_rules():
        yield rule.code, f"{rule.name}: {rule.documentation.summary}"
        yield rule.name, f"{rule.code}: {rule.documentation.summary}"


def _families() -> list[tuple[str, str]]:
    """Return the families, and what means all rules."""
    from attrib_lsp.reports.rule_pages import families
    from attrib_lsp.rules.registry import all_rules

    # The letters of one family mean all rules; a digit more means the family.
    letters = [(members[0].family, title) for title, members in families(all_rules())]
    return [("ALL", "every rule"), *(("ALL6" if family == "ALL" else family, title) for family, title in letters)]


def _beginning(incomplete: str, known: Iterable[tuple[str, str]], before: str = "") -> Items:
    """Return the words of ``known`` that begin so, in whatever case, each behind what stands ``before`` it."""
    from click.shell_completion import CompletionItem

    begun = incomplete.lower()
    return [CompletionItem(before + word, help=words) for word, words in known if word.lower().startswith(begun)]
