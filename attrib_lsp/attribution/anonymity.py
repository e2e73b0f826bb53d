"""Tell which phrases leave a source unnamed, and what that source is: the ground of all rules on anonymity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.descriptions import belongs, knows, names_body
from attrib_lsp.attribution.phrases import noun_phrase, plain_words, span_of
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_DEFINITE = frozenset({"the", "that", "those", "these", "this", "both", "such", "said"})
_NOBODY = frozenset(
    {"no", "any", "every", "each", "which", "what", "whichever", "whatever", "neither", "either", "all"}
)
_SINGULAR = frozenset({"a", "an", "another", "one"})
#: More than that many are a class of people and not sources that somebody talked to.
MOST = 24
_NAMING = frozenset({"including", "like", "include", "includes", "included", "as"})


class UnnamedKind(Enum):
    """What an unnamed source is to the story."""

    BARE = "somebody who is said to know"
    INSIDER = "somebody who knows from where they work"
    PRIVATE = "a private person"


@dataclass(frozen=True, slots=True)
class UnnamedPhrase:
    """A phrase that means a source and leaves it unnamed.

    ``head`` is its telling noun ("official" in "one of his officials"). ``single`` is set where it means one person,
    ``counted`` where it gives or hints at a number.
    """

    head: Token
    span: Span
    kind: UnnamedKind
    single: bool
    counted: bool


@remembered
def unnamed_phrase(sentence: Sentence, head: Token) -> UnnamedPhrase | None:
    """Return what the phrase that ``head`` heads leaves unnamed.

    None for names, bodies that speak with one voice ("hospital officials"), classes of people ("lawyers", "half the
    voters"), whoever is described past doubt ("his wife"), and whom the reader has met ("the official").
    """
    noun = _noun(sentence, head)
    if noun is None or noun.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    phrase = _phrase(sentence, head)
    before = _before(sentence, noun)
    if _named(sentence, noun) or _met(sentence, head, noun, before) or _quantified_over(sentence, head, noun, before):
        return None
    plural = noun.tag in ("NNS", "NNPS") or noun.lemma.lower() == "people"
    single = not plural or head.text.lower() == "one"
    counted = single or noun is not head or bool(before & words("sourcing", "unnamed.counts")) or _few(sentence, noun)
    if single and not plural and not (before & _SINGULAR or _few(sentence, noun)):
        return None
    if plural and noun is head and before & {"a", "an"} and not before & words("sourcing", "unnamed.counts"):
        return None
    kind = _kind(sentence, noun, phrase, counted)
    return None if kind is None else UnnamedPhrase(noun, span_of(phrase), kind, single, counted)


def _phrase(sentence: Sentence, head: Token) -> list[Token]:
    """Return the words of the phrase that ``head`` heads, up to a comma behind it.

    Whole words stay whole ("a passer-by"); an adverb before it is no part of it, nor is a date before or behind it ("on
    Thursday officials").
    """
    phrase = noun_phrase(sentence, head)
    end = next((place for place, token in enumerate(phrase) if token.text == "," and token.index > head.index), None)
    phrase = phrase[:end]
    dates = {i for entity in sentence.entities if entity.label == "DATE" for i in range(entity.first, entity.end)}
    while (
        len(phrase) > 1
        and phrase[0] is not head
        and phrase[1].text != "-"
        and (phrase[0].pos in ("ADV", "CCONJ", "PUNCT") or phrase[0].index in dates)
    ):
        phrase.pop(0)
    while (
        len(phrase) > 1
        and phrase[-1] is not head
        and (phrase[-1].pos in ("ADP", "SCONJ", "CCONJ") or phrase[-1].index in dates)
    ):
        phrase.pop()
    for token in sentence.tokens[phrase[-1].index + 1 :]:
        if token.span.start != phrase[-1].span.end or "-" not in (token.text, phrase[-1].text):
            break
        phrase.append(token)
    return phrase


def _noun(sentence: Sentence, head: Token) -> Token | None:
    """Return the noun that tells what the phrase means: "official" in "one of his officials"."""
    lower = head.text.lower()
    if head.pos == "NUM" or lower in words("sourcing", "unnamed.parts"):
        for child in sentence.children(head, "nmod", "obl"):
            if any(case.text.lower() == "of" for case in sentence.children(child, "case")):
                return child
        return None
    return head


def _before(sentence: Sentence, noun: Token) -> frozenset[str]:
    """Return the words in lower case that stand before ``noun`` in its own phrase."""
    own = (token for token in sentence.subtree(noun) if token.index < noun.index)
    return frozenset(token.text.lower() for token in own)


def _met(sentence: Sentence, head: Token, noun: Token, before: frozenset[str]) -> bool:
    """Say whether the reader has met whom the phrase means: "the official", or is told by whose they are."""
    determiners = {token.text.lower() for token in sentence.children(noun, "det", "det:predet", "amod")}
    if determiners & _DEFINITE or (noun is head and before & {"aforementioned"}):
        return True
    owned = sentence.child(noun, "nmod:poss") is not None
    return owned and noun is head and noun.tag not in ("NNS", "NNPS")


def _named(sentence: Sentence, noun: Token) -> bool:
    """Say whether a name stands in the phrase for whom it means, or for one of them ("officials including Jo Lind")."""
    for entity in sentence.entities:
        if entity.label != "PERSON":
            continue
        inside = range(entity.first, entity.end)
        if noun.index in inside:
            return True
        if noun.index < entity.first and _beside(sentence, noun, entity):
            return True
        top = next((sentence.tokens[i] for i in inside if sentence.tokens[i].head not in inside), None)
        if top is None or top.head != noun.index:
            continue
        if top.relation in ("appos", "conj", "parataxis"):
            return True
        if top.relation in ("flat", "compound", "dep") and top.index > noun.index:
            return True
        if any(case.text.lower() in _NAMING for case in sentence.children(top, "case")):
            return True
    return _called(sentence, noun)


def _called(sentence: Sentence, noun: Token) -> bool:
    """Say whether the name follows at once: "a student named Wong"."""
    following = sentence.tokens[noun.index + 1 : noun.index + 3]
    return len(following) == 2 and following[0].text.lower() in ("called", "named") and following[1].pos == "PROPN"


def _beside(sentence: Sentence, noun: Token, entity: Entity) -> bool:
    """Say whether a name stands behind a comma in the phrase, or right after it: "a friend, Jo Lind"."""
    if sentence.tokens[entity.first - 1].text != ",":
        return False
    phrase = {token.index for token in noun_phrase(sentence, noun)}
    return entity.first in phrase or entity.first - 2 in phrase


def _quantified_over(sentence: Sentence, head: Token, noun: Token, before: frozenset[str]) -> bool:
    """Say whether the phrase speaks of nobody in particular: "no official", "few people", "150 delegates"."""
    if before & _NOBODY or (head is not noun and head.text.lower() in ("half", "most", "all", "none")):
        return True
    if "few" in before and "a" not in before:
        return True
    numbers = [*sentence.children(noun, "nummod"), *([head] if head.pos == "NUM" else [])]
    return any(not _small(number) for number in numbers)


def _few(sentence: Sentence, noun: Token) -> bool:
    """Say whether a small number stands before ``noun``."""
    return any(token.pos == "NUM" and _small(token) for token in sentence.children(noun, "nummod"))


def _small(number: Token) -> bool:
    """Say whether a number can be that of people who were talked to: in words, or up to `MOST`."""
    digits = number.text.replace(",", "")
    if digits.isdecimal():
        return int(digits) <= MOST
    return digits.isalpha() and digits.lower() not in ("dozens", "hundred", "thousand", "million")


def _kind(sentence: Sentence, noun: Token, phrase: list[Token], counted: bool) -> UnnamedKind | None:
    """Return what the source is to the story; None for voices and classes."""
    lemma = noun.lemma.lower()
    if any(token.text.lower() in words("sourcing", "unnamed.published") for token in phrase):
        return None
    if lemma in words("sourcing", "unnamed.person_heads"):
        bare = lemma in words("sourcing", "unnamed.bare") and _empty(sentence, noun, phrase)
        return UnnamedKind.INSIDER if knows(sentence, noun) else UnnamedKind.BARE if bare else None
    if lemma in words("sourcing", "unnamed.bare") and _empty(sentence, noun, phrase):
        return UnnamedKind.BARE
    if lemma == "member":
        return _member(sentence, noun, phrase, counted)
    if lemma == "figure" and not _person(sentence, noun, phrase, counted):
        return None
    if lemma in words("sourcing", "unnamed.insiders"):
        return None if not counted and _voice(sentence, noun, phrase) else UnnamedKind.INSIDER
    if lemma in words("sourcing", "unnamed.holders"):
        chorus = noun.tag == "NNS" and lemma in words("evidential", "authorities")
        return UnnamedKind.INSIDER if counted and not chorus else None
    private = words("sourcing", "unnamed.private")
    hyphened = any(
        word.startswith(f"{noun.text.lower()}-") and word in private for word in plain_words(sentence, phrase)
    )
    return UnnamedKind.PRIVATE if counted and (lemma in private or hyphened) else None


def _empty(sentence: Sentence, noun: Token, phrase: list[Token]) -> bool:
    """Say whether nothing in the phrase describes whom it means."""
    telling = words("sourcing", "telling.verbs")
    if knows(sentence, noun) or any(
        child.lemma.lower() not in telling for child in sentence.children(noun, "acl:relcl", "acl")
    ):
        return False
    light = {token.text.lower() for token in phrase if token is noun or token.pos in ("DET", "NUM")}
    return set(plain_words(sentence, phrase)) <= light | words("sourcing", "unnamed.empty")


def _member(sentence: Sentence, noun: Token, phrase: list[Token], counted: bool) -> UnnamedKind | None:
    """Return what a member is: of a family or a public, a private person; of a body that is named, an insider."""
    lemmas = {token.lemma.lower() for token in phrase if token is not noun}
    if lemmas & words("sourcing", "unnamed.private_groups"):
        return UnnamedKind.PRIVATE
    if counted and (belongs(sentence, phrase, noun) or lemmas & sentence.lists.bodies):
        return UnnamedKind.INSIDER
    return None


def _person(sentence: Sentence, noun: Token, phrase: list[Token], counted: bool) -> bool:
    """Say whether a "figure" is a person: a rank, a side or a body stands before it ("a senior party figure").

    Uncounted ones need a rank: "government figures" are numbers.
    """
    sides = words("people", "ranks")
    if counted:
        sides |= words("people", "fields") | words("people", "sides")
    return any(
        token.text in sides or token.text.lower() in sides or (counted and sentence.entity_at(token) is not None)
        for token in phrase
        if token.index < noun.index and token.pos != "NUM"
    )


def _voice(sentence: Sentence, noun: Token, phrase: list[Token]) -> bool:
    """Say whether a bare plural is a body's own voice: "hospital officials", "officials at the Treasury"."""
    if names_body(sentence, phrase, noun):
        return True
    return any(
        token.text.lower() in words("sourcing", "unnamed.voices")
        or (token.relation == "nmod" and token.lemma.lower() in sentence.lists.bodies)
        for token in phrase
        if token is not noun
    )
