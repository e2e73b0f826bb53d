"""Find whom a pronoun means: the person, body or group that stands where the reader will look for it.

Who is the subject of a sentence goes before who is its object, the nearest before the farther, whoever is still being
spoken of ("she" again) before somebody new. What a source says in quotation marks is another's speech: the story's own
pronouns rarely go back into it, and a "he" in it is hardly the one who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attrib_lsp.attribution.genders import Gender, gender_of_word
from attrib_lsp.attribution.mentions import Reference, Referent, describe
from attrib_lsp.attribution.names import StoryNames
from attrib_lsp.attribution.phrases import core_span
from attrib_lsp.attribution.values import Attribution, ContentType, CueKind, Paragraph, SourceKind
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

#: How well a word's place suits it for being taken up again.
SOURCE, SUBJECT, CLAUSE_SUBJECT, FRONTED, OTHER, OWNER = 40, 40, 28, 26, 15, 12
#: What each sentence in between, the end of a paragraph, and quotation marks take away.
SENTENCE_APART, PARAGRAPH_APART, QUOTED = 12, 4, 30
#: What being a pronoun adds: whoever is meant by it is being spoken of.
SPOKEN_OF = 8
#: What a candidate must score: an owner in the sentence before still does, an object two sentences before does not.
LEAST = -8
#: Sentences of the story's own words in which an antecedent is looked for.
REACH = 4
_NOMINAL = ("nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "nmod", "root", "conj")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_PEOPLE = (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON)
_THINGS = (SourceKind.NAMED_ORGANISATION, SourceKind.DOCUMENT, SourceKind.MEDIA_OUTLET)
_SAYING = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.DENIAL, CueKind.COGNITION)

#: Where a word stands: paragraph, sentence, word.
Position = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A word of a paragraph that a pronoun may take up; ``referent`` is None where it is a pronoun itself."""

    sentence: int
    token: Token
    referent: Referent | None
    weight: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun means, and where."""

    position: Position
    referent: Referent


def pronoun_class(word: str) -> str:
    """Return which pronouns take up the same: "he", "she", "they" or "it"; "" for other words."""
    lower = word.lower()
    return next((name for name in ("he", "she", "they", "it") if lower in words("people", f"pronouns.{name}")), "")


@gathered
def appearances(paragraph: Paragraph) -> Iterator[Appearance]:
    """Yield the words of ``paragraph`` that a pronoun may take up, in order."""
    sources = {
        (one.sentence, one.head) for one in paragraph.attributions if one.head is not None and one.kind in _SAYING
    }
    for number, sentence in enumerate(paragraph.sentences):
        for token in sentence.tokens:
            weight = SOURCE if (number, token.index) in sources else _weight(sentence, token)
            if weight == 0 or _mere_title(sentence, token):
                continue
            if pronoun_class(token.text) and token.pos in ("PRON", "DET"):
                referent = None
            elif token.pos in ("NOUN", "PROPN", "PRON") and token.tag not in ("PRP", "PRP$", "WP", "WDT", "WP$"):
                referent = describe(sentence, token, core_span(sentence, token))
                if referent.kind is None or sentence.tokens_in(referent.span)[0].text.lower() == "no":
                    continue
            else:
                continue
            yield Appearance(number, token, referent, weight, paragraph.quoted(token.span))


def _mere_title(sentence: Sentence, token: Token) -> bool:
    """Say whether a title stands beside a name that does not hang from it: the name is who is meant."""
    return token.text.lower() in words("people", "courtesy") and sentence.child(token, "flat", "flat:name") is None


def _weight(sentence: Sentence, token: Token) -> int:
    """Return how well the place of ``token`` suits it for being taken up; 0 where it heads nothing of its own."""
    if token.relation in _SUBJECTS:
        verb = sentence.head(token)
        while verb.relation in ("conj", "xcomp") and verb.head != verb.index:
            verb = sentence.head(verb)
        return SUBJECT if verb.relation in ("root", "parataxis") else CLAUSE_SUBJECT
    if token.relation == "nmod:poss":
        return OWNER
    if token.relation not in _NOMINAL:
        return 0
    if token.relation == "root":
        return SUBJECT
    if token.relation == "conj" and sentence.head(token).relation in _SUBJECTS:
        return CLAUSE_SUBJECT
    above = sentence.head(token)
    fronted = token.relation == "obl" and token.index < above.index and above.relation == "root"
    return FRONTED if fronted else OTHER


class Antecedents:
    """Finds the antecedents of a story's pronouns, each once."""

    def __init__(self, paragraphs: Sequence[Paragraph], names: StoryNames) -> None:
        """Look for antecedents in ``paragraphs``, whose ``names`` are known."""
        self._paragraphs = paragraphs
        self._names = names
        self._found: dict[Position, Antecedent | None] = {}
        self._people: dict[int, tuple[tuple[str, Antecedent], ...]] = {}

    def of(self, position: Position) -> Antecedent | None:
        """Return whom the pronoun at ``position`` means; None where the story does not make it plain."""
        if position not in self._found:
            self._found[position] = None  # a pronoun is never its own antecedent
            self._found[position] = self._search(position)
        return self._found[position]

    def _search(self, position: Position) -> Antecedent | None:
        """Return the best candidate for the pronoun at ``position``."""
        number, at, index = position
        paragraph = self._paragraphs[number]
        pronoun = paragraph.sentences[at].tokens[index]
        wanted = pronoun_class(pronoun.text)
        inside = paragraph.quoted(pronoun.span)
        barred = self._speakers_of(number, pronoun) if inside else frozenset()
        best: tuple[int, Antecedent] | None = None
        unsolved = LEAST
        for place, one, distance in self._before(position):
            score = one.weight - distance
            if one.quoted and not (inside and place[0] == number):
                score -= QUOTED
            if score <= LEAST or (best is not None and score <= best[0]):
                continue
            if one.referent is None:
                if pronoun_class(one.token.text) != wanted:
                    continue
                found = self.of(place)
                score += SPOKEN_OF
                unsolved = max(unsolved, score if found is None else LEAST)
            else:
                found = self._as_antecedent(place, one.referent)
            if found is None or found.position in barred or not self._agrees(wanted, found.referent):
                continue
            score -= _reluctance(wanted, found.referent)
            if score > LEAST and (best is None or score > best[0]):
                best = (score, found)
        if best is not None and best[0] >= unsolved:
            return best[1]
        return self._only_one(wanted, number)  # whoever is spoken of was named farther back

    def _before(self, position: Position) -> Iterator[tuple[Position, Appearance, int]]:
        """Yield what stands before a pronoun, nearest sentence first, with what its distance takes away."""
        number, at, index = position
        apart = 0
        for where in range(number, max(number - REACH, -1), -1):
            paragraph = self._paragraphs[where]
            by_sentence: dict[int, list[Appearance]] = {}
            for one in appearances(paragraph):
                by_sentence.setdefault(one.sentence, []).append(one)
            last = at if where == number else len(paragraph.sentences) - 1
            for sentence in range(last, -1, -1):
                own = False
                for one in reversed(by_sentence.get(sentence, ())):
                    if (where, sentence) == (number, at) and one.token.index >= index:
                        continue
                    own = own or not one.quoted
                    penalty = apart * SENTENCE_APART + (number - where) * PARAGRAPH_APART
                    yield (where, sentence, one.token.index), one, penalty
                apart += own or (where, sentence) == (number, at)
                if apart > REACH:
                    return

    def _as_antecedent(self, place: Position, referent: Referent) -> Antecedent:
        """Return a candidate with what the whole story tells of its name."""
        at = (place[0], referent.span.start)
        if referent.kind is SourceKind.NAMED_PERSON:
            if referent.gender is Gender.UNKNOWN:
                referent = replace(referent, gender=self._names.gender(referent.name, at))
        elif referent.reference is Reference.NAME and self._names.is_person(referent.name):
            gender = self._names.gender(referent.name, at)
            referent = replace(referent, kind=SourceKind.NAMED_PERSON, plural=False, gender=gender)
        return Antecedent(place, referent)

    def _only_one(self, wanted: str, number: int) -> Antecedent | None:
        """Return the only person that "he" or "she" can mean of all named in the paragraphs before."""
        if wanted not in ("he", "she"):
            return None
        named = (one for where in range(number) for one in self._people_in(where))
        found = {surname: meant for surname, meant in named if self._agrees(wanted, meant.referent)}
        return found.popitem()[1] if len(found) == 1 else None

    def _people_in(self, number: int) -> tuple[tuple[str, Antecedent], ...]:
        """Return who is named in the story's own words of a paragraph, with their surnames in lower case."""
        if number not in self._people:
            self._people[number] = tuple(self._named_in(number))
        return self._people[number]

    def _named_in(self, number: int) -> Iterator[tuple[str, Antecedent]]:
        """Yield who is named in a paragraph; see `_people_in`."""
        for one in appearances(self._paragraphs[number]):
            if one.referent is None or one.quoted or one.referent.reference is not Reference.NAME:
                continue
            meant = self._as_antecedent((number, one.sentence, one.token.index), one.referent)
            if meant.referent.kind is SourceKind.NAMED_PERSON:
                full = self._names.full_name(meant.referent.name, (number, meant.referent.span.start))
                yield full.lower().split()[-1], meant

    def _speakers_of(self, number: int, pronoun: Token) -> frozenset[Position]:
        """Return where those are named who speak the quotation that a pronoun stands in."""
        paragraph = self._paragraphs[number]
        found: set[Position] = set()
        for one in speaking(paragraph, pronoun):
            if one.head is None:
                continue
            place = (number, one.sentence, one.head)
            found.add(place)
            head = paragraph.sentences[one.sentence].tokens[one.head]
            meant = self.of(place) if pronoun_class(head.text) else None
            if meant is not None:
                found.add(meant.position)
        return frozenset(found)

    def _agrees(self, wanted: str, referent: Referent) -> bool:
        """Say whether a referent can be taken up by a pronoun of the class ``wanted``."""
        if wanted in ("he", "she"):
            return referent.kind in _PEOPLE and not referent.plural and referent.gender.fits(gender_of_word(wanted))
        if wanted == "it":
            return referent.kind in _THINGS and not referent.plural
        return referent.kind is not SourceKind.NAMED_PERSON or referent.plural


def _reluctance(wanted: str, referent: Referent) -> int:
    """Return what the number or kind of a word takes away from it.

    "They" may be a body or one person, but are rather many; "it" speaks more often as a body than on paper; who was
    introduced without a name is less often gone on with.
    """
    if wanted in ("he", "she"):
        return 10 if referent.kind is SourceKind.UNNAMED_PERSON else 0
    if wanted == "it":
        return 14 if referent.kind is SourceKind.DOCUMENT else 0
    if wanted != "they" or referent.plural or referent.kind is SourceKind.UNNAMED_GROUP:
        return 0
    return 8 if referent.kind is SourceKind.NAMED_ORGANISATION else 20


def speaking(paragraph: Paragraph, token: Token) -> list[Attribution]:
    """Return the attributions whose quoted content holds ``token``, the narrowest first."""
    around = [
        one
        for one in paragraph.attributions
        if one.type is not ContentType.INDIRECT
        and any(part.covers(token.span) for part in one.content)
        and not any(part.covers(token.span) for part in one.source)
    ]
    return sorted(around, key=lambda one: len(one.extent))
