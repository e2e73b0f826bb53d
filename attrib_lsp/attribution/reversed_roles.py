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
        first, second = _name(sentence, doer), _name(sentence, other)
        if first is not None and second is not None and first != second and 0 < other.index - verb.index <= NEAR:
            yield _Act(key(verb.lemma), first, second, doer.span.joined(other.span))


def _doer(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of ``verb``, or of what it hangs from ("in talks to buy", "wants to buy")."""
    for _ in range(3):
        found = sentence.child(verb, "nsubj")
        if found is not None:
            return found
        if verb.relation not in ("xcomp", "acl", "conj", "advcl"):
            return None
        verb = sentence.head(verb)
    return None


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
