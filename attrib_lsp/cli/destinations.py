"""Where reports go, and in which formats: ``--output-format text --output-format sarif:report.sarif``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from attrib_lsp.cli.errors import RunError


@dataclass(frozen=True, slots=True)
class Destination:
    """A format, and the file that a report goes to in it; None is the screen."""

    format: str
    file: Path | None = None


class Format(click.ParamType[Destination]):
    """The value of an option: ``FORMAT``, or ``FORMAT:FILE``."""

    name = "format"

    def __init__(self, formats: Sequence[str]) -> None:
        """Know ``formats``."""
        self._formats = tuple(formats)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what help shows."""
        return "FORMAT[:FILE]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Destination:
        """Return what ``value`` means.

        Raises:
            click.BadParameter: there is no such format, or no file behind the colon.
        """
        if isinstance(value, Destination):
            return value
        name, colon, file = str(value).partition(":")
        if name not in self._formats:
            self.fail(f"{name!r} is not one of {', '.join(self._formats)}", param, ctx)
        if colon and not file:
            self.fail(f"name the file behind the colon: {name}:report.{name}", param, ctx)
        return Destination(name, Path(file) if file else None)


def destinations(given: Sequence[Destination], file: Path | None) -> tuple[Destination, ...]:
    """Return where reports go: one in the format that has no file of its own goes to ``file``, or to the screen.

    Raises:
        RunError: several formats would go to one place, or none to ``file``.
    """
    bare = [one for one in given if one.file is None]
    if len(bare) > 1:
        names = " and ".join(one.format for one in bare[:2])
        raise RunError(f"{names} would both go to {file or 'the screen'}; give one a file: {bare[1].format}:FILE")
    if file is not None and not bare:
        raise RunError(f"--output-file {file}: every --output-format has a file already; give one without")
    found = tuple(Destination(one.format, file) if one.file is None else one for one in given)
    places = [os.path.realpath(one.file) for one in found if one.file is not None]
    for one in found:
        if one.file is not None and places.count(os.path.realpath(one.file)) > 1:
            raise RunError(f"{one.file}: two reports would go to this file; give each its own")
    return found
