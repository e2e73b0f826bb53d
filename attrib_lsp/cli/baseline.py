"""``attrib-lsp baseline``: accept what is found today."""

from __future__ import annotations

from pathlib import Path

import click

from attrib_lsp.cli import check_options, options
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.groups import Chosen, Effort, Passing, gathering

_EPILOG = """\b
Examples:
  attrib-lsp baseline
  attrib-lsp baseline archive/
  attrib-lsp check --baseline .attrib-lsp-baseline.json

\b
Exit status:
  0  the baseline was written
  2  something could not be read or written, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Accept what is found today.")
@options.paths
@click.option(
    "-o",
    "--output-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the baseline here; else it goes where the configuration says, or to .attrib-lsp-baseline.json.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was done.")
@options.color
@options.rules
@options.preset
@options.configuration
@check_options.excluding
@options.max_words
@check_options.cache
@check_options.jobs
@click.pass_context
@gathering("chosen", Chosen)
@gathering("passing", Passing)
@gathering("effort", Effort)
def baseline(
    context: click.Context,
    paths: tuple[str, ...],
    output_file: Path | None,
    quiet: bool,
    color: str,
    chosen: Chosen,
    passing: Passing,
    max_words: int,
    effort: Effort,
) -> None:
    """Record what is found in stories today, so that `check --baseline FILE` tells only of what is new.

    PATHS are files or folders, the current folder unless you say otherwise. A finding is known by its rule and its
    sentence, not by its line: it stays accepted while lines above it come and go, until its sentence is changed. What
    the baseline holds of other files stays in it, as long as there are such files.

    Put `baseline = ".attrib-lsp-baseline.json"` into the configuration, and `check` needs no option for it.
    """
    # Imported when there is work: help must not wait for the rules.
    from attrib_lsp.cli.accepting import Accepting
    from attrib_lsp.cli.files import STDIN
    from attrib_lsp.cli.output import output
    from attrib_lsp.cli.request import Request
    from attrib_lsp.cli.run import Run

    if STDIN in paths:
        raise RunError("a baseline is for files: standard input has no name to know it by")
    held = chosen.settings()
    accepting = Accepting(held, output_file)
    excluding, look = passing.excluding(held), effort.looker(held)
    asked = Request(
        paths,
        None,
        accepting.file,
        quiet,
        color,
        excluding.in_folder,
        refuses=excluding.named,
        max_words=max_words,
    )
    run = Run(asked)
    with look:
        for linted in run.results(look, look.ahead):
            accepting.add(linted)
    accepting.write()
    if not quiet:
        with output(None) as place:
            place.write(f"{accepting.summary()}\n")
    context.exit(2 if run.failed else 0)
