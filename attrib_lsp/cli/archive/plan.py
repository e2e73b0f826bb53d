"""What a run is to do: which files, with which columns and settings, in which parts. It is kept beside the results.

A run goes on where an earlier one stopped only if all that has a say in the results is the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from attrib_lsp.cli.archive import lines
from attrib_lsp.cli.archive.columns import Columns, columns_of
from attrib_lsp.cli.archive.folder import PARTS, PLAN, read_json, whole, write_json
from attrib_lsp.cli.archive.inputs import readable
from attrib_lsp.cli.archive.parts import Part, Source, is_parquet
from attrib_lsp.cli.errors import RunError, reason

#: The number of the layout of what is kept; it changes with that.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for, as far as it has a say in the results.

    ``columns`` are the names given, by part of a story; ``settings`` has a key for each of ``files``; ``edition`` tells
    this installation from others.
    """

    files: tuple[str, ...]
    columns: Mapping[str, str]
    settings: tuple[str, ...]
    rows_a_part: int
    edition: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The files as they were found; how many parts, rows and bytes in all. ``key`` tells this plan from others."""

    key: str
    wish: Wish
    sources: tuple[Source, ...]
    parts: int
    rows: int
    size: int


def laid_out(wish: Wish, out: Path, tell: Callable[[str], None]) -> Plan:
    """Return the plan for ``wish``: the one that lies in ``out`` if it still holds, else a new one.

    ``tell`` is called with what is worth saying of a new one's files.

    Raises:
        RunError: the one that lies there is for something else; a file cannot be read.
    """
    kept = read_json(out / PLAN)
    if kept is None:
        return _new(wish, out, tell)
    plan = _read(kept, out)
    if different := _difference(plan, wish):
        raise RunError(f"{out} holds the results of another run: {different}; name a new folder, or begin with --fresh")
    return plan


def _read(kept: dict[str, Any], out: Path) -> Plan:
    """Return the plan that was kept."""
    try:
        if kept.pop("format") != FORMAT:
            raise ValueError
        wish = kept.pop("wish")
        wish |= {name: tuple(wish[name]) for name in ("files", "settings")}
        sources = tuple(Source(columns=Columns(**one.pop("columns")), **one) for one in kept.pop("sources"))
        return Plan(wish=Wish(**wish), sources=sources, **kept)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise RunError(
            f"{out / PLAN}: not of this version of attrib-lsp; name a new folder, or begin with --fresh"
        ) from None


def _difference(plan: Plan, wish: Wish) -> str | None:
    """Return what sets a wish apart from what a plan was made for, in words."""
    if plan.wish.files != wish.files:
        return f"its files are {_few(plan.wish.files)}, not {_few(wish.files)}"
    changed = next((source.file for source in plan.sources if not _unchanged(source)), None)
    if changed is not None:
        return f"{changed} has changed since"
    if dict(plan.wish.columns) != dict(wish.columns):
        return "other columns were named"
    if plan.wish.settings != wish.settings:
        return "other settings hold now (rules, preset or configuration file)"
    if plan.wish.rows_a_part != wish.rows_a_part:
        return f"its parts have --part-rows {plan.wish.rows_a_part}"
    return "another version of attrib-lsp or of its libraries made it" if plan.wish.edition != wish.edition else None


def _few(files: Sequence[str]) -> str:
    """Return the first of several names, and how many more there are."""
    return files[0] if len(files) == 1 else f"{files[0]} and {len(files) - 1} more"


def _unchanged(source: Source) -> bool:
    """Say whether a file is what it was; only one whose time has changed is read again."""
    path = Path(source.file)
    try:
        status = path.stat()
        if (status.st_size, status.st_mtime_ns) == (source.size, source.modified):
            return True
        return status.st_size == source.size and _digest(path) == source.digest
    except OSError as error:
        raise RunError(f"{source.file}: cannot be read: {reason(error)}") from None


def _digest(path: Path) -> str:
    """Return what tells the contents of a file from others."""
    hasher = blake2b(digest_size=32)
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            hasher.update(piece)
    return hasher.hexdigest()


def _new(wish: Wish, out: Path, tell: Callable[[str], None]) -> Plan:
    """Lay the work out anew, and keep the plan; the parts go to a file of their own, so that any number may be."""
    sources: list[Source] = []
    parts = size = 0
    with whole(out / PARTS) as place, place.open("w", encoding="utf-8") as written:
        for number, file in enumerate(wish.files):
            rows = 0
            try:
                status = Path(file).stat()
                path = readable(file, number, out)
                columns = _columns(file, path, wish.columns)
                tell(f"{file}: {columns}")
                for part in _scan(file, path, wish.rows_a_part):
                    written.write(replace(part, number=parts).written())
                    parts, rows, size = parts + 1, rows + part.rows, size + part.size
                digest = _digest(Path(file))
            except OSError as error:
                raise RunError(f"{file}: cannot be read: {reason(error)}") from None
            sources.append(Source(file, str(path), status.st_size, status.st_mtime_ns, rows, digest, columns))
    asked = json.dumps([FORMAT, asdict(wish), [asdict(source) for source in sources]], sort_keys=True)
    key = blake2b(asked.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    plan = Plan(key, wish, tuple(sources), parts, sum(source.rows for source in sources), size)
    write_json(out / PLAN, {"format": FORMAT, **asdict(plan)})
    return plan


def _columns(file: str, path: Path, asked: Mapping[str, str]) -> Columns:
    """Return which columns of a file hold what."""
    if is_parquet(file):
        from attrib_lsp.cli.archive import parquet

        return columns_of(file, parquet.present(file, path), asked)
    return columns_of(file, lines.present(file, path), asked)


def _scan(file: str, path: Path, rows_a_part: int) -> Iterator[Part]:
    """Yield the parts of a file."""
    if is_parquet(file):
        from attrib_lsp.cli.archive import parquet

        return parquet.scan(file, path, rows_a_part)
    return lines.scan(file, path, rows_a_part)


def parts_of(out: Path) -> Iterator[Part]:
    """Yield the parts of the plan in ``out``, in their order; one at a time is in memory."""
    with (out / PARTS).open(encoding="utf-8") as written:
        yield from map(Part.read, written)
