"""The language server, by its parts and as a client sees it."""
