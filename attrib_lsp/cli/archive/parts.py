"""The parts that an archive is worked on in: each is some rows of one file, done as a whole or not at all."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from attrib_lsp.cli.archive.columns import Columns

#: Bytes of rows in a part at most, but for a single row that is longer: so much is in memory at once.
LARGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a file: ``start`` to ``end`` (half-open) are bytes of JSON Lines, numbers of rows of Parquet.

    ``file`` is what the user calls it, ``path`` where it lies; ``first_row`` (from one) is that of the first row, of
    ``rows``; ``size`` is about how many bytes they are. ``digest`` tells the bytes of JSON Lines from others.
    """

    number: int
    file: str
    path: str
    start: int
    end: int
    first_row: int
    rows: int
    size: int
    digest: str = ""

    @property
    def name(self) -> str:
        """What its results are called."""
        return f"part-{self.number:06}"

    @property
    def label(self) -> str:
        """What it is called to people."""
        return f"{self.file}, rows from {self.first_row:,} on"

    def written(self) -> str:
        """Return it as a line of JSON."""
        return json.dumps(asdict(self)) + "\n"

    @classmethod
    def read(cls, line: str) -> Part:
        """Return the part in a line of JSON.

        Raises:
            ValueError: it holds none.
        """
        try:
            return cls(**json.loads(line))
        except TypeError as error:
            raise ValueError("not a part") from error


@dataclass(frozen=True, slots=True)
class Source:
    """A file of an archive as it was found when the work was laid out.

    ``path`` is where its rows are read; for a file that was packed, that is an unpacked copy. ``digest`` tells what it
    holds from anything else.
    """

    file: str
    path: str
    size: int
    modified: int
    rows: int
    digest: str
    columns: Columns

    @property
    def is_parquet(self) -> bool:
        """Whether it is Parquet, by its name."""
        return is_parquet(self.file)


def is_parquet(file: str | Path) -> bool:
    """Say whether a file is Parquet, by its name."""
    return Path(file).suffix.lower() in (".parquet", ".pq")
