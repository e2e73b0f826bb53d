"""Find all words that mean somebody who speaks in a story, also where they do not speak.

A source's own mentions are where it says something. The same names, descriptions and pronouns stand elsewhere, and mean
the same: only what is certain is taken, a surname that two people bear means neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.antecedents import Antecedents, Appearance, Position, appearances, pronoun_class
from attrib_lsp.attribution.bearers import known_as, said_of
from attrib_lsp.attribution.genders import Gender, gender_of_name, gender_of_word
from attrib_lsp.attribution.mentions import Reference, Referent
from attrib_lsp.attribution.names import StoryNames, same_person
from attrib_lsp.attribution.phrases import bare_name, in_own_clause, names_person, span_of, strip_article, top_of
from attrib_lsp.attribution.values import Mention, Paragraph, Place, Source, SourceKind, Statement
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_PEOPLE = (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON)
_BODIES = (SourceKind.NAMED_ORGANISATION, SourceKind.MEDIA_OUTLET)
_SUBJECTS = ("nsubj", "nsubj:pass")
_OBJECTS = ("obj", "iobj", "obl", "obl:agent")


@dataclass(frozen=True, slots=True)
class Coreference:
    """The words of a story by whom they mean.

    ``mentions`` has one entry for each of the graph's sources, in the same order: where it is meant, in the order of
    the paragraphs; no mention lies inside another of the same source. ``others`` are the names of people, and pronouns
    for people, who do not speak, or of whom it is not plain whether they do.
    """

    mentions: tuple[tuple[Mention, ...], ...]
    others: tuple[Place, ...]


def corefer(
    paragraphs: Sequence[Paragraph], order: Sequence[int], sources: Sequence[Source], statements: Sequence[Statement]
) -> Coreference:
    """Return whom the words of ``paragraphs`` mean, met in ``order`` (numbers of paragraphs, the body first)."""
    finder = _Finder(paragraphs, sources, statements)
    for number in order:
        finder.read(number)
    mentions = []
    for source, found in zip(sources, finder.mentions, strict=True):
        doubtful = _contradicted([*source.mentions, *found])
        finder.others += (one.place for one in found if one in doubtful)
        mentions.append(_outermost([*source.mentions, *(one for one in found if one not in doubtful)]))
    return Coreference(tuple(mentions), tuple(finder.others))


class _Finder:
    """Meets the paragraphs one after the other and remembers who was spoken of."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], sources: Sequence[Source], statements: Sequence[Statement]
    ) -> None:
        self.paragraphs = paragraphs
        self.sources = sources
        self.names = StoryNames(paragraphs)
        self.antecedents = Antecedents(paragraphs, self.names)
        self.mentions: list[list[Mention]] = [[] for _ in sources]
        self.others: list[Place] = []
        self.meant = dict(_heads(paragraphs, sources, statements))
        self.latest: dict[tuple[str, bool], int | None] = {}
        self.people: dict[str, list[int]] = {}
        self.bodies: dict[str, int] = {}
        for number, source in enumerate(sources):
            if source.kind is SourceKind.NAMED_PERSON:
                for word in set(bare_name(source.name).lower().split()):
                    self.people.setdefault(word, []).append(number)
            elif source.kind in _BODIES:
                self.bodies.setdefault(strip_article(source.name).lower(), number)

    def read(self, number: int) -> None:
        """Find whom the words of one paragraph mean."""
        paragraph = self.paragraphs[number]
        for index, sentence in enumerate(paragraph.sentences):
            for entity in sentence.entities:
                self._name(number, index, entity)
        for one in appearances(paragraph):
            position = (number, one.sentence, one.token.index)
            if one.referent is None:
                self._pronoun(position, one)
            elif one.referent.reference is Reference.DESCRIPTION:
                self._description(position, one, one.referent)

    def _name(self, number: int, index: int, entity: Entity) -> None:
        """Take in a name: a person's, in whatever form, or that of a body that speaks."""
        sentence = self.paragraphs[number].sentences[index]
        position = (number, index, top_of(sentence.tokens[entity.first : entity.end]).index)
        if names_person(entity) or (entity.label in ("ORG", "PLACE") and self.names.is_person(entity.text)):
            tokens = _titled(sentence, entity)
            gender = next((known for one in tokens if (known := gender_of_word(one.text)) is not Gender.UNKNOWN), None)
            name = bare_name(entity.text)
            source = self._person(name, gender or gender_of_name(name), (number, entity.span.start))
            self._take(position, span_of(tokens), source)
        elif entity.label == "ORG":
            source = self._body(entity.text)
            if source is not None:
                self._take(position, entity.span, source)

    def _description(self, position: Position, one: Appearance, found: Referent) -> None:
        """Take in a description: "the mayor", or "the officials" for those who were met last."""
        number, index, _ = position
        sentence = self.paragraphs[number].sentences[index]
        key = (found.head, found.plural)
        source = self.meant.get(position)
        if source is not None or not found.definite:
            self.latest[key] = source
            return
        if one.quoted:
            return
        known = known_as(self.names, found, sentence, one.token, (number, one.token.span.start))
        if known.reference is not Reference.NAME:
            source = self.latest.get(key)
            if source is not None and said_of(found.name) <= said_of(self.sources[source].name):
                self._take(position, found.span, source)
        elif known.kind is SourceKind.NAMED_PERSON:
            if self.names.holders(found.head) > 1:
                return  # the story has two presidents
            self._take(position, found.span, self._person(known.name, known.gender, (number, one.token.span.start)))
        else:
            self._take(position, found.span, self._body(known.name))

    def _pronoun(self, position: Position, one: Appearance) -> None:
        """Take in "he" or "she" of the story's own words, with their other forms."""
        if position in self.meant or pronoun_class(one.token.text) not in ("he", "she"):
            return
        self._take(position, one.token.span, None if one.quoted else self._antecedent(position, one.token))

    def _antecedent(self, position: Position, pronoun: Token) -> int | None:
        """Return which source a pronoun means."""
        found = self.antecedents.of(position)
        if found is None:
            return None
        source = self.meant.get(found.position)
        if source is None and found.referent.kind is SourceKind.NAMED_PERSON:
            source = self._person(found.referent.name, found.referent.gender, (position[0], pronoun.span.start))
        doubtful = self._fellow_subject(position, pronoun, source) or self._other_between(found.position, position)
        return None if doubtful else source

    def _fellow_subject(self, position: Position, pronoun: Token, source: int | None) -> bool:
        """Say whether the subject of a pronoun's own clause is ``source``: "him" in "he told him" is somebody else."""
        number, index, _ = position
        sentence = self.paragraphs[number].sentences[index]
        if pronoun.relation not in _OBJECTS:
            return False
        subjects = sentence.children(in_own_clause(sentence, pronoun), *_SUBJECTS)
        return any(self.meant.get((number, index, subject.index)) == source for subject in subjects)

    def _other_between(self, antecedent: Position, position: Position) -> bool:
        """Say whether somebody else whom a pronoun fits stands nearer before it in its own sentence, or leads it.

        "Asked about his claims, Lind wept": the subject of the sentence may be meant before it comes.
        """
        number, index, word = position
        sentence = self.paragraphs[number].sentences[index]
        pronoun = sentence.tokens[word]
        beside = sentence.tokens[antecedent[2]] if antecedent[:2] == (number, index) else None
        nearest = beside.index if beside is not None else -1
        led = beside is not None and beside.relation in _SUBJECTS
        above = {token.index for token in sentence.ancestors(pronoun)}
        meant = self.meant.get(antecedent)
        for one in appearances(self.paragraphs[number]):
            if one.sentence != index or one.referent is None:
                continue
            leads = not led and one.token.index > word and one.token.relation in _SUBJECTS and one.token.head in above
            fits = one.referent.kind in _PEOPLE and not one.referent.plural
            fits = fits and one.referent.gender.fits(gender_of_word(pronoun.text))
            near = nearest < one.token.index < word or leads
            if near and fits and not self._same((number, one.sentence, one.token.index), meant):
                return True
        return False

    def _same(self, place: Position, source: int | None) -> bool:
        """Say whether the word at ``place`` is known to mean ``source``."""
        return source is not None and self.meant.get(place) == source

    def _person(self, name: str, gender: Gender, at: tuple[int, int]) -> int | None:
        """Return which source the person called ``name`` is; None where two people could be meant."""
        if len(self.names.bearers(name, gender)) > 1:
            return None
        full = self.names.full_name(name, at, gender)
        alike = self.people.get((full.lower().split() or [""])[-1], ())
        found = [number for number in alike if same_person(self.sources[number].name, full)]
        exact = [number for number in found if self.sources[number].name.lower() == full.lower()]
        only = exact or found
        return only[0] if len(only) == 1 else None

    def _body(self, name: str) -> int | None:
        """Return which source the body of that name, or of these initials, is."""
        full = self.names.spelled_out(name) or name
        return self.bodies.get(strip_article(full).lower())

    def _take(self, position: Position, span: Span, source: int | None) -> None:
        """Note that the word at ``position`` means ``source``, or nobody who is known to speak."""
        number, index, _ = position
        if source is None:
            self.others.append(Place(number, span))
            return
        self.meant.setdefault(position, source)
        paragraph = self.paragraphs[number]
        head = paragraph.sentences[index].tokens[position[2]].lemma.lower()
        self.mentions[source].append(Mention(Place(number, span), span.of(paragraph.text), head, index))


def _titled(sentence: Sentence, entity: Entity) -> tuple[Token, ...]:
    """Return the words of a name with the titles before it, without a possessive behind it."""
    first, end = entity.first, entity.end
    while first > 0 and sentence.tokens[first - 1].text.lower() in words("people", "titles"):
        first -= 1
    while end - 1 > first and sentence.tokens[end - 1].tag == "POS":
        end -= 1
    return sentence.tokens[first:end]


def _heads(
    paragraphs: Sequence[Paragraph], sources: Sequence[Source], statements: Sequence[Statement]
) -> Iterator[tuple[Position, int]]:
    """Yield the head words of the mentions that are known, with the number of their source."""
    for number, source in enumerate(sources):
        for mention in source.mentions:
            sentence = paragraphs[mention.place.paragraph].sentences[mention.sentence]
            tokens = sentence.tokens_in(mention.place.span)
            if tokens:
                yield (mention.place.paragraph, mention.sentence, top_of(tokens).index), number
    for one in statements:
        if one.source is not None and one.attribution.head is not None:
            yield (one.paragraph, one.attribution.sentence, one.attribution.head), one.source


def _contradicted(mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Return the mentions by "he" or "she" that are not more than those by the other: nobody is both."""
    by_class: dict[str, list[Mention]] = {}
    for one in mentions:
        by_class.setdefault(pronoun_class(one.text), []).append(one)
    he, she = by_class.get("he", []), by_class.get("she", [])
    return frozenset((*(he if len(he) <= len(she) else ()), *(she if len(she) <= len(he) else ())))


def _outermost(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return mentions in order, each once, without those that lie inside another one."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda each: (each.place.paragraph, each.place.span.start, -each.place.span.end)):
        last = kept[-1].place if kept else None
        if last is None or last.paragraph != one.place.paragraph or not last.span.covers(one.place.span):
            kept.append(one)
    return tuple(kept)
