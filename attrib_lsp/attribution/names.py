"""Who is named in a story: by which full name, of which gender, in which office; which bodies, by which short names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from attrib_lsp.attribution.genders import Gender, gender_of_name, gender_of_word
from attrib_lsp.attribution.outlets import is_outlet
from attrib_lsp.attribution.phrases import bare_name, names_person, strip_article, top_of
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import lexicon, words

#: Words before a name that are looked through for an office ("the Republican candidate for mayor Ann Lee").
ROLE_WORDS = 6
_CONTENT = ("NOUN", "PROPN", "ADJ")
_ABBREVIATION = re.compile(r"[A-Z][A-Z&.]{1,6}")

#: Where somebody is spoken of: paragraph, offset.
At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person named in a paragraph at ``offset``.

    ``name`` is without titles; ``role`` holds the lemmas of the words of an office beside it, ``head`` their main one.
    """

    offset: int
    name: str
    gender: Gender
    head: str
    role: frozenset[str]


@dataclass(frozen=True, slots=True)
class NamesInParagraph:
    """The people of one paragraph, its bodies (offset, name), and what each name in lower case was taken for."""

    people: tuple[NamedPerson, ...]
    bodies: tuple[tuple[int, str], ...]
    labels: tuple[tuple[str, str], ...]


@remembered
def names_in(paragraph: Paragraph) -> NamesInParagraph:
    """Return who and what is named in ``paragraph``."""
    people: list[NamedPerson] = []
    bodies: list[tuple[int, str]] = []
    labels: list[tuple[str, str]] = []
    for sentence in paragraph.sentences:
        for entity in sentence.entities:
            person = names_person(entity)
            if person or entity.label in ("ORG", "PLACE"):
                labels.append((strip_article(entity.text).lower(), "PERSON" if person else entity.label))
            if person:
                people.extend(_people(sentence, entity))
            elif entity.label == "ORG" and not is_outlet(entity.text, sentence.lists):
                bodies.append((entity.span.start, strip_article(entity.text)))
    return NamesInParagraph(tuple(people), tuple(bodies), tuple(labels))


def _people(sentence: Sentence, entity: Entity) -> Iterable[NamedPerson]:
    """Yield the person that ``entity`` names, once for each office beside the name."""
    name = bare_name(entity.text)
    if not name:
        return
    near = sentence.tokens[max(entity.first - 1, 0) : entity.end]
    gender = next((found for token in near if (found := gender_of_word(token.text)) is not Gender.UNKNOWN), None)
    offices = [office for office in (_before(sentence, entity), *_beside(sentence, entity)) if office]
    for office in offices or [[]]:
        lemmas = [_role_lemma(token) for token in office]
        yield NamedPerson(
            entity.span.start, name, gender or gender_of_name(name), lemmas[-1] if lemmas else "", frozenset(lemmas)
        )


def _role_lemma(token: Token) -> str:
    """Return the lemma of a word of an office, short titles spelled out ("Sen.")."""
    return str(lexicon("people")["short_titles"].get(token.text.lower().rstrip("."), token.lemma.lower()))


def _before(sentence: Sentence, entity: Entity) -> list[Token]:
    """Return the words of an office that run up to a name, its titles among them; the last one is its head."""
    first = entity.first
    while first < entity.end - 1 and sentence.tokens[first].text.lower() in words("people", "titles"):
        first += 1
    run: list[Token] = []
    for token in reversed(sentence.tokens[max(first - ROLE_WORDS, 0) : first]):
        if token.pos not in _CONTENT:
            break
        run.insert(0, token)
    return run if run and _is_office(sentence, run[-1]) else []


def _beside(sentence: Sentence, entity: Entity) -> Iterable[list[Token]]:
    """Yield the words of each office that stands in apposition to a name, before or after it; the head comes last."""
    top = top_of(sentence.tokens[entity.first : entity.end])
    heads = [*sentence.children(top, "appos")]
    if top.relation == "appos":
        heads.append(sentence.head(top))
    for head in heads:
        if _is_office(sentence, head) and not entity.first <= head.index < entity.end:
            modifiers = [child for child in sentence.children(head, "amod", "compound") if child.pos in _CONTENT]
            yield [*modifiers, head]


def _is_office(sentence: Sentence, token: Token) -> bool:
    """Say whether a word names an office or a trade, and is no courtesy title."""
    lemma = _role_lemma(token)
    return lemma not in words("people", "courtesy") and (
        lemma in sentence.lists.roles or lemma in words("people", "titles")
    )


class StoryNames:
    """The names of a story, looked up from where somebody is spoken of."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        """Collect the names of ``paragraphs``."""
        self._people: list[tuple[At, NamedPerson]] = []
        self._bodies: list[tuple[At, str]] = []
        self._labels: dict[str, Counter[str]] = {}
        self._by_word: dict[str, list[tuple[At, NamedPerson]]] = {}
        for number, paragraph in enumerate(paragraphs):
            names = names_in(paragraph)
            self._people += (((number, person.offset), person) for person in names.people)
            self._bodies += (((number, offset), name) for offset, name in names.bodies)
            for text, label in names.labels:
                self._labels.setdefault(text, Counter())[label] += 1
        for at, person in self._people:
            for word in {part.lower() for part in person.name.split()}:
                self._by_word.setdefault(word, []).append((at, person))

    def full_name(self, name: str, at: At, gender: Gender = Gender.UNKNOWN) -> str:
        """Return the fullest name of the person called ``name``; of two with one surname, of the one named more often.

        Nobody of another gender is meant: "Mrs Kott" is not Paul Kott. A surname goes before a given name: "Cameron" is
        David Cameron, not Cameron Diaz.
        """
        fuller = self._fuller(name, gender)
        if not fuller:
            return name
        before = [person.name for where, person in fuller if where <= at] or [fuller[0][1].name]
        likeliest = max(before, key=lambda one: (sum(same_person(one, other) for other in before), before.index(one)))
        same = (person.name for _, person in fuller if same_person(person.name, likeliest))
        return max(same, key=lambda one: len(one.split()))

    def bearers(self, name: str, gender: Gender = Gender.UNKNOWN) -> frozenset[str]:
        """Return the given names, in lower case, of those named more fully than by ``name`` whom it can mean."""
        return frozenset(person.name.lower().split()[0] for _, person in self._fuller(name, gender))

    def _fuller(self, name: str, gender: Gender) -> list[tuple[At, NamedPerson]]:
        """Return where people of that gender are named more fully: with this surname, else with this given name."""
        parts = name.lower().split()
        if not parts:
            return []
        fuller = self._named(parts[-1], len(parts), last=parts[-1], given=parts[0] if len(parts) > 1 else None)
        if not fuller and len(parts) == 1:
            fuller = self._named(parts[0], 1, given=parts[0])
        return [one for one in fuller if one[1].gender.fits(gender)]

    def _named(
        self, word: str, longer_than: int, *, last: str | None = None, given: str | None = None
    ) -> list[tuple[At, NamedPerson]]:
        """Return who is named with ``word``, by more words than that many, with that surname and given name."""
        found = []
        for at, person in self._by_word.get(word, ()):
            parts = person.name.lower().split()
            if len(parts) > longer_than and last in (None, parts[-1]) and given in (None, parts[0]):
                found.append((at, person))
        return found

    def is_person(self, name: str) -> bool:
        """Say whether one word that was taken for something else is the surname of somebody named in full."""
        bare = bare_name(name).lower()
        counts = self._labels.get(bare, Counter())
        return " " not in bare and counts["ORG"] <= counts["PERSON"] + 1 and bool(self._named(bare, 1, last=bare))

    def gender(self, name: str, at: At) -> Gender:
        """Return the gender that a title or the given name shows anywhere in the story.

        Somebody who is only called by one word that is a given name bears it as such ("Melanie").
        """
        full = self.full_name(name, at)
        shown = {
            person.gender
            for _, person in self._by_word.get(full.lower().split()[-1] if full else "", ())
            if person.gender is not Gender.UNKNOWN and same_person(person.name, full)
        }
        if len(shown) == 1:
            return shown.pop()
        return gender_of_name(full if " " in full else f"{full} {full}")

    def holder(self, head: str, modifiers: frozenset[str], at: At) -> NamedPerson | None:
        """Return the person named last before ``at`` in the office ``head`` that all the ``modifiers`` are said of."""
        for where, person in reversed(self._people):
            lesser = words("people", "lesser") & (person.role ^ modifiers)
            if where < at and person.head == head and modifiers <= person.role and not lesser:
                return person
        return None

    def holders(self, head: str) -> int:
        """Return how many people, told apart by their last names, are named in the office ``head``."""
        return len({person.name.lower().split()[-1] for _, person in self._people if person.head == head})

    def body(self, head: str, at: At) -> str | None:
        """Return the body named last before ``at`` whose name holds the word ``head`` ("the ministry")."""
        for where, name in reversed(self._bodies):
            if where < at and " " in name and head in name.lower().split():
                return name
        return None

    def spelled_out(self, short: str) -> str | None:
        """Return the body whose initials ``short`` is: "WHO" is the World Health Organization."""
        if _ABBREVIATION.fullmatch(short) is None:
            return None
        return self._by_initials.get(short.replace(".", ""))

    @cached_property
    def _by_initials(self) -> dict[str, str]:
        """The first body of each initials, those of small words counted or not."""
        found: dict[str, str] = {}
        for _, name in self._bodies:
            if " " in name:
                found.setdefault(_initials(name, small=False), name)
                found.setdefault(_initials(name, small=True), name)
        return found


def same_person(one: str, other: str) -> bool:
    """Say whether two names without titles can be one person's: the last words agree, and the first if both have one.

    >>> same_person("Sullivan", "Jake Sullivan"), same_person("Ann Lee", "Bob Lee")
    (True, False)
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0])
    return short[-1] == long[-1] and short[0] == long[0]


@lru_cache(maxsize=1 << 13)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, titles left out: each name is compared with many."""
    return tuple(bare_name(name).lower().split())


def _initials(name: str, *, small: bool) -> str:
    """Return the first letters of a name's words; those that begin small only if ``small``."""
    return "".join(word[0].upper() for word in re.split(r"[\s-]+", name) if word and (small or word[0].isupper()))
