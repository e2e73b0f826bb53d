"""Sources of two versions that are one, and what has become of how the reader is told of them."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.keys import key, place_key
from attrib_lsp.attribution.phrases import bare_name
from attrib_lsp.attribution.values import Source, SourceKind
from attrib_lsp.attribution.versions.version import Version
from attrib_lsp.attribution.vocabulary import words_in
from attrib_lsp.lexicons import words
from attrib_lsp.lexicons.common import is_function_word


def speaking(version: Version) -> Iterator[Source]:
    """Yield the sources that speak in a version."""
    return (version.graph.sources[number] for number in version.graph.speakers)


def name_words(source: Source) -> frozenset[str]:
    """Return the words of a named source's name in their plain form, without titles."""
    return frozenset(
        word
        for word, span in words_in(bare_name(source.name))
        if source.name and not is_function_word(word) and word not in words("people", "titles")
    )


def same(one: Source, other: Source) -> bool:
    """Say whether two named sources may be one: they share a word, a nation, or one is the other's short form."""
    if name_words(one) & name_words(other) or _nations(one) & _nations(other):
        return True
    return (
        _initials(one) == other.name.replace(".", "").lower() or _initials(other) == one.name.replace(".", "").lower()
    )


def _nations(source: Source) -> frozenset[str]:
    """Return the nations that a source's name names, by any of their names."""
    return frozenset(
        found
        for word in source.name.split()
        if (found := place_key(word.removesuffix("’s").removesuffix("'s").strip(","))) is not None
    )


def _initials(source: Source) -> str:
    """Return the first letters of the words of a name that begin with a capital, in lower case."""
    return "".join(part[0] for part in source.name.split() if part[:1].isupper()).lower()


def of_one_house(one: Source, other: Source) -> bool:
    """Say whether one source speaks for the other: a word of the one's name stands in how the other is described."""
    return bool(_described(one) & _naming(other) or _described(other) & _naming(one))


def _naming(source: Source) -> frozenset[str]:
    """Return the keys of the words of a source's name."""
    return frozenset(key(word) for word in name_words(source))


def _described(source: Source) -> frozenset[str]:
    """Return the keys of the words by which a source is described and first mentioned."""
    text = f"{source.first.text} {source.description}"
    return frozenset(key(word) for word, _ in words_in(text) if not is_function_word(word))


def mentioned(version: Version, source: Source) -> bool:
    """Say whether a version has the last word of a named source's name anywhere below its headline."""
    last = [word for word, _ in words_in(bare_name(source.name)) if not is_function_word(word)][-1:]
    return bool(last) and f" {last[0]} " in version.text


def has_name(source: Source) -> bool:
    """Say whether the reader is told who a source is, and it is somebody who has a name: a person or a body."""
    return source.kind in (SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANISATION)
