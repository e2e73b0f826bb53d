"""Find which body sentences bear on the headline, and how each carries its claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.denials import denials_of
from attrib_lsp.attribution.doubts import doubted
from attrib_lsp.attribution.events import Event, Telling, event_of, own_words, telling
from attrib_lsp.attribution.headline import Alignment, Manner, Support
from attrib_lsp.attribution.headline_claim import (
    admitted,
    claim_tokens,
    predicate_of,
    reported,
    shows_attribution,
    told_by,
    utters,
)
from attrib_lsp.attribution.keys import keys_among, keys_of, places
from attrib_lsp.attribution.parties import source_keys
from attrib_lsp.attribution.presupposing import presupposed, takes_up
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.speakers import Resolved
from attrib_lsp.attribution.standing import carrier, negated
from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph, Place
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

#: Share of the claim's content words that a sentence needs to bear on it, its predicate among them.
SUPPORT = 0.55
#: The same for a sentence in the story's own voice that may tell the claim in other words.
ECHO = 0.5
_NAMING = ("compound", "flat", "amod", "conj", "appos", "nmod:poss")
_UNCARRIED = (CueKind.IMPERSONAL, CueKind.ADVERB, CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO)


@dataclass(frozen=True)
class _Claim:
    """The headline's claim while the body is searched."""

    event: Event
    size: int
    actor: frozenset[str]
    negated: bool


def align(paragraphs: Sequence[Paragraph], headline: int, body: range, resolved: Resolved) -> Alignment | None:
    """Return how the body bears on the headline; None where the headline claims nothing (it has no verb, or asks)."""
    sentences = paragraphs[headline].sentences
    main = predicate_of(sentences[0]) if sentences else None
    if main is None:
        return None
    sentence = sentences[0]
    paragraph = paragraphs[headline]
    main = reported(paragraph, sentence, main)
    tokens = claim_tokens(sentence, main)
    predicate = admitted(sentence, main)
    aside = told_by(paragraph, sentence) | ({main.index} if predicate is not main else frozenset())
    event = event_of(sentence, predicate, [token for token in tokens if token.index not in aside])
    if not event.participants:
        return None
    claim = _Claim(event, len(event.participants) + 1, _actor(sentence, predicate), negated(sentence, predicate))
    reader = _Reader(paragraphs, body, resolved, claim)
    return Alignment(
        claim=tokens[0].span.joined(tokens[-1].span),
        predicate=predicate.span,
        event=event,
        shows_attribution=shows_attribution(paragraph),
        supports=tuple(reader.supports()),
        denials=()
        if _undeniable(sentence, predicate, claim)
        else denials_of(event, claim.actor, paragraphs, body, resolved),
        echoes=tuple(reader.echoes()),
        debunked=() if _doubts(sentence) else tuple(doubted(event, paragraphs, body)),
    )


def _doubts(sentence: Sentence) -> bool:
    """Say whether a headline itself denies or doubts something, anywhere in it."""
    lower = {word.lower() for token in sentence.tokens for word in (token.text, token.lemma)}
    return not lower.isdisjoint(words("headline", "doubting")) or any(word.endswith(("n't", "n’t")) for word in lower)


def _undeniable(sentence: Sentence, predicate: Token, claim: _Claim) -> bool:
    """Say whether no denial can be of the headline: it tells what was not done, what was said, or an official act."""
    return claim.negated or utters(sentence) or predicate.lemma.lower() in words("acts", "official")


def _actor(sentence: Sentence, predicate: Token) -> frozenset[str]:
    """Return the keys of whom the headline speaks: its verb's subject, else what stands before the verb."""
    subject = subject_of(sentence, predicate)
    if subject is None or subject.tag in ("WP", "WDT"):
        return keys_among(sentence.tokens[: predicate.index])
    return keys_among((subject, *sentence.children(subject, *_NAMING)))


class _Reader:
    """Searches the body for the claim."""

    def __init__(self, paragraphs: Sequence[Paragraph], body: range, resolved: Resolved, claim: _Claim) -> None:
        self.paragraphs = paragraphs
        self.body = body
        self.resolved = resolved
        self.claim = claim
        self.by_cue = {id(statement.attribution): number for number, statement in enumerate(resolved.statements)}

    def score(self, sentence: Sentence, *, predicate: bool) -> float:
        """Return the share of the claim's content words that ``sentence`` holds."""
        held = len(self.claim.event.participants & keys_of(sentence))
        return (held + predicate) / self.claim.size

    def supports(self) -> Iterator[Support]:
        """Yield the body sentences that hold the claim's predicate and enough of its words, and do not deny it."""
        for number in self.body:
            paragraph = self.paragraphs[number]
            for sentence in paragraph.sentences:
                found = telling(self.claim.event, sentence)
                if found is None or self.score(sentence, predicate=True) < SUPPORT:
                    continue
                if negated(sentence, found.token) != self.claim.negated:
                    continue
                score = self.score(sentence, predicate=True)
                yield self._support(Place(number, sentence.span), score, paragraph, sentence, found)

    def _support(self, place: Place, score: float, paragraph: Paragraph, sentence: Sentence, found: Telling) -> Support:
        """Return how ``sentence`` carries the claim by the word ``found``."""
        token = found.token
        carrying = carrier(paragraph, sentence, token)
        statement = self.by_cue.get(id(carrying)) if carrying is not None else None
        manner = self._manner(paragraph, sentence, token, carrying, statement)
        own = carrying is not None and self._own(paragraph, sentence, token, carrying, statement)
        doer = not self.claim.actor or bool(self.claim.actor & keys_among(own_words(sentence, token)))
        return Support(place, score, manner, statement, own, found.near / (self.claim.size - 1), doer)

    def _manner(
        self, paragraph: Paragraph, sentence: Sentence, token: Token, carrying: Attribution | None, number: int | None
    ) -> Manner:
        """Return how ``token`` stands."""
        if (carrying is not None and takes_up(paragraph, carrying)) or presupposed(
            paragraph, sentence, token, carrying
        ):
            return Manner.PRESUPPOSED
        if number is not None:
            source = self.resolved.statements[number].source
            if source is None:
                return Manner.IMPERSONAL
            return Manner.UNNAMED if self.resolved.sources[source].kind.unnamed else Manner.NAMED
        if any(
            not one.source and one.kind in _UNCARRIED and part.covers(token.span)
            for one in paragraph.attributions
            for part in one.content
        ):
            return Manner.IMPERSONAL
        return Manner.PUBLIC_ACT if token.lemma.lower() in words("acts", "public") else Manner.ASSERTED

    def _own(
        self, paragraph: Paragraph, sentence: Sentence, token: Token, carrying: Attribution, number: int | None
    ) -> bool:
        """Say whether who is given as the source is the one that the headline speaks of, or speaks for it.

        So it is where the source does what it tells ("the ministry said it would close the port"), and where the
        claim is about it by name ("Losses hit Delmar's profits").
        """
        tokens = paragraph.sentences[carrying.sentence].tokens_in(carrying.source[0])
        if tokens[0].tag == "PRP$":  # "its spokesman": of somebody named in the claim
            return any(one.lemma.lower() in words("accusing", "representatives") for one in tokens)
        keys = keys_among(tokens)
        names = keys_among(one for one in tokens if one.pos == "PROPN")
        source = self.resolved.statements[number].source if number is not None else None
        if source is not None:
            keys |= source_keys(self.resolved.sources[source], sentence.lists)
        elif tokens[0].pos == "PRON":
            keys |= keys_among(own_words(sentence, token))
        if self.claim.actor & keys or self.claim.event.participants & names:
            return True
        if self.claim.actor & places() and words("accusing", "state_voices") & {one.lemma.lower() for one in tokens}:
            return True
        doer = subject_of(sentence, token) if token.pos == "VERB" else None
        if doer is None or carrying.cue_lemma in words("accusing", "accuse"):
            return False
        return doer.pos == "PRON" or (
            doer.index == carrying.head and sentence is paragraph.sentences[carrying.sentence]
        )

    def echoes(self) -> Iterator[Place]:
        """Yield the sentences in the story's own voice that hold enough of the claim's words without its predicate."""
        for number in self.body:
            paragraph = self.paragraphs[number]
            for sentence in paragraph.sentences:
                if self.score(sentence, predicate=False) < ECHO or telling(self.claim.event, sentence) is not None:
                    continue
                if carrier(paragraph, sentence, sentence.root) is None and not paragraph.quoted(sentence.root.span):
                    yield Place(number, sentence.span)
