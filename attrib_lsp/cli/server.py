"""``attrib-lsp server``: the language server."""

from __future__ import annotations

import click

_EPILOG = """\b
Examples:
  attrib-lsp server                       on standard input and output
  attrib-lsp server --tcp 2087            for an editor on this machine that connects to port 2087
  attrib-lsp server --tcp 0.0.0.0:2087    for one on any machine that reaches this one
"""


@click.command(epilog=_EPILOG, short_help="Start the language server, for editors.")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output, as without --tcp; editors pass it.")
@click.option(
    "--tcp",
    metavar="[HOST:]PORT",
    help="Wait for one editor to connect. Without HOST only this machine can; port 0 is any free one, told on stderr.",
)
def server(stdio: bool, tcp: str | None) -> None:
    """Start the language server. Your editor does this; there is no need to do it by hand."""
    if stdio and tcp is not None:
        raise click.UsageError("the server speaks on --stdio or on --tcp, not on both")
    from attrib_lsp.cli.errors import Note, RunError, reason
    from attrib_lsp.cli.output import tell
    from attrib_lsp.server.main import run
    from attrib_lsp.server.tcp import read_address

    try:
        address = None if tcp is None else read_address(tcp)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--tcp") from None
    if address is None:
        run()
    if not address.private:
        tell("note", str(Note(str(address), "any machine that reaches this address can read drafts through it")))
    try:
        run(address)
    except OSError as error:
        raise RunError(f"{address}: cannot listen there: {reason(error)}") from None
