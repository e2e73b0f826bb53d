"""Word lists, kept as data: one TOML file a subject, each list with its provenance."""

from __future__ import annotations

import re
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
    return frozenset(_listed(subject, name))


@cache
def pattern(subject: str, name: str) -> re.Pattern[str]:
    """Return what matches any of a list of regular expressions, whatever the letter case; ``name`` as for `words`.

    Raises:
        KeyError: the subject has no such list.
    """
    return re.compile("|".join(f"(?:{one})" for one in _listed(subject, name)), re.IGNORECASE)


def _listed(subject: str, name: str) -> list[str]:
    """Return a list by its name, which goes through tables where it is dotted."""
    found: Any = lexicon(subject)
    for part in name.split("."):
        found = found[part]
    return list(found)
