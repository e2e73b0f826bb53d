"""Resolve who speaks in a story: names, descriptions and pronouns to the people and bodies behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from attrib_lsp.attribution.antecedents import Antecedents, Position, speaking
from attrib_lsp.attribution.bearers import known_as, related_noun, said_of
from attrib_lsp.attribution.descriptions import description, reason_for, shared_reason
from attrib_lsp.attribution.mentions import Reference, Referent, describe, referent
from attrib_lsp.attribution.names import StoryNames, name_words, same_person
from attrib_lsp.attribution.phrases import core_span, strip_article
from attrib_lsp.attribution.pulse import nothing
from attrib_lsp.attribution.specificity import specificity
from attrib_lsp.attribution.values import (
    Attribution,
    ContentType,
    CueKind,
    Mention,
    Paragraph,
    Place,
    Source,
    SourceKind,
    Statement,
)
from attrib_lsp.language.values import Token

_PEOPLE = (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON)
_UNTOLD = (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP)
#: Cues after which a quotation standing alone in the next paragraph is taken to go on.
_SPOKEN = (CueKind.SPEECH, CueKind.WRITING, CueKind.DENIAL, CueKind.ACCORDING_TO)


@dataclass
class _Known:
    """A source while the story is being read."""

    referent: Referent
    mentions: list[Mention] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Resolved:
    """The speakers of a story and what each says, in reading order of the paragraphs given."""

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]


#: Letters up to which a word says nothing of a source: "of", "the", "two".
SHORT = 3


def resolve(paragraphs: Sequence[Paragraph], order: Sequence[int], pulse: Callable[[], None] = nothing) -> Resolved:
    """Return sources and statements of ``paragraphs``, met in ``order`` (numbers of paragraphs, the body first).

    A name stands for the fullest one that the story gives ("Sullivan": "Jake Sullivan"), initials for the body they
    are of, an office for who was named in it ("the mayor"). "The officials" joins the unnamed source last met with that
    head and number. Pronouns mean their antecedents; "I" in a quotation, whoever speaks it. A quotation standing alone
    is given to whoever spoke in the paragraph before. ``pulse`` is called between two paragraphs and two sources.
    """
    reader = _Reader(paragraphs)
    for number in order:
        pulse()
        reader.read(number)
    shared = shared_reason(paragraphs)
    sources = []
    for known in reader.known:
        pulse()
        sources.append(_source(known, paragraphs, shared))
    sources = _as_their_groups(sources, reader.known)
    statements = sorted(reader.statements, key=lambda one: (one.paragraph, one.attribution.extent.start))
    return Resolved(tuple(sources), tuple(statements))


class _Reader:
    """Meets the paragraphs one after the other and remembers who was met."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.names = StoryNames(paragraphs)
        self.antecedents = Antecedents(paragraphs, self.names)
        self.known: list[_Known] = []
        self.statements: list[Statement] = []
        self.spoke_in: dict[int, int | None] = {}
        self.spoke: dict[tuple[int, int], int | None] = {}
        self.by_head: dict[Position, int] = {}
        self.by_word: dict[str, set[int]] = {}

    def read(self, number: int) -> None:
        """Resolve the attributions of one paragraph."""
        paragraph = self.paragraphs[number]
        speaker: int | None = None
        for attribution in paragraph.attributions:
            if attribution.source:
                source = self._speaker(number, paragraph, attribution)
                self.statements.append(Statement(number, attribution, source))
                self.spoke[number, id(attribution)] = source
                if source is not None and attribution.kind in _SPOKEN and not _nested(paragraph, attribution):
                    speaker = source
            else:
                inherited = self._inherited(number, paragraph, attribution)
                self.statements.append(Statement(number, attribution, inherited, inherited is not None))
                self.spoke[number, id(attribution)] = inherited
                speaker = inherited if inherited is not None else speaker
        self.spoke_in[number] = speaker

    def _inherited(self, number: int, paragraph: Paragraph, attribution: Attribution) -> int | None:
        """Return who goes on speaking in a quotation that stands alone."""
        alone = attribution.kind is CueKind.BARE and attribution.type is ContentType.DIRECT and not attribution.cue
        if not alone or number == 0:
            return None
        if attribution.extent.start > 0 and paragraph.text[: attribution.extent.start].strip():
            return None
        return self.spoke_in.get(number - 1)

    def _speaker(self, number: int, paragraph: Paragraph, attribution: Attribution) -> int | None:
        """Return the number of the source that an attribution names, making it known."""
        sentence = paragraph.sentences[attribution.sentence]
        found = referent(paragraph, attribution)
        head = sentence.tokens[attribution.head or 0]
        if found.reference is Reference.SPEAKER:
            return self._first_person(number, head, found, attribution)
        if found.reference is Reference.RELATIVE:
            antecedent = related_noun(sentence, head)
            if antecedent is None:
                return None
            head, found = antecedent, describe(sentence, antecedent, core_span(sentence, antecedent))
        if found.reference is Reference.PRONOUN:
            return self._pronoun((number, attribution.sentence, head.index), found, attribution)
        found = known_as(self.names, found, sentence, head, (number, head.span.start))
        if found.reference in (Reference.NOTHING, Reference.RELATIVE, Reference.SPEAKER):
            return None
        return self._meet((number, attribution.sentence, head.index), found, attribution)

    def _first_person(self, number: int, head: Token, found: Referent, attribution: Attribution) -> int | None:
        """Return who says "I" in a quotation, or the body whose people say "we"."""
        paragraph = self.paragraphs[number]
        if not paragraph.quoted(head.span):
            return None
        for around in speaking(paragraph, head):
            if around is attribution or around.extent.start > attribution.extent.start:
                continue
            index = self.spoke.get((number, id(around)))
            if index is None:
                continue
            if found.plural and self.known[index].referent.kind in _PEOPLE:
                return None
            self._note(self.known[index], number, found, attribution)
            return index
        return None

    def _meet(self, head: Position, found: Referent, attribution: Attribution) -> int:
        """Return the known source that ``found`` refers to, or make a new one.

        ``head`` says which word it is: two attributions may share it ("an aide, who asked not to be named, said").
        """
        index = self._identify(head, found)
        self._note(self.known[index], head[0], found, attribution)
        return index

    def _identify(self, head: Position, found: Referent) -> int:
        """Return the number of the source that the word ``head`` refers to, making it known."""
        index = self.by_head.get(head, self._match(found))
        if index is None:
            self.known.append(_Known(found))
            index = len(self.known) - 1
        self.by_head[head] = index
        known = self.known[index]
        known.names.add(found.name)
        if found.reference is Reference.NAME and len(found.name) > len(known.referent.name):
            known.referent = found
        for word in _called(found):
            self.by_word.setdefault(word, set()).add(index)
        return index

    def _note(self, known: _Known, number: int, found: Referent, attribution: Attribution) -> None:
        """Write down a mention and the outlets beside it."""
        text = self.paragraphs[number].text
        span = attribution.source[0]
        known.mentions.append(Mention(Place(number, span), span.of(text), found.head, attribution.sentence))
        known.via.extend(name for via in attribution.via if (name := via.of(text)) not in known.via)

    def _match(self, found: Referent) -> int | None:
        """Return the known source with the same name, or the one that a definite description goes back to."""
        if found.reference is not Reference.NAME and found.kind in _UNTOLD and not found.definite:
            return None  # "officials" are new ones each time, and there may be thousands: none is asked
        likely = set[int]().union(*(self.by_word.get(word, ()) for word in _called(found)))
        for index in sorted(likely, reverse=True):
            if _same(self.known[index], found):
                return index
        return None

    def _pronoun(self, position: Position, found: Referent, attribution: Attribution) -> int | None:
        """Return whom a pronoun means; who was only named until now becomes known."""
        meant = self.antecedents.of(position)
        if meant is None:
            return None
        number, sentence, word = meant.position
        paragraph = self.paragraphs[number]
        head = paragraph.sentences[sentence].tokens[word]
        at = (number, head.span.start)
        named = known_as(self.names, meant.referent, paragraph.sentences[sentence], head, at)
        index = self._identify(meant.position, named)
        known = self.known[index]
        if not known.mentions:
            span = meant.referent.span
            known.mentions.append(Mention(Place(number, span), span.of(paragraph.text), named.head, sentence))
        self._note(known, position[0], found, attribution)
        return index


def _nested(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether an attribution stands inside another's content: who speaks there is not the story's speaker."""
    return any(
        other is not attribution and any(part.covers(attribution.cue[0]) for part in other.content)
        for other in paragraph.attributions
        if attribution.cue and other.cue
    )


def _called(found: Referent) -> frozenset[str]:
    """Return words one of which two references share if they are to the same source, see `_same`."""
    whole = found.name.lower()
    return frozenset((found.head, whole, strip_article(found.name).lower(), *name_words(found.name)))


def _same(known: _Known, found: Referent) -> bool:
    """Say whether ``found`` refers to ``known``."""
    kind = known.referent.kind
    if found.reference is Reference.NAME and found.kind is SourceKind.NAMED_PERSON:
        fits = kind is SourceKind.NAMED_PERSON and found.gender.fits(known.referent.gender)
        return fits and any(same_person(name, found.name) for name in known.names)
    if found.reference is Reference.NAME:
        return any(name.lower() == found.name.lower() for name in known.names)
    if found.kind is not kind and not (found.definite and _both_unnamed(found, known)):
        return False
    again = found.definite and found.head == known.referent.head and said_of(found.name) <= said_of(known.referent.name)
    if found.kind in _UNTOLD:
        return again and found.plural == known.referent.plural
    return again or any(strip_article(name).lower() == strip_article(found.name).lower() for name in known.names)


def _both_unnamed(found: Referent, known: _Known) -> bool:
    """Say whether both are people whom the reader is not told."""
    return bool(found.kind and found.kind.unnamed and known.referent.kind and known.referent.kind.unnamed)


def _as_their_groups(sources: Sequence[Source], known: Sequence[_Known]) -> list[Source]:
    """Return sources with the reasons that the story gives further up for groups that they are some of."""
    groups = defaultdict[str, list[tuple[Referent, Source]]](list)
    for source, one in zip(sources, known, strict=True):
        if one.referent.plural and source.reason is not None:
            groups[one.referent.head].append((one.referent, source))
    return [
        _as_their_group(source, one.referent, groups.get(one.referent.head, ()))
        for source, one in zip(sources, known, strict=True)
    ]


def _as_their_group(source: Source, own: Referent, groups: Iterable[tuple[Referent, Source]]) -> Source:
    """Return a source with the reason of the first of ``groups`` with its head that it is one of.

    "Three intelligence sources who may not speak on the record" give "one intelligence source" its reason.
    """
    if not source.kind.unnamed or source.reason is not None:
        return source
    said = {word for word in said_of(own.name) if len(word) > SHORT}
    for group, other in groups:
        if other.reason and said & said_of(group.name) and _above(other.reason, source):
            return replace(source, reason=other.reason)
    return source


def _above(place: Place, source: Source) -> bool:
    """Say whether a place is above where a source is first spoken of."""
    first = source.mentions[0].place
    return (place.paragraph, place.span.start) < (first.paragraph, first.span.start)


def _source(known: _Known, paragraphs: Sequence[Paragraph], shared: Place | None) -> Source:
    """Freeze a source; ``shared`` is where the story says why nobody who was asked is named."""
    found = known.referent
    kind = found.kind or SourceKind.UNNAMED_PERSON
    mentions = tuple(sorted(known.mentions, key=lambda mention: (mention.place.paragraph, mention.place.span.start)))
    reason = (reason_for(mentions, paragraphs) or shared) if kind.unnamed else None
    return Source(
        name=found.name,
        kind=kind,
        mentions=mentions,
        description=description(mentions, found.name, paragraphs) if not kind.unnamed else "",
        specificity=specificity(mentions[0], paragraphs, reason is not None) if kind.unnamed else 5,
        reason=reason,
        via=tuple(known.via),
    )
