"""``attrib-lsp archive``: a corpus too large for one go, in parts, on this machine or on a cluster."""
