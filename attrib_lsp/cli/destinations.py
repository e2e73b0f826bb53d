"""Where reports go, and in which formats: ``--output-format text --output-format sarif:report.sarif``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from attrib_lsp.cli.errors import RunError


@dataclass(frozen=True, slots=True)
class Destination:
    """A format, and the file that a report goes to in it; None is the screen."""

    format: str
    file: Path | None = None


def reader(
    formats: Sequence[str],
) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[Destination, ...]]:
    """Return what reads the values of an option: each ``FORMAT``, or ``FORMAT:FILE``, with one of ``formats``.

    It raises click.BadParameter where there is no such format, or no file behind the colon.
    """

    def read(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[Destination, ...]:
        return tuple(_destination(value, formats, context, parameter) for value in given)

    return read


def _destination(value: str, formats: Sequence[str], context: click.Context, parameter: click.Parameter) -> Destination:
    """Return what one value means."""
    name, colon, file = value.partition(":")
    if name not in formats:
        raise click.BadParameter(f"{name!r} is not one of {', '.join(formats)}", context, parameter)
    if colon and not file:
        raise click.BadParameter(f"name the file behind the colon: {name}:report.{name}", context, parameter)
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
