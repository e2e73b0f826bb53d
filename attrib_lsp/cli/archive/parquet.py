"""Parquet files: where parts begin, and the rows of one part. Only the columns that are needed are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from attrib_lsp.cli.archive.columns import Columns
from attrib_lsp.cli.archive.parts import LARGEST, Part
from attrib_lsp.cli.archive.rows import ArchiveRow, Rejected, row_of
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.rows import RowError

#: Rows that are unpacked at once: a part may begin in mid-group, and what stands before it is only passed over.
BATCH = 64
#: Bytes that are read from the disk at once.
BUFFER = 1 << 20


def _opened(file: str, path: Path) -> pq.ParquetFile:
    """Open a file.

    Raises:
        RunError: it is no Parquet.
    """
    try:
        # Without the buffers beforehand, a row group of gigabytes is never in memory as a whole.
        return pq.ParquetFile(path, buffer_size=BUFFER, pre_buffer=False)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise RunError(f"{file}: cannot be read as Parquet ({' '.join(str(error).split())})") from None


def scan(file: str, path: Path, rows_a_part: int) -> Iterator[Part]:
    """Yield the parts of a file, numbered from zero; each lies in one row group."""
    with _opened(file, path) as opened:
        number = before = 0
        for group in range(opened.metadata.num_row_groups):
            held = opened.metadata.row_group(group)
            size = max(1, held.total_byte_size // max(1, held.num_rows))
            step = max(1, min(rows_a_part, LARGEST // size))
            for start in range(0, held.num_rows, step):
                rows = min(step, held.num_rows - start)
                first = before + start
                yield Part(number, file, str(path), first, first + rows, first + 1, rows, rows * size)
                number += 1
            before += held.num_rows


def present(file: str, path: Path) -> list[str]:
    """Return the names of the columns of a file, in their order.

    Raises:
        RunError: it is no Parquet.
    """
    with _opened(file, path) as opened:
        return list(opened.schema_arrow.names)


def read(part: Part, columns: Columns) -> Iterator[ArchiveRow | Rejected]:
    """Yield the rows of a part, which lies in one row group.

    Raises:
        RunError: the file has changed since the parts were laid out.
        OSError: it cannot be read.
    """
    with _opened(part.file, Path(part.path)) as opened:
        group, begin = _group(opened, part)
        at = begin
        for batch in opened.iter_batches(BATCH, row_groups=[group], columns=columns.names, use_threads=False):
            for number in range(max(0, part.start - at), min(batch.num_rows, part.end - at)):
                yield _row(part.file, at + number + 1, batch, number, columns)
            at += batch.num_rows
            if at >= part.end:
                return


def _group(opened: pq.ParquetFile, part: Part) -> tuple[int, int]:
    """Return the row group that a part lies in, and the number of its first row."""
    begin = 0
    for group in range(opened.metadata.num_row_groups):
        end = begin + opened.metadata.row_group(group).num_rows
        if begin <= part.start and part.end <= end:
            return group, begin
        begin = end
    raise RunError(f"{part.file} has changed since this run began; begin anew with --fresh")


def _row(file: str, row: int, batch: pa.RecordBatch, number: int, columns: Columns) -> ArchiveRow | Rejected:
    """Return the story in a row of a batch, or why there is none."""
    values: dict[str, Any] = {}
    try:
        for name in columns.names:
            values[name] = batch.column(batch.schema.get_field_index(name))[number].as_py()
        return row_of(file, row, values, columns)
    except UnicodeDecodeError:
        return Rejected(file, row, "the words of this row are not UTF-8")
    except (ValueError, OverflowError) as error:  # a date beyond the year 9999, say
        return Rejected(file, row, str(error) if isinstance(error, RowError) else f"a value cannot be read ({error})")
