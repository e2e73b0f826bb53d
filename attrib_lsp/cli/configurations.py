"""The settings of each draft of a run: its configuration file, and over that what the command was told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from attrib_lsp.cli.errors import Problem, RunError
from attrib_lsp.linter.configuration import Configuration, Layer, Resolver, read_layer
from attrib_lsp.linter.configuration.globs import absolute
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.linter.settings import Settings

#: Where options come from that no file gives.
COMMAND_LINE = "command line"


def told(
    preset: str | None = None, select: Sequence[str] = (), ignore: Sequence[str] = (), extend_select: Sequence[str] = ()
) -> Layer:
    """Return the settings that a command was given.

    Raises:
        RunError: there is no such preset, or no such rule.
    """

    def tell(key: tuple[str, ...], problem: str) -> None:
        raise RunError(problem)

    lists = {"select": select, "ignore": ignore, "extend-select": extend_select}
    given = {"preset": preset, **{key: list(value) for key, value in lists.items()}}
    return read_layer(given, COMMAND_LINE, tell)


class DraftSettings:
    """Which settings hold for which draft."""

    def __init__(self, over: Layer, file: Path | None = None, *, isolated: bool = False) -> None:
        """Lay ``over`` over the configuration of each draft: ``file``, else the nearest; none if ``isolated``.

        Raises:
            RunError: ``file`` cannot be read or followed.
        """
        self._resolver = Resolver()
        self._over = over
        self._file = file
        self._isolated = isolated
        if file is not None:
            try:
                self._resolver.layers(file)
            except ConfigurationError as error:
                raise RunError(str(problem_of(error))) from None

    def of(self, path: str) -> Settings:
        """Return the settings for the draft that is called ``path``; see `configuration` for what it raises."""
        return self.configuration(path).settings_for(absolute(path))

    def configuration(self, path: str | Path) -> Configuration:
        """Return the configuration of the draft that is called ``path``.

        Raises:
            ConfigurationError: a file that has a say in it cannot be read or followed.
        """
        return self._resolver.configuration(absolute(path), self._over, self._file, isolated=self._isolated)

    def baseline(self, path: str | Path) -> Path | None:
        """Return the baseline of the draft that is called ``path``; see `configuration` for what it raises."""
        return self.configuration(path).baseline

    def baseline_here(self) -> Path | None:
        """Return the baseline that the configuration of the current folder names, to be written.

        Raises:
            RunError: that cannot be followed, or names a file elsewhere: a configuration shall overwrite nothing.
        """
        try:
            found = self.baseline("-")
            file, line = self.configuration("-").baseline_place
        except ConfigurationError as error:
            raise RunError(str(problem_of(error))) from None
        if found is not None and file is not None and not found.is_relative_to(file.parent):
            why = f"baseline: {found} is outside of this folder; name it with --output-file to have it written"
            raise RunError(str(problem_of(ConfigurationError(file, line, why))))
        return found

    def excludes(self, path: Path, folder: bool) -> bool:
        """Say whether ``path``, found in a folder, is passed over; a configuration that is broken passes over nothing.

        The drafts themselves will tell that it is.
        """
        try:
            return self.configuration(path).excludes(absolute(path), folder=folder)
        except ConfigurationError:
            return False


def problem_of(error: ConfigurationError) -> Problem:
    """Return what is wrong with a configuration file as a run tells it, the file as seen from the current folder."""
    inside = error.file.is_relative_to(Path.cwd())
    return Problem(os.path.relpath(error.file) if inside else str(error.file), error.problem, error.line)
