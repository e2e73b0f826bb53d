"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from attrib_lsp.cli.errors import RunError

if TYPE_CHECKING:
    from attrib_lsp.linter.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, metavar="[PATHS|-]...")

color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to use colours; NO_COLOR and FORCE_COLOR are heeded, too.",
)

preset = click.option(
    "--preset",
    metavar="NAME",
    help="Hold to a house's published standards as we read them: ap-like, reuters-like, bbc-like, nyt-like, "
    "guardian-like, ft-like or wikipedia-like.",
)


def drafts(formats: Sequence[str]) -> Callable[[_Command], _Command]:
    """Return a decorator that adds what all commands over drafts take; the first of ``formats`` is the default."""
    added = (
        paths,
        click.option(
            "--output-format",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="How to write the report.",
        ),
        click.option(
            "-o",
            "--output-file",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="Write the report to FILE and not to the screen.",
        ),
        click.option(
            "--stdin-filename",
            metavar="NAME",
            help="What to call a story that comes from standard input; the ending says how to read it.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="Only the report itself: no summary, notes or progress bar."),
        color,
    )

    def decorate(command: _Command) -> _Command:
        for option in reversed(added):
            command = option(command)
        return command

    return decorate


def selectors(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rule selectors in ``given``: one or several in each, parted by commas.

    Raises:
        click.BadParameter: the option was given, but no selector.
    """
    found = tuple(one.strip() for part in given for one in part.split(",") if one.strip())
    if given and not found:
        raise click.BadParameter("name at least one rule or family", context, parameter)
    return found


def settings_of(
    preset: str | None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
) -> Settings:
    """Return the settings that a command was given.

    Raises:
        RunError: there is no such preset, or no such rule.
    """
    # Imported when there is work: help must not wait for the rules.
    from attrib_lsp.linter.errors import SettingsError
    from attrib_lsp.linter.presets import preset as found
    from attrib_lsp.linter.settings import settings

    try:
        return settings(select, ignore, extend_select, found(preset).policy if preset else None)
    except SettingsError as error:
        raise RunError(str(error)) from None
