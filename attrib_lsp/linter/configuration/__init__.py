"""Configuration files: found, read, laid over one another; one way for the command and the server."""

from attrib_lsp.linter.configuration.configuration import Configuration
from attrib_lsp.linter.configuration.layer import KEYS, SELECTORS, Entry, Layer, in_force
from attrib_lsp.linter.configuration.reading import read_layer
from attrib_lsp.linter.configuration.resolver import Resolver

__all__ = ["KEYS", "SELECTORS", "Configuration", "Entry", "Layer", "Resolver", "in_force", "read_layer"]
