"""Find where somebody denies a claim, or professes not to know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.events import Event, telling
from attrib_lsp.attribution.headline import Denial
from attrib_lsp.attribution.keys import keys_among
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
#: The same for a denial by anybody that names nearly all of it.
SAME = 0.75
#: Sentences before a denial among which the claim that it points to must be told.
NEAR = 2
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
    """Say whether a denial is one that nobody makes here: "refused to disavow", "must rebut", "whether he denied".

    A passive ("was denied") counts only with its agent.
    """
    sentence = paragraph.sentences[attribution.sentence]
    verbs = [token for part in attribution.cue for token in sentence.tokens_in(part) if token.pos == "VERB"]
    if any(sentence.child(verb, "aux:pass") is not None for verb in verbs):
        return not attribution.source
    return any(
        child.text.lower() in ("to", "without", "whether", "if") or child.tag == "MD"
        for verb in verbs
        if sentence.head(verb).lemma.lower() not in words("accusing", "implicative")
        for child in sentence.children(verb, "mark", "case", "aux")
    )


def unknowing(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether somebody professes not to know: "I've never heard of that"."""
    asks = attribution.cue_lemma in words("accusing", "asking")
    return bool(attribution.source) and not asks and _says(paragraph, attribution, "ignorance")


def _says(paragraph: Paragraph, attribution: Attribution, pattern: str) -> bool:
    """Say whether what is attributed matches one of the sourcing patterns."""
    return any(_pattern(pattern).search(part.of(paragraph.text)) for part in attribution.content)


def points_to_claim(sentence: Sentence, attribution: Attribution) -> bool:
    """Say whether a denial's content only points to a claim told before: "the reports", "any wrongdoing", "it"."""
    tokens = [token for part in attribution.content for token in sentence.tokens_in(part) if token.pos != "PUNCT"]
    if not tokens:
        return True
    inside = {token.index for token in tokens}
    if not keys_among(tokens):  # "denied that she had"
        return True
    tops = [token for token in tokens if token.head not in inside or token.head == token.index]
    return len(tokens) <= POINTING and any(token.lemma.lower() in words("accusing", "claims") for token in tops)


def response_span(attribution: Attribution, sentence: Sentence) -> Span:
    """Return the words by which a response is known: the cue, with a short content that follows it at once.

    Where somebody only says something, it is the words that deny or profess not to know.
    """
    if attribution.kind in (CueKind.SPEECH, CueKind.WRITING):
        for part in attribution.content:
            if not sentence.span.overlaps(part):
                continue
            start = max(part.start, sentence.span.start)
            text = sentence.text[start - sentence.span.start : part.end - sentence.span.start]
            found = _pattern("denial_in_quote").search(text) or _pattern("ignorance").search(text)
            if found is not None:
                return Span(start + found.start(), start + found.end())
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
        if _concerns(_Context(event, actor, paragraphs, resolved), number):
            yield Denial(Place(statement.paragraph, response_span(one, sentence)), number, not rejects)


@dataclass(frozen=True)
class _Context:
    """The claim whose denials are looked for, and where."""

    event: Event
    actor: frozenset[str]
    paragraphs: Sequence[Paragraph]
    resolved: Resolved


def _concerns(context: _Context, number: int) -> bool:
    """Say whether the denial that statement ``number`` makes concerns the claim.

    It does where it tells the claim; where it points to what was told just before, and that is the claim; and where a
    party to the claim names what it is about.
    """
    statement = context.resolved.statements[number]
    one = statement.attribution
    sentence = context.paragraphs[statement.paragraph].sentences[one.sentence]
    speaker = _party_keys(sentence, statement, context.resolved)
    party = bool(speaker & (context.actor | context.event.participants))
    if points_to_claim(sentence, one):
        before = _told_before(context, number)
        if before is not None:
            return telling(context.event, before) is not None
        return party and any(telling(context.event, near) for near in _near(context, number))
    content = frozenset(token.index for part in one.content for token in sentence.tokens_in(part))
    keys = keys_among(sentence.tokens[index] for index in content)
    told = telling(context.event, sentence, content)
    if told is not None and (speaker & context.actor or context.event.share(keys | speaker) >= OVERLAP):
        return True
    unheard = any(sentence.tokens[index].lemma.lower() in words("accusing", "unheard") for index in content)
    if not denies(context.paragraphs[statement.paragraph], one) and not unheard:
        return False
    flat = one.cue_lemma in words("accusing", "flat_denials") and len(context.event.participants) > 2
    if flat and context.event.share(keys) >= SAME:
        return True
    about = context.event.participants - speaker - context.actor
    return party and bool(about) and len(about & keys) >= ABOUT * len(about)


def _near(context: _Context, number: int) -> Iterator[Sentence]:
    """Yield the sentence of a denial and, unless it denies what its own sentence tells, the two before it."""
    statement = context.resolved.statements[number]
    own = context.paragraphs[statement.paragraph].sentences
    at = statement.attribution.sentence
    yield own[at]
    verbs = [token for part in statement.attribution.cue for token in own[at].tokens_in(part)]
    if any(token.relation == "acl:relcl" for token in verbs):
        return
    before = list(own[:at])
    if statement.paragraph > 0:
        before = [*context.paragraphs[statement.paragraph - 1].sentences, *before]
    yield from before[-NEAR:]


def _told_before(context: _Context, number: int) -> Sentence | None:
    """Return the sentence in which somebody else claims something just before a denial, in its paragraph."""
    denial = context.resolved.statements[number]
    for earlier in reversed(context.resolved.statements[:number]):
        one = earlier.attribution
        if earlier.paragraph != denial.paragraph:
            return None
        paragraph = context.paragraphs[earlier.paragraph]
        if one.sentence == denial.attribution.sentence or earlier.source == denial.source or takes_up(paragraph, one):
            continue
        if carries_clause(paragraph, one):
            return paragraph.sentences[one.sentence]
    return None


def _party_keys(sentence: Sentence, statement: Statement, resolved: Resolved) -> frozenset[str]:
    """Return the keys of who speaks in a statement, with those of whom they may speak for."""
    keys: frozenset[str] = frozenset()
    if not statement.attribution.source:  # somebody named before the cue, whom the tree does not show
        at = statement.attribution.cue[0].start
        keys |= keys_among(token for token in sentence.tokens if token.span.end <= at)
    for part in statement.attribution.source:
        tokens = sentence.tokens_in(part)
        keys |= keys_among(tokens)
        if tokens and tokens[0].tag == "PRP$":  # "its envoy": of somebody named before in the sentence
            keys |= keys_among(sentence.tokens[: tokens[0].index])
    return keys if statement.source is None else keys | source_keys(resolved.sources[statement.source], sentence.lists)
