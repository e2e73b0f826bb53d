"""The files of an archive, as the command's arguments name them."""

from __future__ import annotations

import gzip
import os
import shutil
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrib_lsp.cli.archive.folder import UNPACKED, whole
from attrib_lsp.cli.archive.parts import is_parquet
from attrib_lsp.cli.errors import RunError, reason

#: How the names of files with rows end, of JSON Lines and Parquet.
ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".parquet", ".pq")


def files_of(given: Sequence[str], out: Path) -> list[str]:
    """Return the files that paths mean, each once: a folder means all files with rows in it, but those in ``out``.

    Raises:
        RunError: a path leads nowhere, a folder holds no such file, or a file is of another kind.
    """
    found: dict[str, str] = {}
    for path in given:
        if Path(path).is_dir():
            below = [str(one) for one in sorted(_below(Path(path), out))]
            if not below:
                raise RunError(f"{path}: no archive here ({', '.join(ENDINGS)})")
        elif not Path(path).exists():
            raise RunError(f"{path}: no such file or folder; check the spelling and the folder")
        elif not path.lower().endswith(ENDINGS):
            raise RunError(f"{path}: an archive is JSON Lines or Parquet ({', '.join(ENDINGS)}), by its name")
        else:
            below = [path]
        for one in below:
            found.setdefault(os.path.realpath(one), one)
    return list(found.values())


def _below(folder: Path, out: Path) -> Iterator[Path]:
    """Yield the files with rows in a folder and in those below it, hidden ones left out."""
    for place, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".") and not _same(Path(place, name), out)]
        yield from (Path(place, name) for name in names if name.lower().endswith(ENDINGS) and not name.startswith("."))


def _same(path: Path, other: Path) -> bool:
    """Say whether both are one place."""
    return os.path.realpath(path) == os.path.realpath(other)


def readable(file: str, number: int, out: Path) -> Path:
    """Return where the rows of a file can be read from any point on: a packed one is unpacked into ``out``.

    Raises:
        RunError: it cannot be read or unpacked.
    """
    path = Path(os.path.realpath(file))
    if is_parquet(path) or path.suffix.lower() != ".gz":
        return path
    place = out.resolve() / UNPACKED / f"{number:06}.jsonl"
    try:
        place.parent.mkdir(exist_ok=True)
        with whole(place) as begun, gzip.open(path, "rb") as packed, begun.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked, 1 << 20)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise RunError(f"{file}: this is no whole gzip file; fetch it again") from None
    except OSError as error:
        raise RunError(f"{file}: cannot be unpacked into {place.parent}: {reason(error)}") from None
    return place
