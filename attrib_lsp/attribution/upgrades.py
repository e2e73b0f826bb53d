"""Where the headline is more certain than the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache, partial

from attrib_lsp.attribution.certainty import FLAT, PLANNED, POSSIBLE, certainty, reported
from attrib_lsp.attribution.compared import weighed
from attrib_lsp.attribution.contradiction import about
from attrib_lsp.attribution.forms import inflections
from attrib_lsp.attribution.held_out import asked_for, only_held_out, only_weighed
from attrib_lsp.attribution.keys import key, keys_among, keys_of
from attrib_lsp.attribution.overstated import Upgrade, called_causes, overstated, too_exact
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: Sentences most like the headline that are asked where none has its verb.
NEAREST = 3
#: Sentences at the top of a story in which a "will" may be the headline's, by another verb.
LEDE = 2
_VERBS = ("VERB", "AUX", "NOUN", "ADJ")
_FUTURE = frozenset({"will"})
_PROMISING = _FUTURE | {"'ll", "’ll", "shall", "would"}
_HEDGES = frozenset({"may", "might", "could"})


def upgrades(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None = None
) -> Iterator[Upgrade]:
    """Yield the verbs of ``headline`` that the story does not tell as surely.

    Those that no sentence of ``body`` about the same tells so count unless the ``comparison`` clears them; where the
    comparison doubts a word, it is enough that none promises it. What words of the story show by themselves counts
    whatever it says.
    """
    doubted = partial(_doubted, body=body)
    surer = (one for one in _plain(headline, body) if one.gap > 0)
    yield from weighed(surer, doubted, headline, body, comparison, Wrong.CERTAINTY)
    if not asks(headline.text):
        yield from only_held_out(headline, body)
        yield from only_weighed(headline, body)
        yield from asked_for(headline, body)
        yield from called_causes(headline, body)
        yield from too_exact(headline, body)


def _doubted(sentence: Sentence, span: Span, body: Sequence[tuple[int, Paragraph]]) -> Upgrade | None:
    """Return the upgrade in doubted words, unless the story has a "will" with their verb."""
    others = keys_among(one for one in sentence.tokens if not one.span.overlaps(span))
    heads = [sentence.head(one) for one in sentence.tokens_in(span)]
    verbs = {key(one.lemma) for one in heads}
    told = sentences_of(body)
    if not told or any(_promises(one, verbs) for _, one in told) or _vowed(sentence, span):
        return None
    if any(certainty(sentence, one) < PLANNED for one in heads):  # the headline holds back itself
        return None
    if not any(one.text.lower() in _FUTURE for one in sentence.tokens_in(span)):
        return _held_back(sentence, span, told)
    if any(one.holds(_FUTURE) and keys_of(one) & others and not _ranked(one) for _, one in told[:LEDE]):
        return None
    nearest = about(others, body)[:NEAREST]
    for number, one in nearest:
        ranks = [_ranks()[word] for token in one.tokens if (word := token.text.lower()) in _ranks()]
        if ranks:
            return Upgrade(span, Place(number, one.span), FLAT - min(ranks))
    number, one = (nearest or told)[0]
    return Upgrade(span, Place(number, one.span), FLAT - POSSIBLE)


def _ranked(sentence: Sentence) -> bool:
    """Say whether a sentence holds back by any word."""
    return not sentence.spellings.isdisjoint(_ranks())


def _vowed(sentence: Sentence, span: Span) -> bool:
    """Say whether somebody promises in the headline what the words at ``span`` tell ("promise they will stand")."""
    verbs = (sentence.head(one) if one.pos == "AUX" else one for one in sentence.tokens_in(span))
    return any(
        above.lemma.lower() in words("headline", "utterances") for verb in verbs for above in sentence.ancestors(verb)
    )


def _held_back(sentence: Sentence, span: Span, told: Sequence[tuple[int, Sentence]]) -> Upgrade | None:
    """Return the upgrade of a doubted verb without "will", if the story holds back wherever it has the same verb."""
    verb = next((one for one in sentence.tokens_in(span) if one.pos == "VERB"), None)
    tellings = [
        (certainty(other, token), Place(number, other.span))
        for number, other in told
        for token in other.tokens
        if verb is not None and token.pos == "VERB" and key(token.lemma) == key(verb.lemma)
    ]
    surest = max(tellings, key=lambda one: one[0], default=None)
    if verb is None or surest is None or not 0 < surest[0] < PLANNED:
        return None
    return Upgrade(verb.span, surest[1], FLAT - surest[0])


def _promises(told: Sentence, verbs: Set[str]) -> bool:
    """Say whether a sentence of the story has one of ``verbs`` with "will", or reports that it "would"."""
    future = [one for one in told.spelled(_PROMISING) if one.head != one.index and _governed(told, one) & verbs]
    return any(one.text.lower() != "would" or reported(told, told.head(one)) for one in future)


def _governed(told: Sentence, future: Token) -> frozenset[str]:
    """Return the keys of the verbs that a "will" governs: its own, and what is joined to that ("will go and see")."""
    verb = told.head(future)
    joined = [one for one in told.children(verb, "conj") if told.child(one, "nsubj", "aux") is None]
    return frozenset(key(one.lemma) for one in (verb, *joined))


def _plain(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Upgrade]:
    """Yield the verbs of ``headline`` that no sentence of ``body`` about the same tells as surely."""
    for sentence in headline.sentences:
        for token in sentence.tokens:
            if token.pos not in _VERBS or headline.quoted(token.span):
                continue
            future = next((one for one in sentence.children(token, "aux") if one.text.lower() in _FUTURE), None)
            if future is not None and not any(word in _ranks() for word in _spelled(sentence, token)):
                passed_on = any(part.covers(token.span) for one in headline.attributions for part in one.content)
                found = _promised(sentence, token, future, body, passed_on=passed_on)
            elif (
                token.relation == "root"
                and token.pos == "VERB"
                and token.lemma.lower() not in words("synonyms", "empty")
            ):
                found = _stated(sentence, token, body)
            else:
                found = None
            if found is not None:
                yield found
        yield from overstated(sentence, body)


def _spelled(sentence: Sentence, verb: Token) -> Iterator[str]:
    """Yield the words that hang from ``verb``: any that holds back makes "will" a guess."""
    return (child.text.lower() for child in sentence.children(verb))


def _stated(sentence: Sentence, verb: Token, body: Sequence[tuple[int, Paragraph]]) -> Upgrade | None:
    """Return the upgrade of a verb without auxiliary, if all tellings in the body are by "may" or the like."""
    stated = certainty(sentence, verb)
    if verb.tag == "VB":
        stated = min(stated, PLANNED)
    others = keys_among(one for one in sentence.tokens if one is not verb)
    tellings = [
        (certainty(told, token), Place(number, told.span), token, told)
        for number, told in about(others, body)
        for token in told.tokens
        if token.pos == "VERB"
        and key(token.lemma) == key(verb.lemma)
        and len(keys_of(told) & others) * 2 >= len(others)
    ]
    if not tellings or not all(_hedged(told, token) for _, _, token, told in tellings):
        return None
    rank, place = max(((rank, place) for rank, place, _, _ in tellings), key=lambda one: one[0])
    return Upgrade(verb.span, place, stated - rank) if rank else None


def _hedged(sentence: Sentence, token: Token) -> bool:
    """Say whether ``token`` stands under "may", "might" or "could"."""
    return any(child.text.lower() in _HEDGES for child in sentence.children(token, "aux"))


def _promised(
    sentence: Sentence, verb: Token, future: Token, body: Sequence[tuple[int, Paragraph]], *, passed_on: bool
) -> Upgrade | None:
    """Return the upgrade of a verb with "will": the sentences most about the same hold back, and none has "will".

    Of a claim that the headline passes on it is enough that somebody there foresees it with "will".
    """
    stated = certainty(sentence, verb)
    stated = FLAT if stated >= PLANNED else stated  # a headline's "will" is read as a fact to come
    others = keys_among(one for one in sentence.tokens if one is not future and one is not verb)
    nearest = about(others, body)
    if passed_on and any(_promises(told, {key(verb.lemma)}) for _, told in nearest):
        return None
    tellings = [
        (certainty(told, token), Place(number, told.span))
        for number, told in nearest
        for token in told.tokens
        if token.pos in ("VERB", "NOUN") and key(token.lemma) == key(verb.lemma)
    ]
    if tellings:
        rank, place = max(tellings, key=lambda one: one[0])
        return Upgrade(future.span.joined(verb.span), place, stated - rank) if rank else None
    if verb.lemma.lower() in words("synonyms", "empty"):
        return None
    best: tuple[int, Place] | None = None
    for number, told in nearest[:NEAREST]:
        if told.holds(_sure()):
            return None
        rank = min((_ranks()[word] for token in told.tokens if (word := token.text.lower()) in _ranks()), default=FLAT)
        if rank < FLAT and (best is None or rank > best[0]):
            best = (rank, Place(number, told.span))
    return Upgrade(future.span.joined(verb.span), best[1], stated - best[0]) if best is not None else None


@cache
def _sure() -> frozenset[str]:
    """Return the words by which something is told to come."""
    return _FUTURE | {"'ll", "’ll", "shall", "going", "certain", "definitely", "must"}


@cache
def _ranks() -> dict[str, int]:
    """Return the rank of each word that holds back, in all its forms."""
    table = lexicon("certainty")
    found = {form: rank for word, rank in table["governing"].items() if rank < PLANNED for form in inflections(word)}
    return found | {
        word: rank for name in ("auxiliaries", "adverbs") for word, rank in table[name].items() if rank < PLANNED
    }
