"""``attrib-lsp archive``: read an archive of stories."""

from __future__ import annotations

import os
from pathlib import Path

import click

from attrib_lsp.cli import completing, options
from attrib_lsp.cli.groups import Chosen, gathering

_EPILOG = """\b
Examples:
  attrib-lsp archive stories.jsonl --out results
  attrib-lsp archive 2019.parquet 2020.parquet --out results --text article --publisher outlet
  attrib-lsp archive archive/ --out results --select ANO,UNS --jobs 4
  attrib-lsp archive /shared/archive --out /shared/results --scheduler tcp://10.0.0.5:8786

\b
Exit status:
  0  all rows were read or set aside, and the summary is written
  2  something is not done, or the command was not understood
"""


def _column(part: str, usual: str) -> options.Decorator:
    """Return the option that names a column."""
    return click.option(f"--{part}", metavar="COLUMN", help=f"Where the story's {part} stands, if not in {usual}.")


@click.command(epilog=_EPILOG, short_help="Read a whole archive: tables of findings and sources, and a summary page.")
@click.argument("paths", nargs=-1, required=True, metavar="IN...", shell_complete=completing.files)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder for the results: a new or empty one, or that of a run to go on with.",
)
@options.adding(
    (
        _column("id", "“id”"),
        _column("text", "“text”, “body”, “content” or “article”"),
        _column("headline", "“headline” or “title”"),
        _column("publisher", "“publisher”, “outlet” or “publication”"),
        _column("date", "“date”, “published”, “date_published” or “publication_date”"),
    )
)
@options.rules
@options.preset
@options.configuration
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Read with N processes on this machine; as many as there are processors (8 at most) unless you say otherwise. "
    "Each takes 300 to 400 MB.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Read with the workers of the Dask scheduler at ADDRESS (tcp://HOST:8786). The inputs and DIR must lie where "
    "all its machines find them under the same path, and all must have the same attrib-lsp.",
)
@click.option(
    "--part-rows",
    type=click.IntRange(min=1),
    default=500,
    show_default=True,
    metavar="N",
    help="How many rows are done at a time, as a whole; a run that was broken off loses no more than those at work.",
)
@click.option("--fresh", is_flag=True, help="Throw away what an earlier run left in DIR, and begin anew.")
@click.option("-q", "--quiet", is_flag=True, help="No notes, progress bar or last words; errors are still told.")
@options.color
@click.pass_context
@gathering("chosen", Chosen)
def archive(
    context: click.Context,
    paths: tuple[str, ...],
    out: Path,
    id: str | None,  # noqa: A002  # the option's name
    text: str | None,
    headline: str | None,
    publisher: str | None,
    date: str | None,
    chosen: Chosen,
    jobs: int | None,
    scheduler: str | None,
    part_rows: int,
    fresh: bool,
    quiet: bool,
    color: str,
) -> None:
    """Read an archive of stories, however large, and write down who speaks in them and what is to be looked at.

    IN is a file with one story a row, or a folder of such files: JSON Lines (.jsonl, .ndjson, also packed as .gz) or
    Parquet (.parquet). In DIR you find tables in Parquet, which Python, R and DuckDB read: stories/ (one row each, with
    its words and counts), findings/, sources/, attributions/, and rejected/ (rows that hold no story, and why); and
    summary.html, a page with charts. Only the text must be there; without a publisher or a date, charts are missing.

    If the run is broken off, give the same command again: it goes on where it was. Nothing leaves your machine, unless
    you name a scheduler.
    """
    # Imported when there is work: help must not wait, and the libraries for this are an extra.
    from attrib_lsp.cli.errors import RunError

    os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy comes along with pyarrow: see `load_pipeline`
    try:
        import matplotlib  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError:
        raise RunError("archive needs more libraries: pip install 'attrib-lsp[archive]'") from None
    from attrib_lsp.cli.archive.asked import ask

    named = {"id": id, "text": text, "headline": headline, "publisher": publisher, "date": date}
    held = chosen.settings()
    columns = {part: name for part, name in named.items() if name is not None}
    run = ask(paths, out, columns, held, part_rows, fresh=fresh, quiet=quiet, color=color)
    context.exit(run(jobs, scheduler))
