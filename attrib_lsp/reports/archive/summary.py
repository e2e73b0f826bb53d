"""What an archive comes to: counts over all its tables, read a part at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from attrib_lsp.reports.archive.leading import Leading

#: Publishers and sources that are told of by name.
PUBLISHERS, QUOTED = 20, 25

#: What is added up of stories.
MEASURES = ("words", "findings", "sources", "unnamed", "statements", "unnamed_statements")
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Stories taken together: all of the archive, of a publisher or of a month (then that is its ``name``)."""

    name: str = ""
    stories: int = 0
    words: int = 0
    findings: int = 0
    sources: int = 0
    unnamed: int = 0
    statements: int = 0
    unnamed_statements: int = 0

    @property
    def rate(self) -> float:
        """Findings for every 1,000 words."""
        return 1000 * self.findings / self.words if self.words else 0.0

    @property
    def unnamed_share(self) -> float:
        """How many per cent of the sources are unnamed."""
        return 100 * self.unnamed / self.sources if self.sources else 0.0


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule spoke up, in how many stories."""

    code: str
    name: str
    findings: int
    stories: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """How often a source is said to say something, in quotation marks or not, and in how many stories."""

    name: str
    kind: str
    statements: int
    quotes: int
    stories: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What is told of an archive. Lists begin with the most frequent, months with the earliest."""

    total: Sum
    rejected: int
    undated: int
    not_english: int
    first: date | None
    last: date | None
    rules: tuple[RuleCount, ...] = ()
    publishers: tuple[Sum, ...] = ()
    months: tuple[Sum, ...] = ()
    quoted: tuple[Quoted, ...] = ()


@dataclass
class _Sums:
    """Sums by key."""

    by: dict[Key, Counter[str]] = field(default_factory=dict)

    def add(self, key: Key, values: dict[str, int]) -> None:
        """Add to what a key has."""
        self.by.setdefault(key, Counter()).update(values)


def summarised(out: Path) -> Summary:
    """Return what the tables in ``out`` come to.

    One part is in memory at a time; of publishers and sources, however many there are, the most frequent are kept.
    """
    total, months, undated, foreign, days = Counter[str](), _Sums(), 0, 0, list[date]()
    publishers: Leading[Key] = Leading()
    for table in _parts(out, "stories", ("publisher", "date", "english", *MEASURES)):
        total.update(_added(table))
        undated += table["date"].null_count
        foreign += len(table) - (pc.sum(table["english"]).as_py() or 0)
        days = [day for day in (*days, *pc.min_max(table["date"]).as_py().values()) if day is not None]
        days = [min(days), max(days)] if days else []
        dated = table.append_column("month", pc.strftime(table["date"].cast(pa.timestamp("s")), "%Y-%m"))
        for key, values in _grouped(dated, ["month"], MEASURES):
            if key != (None,):
                months.add(key, values)
        publishers.add((key, values["rows"]) for key, values in _grouped(table, ["publisher"], ()) if key != (None,))
    return Summary(
        total=_sum("", total),
        rejected=sum(len(table) for table in _parts(out, "rejected", ("row",))),
        undated=undated,
        not_english=foreign,
        first=min(days, default=None),
        last=max(days, default=None),
        rules=_rules(out),
        publishers=_publishers(out, publishers),
        months=tuple(_sum(key[0], values) for key, values in sorted(months.by.items())),
        quoted=_quoted(out),
    )


def _parts(out: Path, name: str, columns: Sequence[str]) -> Iterator[pa.Table]:
    """Yield a table a part at a time."""
    for path in sorted((out / name).glob("part-*.parquet")):
        yield pq.read_table(path, columns=list(dict.fromkeys(columns)), partitioning=None)


def _grouped(
    table: pa.Table, keys: Sequence[str], measures: Sequence[str], distinct: Sequence[str] = ()
) -> Iterator[tuple[Key, dict[str, int]]]:
    """Yield the ``measures`` added up by ``keys``, with the number of ``rows``, and of the ``distinct`` values."""
    asked = [(name, "sum") for name in measures] + [(name, "count_distinct") for name in distinct]
    for row in table.group_by(list(keys)).aggregate([*asked, ([], "count_all")]).to_pylist():
        values = {name: row[f"{name}_sum"] or 0 for name in measures} | {"rows": row["count_all"]}
        yield tuple(row[key] for key in keys), values | {name: row[f"{name}_count_distinct"] for name in distinct}


def _added(table: pa.Table) -> dict[str, int]:
    """Return the measures of all rows, added up, with their number."""
    return {"rows": len(table), **{name: pc.sum(table[name]).as_py() or 0 for name in MEASURES}}


def _sum(name: str, values: Counter[str]) -> Sum:
    """Return what was added up as a sum."""
    return Sum(name, values["rows"], **{measure: values[measure] for measure in MEASURES})


def _rules(out: Path) -> tuple[RuleCount, ...]:
    """Return how often each rule spoke up. A part holds whole stories of one file, so they are told by their row."""
    sums = _Sums()
    for table in _parts(out, "findings", ("code", "name", "row")):
        for key, values in _grouped(table, ["code", "name"], (), ["row"]):
            sums.add(key, values)
    counts = [RuleCount(code, name, values["rows"], values["row"]) for (code, name), values in sums.by.items()]
    return tuple(sorted(counts, key=lambda one: (-one.findings, one.code)))


def _publishers(out: Path, leading: Leading[Key]) -> tuple[Sum, ...]:
    """Return the publishers with most stories."""
    sums = _Sums()
    for table in _parts(out, "stories", ("publisher", *MEASURES)):
        for key, values in _grouped(table, ["publisher"], MEASURES):
            if key in leading:
                sums.add(key, values)
    found = [_sum(key[0], values) for key, values in sums.by.items()]
    return tuple(sorted(found, key=lambda one: (-one.stories, one.name))[:PUBLISHERS])


def _quoted(out: Path) -> tuple[Quoted, ...]:
    """Return the named people and organisations that are quoted most; "The" and capitals make no other name."""
    leading: Leading[str] = Leading()
    for (name, _), values in _sayings(out):
        leading.add([(_folded(name), values["statements"])])
    sums, forms = _Sums(), dict[str, Counter[Key]]()
    for key, values in _sayings(out):
        folded = _folded(key[0])
        if folded in leading:
            sums.add((folded,), values)
            forms.setdefault(folded, Counter())[key] += values["statements"]
    found = [_most_told(forms[folded], values) for (folded,), values in sums.by.items()]
    return tuple(sorted(found, key=lambda one: (-one.statements, -one.stories, one.name))[:QUOTED])


def _folded(name: str) -> str:
    """Return a name as its spellings share it."""
    return name.casefold().removeprefix("the ")


def _most_told(forms: Counter[Key], values: Counter[str]) -> Quoted:
    """Return a source by its most frequent name and kind."""
    ((name, kind), _) = min(forms.items(), key=lambda item: (-item[1], item[0]))
    return Quoted(name, kind, values["statements"], values["quotes"], values["row"])


def _sayings(out: Path) -> Iterator[tuple[Key, dict[str, int]]]:
    """Yield what named people and organisations say, part by part."""
    for table in _parts(out, "sources", ("name", "kind", "row", "statements", "quotes")):
        named = table.filter(pc.is_in(table["kind"], pa.array(["named-person", "named-organisation"])))
        yield from _grouped(named, ["name", "kind"], ("statements", "quotes"), ["row"])
