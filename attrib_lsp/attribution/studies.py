"""Find the studies, polls and figures that a sentence cites, and say whether it tells whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.forms import listed
from attrib_lsp.attribution.phrases import noun_phrase
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_FINITE = ("VBD", "VBZ", "VBP")
_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
#: Words behind "research by" in which its maker is named.
BY_WHOM = 6
_CONDITIONS = frozenset({"if", "unless", "until", "whether"})
#: Relations by which what a verb says of its subject's circumstances hangs from it.
_CIRCUMSTANCES = ("obl", "obl:tmod", "nmod", "advmod", "advcl")


@dataclass(frozen=True, slots=True)
class CitedStudy:
    """A study that bears something out: ``span`` has its words up to its noun, ``own`` the numbers of all its words.

    ``met`` is set where the words point at one that the reader has met ("the study", "their research"), ``pointing``
    where they may ("the latest study").
    """

    noun: Token
    span: Span
    own: frozenset[int]
    met: bool
    pointing: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one study, and no class of them ("studies", "research")."""
        return self.noun.tag == "NN" and self.noun.lemma.lower() not in words("studies", "masses")


@gathered
def cited_studies(sentence: Sentence) -> Iterator[CitedStudy]:
    """Yield each study that shows, finds or says something, or according to which something is so."""
    for noun in sentence.spelled(words("studies", "nouns")):
        lemma, plural = noun.lemma.lower(), noun.tag in ("NNS", "NNPS")
        if noun.pos != "NOUN" or noun.relation == "compound":
            continue
        if lemma in words("studies", "not_in_plural" if plural else "only_in_plural"):
            continue
        first = _first(sentence, noun)
        verb = _bearing(sentence, noun)
        if verb is None and not _according(sentence, first):
            continue
        before = {token.text.lower() for token in sentence.tokens[first : noun.index]}
        if before & words("studies", "none"):
            continue
        owned = any(token.tag in ("PRP$", "POS") for token in sentence.tokens[first : noun.index])
        own = {token.index for token in sentence.subtree(noun)} | set(range(first, noun.index + 1))
        for child in sentence.children(verb, *_CIRCUMSTANCES) if verb is not None else ():
            own |= {token.index for token in sentence.subtree(child)}
        span = sentence.tokens[first].span.joined(noun.span)
        pointing = bool(before & words("studies", "pointing"))
        met = owned or (pointing and not before & words("studies", "novel"))
        yield CitedStudy(noun, span, frozenset(own), met, pointing)


def identified(sentence: Sentence, study: CitedStudy) -> bool:
    """Say whether the words around a study tell whose it is, or when it came out: a name, a body, a field, a date."""
    own = [sentence.tokens[index] for index in sorted(study.own)]
    if any(token.pos == "PROPN" or (sentence.entity_at(token) is not None and token.pos != "NUM" and
           not _nationality(sentence, token)) for token in own):  # fmt: skip
        return True
    if any(token.lemma.lower() in sentence.lists.bodies for token in own):
        return True
    if _named_beside(sentence, study) or _named_behind(sentence, study):
        return True
    first = next(token.index for token in sentence.tokens if token.span.start >= study.span.start)
    return any(
        token.text.lower() not in words("studies", "open")
        and not _nationality(sentence, token)
        and token.pos in ("NOUN", "PROPN", "ADJ", "VERB", "X", "NUM")
        for token in sentence.tokens[first : study.noun.index]
    )


def _named_beside(sentence: Sentence, study: CitedStudy) -> bool:
    """Say whether the sentence names another study ("polls show him ahead: a Riverside poll put him at 52")."""
    return any(
        token.index not in study.own
        and token.pos == "NOUN"
        and any(below.pos == "PROPN" for below in sentence.subtree(token))
        for token in sentence.spelled(words("studies", "nouns"))
    )


def _named_behind(sentence: Sentence, study: CitedStudy) -> bool:
    """Say whether a name follows right behind: "research by paint analysts the Orwell Group"."""
    behind = sentence.tokens[study.noun.index + 1 : study.noun.index + 2 + BY_WHOM]
    if not behind or behind[0].text.lower() not in ("by", "from"):
        return False
    for token in behind[1:]:
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return False
        if token.pos == "PROPN" and not _nationality(sentence, token):
            return True
    return False


def _nationality(sentence: Sentence, token: Token) -> bool:
    """Say whether a word says only of which nation something is."""
    entity = sentence.entity_at(token)
    return token.text in words("people", "sides") or (entity is not None and entity.label == "NORP")


def _first(sentence: Sentence, noun: Token) -> int:
    """Return the number of the first word of a noun's phrase before it."""
    phrase = noun_phrase(sentence, noun)
    first = phrase[0].index
    while first < noun.index and sentence.tokens[first].pos in ("PUNCT", "CCONJ", "SCONJ", "ADP"):
        first += 1
    return first


def _bearing(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb by which a study bears something out; None where it does so only perhaps, or not at all."""
    if noun.relation not in ("nsubj", "nsubj:outer"):
        return None
    verb = sentence.head(noun)
    if not listed(sentence, verb, "studies", "verbs") or verb.relation in ("acl:relcl", "acl"):
        return None
    helpers = {token.text.lower() for token in sentence.children(verb, "aux", "mark")}
    if helpers & (_MODALS | _CONDITIONS | {"to"}):
        return None
    finite = verb.tag in _FINITE or bool(helpers & {"has", "have", "had", "'ve", "’ve", "did", "does", "do"})
    return verb if finite else None


def _according(sentence: Sentence, first: int) -> bool:
    """Say whether "according to" stands right before the word numbered ``first``."""
    return first > 1 and [token.text.lower() for token in sentence.tokens[first - 2 : first]] == ["according", "to"]
