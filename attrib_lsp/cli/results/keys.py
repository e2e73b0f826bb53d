"""What a result hangs on, as a digest: the words of the draft, the settings, and all that reads them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import attrib_lsp
from attrib_lsp.cli.drafts import Draft
from attrib_lsp.lexicons.house import Changes
from attrib_lsp.linter.settings import Settings

#: Libraries that have a say in how a draft is read.
LIBRARIES = ("spacy", "thinc", "onnxruntime", "numpy", "markdown-it-py", "PyYAML", "lxml")
#: Bytes of a key.
LENGTH = 32


def key_of(draft: Draft, settings: Settings) -> bytes:
    """Return what tells ``draft`` under ``settings`` from every other; where it lies counts for nothing."""
    row = draft.origin.id is not None
    item = draft.item
    # What was taken out of a file made for machines may be any part of its text.
    taken = item and (item.format, item.parts, item.headline, item.deck, item.language, item.markup)
    given = (draft.markup.value, row, draft.headline, taken, _canonical(settings), edition(), date.today().year)
    return _digest((repr(given), draft.text))


def settings_key(settings: Settings) -> str:
    """Return what tells ``settings`` from others, the same in every process and on every machine."""
    return _digest((repr(_canonical(settings)),)).hex()


@cache
def edition() -> str:
    """Return what tells this installation from others: its code, its pipeline, the libraries it reads with.

    Files are told by their size and time: to read them all would take longer than to look a result up.
    """
    libraries = ((name, library_version(name)) for name in LIBRARIES)
    parts = (attrib_lsp.__version__, sys.version, *libraries, *_files(Path(attrib_lsp.__file__).parent))
    return _digest(repr(part) for part in parts).hex()


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the files below ``folder`` with size and time, sorted."""
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for name in sorted(names):
            path = Path(place, name)
            try:
                status = path.stat()
            except OSError:  # it has just been replaced, say
                continue
            yield str(path), status.st_size, status.st_mtime_ns


def library_version(library: str) -> str:
    """Return the version of a library; empty if it is not there."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _digest(parts: Iterable[str]) -> bytes:
    """Return a digest of ``parts``, each with its length before it: no two lists share one."""
    hasher = blake2b(digest_size=LENGTH)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        hasher.update(len(raw).to_bytes(8, "big"))
        hasher.update(raw)
    return hasher.digest()


@lru_cache(maxsize=64)
def _words(changes: Changes) -> object:
    """Return changes of word lists, of which there may be thousands, so that their repr is the same everywhere."""
    return "words", sorted(changes.added), sorted(changes.removed)


def _canonical(value: object) -> object:
    """Return ``value`` so that its repr is the same in every process: sets have no order of their own.

    Raises:
        TypeError: it is of a kind that settings do not hold; a new kind must be thought of here.
    """
    if isinstance(value, Enum):
        return type(value).__qualname__, value.name
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Changes):
        return _words(value)
    if is_dataclass(value) and not isinstance(value, type):
        named = tuple((field.name, _canonical(getattr(value, field.name))) for field in fields(value))
        return type(value).__module__, type(value).__qualname__, named
    if isinstance(value, Mapping):
        return "mapping", sorted(((_canonical(key), _canonical(one)) for key, one in value.items()), key=repr)
    if isinstance(value, Set):
        return "set", sorted((_canonical(one) for one in value), key=repr)
    if isinstance(value, (tuple, list)):
        return "list", [_canonical(one) for one in value]
    raise TypeError(f"settings hold a {type(value).__name__}")
