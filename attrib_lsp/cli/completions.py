"""``attrib-lsp completions``: what a shell needs to complete commands, options, rules and files."""

from __future__ import annotations

import click

_EPILOG = """\b
Put one of these lines where your shell starts from:
  bash  eval "$(attrib-lsp completions bash)"       in ~/.bashrc
  zsh   eval "$(attrib-lsp completions zsh)"        in ~/.zshrc, below compinit
  fish  attrib-lsp completions fish | source        in ~/.config/fish/config.fish
"""


@click.command(epilog=_EPILOG, short_help="Let your shell complete commands and rules.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completions(shell: str) -> None:
    """Write the script by which SHELL completes what you type after attrib-lsp."""
    from click.shell_completion import ShellComplete, get_completion_class

    from attrib_lsp.cli.main import COMPLETING, cli
    from attrib_lsp.cli.output import output

    kind = get_completion_class(shell)
    assert kind is not None
    # Not the class's own `source`: for bash that would start one, only to learn its version.
    script = ShellComplete.source(kind(cli, {}, "attrib-lsp", COMPLETING))
    with output(None) as place:
        place.write(script)
