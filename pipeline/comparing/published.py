"""Published headlines with their stories, and the headlines made of them that the network is tested on.

Half 1 of the stories that `headline/mutations.jsonl` is made of is kept for the test, a twentieth of the stories that
it knows nothing of for choosing thresholds (see `part`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import md5
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pipeline.corpora import read_jsonl
from pipeline.worth import Part

#: Stories of fewer words tell too little.
_SHORTEST = 30
#: Code points by which stories are told apart: corpora share some.
_BEGINNING = 200
#: What a rule's finding is about; by it the answers that a test asks for are known.
EXPECTED = {
    "HED301": ("unattributed",),
    "HED302": ("unrelated",),
    "HED303": ("certainty",),
    "HED305": ("figure", "name"),
    "HED308": ("polarity",),
    "HED309": ("rank",),
}


class Case(NamedTuple):
    """A headline to test: ``expected`` are the answers that would be right, None where there is nothing wrong."""

    headline: str
    kind: str
    expected: tuple[str, ...] | None


class Published(NamedTuple):
    """A headline and its story."""

    key: str
    headline: str
    body: str
    part: Part
    tests: tuple[Case, ...] = ()


def half(key: str) -> int:
    """Return the half, 0 or 1, that a story belongs to."""
    return _number(key) % 2


def part(key: str, *, tested: bool) -> Part:
    """Return what a story is used for; ``tested``: there are test headlines of it.

    >>> part("two", tested=True), part("two", tested=False)
    (<Part.TEST: 'test'>, <Part.TRAINING: 'training'>)
    """
    if tested and half(key) == 1:
        return Part.TEST
    return Part.CHOICE if _number(key) % 20 == 7 else Part.TRAINING


def _number(key: str) -> int:
    return int(md5(key.encode()).hexdigest(), 16)


def published(data: Path) -> list[Published]:
    """Return the stories of all corpora, each once, those of the test first."""
    tests = _tests(data)
    found: dict[str, Published] = {}
    seen = set()
    for key, headline, body in chain(_tested(data, tests), _others(data)):
        use, beginning = part(key, tested=key in tests), body[:_BEGINNING]
        known = key in found or (use is not Part.TEST and beginning in seen)
        if known or not headline.strip() or len(body.split()) < _SHORTEST:
            continue
        seen.add(beginning)
        found[key] = Published(key, headline.strip(), body, use, tuple(tests[key]) if use is Part.TEST else ())
    return list(found.values())


def _tests(data: Path) -> dict[str, list[Case]]:
    """Return the test headlines by story."""
    found: dict[str, list[Case]] = {}
    for row in read_jsonl(data / "headline" / "mutations.jsonl"):
        expected = chain.from_iterable(EXPECTED.get(rule, ()) for rule in row["expected_rule"] or ())
        case = Case(
            row["headline"].strip(),
            f"{row['type']}: {row['subtype']}",
            tuple(expected) if row["should_fire"] else None,
        )
        found.setdefault(row["base_id"], []).append(case)
    return found


def _tested(data: Path, tests: Mapping[str, Sequence[Case]]) -> Iterator[tuple[str, str, str]]:
    """Yield key, headline and body of the stories that there are test headlines of, those of the test first."""
    rows = chain(
        read_jsonl(data / "headline" / "pairs.jsonl.gz"),
        read_jsonl(data / "articles" / "articles.jsonl"),
    )
    found = {row["id"]: (row["id"], row["headline"], row["body"]) for row in rows if row["id"] in tests}
    for key in sorted(tests, key=half, reverse=True):
        yield found[key]


def _others(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield key, headline and body of all other stories."""
    for row in read_jsonl(data / "articles" / "articles.jsonl"):
        yield row["id"], row["headline"], row["body"]
    for row in read_jsonl(data / "headline" / "pairs.jsonl.gz"):
        if row["source_dataset"] == "NumHG" and row["label"] == "consistent":
            yield row["id"], row["headline"], row["body"]
    for row in read_jsonl(data / "attribution" / "polnear.train.jsonl"):
        start, end = row["headline"]
        yield f"polnear-{row['id']}", row["text"][start:end].rstrip("."), row["text"][end:].strip()
