"""Tests of ``attrib-lsp archive``."""
