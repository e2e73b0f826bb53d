"""The settings that hold for each document: the editor's over those of its configuration file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from attrib_lsp.linter.configuration import Configuration, Layer, Resolver
from attrib_lsp.linter.configuration.files import NAMES
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.linter.settings import Settings
from attrib_lsp.server.accepted import Accepted, Baselines
from attrib_lsp.server.scopes import Scopes


@dataclass(frozen=True)
class Settled:
    """The settings for a document, its configuration ``file`` if it has one, and what is wrong with that, in a line.

    ``excluded`` is set for one that is left out where a whole folder is checked. ``accepted`` are findings that are not
    shown.
    """

    settings: Settings
    file: Path | None = None
    problem: str | None = None
    excluded: bool = False
    accepted: Accepted = field(default_factory=Accepted)


class Settling:
    """Settles which settings hold. A broken file changes nothing: what it said before holds, or the defaults do."""

    def __init__(self) -> None:
        """Begin with an editor that says nothing."""
        self.scopes = Scopes()
        self._resolver = Resolver()
        self._baselines = Baselines()
        self._good: dict[Path, tuple[Layer, ...]] = {}

    def of(self, uri: str) -> Settled:
        """Return the settings for a document as the files stand now."""
        path, problem = self.scopes.path_for(uri), None
        layers: tuple[Layer, ...] = ()
        file = self._file(uri)
        if file is not None:
            try:
                layers = self._good[file] = self._resolver.layers(file)
            except ConfigurationError as error:
                layers, problem = self._good.get(file, ()), self._told(error)
        held = self._resolver.combined(layers, self.scopes.settings_for(uri).layer)
        if path is None:
            return Settled(held.settings_for(path), file, problem)
        accepted, why = self._accepted(held, path)
        return Settled(held.settings_for(path), file, problem or why, held.excludes(path), accepted)

    def _accepted(self, held: Configuration, path: Path) -> tuple[Accepted, str | None]:
        """Return what is accepted of the document at ``path``, and what is wrong with the baseline."""
        if held.baseline is None:
            return Accepted(), None
        accepted, why = self._baselines.of(held.baseline, path)
        file, line = held.baseline_place
        if why is None or file is None:
            return accepted, None
        return accepted, self._told(ConfigurationError(file, line, f"baseline: {held.baseline.name}: {why}"))

    def file_for(self, uri: str) -> Path | None:
        """Return the configuration file of a document, else where one would be made; None if that is nowhere."""
        file, path = self._file(uri), self.scopes.path_for(uri)
        if file is not None or path is None:
            return file
        return (self.scopes.root_of(uri) or path.parent) / NAMES[0]

    def _file(self, uri: str) -> Path | None:
        """Return the configuration file that the editor names for a document, else the nearest; None without any."""
        named, path = self.scopes.configuration_for(uri), self.scopes.path_for(uri)
        return named if named is not None or path is None else self._resolver.nearest(path)

    def _told(self, error: ConfigurationError) -> str:
        """Return what is wrong with a file, which is named as seen from its folder in the editor."""
        roots = [one.path for one in self.scopes.folders if one.path is not None]
        root = next((one for one in roots if error.file.is_relative_to(one)), None)
        shown = os.path.relpath(error.file, root) if root is not None else str(error.file)
        return str(ConfigurationError(Path(shown), error.line, error.problem))
