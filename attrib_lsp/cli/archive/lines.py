"""JSON Lines of any length, by the bytes: where parts begin, and the rows of one part."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from attrib_lsp.cli.archive.columns import Columns
from attrib_lsp.cli.archive.parts import LARGEST, Part
from attrib_lsp.cli.archive.rows import ArchiveRow, Rejected, row_of
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.rows import RowError, members_of
from attrib_lsp.text.decoding import UndecodableError, decode, refuse_rows

#: Bytes of the longest line that is read: a longer one is no story, and is never in memory as a whole.
LONGEST_LINE = 16_000_000
#: Rows that are looked at for the names of columns.
LOOKED_AT = 100
#: Bytes of a part's digest.
DIGEST = 16


class Line(NamedTuple):
    """A line: its bytes with the line's end, or a piece of one that is too long (then ``whole`` is false)."""

    raw: bytes
    whole: bool
    ends: bool


def _lines(file: BinaryIO, left: int = -1) -> Iterator[Line]:
    """Yield the lines of the next ``left`` bytes (-1: all) of a file; one that is too long comes in pieces."""
    inside = False
    while left and (raw := file.readline(LONGEST_LINE if left < 0 else min(left, LONGEST_LINE))):
        left -= len(raw) if left > 0 else 0
        ends = raw.endswith(b"\n") or len(raw) < LONGEST_LINE
        yield Line(raw, ends and not inside, ends)
        inside = not ends
    if inside:  # the file ended where a piece did
        yield Line(b"", False, True)


def scan(file: str, path: Path, rows_a_part: int) -> Iterator[Part]:
    """Yield the parts of a file, numbered from zero. Empty lines are no rows."""
    number = start = at = rows = 0
    first = line = 1
    part, blank = blake2b(digest_size=DIGEST), True
    with path.open("rb") as lines:
        for raw, whole, ends in _lines(lines):
            part.update(raw)
            at += len(raw)
            blank = blank and whole and raw.isspace()
            if not ends:
                continue
            rows += not blank
            line, blank = line + 1, True
            if rows >= rows_a_part or at - start >= LARGEST:
                yield Part(number, file, str(path), start, at, first, rows, at - start, part.hexdigest())
                number, start, rows, first = number + 1, at, 0, line
                part = blake2b(digest_size=DIGEST)
    if at > start:
        rows += not blank
        yield Part(number, file, str(path), start, at, first, rows, at - start, part.hexdigest())


def present(file: str, path: Path) -> list[str]:
    """Return the names of the columns in the first rows of a file, in their order.

    Raises:
        RunError: it is no JSON Lines at all.
    """
    names: dict[str, None] = {}
    with path.open("rb") as lines:
        try:
            refuse_rows(lines.read(8))
        except UndecodableError as error:
            raise RunError(f"{file}: {error}") from None
        lines.seek(0)
        for line in islice(_lines(lines), LOOKED_AT):
            with suppress(RowError, UndecodableError):
                names.update(dict.fromkeys(members_of(decode(line.raw))))
    return list(names)


def read(part: Part, columns: Columns) -> Iterator[ArchiveRow | Rejected]:
    """Yield the rows of a part.

    Raises:
        RunError: the file has changed since the parts were laid out.
        OSError: it cannot be read.
    """
    hasher = blake2b(digest_size=DIGEST)
    number = part.first_row
    with Path(part.path).open("rb") as file:
        file.seek(part.start)
        for line in _lines(file, part.end - part.start):
            hasher.update(line.raw)
            if line.whole and not line.raw.isspace():
                yield _row(part.file, number, line.raw, columns)
            elif line.ends and not line.whole:
                yield Rejected(part.file, number, f"too long for one row: more than {LONGEST_LINE:,} bytes")
            number += line.ends
    if hasher.hexdigest() != part.digest:
        raise RunError(f"{part.file} has changed since this run began; begin anew with --fresh")


def _row(file: str, number: int, raw: bytes, columns: Columns) -> ArchiveRow | Rejected:
    """Return the story in a line, or why there is none."""
    try:
        return row_of(file, number, members_of(decode(raw.rstrip(b"\r\n"))), columns)
    except (RowError, UndecodableError) as error:
        return Rejected(file, number, str(error))
