"""Reasons for anonymity that the story no longer gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.descriptions import reason_pattern
from attrib_lsp.attribution.values import Place, Source
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Versions
from attrib_lsp.attribution.versions.people import speaking
from attrib_lsp.attribution.versions.version import Version, content_keys
from attrib_lsp.text.span import Span


def reasons_lost(both: Versions) -> Iterator[Change]:
    """Yield the reasons for anonymity that the new version no longer gives, of sources that it still does not name."""
    known = {one.reason: one for one in speaking(both.old) if one.reason is not None and one.kind.unnamed}
    for reason in dict.fromkeys((*known, *_worded(both))):
        if _still_reasoned(both, reason):
            continue
        there = [other for line in _lines_at(both.old, reason) for other in both.of_old(line).new]
        source = known.get(reason)
        still = None if source is None else next((one for one in _unnamed(both.new) if _same(source, one)), None)
        if still is not None and still.reason is None:
            yield Change(ChangeKind.REASON_LOST, reason, still.first.place, still.name, both.old.written(reason))
        elif source is None and there and not _named_in(both, reason, there):
            yield Change(ChangeKind.REASON_LOST, reason, both.new.place(there[0]), "", both.old.written(reason))


def _unnamed(version: Version) -> Iterator[Source]:
    """Yield the unnamed sources that speak in a version."""
    return (one for one in speaking(version) if one.kind.unnamed)


def _worded(both: Versions) -> Iterator[Place]:
    """Yield the words of the old version that give a reason for anonymity, in sentences where no source has one."""
    taken = {(one.reason.paragraph, one.reason.span) for one in speaking(both.old) if one.reason is not None}
    for passage in both.changed:
        for line in passage.old:
            sentence = both.old.sentence(line)
            if any(line.paragraph == number and sentence.span.overlaps(span) for number, span in taken):
                continue
            for match in reason_pattern().finditer(sentence.text):
                yield Place(line.paragraph, Span(match.start(), match.end()).shifted(sentence.span.start))


def _lines_at(version: Version, place: Place) -> list[Line]:
    """Return the sentences that stand at a place."""
    lines = (line for line in version.body if line.paragraph == place.paragraph)
    return [line for line in lines if version.sentence(line).span.overlaps(place.span)]


def _named_in(both: Versions, reason: Place, there: Sequence[Line]) -> bool:
    """Say whether somebody is named in some lines of the new version who is not where the old one gave a reason."""
    before = {source.name for line in _lines_at(both.old, reason) if (source := _said_by(both.old, line)) is not None}
    now = [_said_by(both.new, line) for line in there]
    return any(one is not None and not one.kind.unnamed and one.name not in before for one in now)


def _said_by(version: Version, line: Line) -> Source | None:
    """Return the first source that speaks in a sentence."""
    found = (version.source_of(one) for one in version.statements((line,)))
    return next((one for one in found if one is not None), None)


def _still_reasoned(both: Versions, reason: Place) -> bool:
    """Say whether the new version gives any reason for anonymity where the old one gives this."""
    there = [other for line in _lines_at(both.old, reason) for other in both.of_old(line).new]
    return any(reason_pattern().search(both.new.sentence(line).text) for line in there)


def _same(one: Source, other: Source) -> bool:
    """Say whether two unnamed sources may be one: what the one is called stands in what the other is."""
    was, now = content_keys(one.name), content_keys(other.name)
    return bool(was & now) and (was <= now or now <= was)
