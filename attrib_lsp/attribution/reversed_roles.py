"""Where two names have changed places in the headline: who does it, and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.keys import key, keys_among
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.text.span import Span

#: Words behind its verb within which the other name must stand.
NEAR = 5
#: The same where the verb's object stands between ("considers a bid for its smaller rival Tarnwood").
FAR = 9
#: Words within which a name stands before a noun that says what its doer is at ("Tarnwood in talks to buy").
BESIDE = 3
_NAMED = ("PERSON", "ORG", "PLACE")


@dataclass(frozen=True, slots=True)
class Reversal:
    """Names at ``span`` of the headline, the verb between them, that stand the other way round at ``place``."""

    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb with the keys of the names before and behind it."""

    verb: str
    doer: str
    other: str
    span: Span


def reversals(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Reversal]:
    """Yield the acts of ``headline`` that ``body`` tells only with the two names the other way round."""
    told = [(number, act) for number, one in body for sentence in one.sentences for act in _acts(sentence)]
    for sentence in headline.sentences:
        for act in _acts(sentence):
            same = [(number, one) for number, one in told if one.verb == act.verb]
            if any(_does(told_there, act) for _, one in body for told_there in one.sentences):
                continue
            turned = [(number, one) for number, one in same if one.doer == act.other and one.other == act.doer]
            if turned:
                yield Reversal(act.span, Place(turned[0][0], turned[0][1].span))


def _does(sentence: Sentence, act: _Act) -> bool:
    """Say whether a sentence has the doer of ``act`` do it to the other, or to something of theirs."""
    for verb in sentence.tokens:
        if verb.pos != "VERB" or key(verb.lemma) != act.verb:
            continue
        doer, thing = _doer(sentence, verb), sentence.child(verb, "obj", "iobj")
        if doer is None or thing is None or _name(sentence, doer) != act.doer:
            continue
        if _name(sentence, thing) == act.other or act.other in keys_among(sentence.subtree(thing)):
            return True
    return False


def _acts(sentence: Sentence) -> Iterator[_Act]:
    """Yield the active verbs of ``sentence`` that have a name as their doer and another as their object."""
    for verb in sentence.tokens:
        if verb.pos != "VERB" or sentence.child(verb, "aux:pass", "nsubj:pass") is not None:
            continue
        doer, other = _doer(sentence, verb), sentence.child(verb, "obj", "iobj")
        if doer is None or other is None:
            continue
        whom = _for_whom(sentence, other)
        other, near = (other, NEAR) if whom is None else (whom, FAR)
        first, second = _name(sentence, doer), _name(sentence, other)
        if first is not None and second is not None and first != second and 0 < other.index - verb.index <= near:
            yield _Act(key(verb.lemma), first, second, doer.span.joined(other.span))


def _for_whom(sentence: Sentence, thing: Token) -> Token | None:
    """Return whom a thing is for or against ("a bid for Tarnwood"); talks "with" somebody are either's."""
    if thing.pos != "NOUN":
        return None
    named = (one for one in sentence.children(thing, "nmod") if _led_by(sentence, one) in ("for", "against", "on"))
    return next((one for one in named if _name(sentence, one) is not None), None)


def _led_by(sentence: Sentence, token: Token) -> str:
    """Return the preposition before a word, "" where there is none."""
    case = sentence.child(token, "case")
    return case.text.lower() if case is not None else ""


def _doer(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of ``verb``, or of what it hangs from ("in talks to buy", "wants to buy")."""
    for _ in range(3):
        found = sentence.child(verb, "nsubj")
        if found is not None:
            return found
        if verb.pos == "NOUN" and verb.relation in ("obl", "nmod"):
            return _before(sentence, verb)
        if verb.relation not in ("xcomp", "acl", "conj", "advcl"):
            return None
        verb = sentence.head(verb)
    return None


def _before(sentence: Sentence, noun: Token) -> Token | None:
    """Return the subject that stands right before "in talks" and the like, whatever verb the two hang from."""
    above = sentence.head(noun)
    found = above if noun.relation == "nmod" else sentence.child(above, "nsubj")
    return found if found is not None and 0 < noun.index - found.index <= BESIDE else None


def _name(sentence: Sentence, token: Token) -> str | None:
    """Return the key of the name that ``token`` heads or is the title of ("Mayor Lindqvist")."""
    entity = sentence.entity_at(token)
    if entity is not None and entity.label in _NAMED:
        return key(sentence.tokens[entity.end - 1].lemma)
    named = [one for one in (token, *sentence.children(token, "flat", "appos", "compound")) if one.pos == "PROPN"]
    entities = [one for one in (sentence.entity_at(name) for name in named) if one is not None and one.label in _NAMED]
    if entities:
        return key(sentence.tokens[entities[-1].end - 1].lemma)
    return key(token.lemma) if token.pos == "PROPN" else None
