"""The findings that the baselines of configurations hold as accepted: an editor shows none of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from attrib_lsp.linter.baseline import Baseline, BaselineError, Known, file_name, fresh, read_baseline
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.passages import Passages


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a baseline, the ``file``, holds of one document; nothing where no file is named."""

    file: Path | None = None
    known: Counter[Known] = field(default_factory=Counter)

    def without(self, findings: tuple[LocatedFinding, ...], passages: Passages) -> tuple[LocatedFinding, ...]:
        """Return ``findings`` that are not accepted; ``passages`` are the sentences of their document."""
        keys = [(finding.code, passages.around(finding).digest) for finding in findings]
        return tuple(findings[number] for number in fresh(self.known, keys))


@dataclass(slots=True)
class _Read:
    """A baseline as it was read when its file had this stamp; one that is broken holds what it held before."""

    stamp: tuple[int, int] | None
    baseline: Baseline
    problem: str | None = None


class Baselines:
    """Reads baselines, each again only when its file has changed. One thread at a time may use it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._read: dict[Path, _Read] = {}

    def of(self, file: Path, draft: Path) -> tuple[Accepted, str | None]:
        """Return what the baseline ``file`` holds of ``draft``, and what is wrong with it, if anything is."""
        stamp, known = _stamp(file), self._read.get(file)
        if known is None or known.stamp != stamp:
            before = Baseline() if known is None else known.baseline
            try:
                known = _Read(stamp, read_baseline(file))
            except BaselineError as error:
                known = _Read(stamp, before, str(error))
            self._read[file] = known
        return Accepted(file, known.baseline.files.get(file_name(file, draft), Counter())), known.problem


def _stamp(file: Path) -> tuple[int, int] | None:
    """Return what changes when ``file`` does; None if there is none, or nobody may look."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
