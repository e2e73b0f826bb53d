"""Resolve who speaks in a story: names, descriptions and pronouns to the people and bodies behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from attrib_lsp.attribution.descriptions import description, reason_for, specificity
from attrib_lsp.attribution.mentions import Gender, Reference, Referent, bare_name, describe, referent, strip_article
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
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.text.span import Span

_PEOPLE = (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON)
#: Cues after which a quotation standing alone in the next paragraph is taken to go on.
_SPOKEN = (CueKind.SPEECH, CueKind.WRITING, CueKind.DENIAL, CueKind.ACCORDING_TO)


@dataclass
class _Known:
    """A source while the story is being read."""

    referent: Referent
    mentions: list[Mention] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    gender: Gender = Gender.UNKNOWN


@dataclass(frozen=True)
class Resolved:
    """The speakers of a story and what each says, in reading order of the paragraphs given."""

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]


def resolve(paragraphs: Sequence[Paragraph], order: Sequence[int]) -> Resolved:
    """Return sources and statements of ``paragraphs``, met in ``order`` (numbers of paragraphs, the body first).

    A name joins the one met before that it is a part of ("Sullivan", "Jake Sullivan"). "The officials" joins the
    unnamed source last met with that head and number. He and she join the person who spoke last, else the subject or
    first person named before them; it and they, a body or a group. A quotation standing alone is given to whoever
    spoke in the paragraph before.
    """
    reader = _Reader(paragraphs)
    for number in order:
        reader.read(number)
    sources = tuple(_source(known, paragraphs) for known in reader.known)
    statements = sorted(reader.statements, key=lambda one: (one.paragraph, one.attribution.extent.start))
    return Resolved(sources, tuple(statements))


class _Reader:
    """Meets the paragraphs one after the other and remembers who was met."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.known: list[_Known] = []
        self.statements: list[Statement] = []
        self.last: int | None = None
        self.spoke_in: dict[int, int | None] = {}
        self.by_head: dict[tuple[int, int, int], int] = {}

    def read(self, number: int) -> None:
        """Resolve the attributions of one paragraph."""
        paragraph = self.paragraphs[number]
        speaker: int | None = None
        for attribution in paragraph.attributions:
            if attribution.source:
                source = self._speaker(number, paragraph, attribution)
                self.statements.append(Statement(number, attribution, source))
                if source is not None and attribution.kind in _SPOKEN and not _nested(paragraph, attribution):
                    self.last = speaker = source
            else:
                inherited = self._inherited(number, paragraph, attribution)
                self.statements.append(Statement(number, attribution, inherited, inherited is not None))
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
        if found.reference is Reference.RELATIVE:
            antecedent = _antecedent(sentence, head)
            if antecedent is None:
                return None
            head, found = antecedent, describe(sentence, antecedent, _phrase(sentence, antecedent))
        if found.reference in (Reference.NOTHING, Reference.RELATIVE, Reference.SPEAKER):
            return None
        if found.reference is Reference.PRONOUN:
            return self._pronoun(number, sentence, head, found, attribution)
        return self._meet((number, attribution.sentence, head.index), found, attribution)

    def _meet(self, head: tuple[int, int, int], found: Referent, attribution: Attribution) -> int:
        """Return the known source that ``found`` refers to, or make a new one.

        ``head`` says which word it is (paragraph, sentence, word): two attributions may share it ("an aide, who asked
        not to be named, said").
        """
        number = head[0]
        index = self.by_head.get(head, self._match(found))
        if index is None:
            self.known.append(_Known(found, gender=found.gender))
            index = len(self.known) - 1
        self.by_head[head] = index
        known = self.known[index]
        known.names.add(found.name)
        if known.gender is Gender.UNKNOWN:
            known.gender = found.gender
        if found.reference is Reference.NAME and len(found.name) > len(known.referent.name):
            known.referent = found
        self._note(
            known,
            number,
            found.span if found.reference is Reference.NAME else attribution.source[0],
            found,
            attribution,
        )
        return index

    def _note(self, known: _Known, number: int, span: Span, found: Referent, attribution: Attribution) -> None:
        """Write down a mention and the outlets beside it."""
        text = self.paragraphs[number].text
        span = attribution.source[0] if attribution.source else span
        known.mentions.append(Mention(Place(number, span), span.of(text), found.head, attribution.sentence))
        known.via.extend(name for via in attribution.via if (name := via.of(text)) not in known.via)

    def _match(self, found: Referent) -> int | None:
        """Return the known source with the same name, or the one that a definite description goes back to."""
        for index in range(len(self.known) - 1, -1, -1):
            if _same(self.known[index], found):
                return index
        return None

    def _pronoun(
        self, number: int, sentence: Sentence, head: Token, found: Referent, attribution: Attribution
    ) -> int | None:
        """Return whom a pronoun means."""
        lower = head.text.lower()
        if lower in ("he", "she", "him", "her"):
            index = self._person(number, sentence, head, found, attribution)
        else:
            index = self._body(plural=found.plural)
        if index is not None:
            known = self.known[index]
            if known.gender is Gender.UNKNOWN:
                known.gender = found.gender
            self._note(known, number, attribution.source[0], found, attribution)
        return index

    def _person(
        self, number: int, sentence: Sentence, head: Token, found: Referent, attribution: Attribution
    ) -> int | None:
        """Return the person that he or she means: the last speaker that fits, else a person named just before."""
        named = self._named_before(number, sentence, head, found.gender)
        if self.last is not None and self._fits(self.last, found.gender) and not self._nearer(named, number):
            return self.last
        if named is not None:
            return self._meet_silently(named)
        for index in range(len(self.known) - 1, -1, -1):
            if self._fits(index, found.gender):
                return index
        return None

    def _nearer(self, named: tuple[int, Referent] | None, number: int) -> bool:
        """Say whether a person named before the pronoun is nearer than the last speaker's own words.

        Of whom somebody speaks is not the one to go on speaking.
        """
        if named is None or self.last is None:
            return named is not None
        if self.paragraphs[named[0]].attributed(named[1].span):
            return False
        last = self.known[self.last].mentions[-1].place
        position = (named[0], named[1].span.start)
        return position > (last.paragraph, last.span.end)

    def _fits(self, index: int, gender: Gender) -> bool:
        """Say whether a known source can be a he or she of ``gender``."""
        known = self.known[index]
        return known.referent.kind in _PEOPLE and known.gender.fits(gender)

    def _named_before(
        self, number: int, sentence: Sentence, head: Token, gender: Gender
    ) -> tuple[int, Referent] | None:
        """Return the person named last as a subject before the pronoun, in its sentence or the one before."""
        for where, before in self._sentences_before(number, sentence):
            best: Referent | None = None
            for entity in before.entities:
                if entity.label != "PERSON" or (before is sentence and entity.first >= head.index):
                    continue
                top = _top(before, entity.first, entity.end)
                if top.relation not in ("nsubj", "nsubj:pass", "root"):
                    continue
                found = describe(before, top, _phrase(before, top))
                if found.kind is SourceKind.NAMED_PERSON and found.gender.fits(gender):
                    best = found
            if best is not None:
                return where, best
        return None

    def _sentences_before(self, number: int, sentence: Sentence) -> list[tuple[int, Sentence]]:
        """Return the pronoun's sentence, the one before it, and the paragraph before's last, nearest first."""
        own = self.paragraphs[number].sentences
        at = next((index for index, one in enumerate(own) if one is sentence), 0)
        near = [(number, own[index]) for index in range(at, max(at - 2, -1), -1)]
        if at == 0 and number > 0 and self.paragraphs[number - 1].sentences:
            near.append((number - 1, self.paragraphs[number - 1].sentences[-1]))
        return near

    def _meet_silently(self, named: tuple[int, Referent]) -> int:
        """Return the source for a person who was named but had not spoken yet."""
        number, found = named
        index = self._match(found)
        if index is None:
            known = _Known(found, names={found.name}, gender=found.gender)
            sentence = self.paragraphs[number].sentences.index(self.paragraphs[number].sentence_at(found.span.start))
            text = found.span.of(self.paragraphs[number].text)
            known.mentions.append(Mention(Place(number, found.span), text, found.head, sentence))
            self.known.append(known)
            index = len(self.known) - 1
        return index

    def _body(self, *, plural: bool) -> int | None:
        """Return the body or group that it or they means: the last speaker if it fits, else the last met."""
        kinds = (
            (SourceKind.UNNAMED_GROUP, SourceKind.NAMED_ORGANISATION)
            if plural
            else (SourceKind.NAMED_ORGANISATION, SourceKind.DOCUMENT, SourceKind.MEDIA_OUTLET)
        )
        nearest_first = list(range(len(self.known) - 1, -1, -1))
        order = nearest_first if self.last is None else [self.last, *nearest_first]
        return next((index for index in order if self.known[index].referent.kind in kinds), None)


def _nested(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether an attribution stands inside another's content: who speaks there is not the story's speaker."""
    return any(
        other is not attribution and any(part.covers(attribution.cue[0]) for part in other.content)
        for other in paragraph.attributions
        if attribution.cue and other.cue
    )


def _same(known: _Known, found: Referent) -> bool:
    """Say whether ``found`` refers to ``known``."""
    kind = known.referent.kind
    if found.reference is Reference.NAME and found.kind is SourceKind.NAMED_PERSON:
        return kind is SourceKind.NAMED_PERSON and any(same_person(name, found.name) for name in known.names)
    if found.reference is Reference.NAME:
        return any(name.lower() == found.name.lower() for name in known.names)
    if found.kind is not kind and not (found.definite and _both_unnamed(found, known)):
        return False
    if found.kind in (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP):
        return found.definite and found.head == known.referent.head and found.plural == known.referent.plural
    same_words = any(strip_article(name).lower() == strip_article(found.name).lower() for name in known.names)
    return same_words or (found.definite and found.head == known.referent.head)


def _both_unnamed(found: Referent, known: _Known) -> bool:
    """Say whether both are people whom the reader is not told."""
    return bool(found.kind and found.kind.unnamed and known.referent.kind and known.referent.kind.unnamed)


def same_person(one: str, other: str) -> bool:
    """Say whether two names without titles can be one person's: the last words agree, and the first if both have one.

    >>> same_person("Sullivan", "Jake Sullivan"), same_person("Ann Lee", "Bob Lee")
    (True, False)
    """
    first, second = bare_name(one).lower().split(), bare_name(other).lower().split()
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0])
    return short[-1] == long[-1] and short[0] == long[0]


def _top(sentence: Sentence, first: int, end: int) -> Token:
    """Return the head of a name's tokens."""
    return next(
        (t for t in sentence.tokens[first:end] if not first <= t.head < end or t.head == t.index),
        sentence.tokens[first],
    )


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for."""
    for above in sentence.ancestors(pronoun):
        if above.relation in ("acl:relcl", "acl"):
            return sentence.head(above)
    return None


def _phrase(sentence: Sentence, head: Token) -> Span:
    """Return the span of the phrase that ``head`` heads, without its clauses."""
    clauses = frozenset(t.index for t in sentence.children(head, "acl:relcl", "acl", "punct", "conj", "cc", "case"))
    tokens = sentence.subtree(head, without=clauses)
    return tokens[0].span.joined(tokens[-1].span)


def _source(known: _Known, paragraphs: Sequence[Paragraph]) -> Source:
    """Freeze a source."""
    found = known.referent
    kind = found.kind or SourceKind.UNNAMED_PERSON
    mentions = tuple(sorted(known.mentions, key=lambda mention: (mention.place.paragraph, mention.place.span.start)))
    reason = reason_for(mentions, paragraphs) if kind.unnamed else None
    return Source(
        name=found.name,
        kind=kind,
        mentions=mentions,
        description=description(mentions, found.name, paragraphs) if not kind.unnamed else "",
        specificity=specificity(mentions[0], paragraphs, reason is not None) if kind.unnamed else 5,
        reason=reason,
        via=tuple(known.via),
    )
