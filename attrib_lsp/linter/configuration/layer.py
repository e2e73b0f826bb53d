"""What one place says of the settings: a configuration file, an editor, the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from attrib_lsp.lexicons.house import UNCHANGED, Changes
from attrib_lsp.linter.settings import Selection
from attrib_lsp.rules.finding import Severity

#: The keys of a configuration file that name rules.
SELECTORS = ("select", "ignore", "extend-select")
#: The keys of a configuration file that hold tables.
TABLES = ("severity", "rules", "lexicons", "per-file-ignores")
#: All keys of a configuration file.
KEYS = (
    "extend", "preset", *SELECTORS, "severity", "rules", "house", "lexicons", "per-file-ignores", "exclude", "baseline",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One value as it was written: its key by parts (rules by their codes), the value, its line in the file.

    Of entries with the same key the last one counts, unless the key is one that adds up.
    """

    key: tuple[str, ...]
    value: object
    line: int | None = None

    @property
    def adds(self) -> bool:
        """Whether values of this key add up over all places that give some."""
        return self.key[0] in ("ignore", "extend-select", "lexicons", "exclude", "per-file-ignores")


@dataclass(frozen=True, slots=True)
class FileIgnore:
    """Rules that are off in files that a glob matches."""

    pattern: str
    selectors: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Layer:
    """The settings that one place gives; ``origin`` names it to people, ``file`` is its file if it is one.

    ``severities`` and ``rules`` (options as they were written, each of them checked) are by code; None as a severity
    is off. ``house`` is None where the place does not say. Two layers are the same only if they are one
    object.
    """

    origin: str
    file: Path | None = None
    extend: str | None = None
    preset: str | None = None
    selection: Selection = field(default_factory=Selection)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    house: tuple[str, ...] | None = None
    words: Changes = UNCHANGED
    file_ignores: tuple[FileIgnore, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def root(self) -> Path | None:
        """The folder that the globs count from; None for a place that is no file, which has none."""
        return self.file.parent if self.file is not None else None


def in_force(layers: Iterable[Layer]) -> tuple[tuple[Entry, Layer], ...]:
    """Return the entries of ``layers``, the least first, that hold, each with its layer, in the order of the keys."""
    listed = [(entry, layer) for layer in layers for entry in layer.entries if entry.key != ("extend",)]
    last = {entry.key: number for number, (entry, _) in enumerate(listed)}
    held = [pair for number, pair in enumerate(listed) if pair[0].adds or last[pair[0].key] == number]
    return tuple(sorted(held, key=lambda pair: KEYS.index(pair[0].key[0])))
