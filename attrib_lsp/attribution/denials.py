"""Find where somebody denies a claim, or professes not to know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrib_lsp.attribution.events import Event, telling
from attrib_lsp.attribution.headline import Denial
from attrib_lsp.attribution.keys import keyed
from attrib_lsp.attribution.parties import source_keys
from attrib_lsp.attribution.presupposing import carries_clause, takes_up
from attrib_lsp.attribution.speakers import Resolved
from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph, Place, Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: Share of a claim's participants that a denial's sentence needs where it names the claim in its own words.
OVERLAP = 0.3
#: Share of what a claim is about, its doer aside, that a party's denial needs to name.
ABOUT = 0.5
#: Words at most in a content that only points to a claim ("the reports", "it").
POINTING = 6


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Match the words of a list of sourcing patterns."""
    return re.compile(str(lexicon("sourcing")[name]), re.IGNORECASE)


def denies(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether an attribution rejects a claim: by its cue, or by the words it quotes or reports."""
    if attribution.kind is CueKind.DENIAL:
        return not attribution.negated and not _withheld(paragraph, attribution)
    return attribution.kind in (CueKind.SPEECH, CueKind.WRITING) and _says(paragraph, attribution, "denial_in_quote")


def _withheld(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether a denial is one that nobody makes here: "refused to disavow", "without having to contradict".

    A passive ("was denied") counts only with its agent.
    """
    sentence = paragraph.sentences[attribution.sentence]
    verbs = [token for part in attribution.cue for token in sentence.tokens_in(part) if token.pos == "VERB"]
    if any(sentence.child(verb, "aux:pass") is not None for verb in verbs):
        return not attribution.source
    return any(
        child.text.lower() in ("to", "without", "whether", "if")
        for verb in verbs
        if sentence.head(verb).lemma.lower() not in words("accusing", "implicative")
        for child in sentence.children(verb, "mark", "case", "aux")
    )


def unknowing(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether somebody professes not to know: "I've never heard of that"."""
    return bool(attribution.source) and _says(paragraph, attribution, "ignorance")


def _says(paragraph: Paragraph, attribution: Attribution, pattern: str) -> bool:
    """Say whether what is attributed matches one of the sourcing patterns."""
    return any(_pattern(pattern).search(part.of(paragraph.text)) for part in attribution.content)


def points_to_claim(sentence: Sentence, attribution: Attribution) -> bool:
    """Say whether a denial's content only points to a claim told before: "the reports", "any wrongdoing", "it"."""
    tokens = [token for part in attribution.content for token in sentence.tokens_in(part) if token.pos != "PUNCT"]
    if not tokens:
        return True
    inside = {token.index for token in tokens}
    tops = [token for token in tokens if token.head not in inside or token.head == token.index]
    return len(tokens) <= POINTING and any(token.lemma.lower() in words("accusing", "claims") for token in tops)


def response_span(attribution: Attribution, sentence: Sentence) -> Span:
    """Return the words by which a response is known: the cue, with a short content that follows it at once."""
    cue = attribution.cue[0] if attribution.cue else attribution.content[0]
    for part in attribution.content:
        tokens = [token for token in sentence.tokens_in(part) if token.pos != "PUNCT"]
        if 0 <= part.start - cue.end <= 1 and len(tokens) <= POINTING and sentence.span.covers(part):
            return cue.joined(part)
    return cue


def denials_of(
    event: Event, actor: frozenset[str], paragraphs: Sequence[Paragraph], body: range, resolved: Resolved
) -> tuple[Denial, ...]:
    """Return where the body reports that a party to ``event`` denies it, or professes not to know of it.

    Who denies must be named in the claim or speak for one who is (``actor`` are the keys of its doer), or the denial
    must tell the event; a denial of something else counts for nothing.
    """
    return tuple(_denials(event, actor, paragraphs, body, resolved))


def _denials(
    event: Event, actor: frozenset[str], paragraphs: Sequence[Paragraph], body: range, resolved: Resolved
) -> Iterator[Denial]:
    """Yield the denials, in reading order."""
    for number, statement in enumerate(resolved.statements):
        if statement.paragraph not in body or not statement.attribution.cue:
            continue
        paragraph = paragraphs[statement.paragraph]
        one = statement.attribution
        sentence = paragraph.sentences[one.sentence]
        rejects, ignorant = denies(paragraph, one), unknowing(paragraph, one)
        if not rejects and not ignorant:
            continue
        speaker = _party_keys(sentence, statement, resolved)
        if points_to_claim(sentence, one) and _points_elsewhere(event, number, paragraphs, resolved):
            continue
        if _bears_on(event, sentence, one, speaker, actor):
            yield Denial(Place(statement.paragraph, response_span(one, sentence)), number, not rejects)


def _points_elsewhere(event: Event, number: int, paragraphs: Sequence[Paragraph], resolved: Resolved) -> bool:
    """Say whether a claim of somebody else's stands just before a denial, in its paragraph, that is not ``event``."""
    denial = resolved.statements[number]
    for earlier in reversed(resolved.statements[:number]):
        one = earlier.attribution
        if earlier.paragraph != denial.paragraph:
            return False
        paragraph = paragraphs[earlier.paragraph]
        sentence = paragraph.sentences[one.sentence]
        if one.sentence == denial.attribution.sentence or earlier.source == denial.source or takes_up(sentence, one):
            continue
        if carries_clause(paragraph, one):
            return telling(event, sentence) is None
    return False


def _bears_on(
    event: Event, sentence: Sentence, one: Attribution, speaker: frozenset[str], actor: frozenset[str]
) -> bool:
    """Say whether a denial concerns ``event``: it tells it, or a party to it points to it or names what it is about."""
    content = frozenset(token.index for part in one.content for token in sentence.tokens_in(part))
    keys = keyed(sentence.tokens[index] for index in content).keys()
    told = telling(event, sentence, content)
    if told is not None and (speaker & actor or event.share(keys | speaker) >= OVERLAP):
        return True
    if not speaker & (actor | event.participants):
        return False
    if points_to_claim(sentence, one):
        return True
    about = event.participants - speaker - actor
    return bool(about) and len(about & keys) >= ABOUT * len(about)


def _party_keys(sentence: Sentence, statement: Statement, resolved: Resolved) -> frozenset[str]:
    """Return the keys of who speaks in a statement, with those of whom they may speak for."""
    keys: frozenset[str] = frozenset()
    if not statement.attribution.source:  # somebody named before the cue, whom the tree does not show
        at = statement.attribution.cue[0].start
        keys |= keyed(token for token in sentence.tokens if token.span.end <= at).keys()
    for part in statement.attribution.source:
        tokens = sentence.tokens_in(part)
        keys |= keyed(tokens).keys()
        if tokens and tokens[0].tag == "PRP$":  # "its envoy": of somebody named before in the sentence
            keys |= keyed(sentence.tokens[: tokens[0].index]).keys()
    return keys if statement.source is None else keys | source_keys(resolved.sources[statement.source])
