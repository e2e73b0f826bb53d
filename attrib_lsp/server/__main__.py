"""``python -m attrib_lsp.server``: the server without the command line in front."""

from attrib_lsp.server.main import run

run()
