"""Sources that have lost their name, and named ones that have been put in another's place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrib_lsp.attribution.values import Place, Source, SourceKind, Statement
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Versions
from attrib_lsp.attribution.versions.people import has_name, mentioned, name_words, of_one_house, same
from attrib_lsp.attribution.versions.sayings import Saying, sayings
from attrib_lsp.attribution.vocabulary import words_in

_Happened = Callable[[Versions, Saying, Source], bool]
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we"})
#: First words of a phrase that points to somebody met before.
_POINTING = frozenset({"the", "his", "her", "their", "its", "this", "that", "he", "she", "they", "it", "who"})


def names_lost(both: Versions) -> Iterator[Change]:
    """Yield the named sources whose words now come from somebody unnamed, each once."""
    yield from _first_of_each(both, ChangeKind.NAME_LOST, _unnamed)


def sources_swapped(both: Versions) -> Iterator[Change]:
    """Yield the named sources whose words now come from another one by name, each once."""
    yield from _first_of_each(both, ChangeKind.SOURCE_SWAPPED, _swapped)


def _first_of_each(both: Versions, kind: ChangeKind, happened: _Happened) -> Iterator[Change]:
    """Yield the first change of a kind for each source of the old version."""
    seen: set[str] = set()
    for saying in sayings(both, both.changed):
        source = both.old.source_of(saying.old)
        if source is None or source.name in seen or not has_name(source):
            continue
        if not happened(both, saying, source):
            continue
        seen.add(source.name)
        yield Change(
            kind,
            _source_place(saying.old),
            _source_place(saying.new),
            source.name,
            both.old.source_words(saying.old),
            both.new.source_words(saying.new),
        )


def _source_place(statement: Statement) -> Place:
    """Return where a statement gives its source; all of it where it gives none."""
    one = statement.attribution
    span = one.source[0].joined(one.source[-1]) if one.source else one.extent
    return Place(statement.paragraph, span)


def _unnamed(both: Versions, saying: Saying, source: Source) -> bool:
    """Say whether the reader is no longer told who says something: neither there nor by what went before."""
    given = both.new.source_words(saying.new)
    found = [word for word, _ in words_in(given)]
    if not found or name_words(source) & set(found) or not both.old.source_words(saying.old):
        return False
    now = both.new.source_of(saying.new)
    if now is not None and has_name(now):
        body = now.kind is SourceKind.NAMED_ORGANISATION and source.kind is SourceKind.NAMED_PERSON
        return body and not mentioned(both.new, source) and found[0] not in _PRONOUNS
    if found[0] in _POINTING and mentioned(both.new, source):
        return False
    return now is not None and now.kind.unnamed


def _swapped(both: Versions, saying: Saying, source: Source) -> bool:
    """Say whether another named source says something now."""
    now = both.new.source_of(saying.new)
    if now is None or not has_name(now) or source.kind is not now.kind or same(source, now):
        return False
    before, after = both.old.source_words(saying.old), both.new.source_words(saying.new)
    if not before or not after or of_one_house(source, now):
        return False
    given, old = ({word for word, _ in words_in(text)} for text in (after, before))
    return bool(name_words(now) & given and name_words(source) & old and not name_words(source) & given)
