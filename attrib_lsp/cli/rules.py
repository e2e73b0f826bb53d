"""``attrib-lsp rules`` and ``attrib-lsp rule NAME``: what is checked, and why."""

from __future__ import annotations

import sys

import click

from attrib_lsp.cli import completing, options
from attrib_lsp.cli.errors import RunError


@click.command(short_help="List all rules.")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to list them."
)
@options.preset
@options.color
def rules(output_format: str, preset: str | None, color: str) -> None:
    """List all rules by family, each with its code, its name, its severity and what it flags.

    With a preset, severities are those of the house.
    """
    from attrib_lsp.cli.output import is_terminal, output, terminal_of
    from attrib_lsp.reports import rule_list
    from attrib_lsp.rules.registry import all_rules

    held = tuple(map(options.settings_of(preset).held, all_rules()))
    terminal = terminal_of(sys.stdout, color)
    if output_format == "json":
        listed = rule_list.json_report(held)
    elif terminal.color or is_terminal(sys.stdout):
        listed = rule_list.report(held, terminal)
    else:
        listed = rule_list.plain(held)
    with output(None) as place:
        place.write(listed)


@click.command(short_help="Explain a rule.")
@click.argument("name", shell_complete=completing.rules)
@options.color
def rule(name: str, color: str) -> None:
    """Explain a rule: what it flags, why, and examples of copy that is flagged and copy that is not.

    NAME is the rule's code (ANO202) or its name (vague-anonymous-source).
    """
    from attrib_lsp.cli.output import is_terminal, output, terminal_of
    from attrib_lsp.linter.errors import UnknownRuleError
    from attrib_lsp.linter.settings import selected
    from attrib_lsp.reports import rule_pages

    try:
        found = selected(name)
    except UnknownRuleError as error:
        raise RunError(str(error)) from None
    if len(found) > 1:
        codes = ", ".join(one.code for one in found)
        raise RunError(f"{name!r} means {len(found)} rules; name one of them: {codes}")
    terminal = terminal_of(sys.stdout, color)
    if terminal.color or is_terminal(sys.stdout):
        # Imported for people only: rich's Markdown takes its time.
        from attrib_lsp.reports import rule_screen

        explained = rule_screen.report(found[0], terminal)
    else:
        explained = rule_pages.page(found[0])
    with output(None) as place:
        place.write(explained)
