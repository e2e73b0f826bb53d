"""``attrib-lsp config``: the settings in force, and where each comes from."""

from __future__ import annotations

from pathlib import Path

import click

from attrib_lsp.cli import options
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.groups import Chosen

_EPILOG = """\b
Examples:
  attrib-lsp config
  attrib-lsp config opinion/column.md
  attrib-lsp config --output-format json story.md
  attrib-lsp config --schema > attrib-lsp.schema.json

\b
Exit status:
  0  the configuration can be followed
  2  it cannot, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Show the settings in force, and where they come from.")
@click.argument("path", default=".")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to show them."
)
@options.configuration
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration file, for editors.")
def config(path: str, output_format: str, config: Path | None, isolated: bool, schema: bool) -> None:
    """Show the settings that hold for a story, or for the stories in a folder, and the file that each comes from.

    PATH is a file or a folder, the current one unless you say otherwise. The configuration file nearest to a story
    holds: attrib-lsp.toml, .attrib-lsp.toml, or pyproject.toml with a table [tool.attrib-lsp].
    """
    # Imported when there is work: help must not wait for the rules.
    from attrib_lsp.cli.configurations import problem_of
    from attrib_lsp.cli.output import output
    from attrib_lsp.linter.configuration.globs import absolute
    from attrib_lsp.linter.configuration.schema import written_schema
    from attrib_lsp.linter.errors import ConfigurationError
    from attrib_lsp.reports import configuration as reports

    if schema:
        with output(None) as place:
            place.write(written_schema())
        return
    held = Chosen(config, isolated).settings()
    folder = Path(path).is_dir()
    try:
        found = held.configuration(Path(path) / "-" if folder else path)
    except ConfigurationError as error:
        raise RunError(str(problem_of(error))) from None
    settings = found.settings if folder else found.settings_for(absolute(path))
    shown = reports.InForce(path, found, settings, found.excludes(absolute(path), folder=folder))
    with output(None) as place:
        place.write({"text": reports.report, "json": reports.json_report}[output_format](shown))
