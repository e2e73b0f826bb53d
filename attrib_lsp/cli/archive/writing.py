"""How the results of a part come to lie in the folder: whole tables, and at last the note that the part is done."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from attrib_lsp.cli.archive.folder import DONE, TABLES, read_json, whole, write_json
from attrib_lsp.cli.archive.parts import Part
from attrib_lsp.reports.archive.rows import Tables
from attrib_lsp.reports.archive.schemas import schema


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows each table of a part has; ``by`` is the process that did it."""

    stories: int = 0
    findings: int = 0
    sources: int = 0
    attributions: int = 0
    rejected: int = 0
    by: int = field(default=0, compare=False)

    @property
    def rows(self) -> int:
        """How many rows of the archive that were."""
        return self.stories + self.rejected

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both together."""
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in TABLES})


def write(out: Path, part: Part, key: str, tables: Tables) -> Counts:
    """Write the tables of a part, then the note that it is done.

    Raises:
        OSError: they cannot be written.
        ValueError: the part has more or fewer rows than it was laid out with.
    """
    counts = Counts(**{name: len(tables[name]) for name in TABLES}, by=os.getpid())
    if counts.rows != part.rows:
        raise ValueError(f"{part.label}: {counts.rows} rows were read where {part.rows} were laid out")
    for name in TABLES:
        with whole(out / name / f"{part.name}.parquet") as place:
            pq.write_table(pa.Table.from_pylist(tables[name], schema(name)), place, compression="zstd")
    write_json(out / DONE / f"{part.name}.json", {"key": key, **asdict(counts)})
    return counts


def done(out: Path, part: Part, key: str) -> Counts | None:
    """Return what came of a part if it is done under the plan of that ``key``."""
    kept = read_json(out / DONE / f"{part.name}.json")
    try:
        return Counts(**kept) if kept is not None and kept.pop("key", None) == key else None
    except TypeError:
        return None
