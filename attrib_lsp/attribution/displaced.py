"""Names in the headline that the story has, but of which it tells something else: the headline's news is another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from math import log

from attrib_lsp.attribution.called import Kind, named, names_above
from attrib_lsp.attribution.keys import keys_among, keys_of
from attrib_lsp.attribution.nicknames import is_blend
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.attribution.vocabulary import plain, words_of
from attrib_lsp.language.values import Entity
from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span

#: Words of the headline, the name apart, that there must be to say what its news is.
LEAST_WORDS = 2
#: What a sentence that follows one with a name still counts for it: it may go on about it with a pronoun.
_FOLLOWS = 0.6
#: How often at most the story may name whom the headline names: more, and it is about them as well.
_SELDOM = {Kind.PERSON: 3, Kind.STATE: 2}
#: How near to the headline's words a name may stand at most that comes in late, where the other is not the very first.
_FAR = 0.6
#: Words at most between a state and the name of who holds an office there.
_TITLE = 3


@dataclass(frozen=True, slots=True)
class Displaced:
    """A name at ``span`` of the headline, and the one of which the story tells the headline's news, at ``place``."""

    span: Span
    meant: str
    place: Place


@dataclass
class _Standing:
    """How a name stands in the body: how often, from which sentence on, how near to the headline's other words."""

    count: int
    first: int
    near: float
    place: Place | None
    written: str


def displaced(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Displaced]:
    """Yield the names of ``headline`` in whose stead the story has another of their kind.

    That one stands nearer to what else the headline says; the headline's own comes in seldom, or further down. Rare
    words of the story's tell more of what stands near what than those that it has in every other sentence.
    """
    written = words_of(headline)
    people = {name for sentence in headline.sentences for name in named(sentence, Kind.PERSON)}
    for kind in Kind:
        own = names_above(headline, body, kind)
        for name, span in own.items():
            if _part_of_another(span.of(headline.text), body):
                continue
            rest = keys_among(
                one for sentence in headline.sentences for one in sentence.tokens if not one.span.overlaps(span)
            )
            if len(rest) < LEAST_WORDS:
                continue
            standings = {
                key: one
                for key, one in _standings(kind, rest, body).items()
                if key in own or not (key in written or _told_by_holder(one, people, body))
            }
            mine = standings.get(name) or _in_passing(span.of(headline.text), kind, body)
            rival = _rival(mine, kind, own, standings, name) if mine is not None else None
            if rival is not None and rival.place is not None:
                yield Displaced(span, rival.written, rival.place)


def _part_of_another(name: str, body: Sequence[tuple[int, Paragraph]]) -> bool:
    """Say whether a name of the headline is only part of one that the story has, or put together from its beginnings.

    A given name ("Ada") may stand for a whole name, as may the first of two surnames, and "AdBell" for "Ada Bell".
    """
    others = {other.text for _, told in sentences_of(body) for other in told.entities if other.label == "PERSON"}
    return any(is_blend(name, other) or name in other.split()[:-1] for other in others)


def _told_by_holder(standing: _Standing, people: Set[str], body: Sequence[tuple[int, Paragraph]]) -> bool:
    """Say whether the story has a state first in the title of one of ``people``, by surname ("Norway's king")."""
    if standing.place is None:
        return False
    paragraph = dict(body)[standing.place.paragraph]
    sentence = paragraph.sentence_at(standing.place.span.start)
    after = standing.place.span.end
    return any(
        entity.label == "PERSON"
        and entity.span.start - after > 0
        and len(paragraph.text[after : entity.span.start].split()) <= _TITLE
        and plain(entity.text.split()[-1]) in people
        for entity in sentence.entities
    )


def _in_passing(written: str, kind: Kind, body: Sequence[tuple[int, Paragraph]]) -> _Standing | None:
    """Return the standing of a state that the story names only within other names, an agency's or a war's."""
    if kind is not Kind.STATE or not any(plain(written) in words_of(paragraph) for _, paragraph in body):
        return None
    return _Standing(0, sum(len(paragraph.sentences) for _, paragraph in body), 0.0, None, written)


def _standings(kind: Kind, rest: frozenset[str], body: Sequence[tuple[int, Paragraph]]) -> dict[str, _Standing]:
    """Return how each name of the body stands."""
    found: dict[str, _Standing] = {}
    before: Mapping[str, Entity] = {}
    sentences = sentences_of(body)
    often = Counter(one for _, sentence in sentences for one in keys_of(sentence) & rest)
    for position, (number, sentence) in enumerate(sentences):
        shared = sum(1 / (1 + log(often[one])) for one in rest & keys_of(sentence))
        here = named(sentence, kind)
        for name, entity in here.items():
            new = _Standing(0, position, 0.0, Place(number, entity.span), entity.text)
            standing = found.setdefault(name, new)
            standing.count += 1
            standing.near = max(standing.near, shared)
        for name in before:
            found[name].near = max(found[name].near, shared * _FOLLOWS)
        before = here
    return found


def _rival(
    mine: _Standing, kind: Kind, own: Mapping[str, Span], standings: Mapping[str, _Standing], name: str
) -> _Standing | None:
    """Return the name of which the story tells the headline's news in the stead of ``mine``, if there is one."""
    rivals = [
        other
        for key, other in standings.items()
        if key not in own
        and key not in _wholes()
        and other.near > mine.near
        and (_leads(other, mine) or _outweighs(other, mine, kind))
        and name not in other.written.lower().split()  # a first name by which the story calls the same person
    ]
    return max(rivals, key=lambda other: other.near, default=None)


@cache
def _wholes() -> frozenset[str]:
    """Return the first names of the listed lands that have others within them: those are in no land's stead."""
    return frozenset(lexicon("places")["wholes"])


def _leads(other: _Standing, mine: _Standing) -> bool:
    """Say whether a name stands at the top of the story, often, and the headline's own further down."""
    top = (other.first == 0 and mine.first >= 2) or (other.first <= 1 and mine.first >= 3 and mine.near <= _FAR)
    return top and other.count >= 2 * mine.count


def _outweighs(other: _Standing, mine: _Standing, kind: Kind) -> bool:
    """Say whether the story has the headline's own name seldom, and another that fits: a state, or whom it begins with.

    Of states it has enough to name one more in passing; of people the one who comes first is whom it is about.
    """
    if mine.count > _SELDOM[kind]:
        return False
    if kind is Kind.STATE:
        return mine.first >= 1 and other.count >= max(2, 1.5 * mine.count)
    return other.first == 0 and mine.first >= 2 and other.count >= max(2, mine.count)
