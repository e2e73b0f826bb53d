"""Find the configuration of a draft: the nearest file, what that extends, and what lies over it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from attrib_lsp.linter.configuration.configuration import Configuration
from attrib_lsp.linter.configuration.files import NAMES, SHARED, extended, read_file
from attrib_lsp.linter.configuration.globs import absolute
from attrib_lsp.linter.configuration.layer import Layer
from attrib_lsp.linter.errors import ConfigurationError

#: Files that may extend one another in a row.
DEEPEST = 16
#: Configurations that are kept at most: an editor's settings may change all day.
KEPT = 256


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it was read when it had this stamp: its settings, None without any, or what is wrong with it."""

    stamp: tuple[int, int]
    layer: Layer | ConfigurationError | None


class Resolver:
    """Resolves drafts to configurations. A file is read again only when it has changed. One thread at a time may."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._read: dict[Path, _Read] = {}
        self._combined: dict[tuple[Layer, ...], Configuration] = {}

    def configuration(
        self, draft: Path, over: Layer | None = None, file: Path | None = None, *, isolated: bool = False
    ) -> Configuration:
        """Return the configuration of ``draft`` (it need not exist), with the layer ``over`` all files.

        ``file`` takes the place of the nearest file; ``isolated``: no file has a say.

        Raises:
            ConfigurationError: a file that has a say cannot be read or followed.
        """
        found = None if isolated else file or self.nearest(draft)
        return self.combined(self.layers(found) if found is not None else (), over)

    def nearest(self, draft: Path) -> Path | None:
        """Return the configuration file nearest to ``draft``; one that cannot be read is one, too."""
        for folder in absolute(draft).parents:
            for name in NAMES:
                file = folder / name
                stamp = _stamp(file)
                if stamp is not None and (name != SHARED or self._layer(file, stamp) is not None):
                    return file
        return None

    def layers(self, file: Path) -> tuple[Layer, ...]:
        """Return the settings in ``file`` and in what it extends, the least first.

        Raises:
            ConfigurationError: one of them cannot be read or followed.
        """
        found: list[Layer] = []
        wanted: Path | None = absolute(file)
        while wanted is not None:
            stamp = _stamp(wanted)
            if stamp is None:
                raise _blamed(found, wanted, "there is no such file")
            layer = self._layer(wanted, stamp)
            if isinstance(layer, ConfigurationError):
                raise ConfigurationError(layer.file, layer.line, layer.problem)
            if layer is None:
                raise _blamed(found, wanted, "there is no table [tool.attrib-lsp] in it")
            found.append(layer)
            wanted = extended(layer)
            if wanted in [one.file for one in found]:
                raise _blamed(found, wanted, "this file is extended by itself")
            if len(found) > DEEPEST:
                raise _blamed(found, wanted, f"this would be one file more than the {DEEPEST} that may extend another")
        return tuple(reversed(found))

    def combined(self, layers: tuple[Layer, ...], over: Layer | None = None) -> Configuration:
        """Return the configuration of ``layers`` with ``over`` on top, the same object for the same layers."""
        key = layers if over is None else (*layers, over)
        if key not in self._combined:
            if len(self._combined) >= KEPT:
                self._combined.clear()
            self._combined[key] = Configuration(key)
        return self._combined[key]

    def _layer(self, file: Path, stamp: tuple[int, int]) -> Layer | ConfigurationError | None:
        """Return what ``file`` holds, an error if it cannot be read or followed."""
        known = self._read.get(file)
        if known is None or known.stamp != stamp:
            try:
                layer: Layer | ConfigurationError | None = read_file(file)
            except ConfigurationError as error:
                layer = error
            known = self._read[file] = _Read(stamp, layer)
            self._combined.clear()  # what was combined of the old file is not asked for again
        return known.layer


def _stamp(file: Path) -> tuple[int, int] | None:
    """Return what changes when ``file`` does; None if there is no such file, or nobody may look."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    return (status.st_mtime_ns, status.st_size)


def _blamed(found: list[Layer], file: Path | None, problem: str) -> ConfigurationError:
    """Return the error that ``file`` cannot be used, told of the last of ``found``, which extends it, if any."""
    if not found or found[-1].file is None:
        assert file is not None
        return ConfigurationError(file, None, problem)
    line = next((entry.line for entry in found[-1].entries if entry.key == ("extend",)), None)
    return ConfigurationError(found[-1].file, line, f"extend: {file}: {problem}")
