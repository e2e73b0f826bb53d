"""``attrib-lsp init``: a configuration file to begin with."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attrib_lsp.cli import options
from attrib_lsp.cli.errors import RunError, reason

if TYPE_CHECKING:
    from attrib_lsp.linter.configuration.starter import Choices, Strictness

#: The name of the schema's file beside the configuration.
SCHEMA = "attrib-lsp.schema.json"

_EPILOG = """\b
Examples:
  attrib-lsp init
  attrib-lsp init --yes --preset ap-like --house "The Evening Herald" drafts/

\b
Exit status:
  0  the file is written
  2  there is one already, it cannot be written, or the command was not understood
"""


@click.command(epilog=_EPILOG, short_help="Write a configuration file to begin with.")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@options.preset
@click.option("--house", multiple=True, metavar="NAME", help="The name of your outlet; may be given several times.")
@click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help="Files to pass over, as in a .gitignore; may be given several times.",
)
@click.option(
    "--strictness",
    type=click.Choice(["light", "usual", "strict"]),
    help="light: headlines, quotations and allegations only; usual: what is on by default; strict: every rule.",
)
@click.option("--schema", is_flag=True, help=f"Write {SCHEMA} beside it, by which editors complete and check the file.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing; what no option says stays as it is by default.")
def init(
    folder: Path,
    preset: str | None,
    house: tuple[str, ...],
    exclude: tuple[str, ...],
    strictness: Strictness | None,
    schema: bool,
    yes: bool,
) -> None:
    """Write attrib-lsp.toml into FOLDER, the current one unless you say otherwise.

    On a terminal, what no option says is asked. A file that is there is never changed.
    """
    # Imported when there is work: help must not wait for the rules.
    from attrib_lsp.cli import questions
    from attrib_lsp.cli.output import is_terminal, output, tell
    from attrib_lsp.linter.configuration.files import NAMES
    from attrib_lsp.linter.configuration.starter import Choices

    above = _above(folder)
    chosen = Choices(preset, house, exclude, strictness or "usual", f"./{SCHEMA}" if schema else None)
    if not yes and is_terminal(sys.stdin):
        chosen = questions.asked(chosen, strictness_known=strictness is not None)
    file = folder / NAMES[0]
    _write(file, chosen)
    if above is not None:
        nearer = Path(os.path.relpath(above, folder)).as_posix()
        tell("note", f'{above} no longer holds here; to build on it, add the line extend = "{nearer}"')
    with output(None) as place:
        place.write(_next_steps(file))


def _above(folder: Path) -> Path | None:
    """Return the configuration file that holds in ``folder`` from further up, if any.

    Raises:
        RunError: there is no such folder, or one in the folder itself.
    """
    from attrib_lsp.linter.configuration import Resolver
    from attrib_lsp.linter.configuration.globs import absolute

    if not folder.is_dir():
        raise RunError(f"{folder}: there is no such folder")
    found = Resolver().nearest(absolute(folder / "-"))
    if found is not None and found.parent == absolute(folder):
        raise RunError(f"{folder / found.name} is there already and stays as it is; change it, or remove it first")
    return found


def _write(file: Path, chosen: Choices) -> None:
    """Write the configuration, and what lies beside it.

    Raises:
        RunError: it could not be followed, or cannot be written.
    """
    from attrib_lsp.linter.configuration.files import faults
    from attrib_lsp.linter.configuration.schema import written_schema
    from attrib_lsp.linter.configuration.starter import starter

    text = starter(chosen)
    for fault in faults(file, text):
        raise RunError(fault.problem)
    if chosen.schema is not None:
        _create(file.with_name(SCHEMA), written_schema())
    _create(file, text)


def _create(file: Path, text: str) -> None:
    """Write a new file; one that has the very text already will do.

    Raises:
        RunError: it is there with another text, or cannot be written.
    """
    try:
        written = text.encode()
    except UnicodeEncodeError:
        raise RunError("a name that was given is no text in this system's encoding; write it into the file") from None
    try:
        with file.open("xb") as opened:
            opened.write(written)
    except FileExistsError:
        if not file.is_file() or file.read_bytes() != written:
            raise RunError(f"{file} is there already and stays as it is; remove it first") from None
    except OSError as error:
        raise RunError(f"{file}: cannot be written: {reason(error)}") from None


def _next_steps(file: Path) -> str:
    """Return what to do now."""
    folder = str(file.parent)
    rows = [
        (f"attrib-lsp check {_quoted(folder)}", "check the drafts there"),
        (f"attrib-lsp config {_quoted(folder)}", "see what holds for them, and why"),
        ("attrib-lsp rules", "see what can be switched off or made graver"),
    ]
    width = max(len(command) for command, _ in rows)
    steps = "".join(f"  {command:<{width}}  {words}\n" for command, words in rows)
    return f"Wrote {file}.\n\nNext:\n{steps}"


def _quoted(path: str) -> str:
    """Return a path as a shell takes it."""
    import shlex

    return shlex.quote(path)
