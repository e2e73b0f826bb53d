"""What the headline tells as done and the story only holds out: asked for, talked of, suspected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attrib_lsp.attribution.certainty import FLAT, PLANNED, POSSIBLE, certainty
from attrib_lsp.attribution.counted import told_in
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.keys import is_content, key, keys_among, keys_of
from attrib_lsp.attribution.only_denied import denier
from attrib_lsp.attribution.overstated import Upgrade
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import TELLING, negated
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words

#: The rank of what somebody only asks for, or is only suspected of.
ASKED = 1


def asked_for(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Upgrade]:
    """Yield the verbs of getting and giving in ``headline`` where the story tells only that the same is asked for."""
    handed = words("certainty", "getting") | words("certainty", "granting")
    for sentence in headline.sentences:
        for verb in sentence.spelled(handed):
            start = next((one for one in sentence.children(verb, "mark", "aux")), verb)
            thing, doer = sentence.child(verb, "obj"), subject_of(sentence, verb) or _name_before(sentence, start)
            if verb.pos != "VERB" or thing is None or doer is None or headline.quoted(verb.span):
                continue
            if negated(sentence, verb) or certainty(sentence, verb) < PLANNED or sentence.holds(_forms("asking")):
                continue
            asking = _asked(body, key(doer.lemma))
            found = next(
                ((told, n, at) for told, n, at in asking if _the_same(sentence, thing, headline, told, n)), None
            )
            if found is None:
                continue
            parties = keys_of(found[0].sentences[found[1]]) | keys_among((thing, doer))
            if not any(_hands_over(one, parties) for _, one in sentences_of(body)):
                yield Upgrade(start.span.joined(verb.span), found[2], FLAT - ASKED, "asks for")


def _hands_over(told: Sentence, parties: frozenset[str]) -> bool:
    """Say whether a sentence of the story has a verb of getting or giving, and a word for the parties or the thing."""
    if keys_of(told).isdisjoint(parties):
        return False
    return any(one.pos == "VERB" for one in told.spelled(_forms("getting") | _forms("giving")))


def _asked(body: Sequence[tuple[int, Paragraph]], doer: str) -> Iterator[tuple[Paragraph, int, Place]]:
    """Yield the sentences in which the ``doer`` asks or is asked: by paragraph, number there and place."""
    for number, paragraph in body:
        for at, told in enumerate(paragraph.sentences):
            if doer in keys_of(told) and told.holds(_forms("asking")):
                yield paragraph, at, Place(number, told.span)


def _the_same(sentence: Sentence, thing: Token, headline: Paragraph, told: Paragraph, at: int) -> bool:
    """Say whether a sentence of the story has the ``thing`` of the headline: its word, or its figure."""
    within = {one.span for one in sentence.subtree(thing)}
    sums = [one.figure for one in told_in(headline).counted if any(one.figure.span.overlaps(span) for span in within)]
    if not sums:
        return is_content(thing) and key(thing.lemma) in keys_of(told.sentences[at])
    there = [one.figure for one in told_in(told).counted if one.sentence == at]
    return any((a.value, a.unit, a.currency) == (b.value, b.unit, b.currency) for a in sums for b in there)


def _name_before(sentence: Sentence, token: Token) -> Token | None:
    """Return the name right before ``token``: in a headline's "Tarnwood to receive" it may hang from anything."""
    before = sentence.tokens[max(token.index - 1, 0)]
    return before if before.pos == "PROPN" else None


def only_weighed(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Upgrade]:
    """Yield the verbs by which ``headline`` decides on what the story only has considered ("accepts offer")."""
    for sentence in headline.sentences:
        verb = sentence.root
        thing = sentence.child(verb, "obj")
        if verb.lemma.lower() not in words("certainty", "deciding") or verb.tag not in TELLING or thing is None:
            continue
        if headline.quoted(verb.span) or not is_content(thing) or certainty(sentence, verb) < FLAT:
            continue
        told = [(number, one) for number, one in sentences_of(body) if key(thing.lemma) in keys_of(one)]
        if any(one.holds(_forms("deciding")) for _, one in sentences_of(body)):
            continue
        for number, one in told:
            talked = (_talked_of(one, token) for token in one.tokens if key(token.lemma) == key(thing.lemma))
            talk = next((word for word in talked if word), "")
            if talk and not keys_of(one).isdisjoint(keys_among(sentence.tokens) - {key(thing.lemma)}):
                yield Upgrade(verb.span, Place(number, one.span), FLAT - POSSIBLE, talk)
                break


def only_held_out(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Upgrade]:
    """Yield the main verbs of ``headline``, told as done, that the story has only as talked of, or as a suspicion.

    "Buys" is one where the story knows of nothing but "talks to buy", and "started" where somebody was arrested "on
    suspicion of starting" and no court has found more.
    """
    for sentence in headline.sentences:
        verb = sentence.root
        if verb.pos != "VERB" or verb.tag not in TELLING or headline.quoted(verb.span):
            continue
        if certainty(sentence, verb) < FLAT or verb.lemma.lower() in words("synonyms", "empty"):
            continue
        wanted, others = _step(key(verb.lemma)), keys_among(one for one in sentence.tokens if one is not verb)
        tellings = [
            (len(keys_of(told) & others), Place(number, told.span), _talked_of(told, token), _alleged(told, token))
            for number, told in sentences_of(body)
            if not wanted.isdisjoint(keys_of(told))
            for token in told.tokens
            if key(token.lemma) in wanted and not _in_prospect(told, token)
        ]
        if not tellings or not all(talked or alleged for _, _, talked, alleged in tellings):
            continue
        shared, place, talk, alleged = max(tellings, key=lambda one: one[0])
        if 2 * shared >= len(others) and not (alleged and _proven(body)):
            yield Upgrade(verb.span, place, FLAT - (POSSIBLE if talk else ASKED), talk)


@cache
def _step(verb: str) -> frozenset[str]:
    """Return the keys of the words for the step that a verb takes, by its own key: a sale is a purchase too."""
    groups = (frozenset(map(key, group)) for group in lexicon("certainty")["deals"])
    return next((group for group in groups if verb in group), frozenset({verb}))


def _in_prospect(told: Sentence, token: Token) -> bool:
    """Say whether a noun stands in what is only supposed ("the sale would raise prices"), and tells nothing itself."""
    verb = told.head(token)
    modal = any(one.tag == "MD" for one in told.children(verb, "aux"))  # a reported "would" too
    return token.pos == "NOUN" and token.relation == "nsubj" and (modal or certainty(told, verb) < PLANNED)


def _proven(body: Sequence[tuple[int, Paragraph]]) -> bool:
    """Say whether a story tells of a verdict or an admission, and not only that there was none."""
    return any(denier(one, word) is None for _, one in sentences_of(body) for word in one.spelled(_verdicts()))


@cache
def _verdicts() -> frozenset[str]:
    """Return the words of verdicts and admissions in all their forms."""
    return every_form(word for name in ("verdicts", "admissions", "verdict_words") for word in words("accusing", name))


def _talked_of(told: Sentence, token: Token) -> str:
    """Return the word by which what ``token`` tells is only talked of or asked for, "" where there is none.

    So it is in "talks to buy", "considers buying" and "has applied for approval".
    """
    below = token
    for above in told.ancestors(token):
        if below.relation not in ("acl", "advcl", "xcomp", "ccomp", "conj") and (
            below is not token or token.pos != "NOUN" or below.relation not in ("obj", "nmod", "obl")
        ):
            return ""
        if below.relation != "conj" and above.lemma.lower() in words("certainty", "talking"):
            return above.text
        if below is token and token.pos == "NOUN" and above.lemma.lower() in words("certainty", "asking"):
            return above.text
        below = above
    return ""


def _alleged(told: Sentence, token: Token) -> bool:
    """Say whether ``token`` is what somebody is arrested for, accused or suspected of ("on suspicion of starting")."""
    below = token
    for above in told.ancestors(token):
        if below.relation not in ("acl", "advcl", "xcomp", "ccomp", "conj"):
            return False
        led = any(one.text.lower() in ("of", "for", "with") for one in told.children(below, "mark", "case"))
        if (led or above.pos == "NOUN") and above.lemma.lower() in words("certainty", "alleging"):
            return True
        below = above
    return False


@cache
def _forms(name: str) -> frozenset[str]:
    """Return a list of the words of certainty, each in all its forms."""
    return every_form(words("certainty", name))
