"""What the figures of a paragraph count: a noun, and what is done by or to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from attrib_lsp.attribution.figures import Figure, Unit, figures, fractions, groups
from attrib_lsp.attribution.keys import key
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words

#: What people are counted as, whatever they are called.
PERSON = "person"
#: Words before a figure by which it is a rank.
NUMBERED = ("no", "number")
#: Words between a figure and its noun at most.
_REACH = 4
#: How far above a noun the verb may stand.
_CLIMB = 3
_LONG = ("decade", "century")
_NOUNS = ("NOUN", "PROPN")
_BETWEEN = ("ADJ", "ADV", "PUNCT", "PART")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\.? $")
_AT = re.compile(r"\b(?:at|by|in|on|after|before|since) $", re.IGNORECASE)
_MORE = re.compile(r"\b(?:additional|another|further) $", re.IGNORECASE)
_JOINED = re.compile(r"[-‐]([A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what it counts.

    ``thing`` is the key of the noun that it counts, `PERSON` for people, "" where none stands there; ``role`` is the
    key of what is done by or to that, "" where it is not plain. ``sentence`` is its number in the paragraph. ``label``
    is the word before a figure that is a name ("no" of "No. 4"); ``each`` is set where a sentence tells of so much
    for each, ``more`` where so many come on top ("another 22").
    """

    figure: Figure
    sentence: int
    thing: str = ""
    role: str = ""
    label: str = ""
    each: bool = False
    more: bool = False

    @property
    def timed(self) -> bool:
        """Whether it counts time."""
        return self.thing in _times()

    @property
    def measured(self) -> bool:
        """Whether it counts in a unit of measure: time, space, heat."""
        return self.thing in _units()

    def same(self, other: Counted) -> bool:
        """Say whether both surely count the same: one noun; of people, those of one fate; of names, the same word."""
        if self.label or other.label:
            return self.label == other.label not in NUMBERED and self.figure.unit is other.figure.unit
        if self.figure.unit is not other.figure.unit or self.figure.age != other.figure.age:
            return False
        if not self.thing or self.thing != other.thing:
            return False
        return self.thing != PERSON or (
            bool(self.role) and (self.role == other.role or fate(self.role) == fate(other.role) != "")
        )

    def may_match(self, other: Counted) -> bool:
        """Say whether both may count the same: the nouns are one, or not known on both sides."""
        return self.label == other.label and (not self.thing or not other.thing or self.thing == other.thing)


@dataclass(frozen=True)
class Told:
    """The figures that one paragraph gives, and the shares and groups that it gives in words."""

    counted: tuple[Counted, ...]
    fractions: tuple[float, ...] = ()
    groups: tuple[float, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures alone."""
        return tuple(one.figure for one in self.counted)


@remembered
def told_in(paragraph: Paragraph) -> Told:
    """Return what figures a paragraph gives, and what each counts."""
    text = paragraph.text
    return Told(tuple(_counted(paragraph)), tuple(fractions(text)), tuple(groups(text)))


def _counted(paragraph: Paragraph) -> Iterator[Counted]:
    """Yield the figures of ``paragraph`` in order, decades as years."""
    numbers = {id(sentence): number for number, sentence in enumerate(paragraph.sentences)}
    for figure in figures(paragraph.text):
        if not paragraph.sentences:
            yield Counted(figure, 0)
            continue
        sentence = paragraph.sentence_at(figure.span.start)
        one = _read(paragraph, sentence, figure, numbers[id(sentence)])
        if one.thing in _LONG and figure.unit is Unit.COUNT:
            times = lexicon("measures")["group_words"][one.thing]
            one = replace(one, thing="year", figure=replace(figure, value=figure.value * times, step=times))
        yield one


def _read(paragraph: Paragraph, sentence: Sentence, figure: Figure, number: int) -> Counted:
    """Return ``figure`` with what it counts in ``sentence``."""
    tokens = sentence.tokens_in(figure.span)
    if not tokens or figure.unit in (Unit.YEAR, Unit.DAY):
        return Counted(figure, number)
    label = _label(paragraph.text, figure.span.start)
    if label and figure.unit is Unit.COUNT:
        return Counted(figure, number, label=label)
    each = sentence.holds(words("measures", "each"))
    more = _MORE.search(paragraph.text, 0, figure.span.start) is not None
    return replace(_named(paragraph, sentence, figure, number, tokens), each=each, more=more)


def _named(paragraph: Paragraph, sentence: Sentence, figure: Figure, number: int, tokens: tuple[Token, ...]) -> Counted:
    """Return ``figure`` with the noun that it counts and the verb above that."""
    joined = _JOINED.match(paragraph.text, figure.span.end)
    if joined is not None:
        return Counted(figure, number, _thing(joined[1].lower(), sentence.lists.roles), "")
    if figure.unit is Unit.COUNT and _feared(sentence, tokens[-1]):
        return Counted(figure, number, PERSON)
    noun = _noun(sentence, tokens)
    if noun is None:
        role = _role(sentence, tokens[-1])
        at = _AT.search(paragraph.text, 0, figure.span.start)
        people = figure.unit is Unit.COUNT and not figure.age and bool(fate(role)) and at is None
        return Counted(figure, number, PERSON if people else "", role)
    if figure.unit is Unit.RANK:
        return Counted(figure, number, key(noun.lemma), _role(sentence, noun))
    thing = _thing(noun.lemma.lower(), sentence.lists.roles)
    becoming = lexicon("measures")["fates"].get(noun.text.lower())
    if becoming is not None:  # "3 dead": people, by their fate
        return Counted(figure, number, PERSON, key(becoming))
    if noun.lemma.lower() in words("measures", "toll_nouns"):
        return Counted(figure, number, PERSON, key(noun.lemma))
    return Counted(figure, number, thing, _role(sentence, noun))


def _label(text: str, start: int) -> str:
    """Return the word right before a figure by which it is a name ("Channel 4"), "" where there is none."""
    before = _WORD_BEFORE.search(text, 0, start)
    word = before[1].lower() if before is not None else ""
    return word if word in words("measures", "labels") else ""


def _noun(sentence: Sentence, tokens: tuple[Token, ...]) -> Token | None:
    """Return the noun that a figure counts: the one it hangs from, else the one behind it or behind its "of"."""
    last = tokens[-1]
    for token in tokens:
        head = sentence.head(token)
        if token.relation not in ("nummod", "amod", "compound") or head.pos not in _NOUNS or head.index <= last.index:
            continue
        between = sentence.tokens[last.index + 1 : head.index]
        if _aged(sentence.tokens[head.index + 1 :]):
            continue
        if not between or between[0].pos == "CCONJ" or all(one.pos != "NUM" for one in between):
            return head
    behind = sentence.tokens[last.index + 1 : last.index + 1 + _REACH]
    if behind and behind[0].text.lower() == "of":
        return next((token for token in behind[1:] if token.pos == "NOUN"), None)
    for place, token in enumerate(behind):
        if token.pos in _NOUNS and token.text.lower() not in lexicon("measures")["fates"]:
            following = behind[place + 1 :]
            if _aged(following):  # "2 decades-old cases": two cases
                return next((one for one in following[2:] if one.pos in _NOUNS), None)
            run = next((at for at, one in enumerate(following) if one.pos not in _NOUNS), len(following))
            return (token, *following[:run])[-1]
        if token.pos not in _BETWEEN or token.text in (",", ";", ":", ".", "(", ")"):
            break
    return behind[0] if behind and behind[0].text.lower() in lexicon("measures")["fates"] else None


def _feared(sentence: Sentence, last: Token) -> bool:
    """Say whether a figure counts people of whom the worst is feared ("35 feared dead"), with the missing."""
    behind = [one.text.lower() for one in sentence.tokens[last.index + 1 : last.index + 3]]
    return len(behind) > 1 and behind[0] in words("measures", "feared") and behind[1] in lexicon("measures")["fates"]


def _aged(following: Sequence[Token]) -> bool:
    """Say whether what follows makes a plural noun a matter of age ("decades-old")."""
    return len(following) > 1 and following[0].text in "-‐" and following[1].text.lower() == "old"


def _behind(sentence: Sentence, token: Token) -> list[Token]:
    """Return the words behind a noun that may tell what became of it."""
    found = [child for child in sentence.children(token, "acl", "acl:relcl", "amod") if child.pos == "VERB"]
    found += [one for one in sentence.tokens[token.index + 1 : token.index + 2] if one.pos in ("ADJ", "VERB")]
    return found


def _role(sentence: Sentence, token: Token) -> str:
    """Return the key of the verb whose part ``token`` is: of one behind it that tells a fate, else of the one above."""
    behind = _behind(sentence, token)
    joined = [one for other in sentence.children(token, "conj") for one in _behind(sentence, other)]
    for one in (*behind, *joined):
        if fate(key(one.lemma)):
            return key(one.lemma)
    for above, _ in zip(sentence.ancestors(token), range(_CLIMB), strict=False):
        if above.pos == "VERB" or (above.pos == "ADJ" and fate(key(above.lemma))):
            return key(above.lemma)
    return key(behind[0].lemma) if behind and behind[0].pos == "VERB" else ""


@cache
def _thing(lemma: str, roles: frozenset[str]) -> str:
    """Return the key of a counted noun, one for all people, among them those in ``roles``."""
    single = lemma.removesuffix("s") if len(lemma) > _REACH else lemma
    if any(one in _people(roles) for one in (lemma, single)):
        return PERSON
    return single if single in _units() else key(lemma)


def counts_people(lemma: str, roles: frozenset[str]) -> bool:
    """Say whether a noun is one by which people are counted, among them those in ``roles``."""
    return _thing(lemma.lower(), roles) == PERSON


@cache
def _people(roles: frozenset[str]) -> frozenset[str]:
    """Return the nouns for people, among them those for ``roles``."""
    known = [roles, words("people", "civilians")]
    known += [words("measures", name) for name in ("people_nouns", "crowd_nouns", "toll_nouns", "more_people")]
    return frozenset().union(*known) - {"family", "home", "household", "job"}


@cache
def _fates() -> dict[str, str]:
    """Return the groups of fates by the keys of their words: each group's first."""
    found: dict[str, str] = {}
    for group in lexicon("measures")["fate_groups"]:
        for word in group:
            found.setdefault(key(word), group[0])
    return found


def fate(role: str) -> str:
    """Return the fate that a role is, by the first word for it; "" for any other."""
    return _fates().get(role, "")


@cache
def _times() -> frozenset[str]:
    """Return the units of time."""
    return frozenset(lexicon("measures")["times"])


@cache
def _units() -> frozenset[str]:
    """Return the units of measure."""
    return words("measures", "units") | _times()
