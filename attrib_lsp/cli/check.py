"""``attrib-lsp check``: lint drafts."""

from __future__ import annotations

from pathlib import Path

import click

from attrib_lsp.cli import check_options, options
from attrib_lsp.cli.destinations import Destination, destinations
from attrib_lsp.cli.groups import Chosen, Effort, Passing, gathering
from attrib_lsp.rules.finding import Severity

#: The names of the formats; help must not wait for the reports themselves.
FORMATS = ("text", "concise", "html", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson")

_EPILOG = """\b
Examples:
  attrib-lsp check story.txt
  attrib-lsp check --select HED,ANO drafts/
  attrib-lsp check --ignore vague-anonymous-source story.md
  attrib-lsp check --preset ap-like story.txt
  attrib-lsp check --fix drafts/
  attrib-lsp check --output-format text --output-format sarif:report.sarif .
  pbpaste | attrib-lsp check -

\b
Exit status:
  0  nothing found that counts (see --fail-on)
  1  something found; with --diff, something would change
  2  something could not be read, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Check stories.")
@check_options.reports(FORMATS)
@options.selection
@options.preset
@options.configuration
@click.option("--statistics", is_flag=True, help="Count findings by rule; do not show them.")
@check_options.fixes
@check_options.baseline
@check_options.changed_since
@check_options.excluding
@options.max_words
@check_options.watch
@check_options.cache
@check_options.jobs
@click.pass_context
@gathering("chosen", Chosen)
@gathering("passing", Passing)
@gathering("effort", Effort)
def check(
    context: click.Context,
    paths: tuple[str, ...],
    output_formats: tuple[Destination, ...],
    output_file: Path | None,
    stdin_filename: str | None,
    quiet: bool,
    color: str,
    chosen: Chosen,
    fail_on: str,
    exit_zero: bool,
    statistics: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    baseline: Path | None,
    changed_since: str | None,
    passing: Passing,
    max_words: int,
    watch: bool,
    effort: Effort,
) -> None:
    """Check stories for claims without a source, sources the reader cannot weigh, headlines that outrun the story.

    PATHS are files or folders; "-" is standard input, no path at all the current folder. Files are plain text
    (.txt), Markdown (.md, .mdx), HTML (.html), reStructuredText (.rst), AsciiDoc (.adoc), LaTeX (.tex), Org (.org),
    Word documents (.docx), ninjs (.json), NITF and NewsML-G2 (.xml), or JSON Lines (.jsonl, rows
    {"id", "headline", "text"}). The format html is one page on all of them; see `attrib-lsp report`.

    Which rules are checked is said in the configuration file nearest to each story (see `attrib-lsp config`), and over
    that by these options.

    In the formats json and jsonl, "start" and "end" count characters (code points) of the text, from 0, a byte order
    mark left out; lines and columns count from 1. In a Word document, paragraphs stand for lines, and "place" tells
    the "paragraph", from 1, and the "start" and "end" in it, from 0.
    """
    # Imported when there is work: help must not wait for the rules.
    from attrib_lsp.cli.asked import Asked
    from attrib_lsp.cli.checking import Check
    from attrib_lsp.cli.watching import Watched, keep_checking

    asked = Asked(
        paths=paths,
        places=destinations(output_formats, output_file),
        stdin_filename=stdin_filename,
        quiet=quiet,
        color=color,
        fail_on=Severity[fail_on.upper()],
        exit_zero=exit_zero,
        statistics=statistics,
        fix=fix,
        unsafe_fixes=unsafe_fixes,
        diff=diff,
        baseline=baseline,
        changed_since=changed_since,
        watch=watch,
        max_words=max_words,
    )
    held = chosen.settings()
    pages = any(place.format == "html" for place in asked.places)
    excluding, look = passing.excluding(held), effort.looker(held, keep=pages)
    if watch:
        reports = tuple(place.file for place in asked.places if place.file is not None)
        also = tuple(filter(None, (chosen.config, baseline)))
        keep_checking(lambda: Check(asked, excluding, look).run(), Watched(paths or (".",), reports, also), color)
    context.exit(Check(asked, excluding, look).run())
