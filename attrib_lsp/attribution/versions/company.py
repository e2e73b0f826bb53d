"""Who speaks in the one version and not in the other, and a story that is left with a single source."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.sole_source import sole_source
from attrib_lsp.attribution.values import Source
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Versions
from attrib_lsp.attribution.versions.people import has_name, name_words
from attrib_lsp.attribution.versions.sayings import still_told
from attrib_lsp.attribution.versions.version import content_keys


def left_alone(both: Versions) -> Iterator[Change]:
    """Yield the change that one source alone speaks in the new version, where others did as well."""
    alone = sole_source(both.new.graph)
    if alone is None or sole_source(both.old.graph) is not None or len(both.old.graph.speakers) < 2:
        return
    source = both.new.graph.sources[alone.number]
    yield Change(ChangeKind.SINGLE_SOURCE, None, source.first.place, source.name)


def sources_gone(both: Versions) -> Iterator[Source]:
    """Yield the sources that speak in the old version and not in the new one, and all that they said with them."""
    there = [both.new.graph.sources[number] for number in both.new.graph.speakers]
    for number in both.old.graph.speakers:
        source = both.old.graph.sources[number]
        said = [one for one in both.old.graph.statements_of(number) if one.paragraph != both.old.graph.headline]
        kept = any(
            still_told(both, both.old.said(one), passage.new)
            for one in said
            for passage in both.passages
            if passage.kept
            and any(line.paragraph == one.paragraph and line.number == one.attribution.sentence for line in passage.old)
        )
        if not kept and not any(_same(source, other) for other in there):
            yield source


def _same(one: Source, other: Source) -> bool:
    """Say whether two sources may be one."""
    if has_name(one) and has_name(other):
        return bool(name_words(one) & name_words(other))
    return content_keys(one.name) == content_keys(other.name)
