"""``attrib-lsp check``: lint drafts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attrib_lsp.cli import options
from attrib_lsp.cli.destinations import Destination, destinations
from attrib_lsp.cli.errors import RunError
from attrib_lsp.rules.finding import Severity

if TYPE_CHECKING:
    from attrib_lsp.reports.origin import LintedDraft

#: The names of the formats; help must not wait for the reports themselves.
FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson")

_EPILOG = """\b
Examples:
  attrib-lsp check story.txt
  attrib-lsp check --select HED,ANO drafts/
  attrib-lsp check --ignore vague-anonymous-source story.md
  attrib-lsp check --preset ap-like story.txt
  pbpaste | attrib-lsp check -

\b
Exit status:
  0  nothing found that counts (see --fail-on)
  1  something found
  2  something could not be read, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Check stories.")
@options.reports(FORMATS)
@options.selection
@options.preset
@options.configuration
@click.option("--statistics", is_flag=True, help="Count findings by rule; do not show them.")
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    output_formats: tuple[Destination, ...],
    output_file: Path | None,
    stdin_filename: str | None,
    quiet: bool,
    color: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_select: tuple[str, ...],
    preset: str | None,
    config: Path | None,
    isolated: bool,
    fail_on: str,
    exit_zero: bool,
    statistics: bool,
) -> None:
    """Check stories for claims without a source, sources the reader cannot weigh, headlines that outrun the story.

    PATHS are files or folders; "-" is standard input, no path at all the current folder. Files are plain text
    (.txt, .text), Markdown (.md, .markdown) or JSON Lines (.jsonl, rows {"id", "headline", "text"}).

    Which rules are checked is said in the configuration file nearest to each story (see `attrib-lsp config`), and over
    that by these options.

    In the formats json and jsonl, "start" and "end" count characters (code points) of the text, from 0, a byte order
    mark left out; lines and columns count from 1.
    """
    # Imported when there is work: help must not wait for the rules.
    from attrib_lsp.cli.drafts import Draft
    from attrib_lsp.cli.output import terminal_of
    from attrib_lsp.cli.run import Request, Run, load_pipeline
    from attrib_lsp.cli.side_by_side import side_by_side
    from attrib_lsp.linter.linter import Linter
    from attrib_lsp.linter.passages import Passages
    from attrib_lsp.reports import formats
    from attrib_lsp.reports.origin import LintedDraft

    places = destinations(output_formats, output_file)
    first, *further = sorted((place.file for place in places), key=lambda file: file is not None)
    written = formats.STATISTICS if statistics else formats.FORMATS
    for place in places:
        if place.format not in written:
            raise RunError(f"--statistics cannot be written as {place.format}; choose {', '.join(written)}")
    held = options.drafts_settings(config, isolated, preset, select, ignore, extend_select)
    linter = Linter(load_pipeline)
    run = Run(Request(paths, stdin_filename, first, quiet, color, held.excludes, tuple(filter(None, further))))
    gravest = Gravest()

    def lint(draft: Draft) -> LintedDraft:
        chosen = held.of(draft.origin.path)
        story = draft.story()
        graph = linter.analyse(story)
        found = linter.lint(graph, chosen)
        passages = Passages(graph)
        return LintedDraft(draft.origin, story.sources, found, tuple(passages.around(one) for one in found))

    def report_in(place: Destination) -> Callable[[Iterable[LintedDraft]], Iterator[str]]:
        terminal = terminal_of(None if place.file else sys.stdout, color)
        return lambda drafts: written[place.format](drafts, terminal, quiet)

    drafts = gravest.watching(run.results(lint))
    run.write_all([place.file for place in places], side_by_side(drafts, [report_in(place) for place in places]))
    found = gravest.severity is not None and gravest.severity >= Severity[fail_on.upper()]
    context.exit(2 if run.failed else 1 if found and not exit_zero else 0)


class Gravest:
    """Remembers the gravest severity among findings that go by."""

    severity: Severity | None = None

    def watching(self, drafts: Iterable[LintedDraft]) -> Iterator[LintedDraft]:
        """Yield ``drafts`` as they are."""
        for draft in drafts:
            for finding in draft.findings:
                self.severity = finding.severity if self.severity is None else max(self.severity, finding.severity)
            yield draft
