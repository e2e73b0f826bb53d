"""What a worker does: one part of an archive, from its rows to its files of results."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from attrib_lsp.cli.archive import lines
from attrib_lsp.cli.archive.columns import Columns
from attrib_lsp.cli.archive.edition import edition
from attrib_lsp.cli.archive.folder import PLAN, read_json
from attrib_lsp.cli.archive.parts import Part, is_parquet
from attrib_lsp.cli.archive.rows import ArchiveRow, Rejected
from attrib_lsp.cli.archive.writing import Counts, write
from attrib_lsp.cli.errors import RunError, fault, reason
from attrib_lsp.cli.rows import RowError
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import Settings
from attrib_lsp.reports.archive.rows import Tables, rows_of
from attrib_lsp.text.length import MOST_WORDS, words_in

#: Rows, and code points of theirs, that are read together at most.
TOGETHER, LONGEST = 16, 10_000


@dataclass(frozen=True, slots=True)
class Job:
    """A part to do, and all that its worker must know. ``out`` is the folder of the results, ``key`` the plan's."""

    part: Part
    columns: Columns
    settings: Settings
    out: str
    key: str
    edition: str


@dataclass(frozen=True, slots=True)
class Done:
    """A part that is done, and what came of it."""

    part: Part
    counts: Counts


@dataclass(frozen=True, slots=True)
class Failed:
    """A part that could not be done, and why; where it is ``hopeless``, the others would fare no better."""

    part: Part
    why: str
    hopeless: bool = False


def attempt(job: Job) -> Done | Failed:
    """Do a part and keep what came of it. Nothing is raised: not every exception survives the way to another machine.

    Done again, or by two workers at once, it writes the same files.
    """
    try:
        _hold_against(job)
        with _lock:  # one thread at a time may use the pipeline, and two would gain nothing
            tables = _tables(job)
            return Done(job.part, write(Path(job.out), job.part, job.key, tables))
    except RunError as error:
        return Failed(job.part, str(error), hopeless=True)
    except OSError as error:
        return Failed(job.part, f"{error.filename or job.part.file}: {reason(error)}")
    except Exception as error:
        return Failed(job.part, fault(error))


_lock = threading.Lock()


def _hold_against(job: Job) -> None:
    """See that this worker is what the run believes.

    Raises:
        RunError: it has another version of attrib-lsp, cannot see the folder of the results, or the run was given up.
    """
    if edition() != job.edition:
        raise RunError("a worker has another version of attrib-lsp, of spaCy or of onnxruntime than this machine")
    kept = read_json(Path(job.out, PLAN))
    if kept is None:
        raise RunError(f"{job.out}: a worker does not find the run here; is this folder shared by all machines?")
    if kept.get("key") != job.key:
        raise RunError(f"{job.out}: another run has begun in this folder")


def _tables(job: Job) -> Tables:
    """Return what is to be written of a part."""
    found: Tables = {"stories": [], "findings": [], "sources": [], "attributions": [], "rejected": []}
    for together in _together(_read(job)):
        _read_ahead(together, job.settings)
        for row in together:
            for table, rows in _looked_into(row, job.settings).items():
                found[table] += rows
    return found


def _read(job: Job) -> Iterator[ArchiveRow | Rejected]:
    """Yield the rows of a part."""
    if is_parquet(job.part.path):
        from attrib_lsp.cli.archive import parquet

        return parquet.read(job.part, job.columns)
    return lines.read(job.part, job.columns)


def _together(rows: Iterator[ArchiveRow | Rejected]) -> Iterator[list[ArchiveRow | Rejected]]:
    """Yield a few rows at a time, in their order."""
    batch: list[ArchiveRow | Rejected] = []
    length = 0
    for row in rows:
        batch.append(row)
        length += len(row.text) if isinstance(row, ArchiveRow) else 0
        if len(batch) >= TOGETHER or length >= LONGEST:
            yield batch
            batch, length = [], 0
    yield batch


def _read_ahead(rows: list[ArchiveRow | Rejected], settings: Settings) -> None:
    """Read several short stories at once; what is wrong with one of them shows when its turn comes."""
    with suppress(Exception):
        stories = (row.story for row in rows if isinstance(row, ArchiveRow))
        _linter().read_ahead(stories, changes=settings.words)


def _looked_into(row: ArchiveRow | Rejected, settings: Settings) -> Tables:
    """Return the rows of each table for a row of the archive."""
    if isinstance(row, ArchiveRow):
        try:
            if (length := words_in(row.story)) > MOST_WORDS:
                raise RowError(f"{length:,} words are too long for one story ({MOST_WORDS:,} at most)")
            graph = _linter().analyse(row.story, changes=settings.words)
            return rows_of(row.article, graph, _linter().lint(graph, settings))
        except RowError as error:
            row = Rejected(row.article.file, row.article.row, str(error))
        except RunError:
            raise
        except Exception as error:
            row = Rejected(row.article.file, row.article.row, f"could not be checked: {fault(error)}")
    return {"rejected": [{"file": row.file, "row": row.row, "reason": row.reason}]}


@cache
def _linter() -> Linter:
    """Return the linter of this process, which loads the pipeline once."""
    # A worker on a cluster is one of many on its machine: with a thread for each processor, all would wait for all.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from attrib_lsp.cli.run import load_pipeline

    return Linter(load_pipeline)
