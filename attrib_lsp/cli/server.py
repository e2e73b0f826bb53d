"""``attrib-lsp server``: the language server."""

from __future__ import annotations

import click


@click.command(short_help="Start the language server, for editors.")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output, as it always does; editors pass it.")
def server(stdio: bool) -> None:
    """Start the language server. Your editor does this; there is no need to do it by hand."""
    from attrib_lsp.server.main import run

    run()
