"""``attrib-lsp diff``: what happened to the sourcing between two versions of a story."""

from __future__ import annotations

from pathlib import Path

import click

from attrib_lsp.cli import check_options, completing, options
from attrib_lsp.cli.groups import Chosen, Passing, gathering

_EPILOG = """\b
Examples:
  attrib-lsp diff filed.md edited.md
  attrib-lsp diff story.md                  against the last commit
  attrib-lsp diff HEAD~3:story.md story.md
  attrib-lsp diff --changed-since main drafts/
  attrib-lsp diff --output-format html --output-file diff.html filed.docx edited.docx

\b
Exit status:
  0  nothing was lost (see --fail-on)
  1  something was lost
  2  something could not be read, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Show what an edit did to the sourcing.")
@click.argument("versions", nargs=-1, metavar="[OLD NEW | PATHS]...", shell_complete=completing.files)
@click.option(
    "--changed-since",
    metavar="REV",
    help="Compare every story in PATHS that has changed with what it was when the branch parted from REV; new stories "
    "are passed over.",
)
@options.report(["text", "json", "html"])
@click.option(
    "--fail-on",
    type=click.Choice(["losses", "changes"]),
    default="losses",
    show_default=True,
    help="What makes the exit status 1: a loss, or any change that is shown.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found.")
@check_options.excluding
@options.configuration
@click.pass_context
@gathering("passing", Passing)
def diff(
    context: click.Context,
    versions: tuple[str, ...],
    changed_since: str | None,
    output_format: str,
    output_file: Path | None,
    stdin_filename: str | None,
    quiet: bool,
    color: str,
    fail_on: str,
    exit_zero: bool,
    passing: Passing,
    config: Path | None,
    isolated: bool,
) -> None:
    """Show what happened to the sourcing between two versions of a story.

    Losses come first: an attribution that was cut, "may" that has become "will", a source that has lost its name or the
    reason why it has none, a denial that is gone or far below, a figure or a quotation that was changed, a headline
    that has outgrown its story. Then who has left or joined the story, and what was gained; --quiet leaves that out.
    Copy that was only reworded or reordered has no losses.

    OLD and NEW are files as for `attrib-lsp check`, "-" for standard input, or REV:path for a version that git has. One
    file alone is compared with the last commit. The two may be of different formats.

    In the format json, "start" and "end" count characters (code points) of the text of either version, from 0.
    """
    # Imported when there is work: help must not wait.
    from attrib_lsp.cli.comparing import Comparing
    from attrib_lsp.cli.request import Request
    from attrib_lsp.cli.run import Run, load_pipeline
    from attrib_lsp.linter.linter import Linter
    from attrib_lsp.reports.versions import report_in

    held = Chosen(config, isolated).settings()
    excluding = passing.excluding(held)
    run = Run(Request(versions, stdin_filename, output_file, quiet, color))
    comparing = Comparing(run, Linter(load_pipeline), held)
    pairs = (
        comparing.named(versions, stdin_filename)
        if changed_since is None
        else comparing.since(changed_since, versions, excluding)
    )
    run.write(report_in(output_format)(pairs, run.terminal, quiet))
    found = comparing.losses if fail_on == "losses" else comparing.changes
    context.exit(2 if run.failed else 1 if found and not exit_zero else 0)
