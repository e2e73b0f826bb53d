"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from attrib_lsp.cli import completing
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.length import MOST_WORDS

if TYPE_CHECKING:
    from attrib_lsp.linter.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])
#: Adds an option to a command.
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

paths = click.argument("paths", nargs=-1, metavar="[PATHS|-]...", shell_complete=completing.files)

color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to use colours; NO_COLOR and FORCE_COLOR are heeded, too.",
)

#: Where a report goes, and how it looks.
REPORT = (
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

preset = click.option(
    "--preset",
    metavar="NAME",
    shell_complete=completing.presets,
    help="Hold to a house's published standards as we read them: ap-like, reuters-like, bbc-like, nyt-like, "
    "guardian-like, ft-like or wikipedia-like.",
)

max_words = click.option(
    "--max-words",
    type=click.IntRange(min=1),
    default=MOST_WORDS,
    show_default=True,
    metavar="N",
    help="Read stories of up to N words; a longer one is an error. 25,000 take some eight seconds.",
)


def drafts(formats: Sequence[str]) -> Callable[[_Command], _Command]:
    """Return a decorator that adds what all commands over drafts take; the first of ``formats`` is the default."""

    def decorate(command: _Command) -> _Command:
        return paths(report(formats)(command))

    return decorate


def report(formats: Sequence[str]) -> Callable[[_Command], _Command]:
    """Return a decorator that adds where a report goes and how it looks; the first of ``formats`` is the default."""
    chosen = click.option(
        "--output-format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write the report.",
    )
    return adding((chosen, *REPORT))


def adding(options: Sequence[Callable[[_Command], _Command]]) -> Callable[[_Command], _Command]:
    """Return a decorator that adds ``options``; help shows them in this order."""

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
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


def settings_of(preset: str | None) -> Settings:
    """Return the settings of a house preset, the defaults without one.

    Raises:
        RunError: there is no such preset.
    """
    # Imported when there is work: help must not wait for the rules.
    from attrib_lsp.cli.configurations import told
    from attrib_lsp.linter.configuration import Configuration

    return Configuration((told(preset),)).settings


def configuration(command: _Command) -> _Command:
    """Add which configuration file holds."""
    return adding(
        (
            click.option(
                "--config",
                type=click.Path(path_type=Path, dir_okay=False),
                metavar="FILE",
                help="Go by this configuration file, and not by the one nearest to each story.",
            ),
            click.option("--isolated", is_flag=True, help="Go by no configuration file at all."),
        )
    )(command)


def rules(command: _Command) -> _Command:
    """Add which rules a command checks."""
    return adding(
        (
            click.option(
                "--select",
                multiple=True,
                callback=selectors,
                metavar="RULES",
                shell_complete=completing.selectors,
                help="Check only these rules: codes (ANO202), names (vague-anonymous-source) or families (ANO), "
                "comma-separated.",
            ),
            click.option(
                "--ignore",
                multiple=True,
                callback=selectors,
                metavar="RULES",
                shell_complete=completing.selectors,
                help="Leave these rules or families out.",
            ),
            click.option(
                "--extend-select",
                multiple=True,
                callback=selectors,
                metavar="RULES",
                shell_complete=completing.selectors,
                help="Check these rules besides, such as one that is off by default.",
            ),
        )
    )(command)


def selection(command: _Command) -> _Command:
    """Add which rules a command checks, and which findings count for its exit status."""
    return adding(
        (
            rules,
            click.option(
                "--fail-on",
                type=click.Choice([severity.name.lower() for severity in sorted(Severity)], case_sensitive=False),
                default="warning",
                show_default=True,
                help="The mildest finding that makes the exit status 1.",
            ),
            click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found."),
        )
    )(command)
