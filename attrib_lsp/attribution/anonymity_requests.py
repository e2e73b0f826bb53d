"""Find who asks not to be named, and what in the words for them gives them away all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

_DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any"})
#: Marks that together single somebody out in a small body.
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks not to be named: the head word of their phrase, its words, and the words of the request.

    ``sentence`` holds the phrase; the request may stand in the next one.
    """

    sentence: Sentence
    head: Token
    phrase: tuple[Token, ...]
    request: Span

    @property
    def span(self) -> Span:
        """The words for whom it is."""
        return span_of(self.phrase)


def askers(paragraph: Paragraph) -> Iterator[Asker]:
    """Yield who asks in ``paragraph`` not to be named, where it says who that is: in the sentence or the one before."""
    for number, sentence in enumerate(paragraph.sentences):
        if not sentence.holds(words("anonymity", "telltale")):
            continue
        for match in _requests().finditer(sentence.text):
            request = Span(*match.span()).shifted(sentence.span.start)
            head, where = _who(sentence, sentence.tokens_in(request)[0]), sentence
            if head is not None and head.pos == "PRON":
                head, where = _spoke_before(paragraph, number)
            if head is not None and head.pos == "NOUN":
                yield Asker(where, head, _before_request(noun_phrase(where, head), head, request), request)


def _spoke_before(paragraph: Paragraph, number: int) -> tuple[Token | None, Sentence]:
    """Return the head of the one source that speaks in the sentence before, and that sentence."""
    sentence = paragraph.sentences[number]
    before = [one for one in paragraph.attributions if one.sentence == number - 1 and one.head is not None]
    if len(before) != 1:
        return None, sentence
    sentence = paragraph.sentences[number - 1]
    return _person(sentence, sentence.tokens[before[0].head or 0]), sentence


def _before_request(phrase: Sequence[Token], head: Token, request: Span) -> tuple[Token, ...]:
    """Return a phrase up to the clause of the request, where that was taken for a part of it."""
    kept = [token for token in phrase if token.span.end <= request.start or token.index <= head.index]
    while kept[-1] is not head and (kept[-1].text in (",", "-", "–", "—") or kept[-1].pos in ("PRON", "VERB", "AUX")):
        kept.pop()
    return tuple(kept)


@cache
def _requests() -> re.Pattern[str]:
    """Match a source's request not to be named."""
    return re.compile("|".join(lexicon("anonymity")["leaks"]["requests"]), re.IGNORECASE)


def _who(sentence: Sentence, token: Token) -> Token | None:
    """Return the head of the phrase for whoever makes the request that begins at ``token``."""
    for above in (token, *sentence.ancestors(token)):
        if above.relation in ("acl:relcl", "acl"):
            return _person(sentence, sentence.head(above))
        subject = sentence.child(above, "nsubj", "nsubj:pass")
        if subject is not None:
            return _person(sentence, subject)
    return None


def _person(sentence: Sentence, head: Token) -> Token:
    """Return the noun for a person at or above ``head``: a request behind "the head of the agency" is not the agency's.

    Nor does whoever is named ask not to be.
    """
    while head.relation == "nmod" and (head.pos == "PROPN" or head.lemma.lower() not in _people(sentence.lists.roles)):
        head = sentence.head(head)
    return head


@cache
def _people(roles: frozenset[str]) -> frozenset[str]:
    """Return the nouns for people, among them those for ``roles``."""
    lists = (("people", "civilians"), ("sourcing", "unnamed.insiders"), ("anonymity", "leaks.offices"))
    found = roles.union(*(words(subject, name) for subject, name in lists))
    return found - {"staff"}  # "chief of staff"


def singled_out(asker: Asker) -> str | None:
    """Return the words by which only one person can be meant ("only"; "chief of staff"); None where many can be."""
    sentence = asker.sentence
    if asker.head.tag != "NN" or _named(sentence, asker) or _anybodys(sentence, asker):
        return None
    before = [token for token in asker.phrase if token.index < asker.head.index]
    owned = sentence.child(asker.head, "nmod:poss")
    if owned is None and not any(token.text.lower() in _DEFINITE for token in before):
        return _marked(sentence, asker)
    for token in before:
        if _ranks(sentence, token) and sentence.head(token) in (asker.head, *before):
            return token.text.lower()
    return _office(sentence, asker, owned)


def _named(sentence: Sentence, asker: Asker) -> bool:
    """Say whether a person's name is set beside the phrase: then nobody is left unnamed."""
    for child in (asker.head, *sentence.children(asker.head, "appos", "flat", "compound")):
        entity = sentence.entity_at(child)
        if entity is not None and entity.label == "PERSON" and child.relation != "nmod:poss":
            return True
    return False


def _anybodys(sentence: Sentence, asker: Asker) -> bool:
    """Say whether the body or person that somebody belongs to is none in particular: "the head of a charity"."""
    return any(
        child.text.lower() in _INDEFINITE
        for token in sentence.children(asker.head, "nmod", "nmod:poss")
        for child in (token, *sentence.children(token, "det", "nummod"))
    )


def _ranks(sentence: Sentence, token: Token) -> bool:
    """Say whether a word means one only: "only", "youngest", "longest-serving"; "one of the only" means more."""
    lower = token.text.lower()
    if lower in words("anonymity", "leaks.only"):
        return token.pos in ("ADJ", "ADV", "NUM", "DET")
    if lower == "most":
        following = sentence.tokens[token.index + 1 : token.index + 2]
        return bool(following) and following[0].pos == "ADJ"
    hyphened = token.tag == "RBS" and sentence.tokens[token.index + 1].text == "-"
    return (token.tag == "JJS" or hyphened) and lower not in words("anonymity", "leaks.no_ranking")


def _office(sentence: Sentence, asker: Asker, owned: Token | None) -> str | None:
    """Return the office of which the body given has one; None without a body, or without such an office."""
    placed = [token for token in sentence.children(asker.head, "nmod") if _led(sentence, token, ("of", "to", "at"))]
    nation = any(_nation(sentence, token) for token in asker.phrase)
    if owned is None and not placed and not nation:
        return None
    lemma = asker.head.lemma.lower()
    before = {token.text.lower() for token in asker.phrase if token.index < asker.head.index}
    if before & {"former", "ex", "acting"}:
        return None
    if lemma in words("anonymity", "leaks.offices"):
        return lemma
    ranked = lemma in words("anonymity", "leaks.offices_ranked") and before & words("anonymity", "leaks.ranking")
    return lemma if ranked and "deputy" not in before and "assistant" not in before else None


def _nation(sentence: Sentence, token: Token) -> bool:
    """Say whether a word gives a nation: "the French ambassador"."""
    entity = sentence.entity_at(token)
    return token.text in words("people", "sides") or (entity is not None and entity.label == "NORP")


def _led(sentence: Sentence, token: Token, cases: Sequence[str]) -> bool:
    """Say whether a noun hangs by one of the prepositions ``cases``."""
    return any(child.text.lower() in cases for child in sentence.children(token, "case"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Match the words of one of the lists."""
    return re.compile(str(lexicon("anonymity")["leaks"][name]), re.IGNORECASE)


def _marked(sentence: Sentence, asker: Asker) -> str | None:
    """Return the marks, joined, where three of them and a named small body leave hardly more than one."""
    whole = sentence.subtree(asker.head)
    bodies = [
        e
        for e in sentence.entities
        if e.label == "ORG" and any(token.index in range(e.first, e.end) for token in whole)
    ]
    large = words("anonymity", "leaks.large")
    if not bodies or any(part.lower() in large for body in bodies for part in body.text.split()):
        return None
    text = span_of(whole).shifted(-sentence.span.start).of(sentence.text)
    own = [token.text for token in asker.phrase]
    marks = [
        *(match.group() for name in ("age", "service") for match in [_pattern(name).search(text)] if match),
        *(word for word in own if word.lower() in words("anonymity", "leaks.groups")),
        *(token.text for token in asker.phrase if _nation(sentence, token)),
        *(word for word in own if word.lower() in words("people", "ranks")),
    ]
    return ", ".join(marks) if len(marks) >= ENOUGH else None
