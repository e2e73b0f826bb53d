"""Tell which phrases leave a source unnamed, and what that source is: the ground of all rules on anonymity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.descriptions import belongs, knows
from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_DEFINITE = frozenset({"the", "that", "those", "these", "this", "both", "such", "said"})
_NOBODY = frozenset(
    {"no", "any", "every", "each", "which", "what", "whichever", "whatever", "neither", "either", "all"}
)
_SINGULAR = frozenset({"a", "an", "another", "one"})
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


def unnamed_phrase(sentence: Sentence, head: Token) -> UnnamedPhrase | None:
    """Return what the phrase that ``head`` heads leaves unnamed.

    None for names, bodies that speak with one voice ("hospital officials"), classes of people ("lawyers"),
    whoever is described past doubt ("his wife"), and whom the reader has met ("the official").
    """
    noun = _noun(sentence, head)
    if noun is None or noun.pos not in ("NOUN", "PROPN"):
        return None
    phrase = noun_phrase(sentence, head)
    before = _before(sentence, noun)
    if _named(sentence, noun) or _met(sentence, head, noun, before) or before & _NOBODY:
        return None
    plural = noun.tag in ("NNS", "NNPS") or noun.lemma.lower() == "people"
    single = not plural or head.text.lower() == "one"
    counted = single or noun is not head or _counted(sentence, noun, before)
    if single and not plural and not (before & _SINGULAR or _numbered(sentence, noun)):
        return None
    kind = _kind(sentence, noun, phrase, counted)
    return None if kind is None else UnnamedPhrase(noun, span_of(phrase), kind, single, counted)


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
        top = next((sentence.tokens[i] for i in inside if sentence.tokens[i].head not in inside), None)
        if top is None or top.head != noun.index:
            continue
        if top.relation in ("appos", "conj", "parataxis"):
            return True
        if top.relation in ("flat", "compound", "dep") and top.index > noun.index:
            return True
        if any(case.text.lower() in _NAMING for case in sentence.children(top, "case")):
            return True
    return False


def _counted(sentence: Sentence, noun: Token, before: frozenset[str]) -> bool:
    """Say whether a plural is given or hinted to be a few."""
    return bool(before & words("sourcing", "unnamed.counts")) or _numbered(sentence, noun)


def _numbered(sentence: Sentence, noun: Token) -> bool:
    """Say whether a numeral stands before ``noun``."""
    return any(token.pos == "NUM" for token in sentence.children(noun, "nummod"))


def _kind(sentence: Sentence, noun: Token, phrase: list[Token], counted: bool) -> UnnamedKind | None:
    """Return what the source is to the story; None for voices and classes."""
    lemma = noun.lemma.lower()
    if lemma in words("sourcing", "unnamed.person_heads"):
        return UnnamedKind.INSIDER if knows(sentence, noun) else _somebody(sentence, noun, phrase, counted)
    if lemma in words("sourcing", "unnamed.bare") and _empty(sentence, noun, phrase):
        return UnnamedKind.BARE
    if lemma == "member":
        return _member(sentence, noun, phrase, counted)
    if lemma in words("sourcing", "unnamed.insiders"):
        return None if not counted and _voice(sentence, noun, phrase) else UnnamedKind.INSIDER
    if lemma in words("sourcing", "unnamed.holders"):
        return UnnamedKind.INSIDER if counted else None
    if lemma in words("sourcing", "unnamed.private"):
        return UnnamedKind.PRIVATE
    return None


def _somebody(sentence: Sentence, noun: Token, phrase: list[Token], counted: bool) -> UnnamedKind | None:
    """Return what "a person", "someone" or "two people" is who is not said to know: "people" are a class."""
    bare = noun.lemma.lower() in words("sourcing", "unnamed.bare") and _empty(sentence, noun, phrase)
    if bare:
        return UnnamedKind.BARE
    return UnnamedKind.PRIVATE if counted and noun.lemma.lower() != "those" else None


def _empty(sentence: Sentence, noun: Token, phrase: list[Token]) -> bool:
    """Say whether nothing in the phrase describes whom it means."""
    if knows(sentence, noun) or sentence.child(noun, "acl:relcl", "acl") is not None:
        return False
    return all(
        token is noun
        or token.pos in ("DET", "NUM", "PUNCT")
        or token.text.lower() in words("sourcing", "unnamed.empty")
        for token in phrase
    )


def _member(sentence: Sentence, noun: Token, phrase: list[Token], counted: bool) -> UnnamedKind | None:
    """Return what a member is: of a family or a public, a private person; of a body that is named, an insider."""
    lemmas = {token.lemma.lower() for token in phrase if token is not noun}
    if lemmas & words("sourcing", "unnamed.private_groups"):
        return UnnamedKind.PRIVATE
    if counted and (belongs(sentence, phrase, noun) or lemmas & words("people", "institutions")):
        return UnnamedKind.INSIDER
    return None


def _voice(sentence: Sentence, noun: Token, phrase: list[Token]) -> bool:
    """Say whether a bare plural is a body's own voice: "hospital officials", "officials at the Treasury"."""
    for token in phrase:
        if token is noun:
            continue
        if token.text.lower() in words("sourcing", "unnamed.voices"):
            return True
        entity = sentence.entity_at(token)
        if entity is not None and entity.label == "ORG" and entity.text not in words("people", "sides"):
            return True
        if token.relation == "nmod" and token.lemma.lower() in words("people", "institutions"):
            return True
    return False
