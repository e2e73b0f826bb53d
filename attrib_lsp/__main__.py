"""``python -m attrib_lsp``: the command line."""

from attrib_lsp.cli.main import main

main()
