"""Configuration files: what they are called, and how one is read into a layer of settings."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from attrib_lsp.linter.configuration.globs import absolute
from attrib_lsp.linter.configuration.layer import KEYS, TABLES, Layer
from attrib_lsp.linter.configuration.layout import Key, dotted, line_of, lines
from attrib_lsp.linter.configuration.reading import Tell, read_layer
from attrib_lsp.linter.errors import ConfigurationError, hint, nearest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

#: A project's file; it holds our settings in a table.
SHARED = "pyproject.toml"
#: The names of configuration files, the first of them in a folder counts.
NAMES = ("attrib-lsp.toml", ".attrib-lsp.toml", SHARED)
#: Where `SHARED` has our settings.
TABLE = ("tool", "attrib-lsp")
#: The whole numbers that TOML has.
INTEGERS = range(-(2**63), 2**63)
#: Bytes of the longest configuration file that is read.
LARGEST = 1_000_000

_MARK = "\ufeff"
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def read_file(file: Path) -> Layer | None:
    """Return the settings in ``file``; None for a project's file that holds none of ours.

    Raises:
        ConfigurationError: it cannot be read, or not be followed.
    """

    def stop(error: ConfigurationError) -> NoReturn:
        raise error

    return _read(file, _text(file), stop)


def faults(file: Path, text: str) -> tuple[ConfigurationError, ...]:
    """Return all that is wrong with ``text`` as the content of ``file``, which may hold something else; by lines."""
    found: list[ConfigurationError] = []
    try:
        _read(file, text.removeprefix(_MARK), found.append)
    except ConfigurationError as error:
        found.append(error)
    return tuple(sorted(found, key=lambda error: error.line or 0))


def _read(file: Path, text: str, told: Callable[[ConfigurationError], None]) -> Layer | None:
    """Return the settings that ``text`` holds; ``told`` hears of each that cannot be followed.

    Raises:
        ConfigurationError: it is no TOML.
    """
    if file.name == SHARED and TABLE[-1] not in text:
        return None
    prefix: Key = TABLE if file.name == SHARED else ()
    table: Any = _parsed(file, text)
    for name in prefix:
        table = table.get(name) if isinstance(table, Mapping) else None
    if table is None:
        return None
    known = lines(text)

    def line(key: Key) -> int | None:
        return line_of((*prefix, *key), known)

    def tell(key: Key, problem: str) -> None:
        told(ConfigurationError(file, line(key), f"{dotted(key)}: {problem}" if key else problem))

    if not isinstance(table, Mapping):
        tell((), f"tool.attrib-lsp is no table but {table!r}")
        return None
    _check_keys(table, tell)
    return read_layer(table, str(file), tell, file, line)


def _check_keys(table: Mapping[str, object], tell: Tell) -> None:
    """Tell what is wrong with the keys of a file, and with what only an editor may say."""
    for key in table:
        if key not in KEYS:
            tell((key,), f"there is no such setting{hint(nearest(key, KEYS), 'there are ' + ', '.join(KEYS))}")
    if table.get("select") == []:
        tell(("select",), "this names no rule; leave it out to check those that are on by default")
    for key in TABLES:
        if table.get(key) == []:
            tell((key,), "this is no table but []")


def _text(file: Path) -> str:
    """Return the text of ``file``."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise ConfigurationError(file, None, f"cannot be read: {why[:1].lower()}{why[1:]}") from None
    if len(raw) > LARGEST:
        raise ConfigurationError(file, None, f"too large for a configuration: {LARGEST:,} bytes are the most")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(file, line, "this is not UTF-8; save the file with that encoding") from None


def _parsed(file: Path, text: str) -> dict[str, Any]:
    """Return ``text`` as the TOML that it is."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place.group(1)) if place and place.group(1) else text.count("\n") + 1
        why = _PLACE.sub("", str(error))
        raise ConfigurationError(file, line, f"this is no TOML: {why[:1].lower()}{why[1:]}") from None
    except RecursionError:
        raise ConfigurationError(file, None, "this is no configuration: it is nested too deeply") from None
    except ValueError:  # Python itself does not read a number of that many digits
        table = {"": INTEGERS.stop}
    if not _is_plain(table):
        raise ConfigurationError(file, None, "this is no TOML: a number in it is too large")
    return table


def _is_plain(table: object) -> bool:
    """Say whether all whole numbers in ``table`` are such as TOML has; larger ones cannot even be shown."""
    left = [table]
    while left:
        one = left.pop()
        if isinstance(one, int) and one not in INTEGERS:
            return False
        left += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return True


def extended(layer: Layer) -> Path | None:
    """Return the file that ``layer`` extends, from its own folder; None if it extends none."""
    if layer.extend is None or layer.root is None:
        return None
    return absolute(layer.root / Path(layer.extend).expanduser())
