"""The editor's settings by place: an editor may hold others for each folder that is open in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pygls.uris import to_fs_path

from attrib_lsp.linter.configuration.globs import absolute
from attrib_lsp.server.options import EditorSettings, read_options

#: What a document that is nowhere yet is called.
UNTITLED = "untitled"


@dataclass(frozen=True)
class Folder:
    """A folder that is open in the editor, by its URI, with the settings for what is in it."""

    uri: str
    settings: EditorSettings

    @property
    def path(self) -> Path | None:
        """Where it is; None if that is no place in the file system."""
        return path_of(self.uri)


@dataclass(frozen=True)
class Scopes:
    """The settings for documents in ``folders``, and the ``general`` ones for all others."""

    general: EditorSettings = field(default_factory=EditorSettings)
    folders: tuple[Folder, ...] = ()

    def settings_for(self, uri: str) -> EditorSettings:
        """Return the settings for a document."""
        folder = self._folder(uri)
        return folder.settings if folder is not None else self.general

    def path_for(self, uri: str) -> Path | None:
        """Return the path of a document; for one that is not saved yet, one in the first folder; None without any."""
        path, root = path_of(uri), self.root_of(uri)
        return path if path is not None or root is None else root / UNTITLED

    def configuration_for(self, uri: str) -> Path | None:
        """Return the configuration file that the editor names for a document, a relative path from its folder."""
        named = self.settings_for(uri).configuration
        return None if named is None else absolute((self.root_of(uri) or Path()) / Path(named).expanduser())

    def root_of(self, uri: str) -> Path | None:
        """Return the folder, among those that are open, around a document; None where it is in none of them."""
        folder = self._folder(uri)
        return folder.path if folder is not None else None

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with any of the settings, each once."""
        return tuple(dict.fromkeys(one for held in self._all for one in held.problems))

    @property
    def _all(self) -> Iterable[EditorSettings]:
        return (self.general, *(folder.settings for folder in self.folders))

    def _folder(self, uri: str) -> Folder | None:
        """Return the innermost folder around a document; for one that is not saved, the first folder."""
        path = path_of(uri)
        if path is None:
            return next(iter(self.folders), None)
        around = [one for one in self.folders if one.path is not None and path.is_relative_to(one.path)]
        return max(around, key=lambda one: len(one.uri), default=None)


def read_scopes(general: object, folders: Iterable[tuple[str, object]]) -> Scopes:
    """Return the scopes for ``general`` options, and for options by the URIs of folders."""
    return Scopes(read_options(general), tuple(Folder(uri, read_options(options)) for uri, options in folders))


def path_of(uri: str) -> Path | None:
    """Return the absolute path of a file's URI; None for other URIs."""
    path = to_fs_path(uri)
    return absolute(path) if path and "\0" not in path else None
