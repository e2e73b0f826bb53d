"""Results on disk: one SQLite file that several processes may use at once, bounded, and never in anybody's way.

Whatever goes wrong with the file (a full or read-only disk, a lock that is not let go), the run goes on without it; a
file that is broken is thrown away.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from attrib_lsp.cli.results.folder import NAME, prepared, removed
from attrib_lsp.cli.results.sealing import name_of, opened, sealed

_T = TypeVar("_T")

#: Bytes that the file may take up; beyond that the results longest unused go.
LIMIT = 256 * 1024**2
#: Results, and seconds, that are gathered before they are written.
BATCH, DELAY = 200, 2.0
#: Seconds to wait for another process that writes.
PATIENCE = 5.0
_DAY = 86_400

_TABLE = "CREATE TABLE IF NOT EXISTS results (name BLOB PRIMARY KEY, used INTEGER, value BLOB) WITHOUT ROWID"
_OLDEST = "DELETE FROM results WHERE name IN (SELECT name FROM results ORDER BY used LIMIT ?)"


class Results:
    """The results in ``folder``. One thread at a time may use it. The file is opened when first asked for."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        """Remember where, and how many bytes there may be; nothing is touched yet."""
        self._folder = folder
        self._limit = limit
        self._file: sqlite3.Connection | None = None
        self._off = False
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._written = time.monotonic()

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under ``key``; None if there is nothing, or nothing whole."""
        name = name_of(key)
        kept = self._new.get(name) or self._tried(lambda file: self._looked_up(file, name))
        if kept is None:
            return None
        try:
            return opened(key, kept)
        except ValueError:
            return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep ``value`` under ``key``, on disk soon."""
        if self._off:
            return
        self._new[name_of(key)] = sealed(key, value)
        if len(self._new) >= BATCH or time.monotonic() - self._written > DELAY:
            self.flush()

    def flush(self) -> None:
        """Write what has been gathered."""
        if self._new or self._used:
            self._tried(self._write)
        self._new.clear()
        self._used.clear()
        self._written = time.monotonic()

    def close(self) -> None:
        """Write what has been gathered, and let the file go; asked again, it is opened again."""
        self.flush()
        self._let_go()

    def _looked_up(self, file: sqlite3.Connection, name: bytes) -> bytes | None:
        """Return what is kept under ``name``, and see to it that it counts as used."""
        row = file.execute("SELECT used, value FROM results WHERE name = ?", (name,)).fetchone()
        if row is None:
            return None
        used, value = row
        if not isinstance(value, bytes):
            return None
        if not isinstance(used, int) or used < _today():
            self._used.add(name)
        return value

    def _write(self, file: sqlite3.Connection) -> None:
        """Write what has been gathered, in one go, and make room."""
        file.execute("BEGIN IMMEDIATE")
        file.executemany("UPDATE results SET used = ? WHERE name = ?", ((_today(), name) for name in self._used))
        file.executemany(
            "REPLACE INTO results VALUES (?, ?, ?)", ((name, _today(), value) for name, value in self._new.items())
        )
        while _bytes(file) > self._limit:
            count = _number(file, "SELECT count(*) FROM results")
            if not count:
                break
            file.execute(_OLDEST, (count // 4 + 1,))
        file.execute("COMMIT")

    def _tried(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """Return what ``work`` makes of the file; None where that fails, and then the file is left alone."""
        for _ in range(2):
            if self._off:
                return None
            try:
                self._file = self._file or _opened(self._folder)
                return work(self._file)
            except sqlite3.OperationalError:
                self._off = True
            except sqlite3.DatabaseError:  # it is broken
                self._let_go()
                self._off = not removed(self._folder / NAME)
            except (OSError, sqlite3.Error):
                self._off = True
            if self._off:
                self._let_go()
        self._off = True
        return None

    def _let_go(self) -> None:
        """Close the file."""
        if self._file is not None:
            with contextlib.suppress(sqlite3.Error):
                self._file.close()
        self._file = None


def _opened(folder: Path) -> sqlite3.Connection:
    """Open the file in ``folder``."""
    file = sqlite3.connect(prepared(folder), timeout=PATIENCE, isolation_level=None)
    try:
        file.execute("PRAGMA synchronous = OFF")  # what a power cut breaks is found again
        if not _number(file, "SELECT count(*) FROM sqlite_master"):
            file.execute(_TABLE)
    except sqlite3.Error:
        file.close()
        raise
    return file


def _bytes(file: sqlite3.Connection) -> int:
    """Return how many bytes are in use."""
    pages = _number(file, "PRAGMA page_count") - _number(file, "PRAGMA freelist_count")
    return pages * _number(file, "PRAGMA page_size")


def _number(file: sqlite3.Connection, query: str) -> int:
    """Return the number that ``query`` asks for."""
    (number,) = file.execute(query).fetchone()
    return int(number)


def _today() -> int:
    """Return the number of the day."""
    return int(time.time()) // _DAY
