"""``attrib-lsp sources``: who speaks in a story."""

from __future__ import annotations

from pathlib import Path

import click

from attrib_lsp.cli import options
from attrib_lsp.cli.groups import Chosen

_EPILOG = """\b
Examples:
  attrib-lsp sources story.txt
  attrib-lsp sources --claims story.txt
  attrib-lsp sources --output-format jsonl drafts/ > sources.jsonl
  attrib-lsp sources --output-format memo --output-file memo.md story.txt

\b
Exit status:
  0  every story was read
  2  something could not be read, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Show who speaks in a story, named or unnamed.")
@options.drafts(["table", "json", "jsonl", "memo"])
@click.option(
    "--claims", is_flag=True, help="Show what each claim of the body rests on, how sure it is, and its score."
)
@options.configuration
@options.max_words
@click.pass_context
def sources(
    context: click.Context,
    paths: tuple[str, ...],
    output_format: str,
    output_file: Path | None,
    stdin_filename: str | None,
    quiet: bool,
    color: str,
    claims: bool,
    config: Path | None,
    isolated: bool,
    max_words: int,
) -> None:
    """Show who speaks in each story: every source once, named or unnamed, how described, how often, through whom.

    PATHS are files or folders; "-" is standard input, no path at all the current folder. The formats json and jsonl
    hold every statement, too: where its source, its cue ("said") and its content stand, in characters (code points)
    of the text, from 0, a byte order mark left out.

    --claims shows what the body asserts instead: who carries each claim, or nobody; its certainty, from 0 (denied) to 5
    (told flatly); and how much it asks for a source, from 0 to 1. In json and jsonl, the claims come along.

    The format memo is a page for the desk, in Markdown: each source once, blanks for who knows the unnamed ones and on
    what terms they speak, who is accused and what they answer, claims that rest on nobody, and the headline's grounds.
    """
    # Imported when there is work: help must not wait.
    from attrib_lsp.cli.drafts import Draft
    from attrib_lsp.cli.errors import Note
    from attrib_lsp.cli.excluding import Excluding
    from attrib_lsp.cli.request import Request
    from attrib_lsp.cli.run import Run, load_pipeline
    from attrib_lsp.linter.linter import Linter
    from attrib_lsp.reports import claims as claim_table
    from attrib_lsp.reports import json, jsonl, memo
    from attrib_lsp.reports import sources as table
    from attrib_lsp.reports.origin import AnalysedDraft

    linter = Linter(load_pipeline)
    held = Chosen(config, isolated).settings()
    asked = Request(paths, stdin_filename, output_file, quiet, color, Excluding(held).in_folder, max_words=max_words)
    run = Run(asked)

    def analyse(draft: Draft) -> AnalysedDraft:
        story = draft.story()
        if story.foreign is not None:
            run.note(Note(draft.origin.path, "this does not read as English, so nobody is looked for in it"))
        return AnalysedDraft(draft.origin, linter.analyse(story, changes=held.of(draft.origin.path).words))

    formats = {"table": table.report, "json": json.sources, "jsonl": jsonl.sources, "memo": memo.report}
    if claims:
        formats = {"table": claim_table.report, "json": json.claims, "jsonl": jsonl.claims, "memo": memo.report}
    run.write(formats[output_format](run.results(analyse), run.terminal, quiet))
    context.exit(2 if run.failed else 0)
