"""Options of ``check`` alone, by what they are about."""

from __future__ import annotations

from pathlib import Path

import click

from attrib_lsp.cli.options import adding

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
