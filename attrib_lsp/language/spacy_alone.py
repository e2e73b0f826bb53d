"""Import spaCy without its command line, which it brings along for one function and which takes as long as the rest."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

#: What spaCy's own ``__init__`` imports, and from where.
_COMMANDS, _INFO = "spacy.cli", "spacy.cli.info"


def import_spacy() -> ModuleType:
    """Return spaCy; its commands are imported when somebody asks for them."""
    if "spacy" not in sys.modules:
        stand_in = ModuleType(_INFO)
        stand_in.info = _info  # type: ignore[attr-defined]
        stand_ins = {_COMMANDS: ModuleType(_COMMANDS), _INFO: stand_in}
        sys.modules.update(stand_ins)
        try:
            import_module("spacy")
        finally:
            for name in stand_ins:
                sys.modules.pop(name, None)
    return sys.modules["spacy"]


def _info(*given: object, **named: object) -> object:
    """Do what ``spacy.info`` does."""
    return import_module(_INFO).info(*given, **named)
