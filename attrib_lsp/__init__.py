"""attrib-lsp: a linter that reads who says what in a news story."""

__version__ = "0.1.0"
