"""Sources of which the reader is told less: who they are, how they know."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.phrases import top_of
from attrib_lsp.attribution.specificity import points
from attrib_lsp.attribution.values import Mention, Place, Source, SourceKind
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Versions
from attrib_lsp.attribution.versions.people import name_words, speaking
from attrib_lsp.attribution.versions.sayings import sayings
from attrib_lsp.attribution.versions.version import Version, content_keys
from attrib_lsp.attribution.vocabulary import words_in

#: Share of the words of a named source's description that must still stand beside its name.
KEPT = 0.34
#: Letters of a word that describes anybody.
SHORTEST = 3


def descriptions_lost(both: Versions) -> Iterator[Change]:
    """Yield the sources that are described less well: unnamed ones, and named ones whose role is told nowhere."""
    yield from _vaguer(both)
    for source in speaking(both.old):
        if source.kind is SourceKind.NAMED_PERSON and source.description:
            place = _undescribed(both, source)
            if place is not None:
                yield Change(
                    ChangeKind.DESCRIPTION_LOST, source.first.place, place, source.name, source.description, ""
                )


def _undescribed(both: Versions, source: Source) -> Place | None:
    """Return where the new version first speaks of a named source, if it nowhere says any more who that is."""
    names = name_words(source)
    last = [word for word, _ in words_in(source.name)][-1:]
    lines = [line for line in both.new.body if last and last[0] in _plain(both.new.sentence(line).text)]
    own = {key for name in names for key in content_keys(name)}
    described = frozenset(key for key in content_keys(source.description) - own if len(key) >= SHORTEST)
    if not lines or not described or not any(names & name_words(one) for one in speaking(both.new)):
        return None
    beside = [line for line in both.new.body if any(_near(line.paragraph, one.paragraph) for one in lines)]
    if both.held(described, both.new.keys(beside)) >= KEPT:
        return None
    return both.new.place(lines[0])


def _plain(text: str) -> frozenset[str]:
    """Return the plain words of ``text``."""
    return frozenset(word for word, _ in words_in(text))


def _near(one: int, other: int) -> bool:
    """Say whether two paragraphs are one or neighbours."""
    return abs(one - other) <= 1


def _vaguer(both: Versions) -> Iterator[Change]:
    """Yield the unnamed sources that are described by fewer words, none of them new, and less well."""
    seen: set[str] = set()
    for saying in sayings(both, both.changed):
        before, after = both.old.source_of(saying.old), both.new.source_of(saying.new)
        if before is None or after is None or not (before.kind.unnamed and after.kind.unnamed) or before.name in seen:
            continue
        best, now = _best(both.old, before), _best(both.new, after)
        if now is None or best is None or now[0] >= best[0]:
            continue
        was, left = content_keys(best[1].text), content_keys(now[1].text)
        if (left and left < was) or (not left & was and now[0] == 0):
            seen.add(before.name)
            yield Change(
                ChangeKind.DESCRIPTION_LOST,
                best[1].place,
                now[1].place,
                after.name,
                best[1].text,
                now[1].text,
            )


def _best(version: Version, source: Source) -> tuple[int, Mention] | None:
    """Return the mention at which an unnamed source is described best, with its points."""
    found = []
    for number, mention in enumerate(source.mentions):
        sentence = version.graph.paragraphs[mention.place.paragraph].sentences[mention.sentence]
        tokens = sentence.tokens_in(mention.place.span)
        if tokens and top_of(tokens).pos != "PRON":
            found.append((points(sentence, top_of(tokens), False), -number, mention))
    if not found:
        return None
    best = max(found, key=lambda one: one[:2])
    return best[0], best[2]
