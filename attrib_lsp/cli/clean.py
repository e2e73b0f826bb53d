"""``attrib-lsp clean``: forget what was found in drafts."""

from __future__ import annotations

from pathlib import Path

import click

from attrib_lsp.cli.check_options import cache_dir
from attrib_lsp.cli.errors import RunError, reason


@click.command(short_help="Forget the results of earlier checks.")
@cache_dir
def clean(cache_dir: Path | None) -> None:
    """Forget the results of earlier checks.

    `attrib-lsp check` keeps what it found, so that a story that has not changed need not be read again. This takes
    all of that away; nothing else.
    """
    from attrib_lsp.cli.output import output
    from attrib_lsp.cli.results import folder as results
    from attrib_lsp.reports.location import portable

    folder = cache_dir or results.usual_folder()
    try:
        freed = results.clean(folder)
    except OSError as error:
        raise RunError(f"{folder}: cannot be cleaned: {reason(error)}") from None
    with output(None) as place:
        told = f"Took away {freed / 1e6:,.1f} MB of results" if freed else "No results are kept"
        place.write(f"{told}: {portable(str(folder))}\n")
