"""Word lists, kept as data: one TOML file a subject, each list with its provenance."""

from __future__ import annotations

import sys
from functools import cache
from importlib.resources import files
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@cache
def lexicon(subject: str) -> dict[str, Any]:
    """Return the lists of ``subject`` ("cues" reads cues.toml) by name.

    Raises:
        FileNotFoundError: there is no such subject.
    """
    found: dict[str, Any] = tomllib.loads((files(__name__) / f"{subject}.toml").read_text(encoding="utf-8"))
    return found


@cache
def words(subject: str, name: str) -> frozenset[str]:
    """Return the list ``name`` of ``subject`` as a set; a dotted name ("verbs.speech") goes through tables.

    Raises:
        KeyError: the subject has no such list.
    """
    found: Any = lexicon(subject)
    for part in name.split("."):
        found = found[part]
    return frozenset(found)
