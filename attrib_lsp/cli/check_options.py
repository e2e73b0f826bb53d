"""Options of ``check`` alone, by what they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from attrib_lsp.cli.destinations import reader
from attrib_lsp.cli.options import REPORT, adding, paths

Command = TypeVar("Command", bound=Callable[..., Any])


def reports(formats: Sequence[str]) -> Callable[[Command], Command]:
    """Return a decorator that adds paths, and where reports go, in several formats at once if asked for."""
    chosen = click.option(
        "--output-format",
        "output_formats",
        callback=reader(formats),
        metavar="FORMAT[:FILE]",
        multiple=True,
        default=(formats[0],),
        help=f"How to write the report: {', '.join(formats[:-1])} or {formats[-1]}; {formats[0]} unless you say "
        "otherwise. With FORMAT:FILE it goes to FILE; so several can be written at once: --output-format text "
        "--output-format sarif:report.sarif.",
    )
    return adding((paths, chosen, *REPORT))


fixes = adding(
    (
        click.option("--fix", is_flag=True, help="Make the safe fixes in the files: they mend typography only."),
        click.option(
            "--unsafe-fixes",
            is_flag=True,
            help="With --fix or --diff: make the others too. They change what the story says, or leave a <blank> for "
            "you to fill in.",
        ),
        click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing."),
    )
)

baseline = click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Tell only of what is not in this file, which `attrib-lsp baseline` writes.",
)

changed_since = click.option(
    "--changed-since",
    metavar="REV",
    help="Tell only of what stands on lines changed since REV, or comes of them; counted from where the branch parted "
    "from REV, as `git diff REV...` does, with what is not committed yet.",
)

watch = click.option(
    "-w", "--watch", is_flag=True, help="Check again whenever a draft changes, until you press Ctrl-C."
)

excluding = adding(
    (
        click.option(
            "--exclude",
            multiple=True,
            metavar="GLOBS",
            help="Pass these files and folders over where folders are searched, besides those of the configuration: "
            "globs as in a .gitignore, from the current folder, comma-separated.",
        ),
        click.option("--force-exclude", is_flag=True, help="Pass over what is excluded even where it is named."),
        click.option(
            "--respect-gitignore/--no-respect-gitignore",
            default=True,
            help="Pass over what .gitignore files name where folders are searched; so it is unless you say otherwise.",
        ),
    )
)

cache_dir = click.option(
    "--cache-dir",
    type=click.Path(path_type=Path),
    envvar="ATTRIB_LSP_CACHE_DIR",
    show_envvar=True,
    metavar="FOLDER",
    help="Where results are kept, so that a story that has not changed is not read again; a folder of your own "
    "unless you say otherwise.",
)

cache = adding(
    (
        click.option("--no-cache", is_flag=True, help="Read every story, and keep no results."),
        cache_dir,
    )
)

jobs = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Check with N processes at most; as many as there are processors (8 at most) unless you say otherwise. More "
    "than one are started only for many stories, and each takes some 300 MB.",
)
