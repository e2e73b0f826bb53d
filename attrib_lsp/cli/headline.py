"""``attrib-lsp headline``: headlines to choose from, checked against one story."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attrib_lsp.cli import options
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.files import STDIN
from attrib_lsp.cli.groups import Chosen, gathering
from attrib_lsp.rules.finding import Severity

if TYPE_CHECKING:
    from attrib_lsp.reports.headlines import Comparison

_EPILOG = """\b
Examples:
  attrib-lsp headline story.md
  attrib-lsp headline story.md "Mayor to resign" "Mayor may resign, aide says"
  attrib-lsp headline story.md --from headlines.txt
  pbpaste | attrib-lsp headline story.md --from -

\b
Exit status:
  0  nothing found that counts (see --fail-on) in any of the headlines
  1  something found
  2  something could not be read, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Compare headlines for one story.")
@click.argument("story")
@click.argument("headlines", nargs=-1, metavar="[HEADLINE]...")
@click.option(
    "--from",
    "from_file",
    metavar="FILE",
    help='Take headlines from the lines of FILE, too; "-" is standard input.',
)
@options.report(["text", "json"])
@options.selection
@options.preset
@options.configuration
@options.max_words
@click.pass_context
@gathering("chosen", Chosen)
def headline(
    context: click.Context,
    story: str,
    headlines: tuple[str, ...],
    from_file: str | None,
    output_format: str,
    output_file: Path | None,
    stdin_filename: str | None,
    quiet: bool,
    color: str,
    chosen: Chosen,
    fail_on: str,
    exit_zero: bool,
    max_words: int,
) -> None:
    """Check each HEADLINE against one story, and rank them: the fewest and mildest findings first.

    STORY is a file as for `attrib-lsp check`, or "-" for standard input. The headline that it has takes part. Without
    --select all rules on headlines are checked (HED and ALL603); whatever the rules, only findings in headlines count.

    In the format json, "start" and "end" count characters (code points) from 0: of the headline where "field" is
    "headline", of the story's text in "related" places where it is "text".
    """
    # Imported when there is work: help must not wait for the rules.
    from attrib_lsp.cli.candidates import candidates
    from attrib_lsp.cli.drafts import Draft
    from attrib_lsp.cli.request import Request
    from attrib_lsp.cli.run import Run, load_pipeline
    from attrib_lsp.linter.candidates import SELECTED, candidates_for, lint_under
    from attrib_lsp.linter.linter import Linter
    from attrib_lsp.reports import headlines as reports

    _refuse(story, from_file, output_file)
    held = replace(chosen, select=chosen.select or SELECTED).settings()
    given = candidates(headlines, from_file)
    linter = Linter(load_pipeline)
    run = Run(Request((story,), stdin_filename, output_file, quiet, color, max_words=max_words))

    def compare(draft: Draft) -> reports.Comparison:
        read = draft.story()
        texts = candidates_for(read, given)
        if not texts:
            raise RunError(f"{draft.origin.path}: the story has no headline; give at least one to check")
        settings = held.of(draft.origin.path)
        return reports.comparison(draft.origin, read, [lint_under(linter, read, text, settings) for text in texts])

    compared = list(islice(run.results(compare), 2))
    if len(compared) > 1:
        raise RunError(f"{story}: there is more than one story here; name the file of one")
    run.write({"text": reports.report, "json": reports.json}[output_format](compared, run.terminal, quiet))
    found = any(severity >= Severity[fail_on.upper()] for severity in _severities(compared))
    context.exit(2 if run.failed or not compared else 1 if found and not exit_zero else 0)


def _severities(compared: list[Comparison]) -> Iterator[Severity]:
    """Yield the severity of each finding."""
    for comparison in compared:
        for one in comparison.headlines:
            yield from (finding.severity for finding in one.draft.findings)


def _refuse(story: str, from_file: str | None, output_file: Path | None) -> None:
    """Refuse what cannot be meant: both from one standard input, a folder, a report over the headlines."""
    if story == from_file == STDIN:
        raise RunError("story and headlines cannot both come from standard input; put one of them in a file")
    if Path(story).is_dir():
        raise RunError(f"{story}: this is a folder; name the file of one story")
    if output_file and from_file and os.path.realpath(output_file) == os.path.realpath(from_file):
        raise RunError(f"{output_file}: the report would overwrite the headlines; choose another --output-file")
