"""Find labels that pass judgement on somebody: "regime", "terrorist group", "propaganda channel", "so-called"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import dropwhile
from typing import TYPE_CHECKING

from attrib_lsp.attribution.forms import listed
from attrib_lsp.attribution.keys import place_key
from attrib_lsp.attribution.parties import PartyKind, antecedent, definite, party_at
from attrib_lsp.attribution.standing import Standing, standing
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.lexicons.house import KEPT, WordLists
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

_NAMES = ("PERSON", "ORG", "MISC")
_BESIDE = ("appos", "flat", "compound", "nmod", "amod", "nmod:poss")
_SUBJECTS = ("nsubj", "nsubj:outer")
_PLAIN = ("det", "case", "punct", "acl:relcl", "cc", "conj")
_OWNERS = ("PERSON", "ORG", "MISC", "PLACE")
_WHOSE = frozenset({"of", "in", "'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Label:
    """A label (``span``, in its paragraph) for ``party``; ``word`` is the entry of the lists that judges."""

    span: Span
    word: str
    party: str


def labels(graph: AttributionGraph, number: int, sentence: Sentence) -> Iterator[Label]:
    """Yield the labels that the story itself lays on somebody in a sentence of paragraph ``number``."""
    for token in sentence.spelled(_listed(sentence.lists)):
        if _part_of_name(sentence, token) or not _told(graph.paragraphs[number], sentence, token):
            continue
        found = _bearer(graph, number, sentence, token)
        if found is not None:
            first, last, party = found
            span = sentence.tokens[first].span.joined(sentence.tokens[last].span)
            yield Label(span, _word(sentence, token), party)


def _told(paragraph: Paragraph, sentence: Sentence, token: Token) -> bool:
    """Say whether the story itself says a word, and in no clause that another word governs ("the view that ...")."""
    top = _conjunct(sentence, token)
    if top.pos != "VERB" and sentence.child(top, "mark") is not None:
        return False
    return all(standing(paragraph, sentence, one) is Standing.TOLD for one in {token, top})


@lru_cache(maxsize=KEPT)
def _listed(lists: WordLists) -> frozenset[str]:
    """Return every word that may be or end a label."""
    others = words("labels", "theorists") | words("labels", "wares")
    return frozenset({"regime", "called"}) | lists.labels | lists.label_adjectives | others


def _word(sentence: Sentence, token: Token) -> str:
    """Return the word by which a label goes."""
    lemma = _lemma(sentence, token)
    return {"called": "so-called", "theorist": "conspiracy theorist"}.get(lemma, lemma)


def _lemma(sentence: Sentence, token: Token) -> str:
    """Return a listed word as the lists have it."""
    text, lemma = token.text.lower(), token.lemma.lower()
    return text if text in _listed(sentence.lists) else lemma


def _part_of_name(sentence: Sentence, token: Token) -> bool:
    """Say whether a word belongs to a name ("the Terrorism Act") or to a longer word ("anti-terrorist")."""
    if token.text[:1].isupper() and (token.index > 0 or sentence.entity_at(token) is not None):
        return True
    around = {one.text for one in sentence.tokens[max(token.index - 1, 0) : token.index + 2]}
    return _lemma(sentence, token) != "called" and bool(around & {"-", "‐", "–"})


def _bearer(graph: AttributionGraph, number: int, sentence: Sentence, token: Token) -> tuple[int, int, str] | None:
    """Return the first and the last word of a label and whom it is laid on; None where that is not sure."""
    lemma = _lemma(sentence, token)
    if lemma == "called":
        return _so_called(sentence, token)
    if lemma == "regime":
        return _regime(graph, sentence, token)
    noun = sentence.head(token)
    if token.relation in ("amod", "compound") and token.index < noun.index and lemma in sentence.lists.label_adjectives:
        return _quality(graph, number, sentence, token, noun)
    if lemma in words("labels", "wares"):
        return _ware(graph, number, sentence, token)
    if lemma in sentence.lists.labels or _theorist(sentence, token):
        party = _named(graph, number, sentence, token)
        first = token.index - 1 if lemma == "theorist" else token.index
        return None if party is None else (first, token.index, party)
    return None


def _theorist(sentence: Sentence, token: Token) -> bool:
    """Say whether a theorist is one of conspiracies."""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    return token.lemma.lower() in words("labels", "theorists") and before == "conspiracy"


def _conjunct(sentence: Sentence, token: Token) -> Token:
    """Return the first of the words that ``token`` is joined to: "liar" in "is a liar, cheat and thug"."""
    while token.relation == "conj" and sentence.child(token, "cop", *_SUBJECTS) is None:
        token = sentence.head(token)
    return token


def _named(graph: AttributionGraph, number: int, sentence: Sentence, noun: Token) -> str | None:
    """Return the name of whom a noun is said of: its subject's, or one that stands beside it."""
    top = _conjunct(sentence, noun)
    if sentence.child(top, "cop") is not None and not sentence.children(top, "aux"):
        subject = sentence.child(top, *_SUBJECTS)
        return None if subject is None else _subject(graph, number, sentence, subject)
    return _name_beside(sentence, noun)


def _subject(graph: AttributionGraph, number: int, sentence: Sentence, subject: Token) -> str | None:
    """Return the name of the person, body or state that a subject means; "it" and "they" mean too many things."""
    if subject.pos == "PRON":
        known = subject.tag == "PRP$" or subject.text.lower() in ("he", "she")
        party = antecedent(graph.paragraphs, number, sentence, subject) if known else None
    else:
        party = party_at(sentence, subject)
    if party is None or (party.kind is PartyKind.ROLE and not definite(sentence, subject)):
        return None
    return party.name if party.named else f"the {party.name}"


def _name_beside(sentence: Sentence, noun: Token) -> str | None:
    """Return the name set beside a noun: "the thug Rob Tull", "Rob Tull, a thug", "a thug like Tull"."""
    near = [*sentence.children(noun, *_BESIDE), *([sentence.head(noun)] if noun.relation in _BESIDE else [])]
    for one in near:
        apposed = "appos" in (noun.relation, one.relation)
        name = _name(sentence, one, _OWNERS if apposed else _NAMES)
        if name is not None and _joined(sentence, noun, one):
            return name
    return None


def _joined(sentence: Sentence, noun: Token, other: Token) -> bool:
    """Say whether a name and a noun mean the same: no "of", "from" or "in" stands between them."""
    lower = max(noun, other, key=lambda one: one.index)
    led = {child.text.lower() for child in sentence.children(lower, "case")}
    return led <= {"like"}


def _name(sentence: Sentence, token: Token, labels: tuple[str, ...] = _NAMES) -> str | None:
    """Return the name that ``token`` is part of, from its first capital: the reader may take a label into it."""
    entity = sentence.entity_at(token)
    if entity is None or entity.label not in labels:
        return None
    parts = list(dropwhile(lambda part: not part[0].isupper(), entity.text.split()))
    return " ".join(parts) or None


def _quality(
    graph: AttributionGraph, number: int, sentence: Sentence, token: Token, noun: Token
) -> tuple[int, int, str] | None:
    """Return the bearer of a word before a noun: a name, or a noun for a group that is named beside it or definite."""
    own = _name(sentence, noun)
    if own is not None and noun.pos == "PROPN":
        return (token.index, token.index, own)
    if noun.lemma.lower() not in words("labels", "bearers"):
        return None
    party = _named(graph, number, sentence, noun)
    if party is None and noun.tag == "NN" and _pointed_at(sentence, noun):
        party = f"the {noun.text}"
    if party is None:
        return None
    first = token.index
    before = sentence.tokens[first - 2] if first > 1 else None
    if before is not None and before.text.lower() == "regime" and sentence.tokens[first - 1].tag == "POS":
        first -= 2
    return (first, noun.index, party)


def _pointed_at(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun's phrase points to somebody the reader has met or knows the owner of."""
    return definite(sentence, noun) or sentence.child(noun, "nmod:poss") is not None


def _ware(graph: AttributionGraph, number: int, sentence: Sentence, token: Token) -> tuple[int, int, str] | None:
    """Return whose propaganda it is: that of a named possessor, or of whoever spreads it."""
    owner = sentence.child(token, "nmod:poss", "compound", "amod")
    own = None
    if owner is not None:
        own = _name(sentence, owner, _OWNERS)
        if own is None and owner.relation == "nmod:poss":
            own = _subject(graph, number, sentence, owner)
    if own is not None:
        return (token.index, token.index, own)
    verb = sentence.head(token)
    if token.relation != "obj" or verb.lemma.lower() not in words("labels", "spreading"):
        return None
    while sentence.child(verb, *_SUBJECTS) is None and verb.relation in ("conj", "xcomp"):
        verb = sentence.head(verb)
    subject = sentence.child(verb, *_SUBJECTS)
    party = None if subject is None else _subject(graph, number, sentence, subject)
    return None if party is None else (token.index, token.index, party)


def _regime(graph: AttributionGraph, sentence: Sentence, token: Token) -> tuple[int, int, str] | None:
    """Return the government that "regime" means: one with a country's or a ruler's name, or "the regime" that acts."""
    named = [one for one in sentence.children(token, *_BESIDE) if _ruled(graph, sentence, one)]
    political = [one for one in sentence.children(token, "amod") if one.lemma.lower() in _political()]
    others = [one for one in sentence.children(token) if one not in (*named, *political) and one.relation not in _PLAIN]
    if others or not (named or definite(sentence, token)):
        return None  # "the Iran sanctions regime", "a regime for gambling"
    above = sentence.head(token)
    owns = token.relation == "nmod:poss" and above.lemma.lower() in words("labels", "regime.owned")
    acts = token.relation == "nsubj" and listed(sentence, above, "labels", "regime.acts")
    return (token.index, token.index, "the government") if named or political or owns or acts else None


@cache
def _political() -> frozenset[str]:
    """Return the words before "regime" by which a government is meant."""
    return words("labels", "regime.political")


def _ruled(graph: AttributionGraph, sentence: Sentence, ruler: Token) -> bool:
    """Say whether a word names the country, the people or, in a story of states, the ruler of a regime."""
    ruled = ("PLACE", "NORP", "PERSON") if _of_state(graph) else ("PLACE", "NORP")
    return _at(sentence, ruler) and bool(place_key(ruler.text) or _name(sentence, ruler, ruled))


def _at(sentence: Sentence, ruler: Token) -> bool:
    """Say whether a name says whose or where a regime is: "the Tehran regime", "the regime of", "the regime in"."""
    return {child.text.lower() for child in sentence.children(ruler, "case")} <= _WHOSE


def _of_state(graph: AttributionGraph) -> bool:
    """Say whether a story tells of states and their rulers."""
    return any(
        sentence.holds(words("labels", "regime.states"))
        for number in graph.body
        for sentence in graph.paragraphs[number].sentences
    )


def _so_called(sentence: Sentence, token: Token) -> tuple[int, int, str] | None:
    """Return whose standing "so-called" denies, in the phrase that it stands in."""
    before = [one.text.lower() for one in sentence.tokens[max(token.index - 2, 0) : token.index]]
    noun = sentence.head(token)
    standing_claimed = noun.lemma.lower() in words("labels", "socalled.standings")
    if before != ["so", "-"] or noun.index < token.index or not standing_claimed:
        return None
    if sentence.tokens[token.index + 1].text in ("“", '"', "‘", "'"):
        return None
    party = _name_beside(sentence, noun) or (noun.text if definite(sentence, noun) else None)
    return None if party is None else (token.index - 2, noun.index, party)
