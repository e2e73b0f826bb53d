"""Causes that the headline gives and of which the story says that nobody knows them yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrib_lsp.attribution.compared import chance
from attrib_lsp.attribution.counted import counts_people
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.only_denied import only_denied
from attrib_lsp.attribution.standing import TELLING
from attrib_lsp.attribution.values import Paragraph, Place, first_match, sentences_of
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import pattern, words

#: From which probability on the comparer suspects the headline's verb.
SUSPECTED = 0.3


def unknown_cause(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None
) -> Place | None:
    """Return where ``body`` says that a cause is not known, if ``headline`` tells one flatly.

    A headline gives a cause by a verb of causing or sparking; the story must not have any such word elsewhere. So does
    one where an -ing form does something to a thing ("Overloading sank ferry"), if the ``comparison`` suspects it. What
    the story denies in the headline's own word is left to `only_denied`.
    """
    for sentence in headline.sentences:
        verb = sentence.root
        plainly = _causes(sentence, verb)
        if headline.quoted(verb.span) or not (plainly or _by_doing(sentence, verb)):
            continue
        if not plainly and chance(comparison, verb.span, Wrong.POLARITY, Wrong.CERTAINTY) < SUSPECTED:
            continue
        place = first_match(pattern("certainty", "unknown_cause"), body)
        if place is None or any(one.span == verb.span for one in only_denied(headline, body, comparison)):
            return None
        return None if plainly and _caused_elsewhere(body, place) else place
    return None


def _causes(sentence: Sentence, verb: Token) -> bool:
    """Say whether a headline tells what brought something about by a verb for that ("sparks", "caused by")."""
    if verb.pos != "VERB" or verb.tag not in TELLING or verb.lemma.lower() not in words("certainty", "causing"):
        return False
    doer = sentence.child(verb, "nsubj", "obl:agent") if sentence.child(verb, "obj", "nsubj:pass") else None
    return doer is not None and doer.pos == "NOUN" and not counts_people(doer.lemma, sentence.lists.roles)


def _by_doing(sentence: Sentence, verb: Token) -> bool:
    """Say whether an -ing form does something to a thing in a headline."""
    doer = sentence.child(verb, "nsubj")
    told = verb.pos == "VERB" and verb.tag in TELLING and sentence.child(verb, "obj") is not None
    return told and doer is not None and doer.tag == "VBG"


def _caused_elsewhere(body: Sequence[tuple[int, Paragraph]], place: Place) -> bool:
    """Say whether a story speaks of causes beside what it says at ``place``."""
    return any(
        not told.span.overlaps(place.span) or number != place.paragraph
        for number, told in sentences_of(body)
        if told.holds(_causing())
    )


@cache
def _causing() -> frozenset[str]:
    """Return the words by which a story gives a cause, in all their forms."""
    return every_form(words("certainty", "causing") | words("certainty", "blaming"))
