"""Words by which a headline is surer than its story: proofs, causes that no study showed, "exactly"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.certainty import FLAT, certainty
from attrib_lsp.attribution.contradiction import about
from attrib_lsp.attribution.counted import told_in
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.headline_claim import attributes
from attrib_lsp.attribution.keys import key, keys_among, keys_of
from attrib_lsp.attribution.standing import negated
from attrib_lsp.attribution.values import Paragraph, Place, first_match, sentences_of
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, pattern, words
from attrib_lsp.text.span import Span

#: By how many ranks a proof is surer than what only points to it.
GRAVE = 3
#: Letters before a figure among which the words that go with it stand.
REACH = 16
_EXACTLY = re.compile(r"\b(?:exactly|precisely)\s$", re.IGNORECASE)
_NO_MORE = re.compile(r"\b(?:only|just|no more than|at most)\s$", re.IGNORECASE)
_ROUGHLY = re.compile(r"\b(?:about|almost|around|approximately|nearly|roughly|some|up to)\s$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:at least|more than|over|upwards of)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """Words at ``span`` of the headline that are surer than the story; ``place`` is its surest telling of them.

    ``gap`` is by how many ranks of certainty they are surer; ``instead`` holds words of the story's to take over, if
    they are no auxiliary.
    """

    span: Span
    place: Place
    gap: int
    instead: str = ""


def overstated(sentence: Sentence, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Upgrade]:
    """Yield the words of proof in a headline for which the story has only weaker ones ("guilty": "accused")."""
    for word, row in lexicon("certainty")["proofs"].items():
        said = next(iter(sentence.spelled(frozenset({word}))), None)
        if said is None or negated(sentence, said):
            continue
        strong, weak = every_form(row["same"]), every_form(row["weaker"])
        told = sentences_of(body)
        if any(one.holds(strong) for _, one in told):
            continue
        others = keys_among(one for one in sentence.tokens if one is not said)
        place = next((Place(n, one.span) for n, one in told if one.holds(weak) and keys_of(one) & others), None)
        if place is not None:
            yield Upgrade(said.span, place, GRAVE)


def called_causes(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Upgrade]:
    """Yield the verbs by which ``headline`` makes a cause of what the story says was not shown to be one."""
    if attributes(headline):
        return
    for sentence in headline.sentences:
        verb = sentence.root
        if verb.lemma.lower() not in words("certainty", "effects") or headline.quoted(verb.span):
            continue
        if verb.pos != "VERB" and sentence.child(verb, "obj") is None:  # "cuts" may be read as a noun
            continue
        others = keys_among(one for one in sentence.tokens if one is not verb)
        flatly = certainty(sentence, verb) == FLAT and about(others, body)
        caveat = first_match(pattern("certainty", "no_cause"), body) if flatly else None
        if caveat is None:
            continue
        told = (one for _, one in sentences_of(body) if key(verb.lemma) in keys_of(one))
        if not any(
            certainty(one, token) == FLAT for one in told for token in one.tokens if key(token.lemma) == key(verb.lemma)
        ):
            yield Upgrade(verb.span, caveat, GRAVE, "linked to")


def too_exact(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Upgrade]:
    """Yield the figures of ``headline`` with "exactly", or "only", that the story has with "at least" alone."""
    for one in told_in(headline).counted if body else ():
        before = _before(headline.text, one.figure.span.start)
        exact = _EXACTLY.search(before)
        lead = exact or _NO_MORE.search(before)
        if lead is None or headline.quoted(one.figure.span) or (exact is None and one.measured):
            continue  # "in just 50 years" only marvels
        loose = [
            (_loosely(paragraph.text, other.figure.span.start, roughly=exact is not None), number, other.figure.span)
            for number, paragraph in body
            for other in told_in(paragraph).counted
            if other.figure.value == one.figure.value and other.figure.unit is one.figure.unit and one.may_match(other)
        ]
        if loose and all(word for word, _, _ in loose):
            word, number, span = loose[0]
            start = one.figure.span.start - len(lead.group())
            yield Upgrade(Span(start, one.figure.span.end), Place(number, span), GRAVE, word)


def _loosely(text: str, start: int, *, roughly: bool) -> str:
    """Return the words before a figure by which there may be more, or ``roughly`` so many; "" where there are none."""
    before = _before(text, start)
    found = _AT_LEAST.search(before) or (_ROUGHLY.search(before) if roughly else None)
    return found.group().strip().lower() if found is not None else ""


def _before(text: str, start: int) -> str:
    """Return the few letters of ``text`` before ``start``, among which a word like "exactly" can stand."""
    return text[max(start - REACH, 0) : start]
