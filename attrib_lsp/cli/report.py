"""``attrib-lsp report``: a page on a story, for people who decide on it."""

from __future__ import annotations

import click

from attrib_lsp.cli import completing, options
from attrib_lsp.cli.groups import Chosen, gathering

_EPILOG = """\b
Examples:
  attrib-lsp report story.md                 writes story.report.html
  attrib-lsp report story.md -o page.html
  attrib-lsp report drafts/ -o pages/        a page each, and pages/index.html
  attrib-lsp report drafts/ -o all.html      one page on all of them
  pbpaste | attrib-lsp report - > page.html

\b
Exit status:
  0  the pages are written
  2  something could not be read or written, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Write a page on a story, to show and to print.")
@options.paths
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER",
    shell_complete=completing.files,
    help="Where the page goes: a file that ends in .html, or a folder for a page each with an index; - is the screen. "
    "Unless you say otherwise, story.report.html here for one story, the folder attrib-report for several.",
)
@click.option("--force", is_flag=True, help="Write over a file that is no page of attrib-lsp; never over a draft.")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="What to call a story that comes from standard input; the ending says how to read it.",
)
@click.option("-q", "--quiet", is_flag=True, help="Only the pages: no notes, no progress bar.")
@options.color
@options.rules
@options.preset
@options.configuration
@options.max_words
@click.pass_context
@gathering("chosen", Chosen)
def report(
    context: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    force: bool,
    stdin_filename: str | None,
    quiet: bool,
    color: str,
    max_words: int,
    chosen: Chosen,
) -> None:
    """Write a page on each story that an editor can read, show and print.

    It has the story with its sources and their words marked, the findings in the margin, a list of the sources, what
    the story claims and on whose word, who is accused and what they answer, and a sourcing memo to fill in by hand.
    A page is one file: it needs no network and loads nothing. Drafts are only read.

    PATHS are files or folders, as for `attrib-lsp check`; "-" is standard input, no path at all the current folder.
    """
    # Imported when there is work: help must not wait.
    from attrib_lsp.cli.excluding import Excluding
    from attrib_lsp.cli.pages import place_for
    from attrib_lsp.cli.reporting import Reporting
    from attrib_lsp.cli.request import Request

    place = place_for(output, paths, stdin_filename)
    held = chosen.settings()
    request = Request(paths, stdin_filename, None, quiet, color, Excluding(held).in_folder, max_words=max_words)
    context.exit(Reporting(request, held, place, force=force).run())
