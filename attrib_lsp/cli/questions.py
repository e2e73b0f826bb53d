"""What ``attrib-lsp init`` asks."""

from __future__ import annotations

from dataclasses import replace

import click

from attrib_lsp.linter.configuration.globs import wrong_glob
from attrib_lsp.linter.configuration.starter import STRICTNESSES, Choices, Strictness
from attrib_lsp.linter.presets import preset, preset_names

#: The answer that means no preset.
NONE = "none"


def asked(known: Choices, *, strictness_known: bool) -> Choices:
    """Return ``known`` with what the user says of the rest, on standard error and input.

    Raises:
        Abort: the user gave up.
    """
    if known.preset is None:
        known = replace(known, preset=_preset())
    if not known.house:
        known = replace(known, house=_house())
    if not known.exclude:
        known = replace(known, exclude=_exclude())
    return known if strictness_known else replace(known, strictness=_strictness())


def _preset() -> str | None:
    click.echo("Published standards to hold to, as we read them:", err=True)
    for known in preset_names():
        click.echo(f"  {known:<15} {preset(known).title}", err=True)
    choice = click.Choice([*preset_names(), NONE], case_sensitive=False)
    name: str = click.prompt("Which", type=choice, default=NONE, show_choices=False, err=True)
    return None if name == NONE else name


def _house() -> tuple[str, ...]:
    name: str = click.prompt("The name of your outlet (Enter for none)", default="", show_default=False, err=True)
    return (name.strip(),) if name.strip() else ()


def _exclude() -> tuple[str, ...]:
    question = "Files and folders to pass over, with commas between them, such as wire/ (Enter for none)"
    found: tuple[str, ...] = click.prompt(question, default="", show_default=False, value_proc=globs, err=True)
    return found


def globs(answer: str) -> tuple[str, ...]:
    """Return the globs in ``answer``.

    Raises:
        UsageError: one of them is none.
    """
    found = tuple(one.strip() for one in answer.split(",") if one.strip())
    for one in found:
        if (why := wrong_glob(one)) is not None:
            raise click.UsageError(why)
    return found


def _strictness() -> Strictness:
    click.echo("How strict:", err=True)
    for name, (words, _) in STRICTNESSES.items():
        click.echo(f"  {name:<7} {words}", err=True)
    chosen: Strictness = click.prompt(
        "Which", type=click.Choice(list(STRICTNESSES)), default="usual", show_choices=False, err=True
    )
    return chosen
