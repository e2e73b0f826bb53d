"""The command ``attrib-lsp``: its subcommands, and how a run ends."""

from __future__ import annotations

import os
import signal
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import attrib_lsp
from attrib_lsp.cli import completing
from attrib_lsp.cli.archive.command import archive
from attrib_lsp.cli.baseline import baseline
from attrib_lsp.cli.check import check
from attrib_lsp.cli.clean import clean
from attrib_lsp.cli.completions import completions
from attrib_lsp.cli.config import config
from attrib_lsp.cli.diff import diff
from attrib_lsp.cli.errors import ClosedPipeError, RunError, fault
from attrib_lsp.cli.headline import headline
from attrib_lsp.cli.init import init
from attrib_lsp.cli.report import report
from attrib_lsp.cli.rules import rule, rules
from attrib_lsp.cli.server import server
from attrib_lsp.cli.sources import sources

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: The exit status of a run that was not understood, or could not read everything.
USAGE_ERROR = 2
#: The variable by which a shell's script asks what to complete; click derives it from the command's name.
COMPLETING = "_ATTRIB_LSP_COMPLETE"

_EPILOG = """\b
Examples:
  attrib-lsp story.txt                check a story
  attrib-lsp check drafts/            check every story in a folder
  attrib-lsp headline story.txt "…"   check a headline for it
  attrib-lsp sources story.txt        show who speaks in it
  attrib-lsp report story.txt         write a page on it, to show and to print
  attrib-lsp diff story.md            show what an edit did to its sourcing
  attrib-lsp archive old/ --out DIR   read a whole archive
  attrib-lsp rule ANO202              explain a rule
  attrib-lsp init                     write a configuration file
  attrib-lsp config story.txt         show the settings in force
  attrib-lsp baseline                 accept what is found today
"""


class Commands(click.Group):
    """The subcommands. What is none of them is for ``check``; what goes wrong is one line and an exit status."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take ``attrib-lsp story.txt`` for ``attrib-lsp check story.txt``."""
        own = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if args and args[0] not in self.commands and args[0] not in own:
            if not ctx.resilient_parsing:  # a shell only completes
                self._doubt(ctx, args[0])
            args = ["check", *args]
        try:
            return super().parse_args(ctx, args)
        except OSError as error:  # the help that nobody reads
            ctx.exit(ended_by(error))

    def _doubt(self, ctx: click.Context, word: str) -> None:
        """End the run if ``word`` is no path, but much like a subcommand."""
        meant = get_close_matches(word, self.commands, 1, 0.7)
        if meant and not Path(word).exists():
            ctx.exit(ended_by(RunError(f"{word}: no such file or command; did you mean `attrib-lsp {meant[0]}`?")))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """Return the subcommands that begin so; where none does, the shell looks for drafts."""
        return super().shell_complete(ctx, incomplete) or completing.files(ctx, None, incomplete)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands in the order in which people want them."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> None:
        """Run the subcommand, and end as a command should."""
        try:
            super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            interrupt()
        except Exception as error:
            ctx.exit(ended_by(error))


def ended_by(error: Exception) -> int:
    """Tell what ended a run, unless that is how pipes end; return the exit status."""
    from attrib_lsp.cli.output import closed_pipe, silence, tell

    if isinstance(error, ClosedPipeError) or (isinstance(error, OSError) and closed_pipe(error)):
        silence()
        return 0
    if isinstance(error, click.ClickException):
        tell("error", _usage(error))
    elif isinstance(error, RunError):
        silence()
        tell("error", str(error))
    else:
        tell("error", fault(error))
    return USAGE_ERROR


def _usage(error: click.ClickException) -> str:
    """Return one line on a command that was not understood."""
    message = " ".join(error.format_message().split()).replace(". (", " (").rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "attrib-lsp"
    return f"{message[:1].lower()}{message[1:]}; see `{path} --help`"


def interrupt() -> None:
    """End as a process that was interrupted: whoever started it, a loop in a shell say, sees that and stops, too."""
    sys.stderr.flush()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGINT)


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(attrib_lsp.__version__, "-V", "--version", prog_name="attrib-lsp", message="%(prog)s %(version)s")
def cli() -> None:
    """Read a news story as a standards editor would.

    attrib-lsp works out who says what in a story, and points at claims without a source, sources that the reader
    cannot weigh, headlines that say more than the story, and quotations that have lost their speaker.
    """


_STORIES = (check, headline, sources, report, diff, archive)
_SETTINGS = (rules, rule, init, config, baseline, clean)
for command in (*_STORIES, *_SETTINGS, server, completions):
    cli.add_command(command)


def main() -> None:
    """Run the command that ``sys.argv`` holds."""
    cli.main(prog_name="attrib-lsp", complete_var=COMPLETING)
