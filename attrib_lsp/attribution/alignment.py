"""Find which body sentences bear on the headline, and how each carries its claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrib_lsp.attribution.headline import Alignment, Manner, Support
from attrib_lsp.attribution.keys import key, keyed
from attrib_lsp.attribution.speakers import Resolved
from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph, Place, Statement
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: Share of the headline's content words that a sentence needs to bear on it, its predicate among them.
SUPPORT = 0.5
#: The same for a sentence in which somebody denies: it may name the claim by "the report" only.
DENIAL = 0.3
_TRAILING = frozenset({"following", "after", "amid", "amidst", "despite", "as", "ahead", "before", "while", "since"})
_MARKED = re.compile(
    r"\b(?:alleged|allegedly|reported|reportedly|accused?|accuses|denie[sd]|disputed?|row over)\b", re.I
)
_QUOTE = re.compile(r"[‘'“\"][^’'”\"]+[’'”\"]")
_SILENT_KINDS = (CueKind.STANCE, CueKind.COGNITION, CueKind.IMPERSONAL, CueKind.ADVERB)


@cache
def _ignorance() -> re.Pattern[str]:
    """Match words that profess not to know."""
    return re.compile(str(lexicon("sourcing")["ignorance"]), re.IGNORECASE)


def align(paragraphs: Sequence[Paragraph], headline: int, body: range, resolved: Resolved) -> Alignment | None:
    """Return how the body bears on the headline; None where the headline claims nothing (it has no verb)."""
    sentences = paragraphs[headline].sentences
    if not sentences:
        return None
    sentence = sentences[0]
    predicate = _predicate(sentence)
    if predicate is None:
        return None
    claim = claim_tokens(sentence, predicate)
    wanted = frozenset(keyed(claim))
    if len(wanted) < 2:
        return None
    span = claim[0].span.joined(claim[-1].span)
    by_cue = {id(statement.attribution): number for number, statement in enumerate(resolved.statements)}
    supports = tuple(_supports(paragraphs, body, wanted, predicate, resolved, by_cue))
    denials = tuple(_denials(paragraphs, body, wanted))
    return Alignment(span, _shows_attribution(paragraphs[headline], span), supports, denials)


def _predicate(sentence: Sentence) -> Token | None:
    """Return the headline's main verb: its root, or the verb nearest to it."""
    verbs = [token for token in sentence.tokens if token.pos == "VERB"]
    return min(verbs, key=lambda token: sum(1 for _ in sentence.ancestors(token)), default=None)


def claim_tokens(sentence: Sentence, predicate: Token) -> list[Token]:
    """Return the claim's tokens: the headline up to the circumstances that trail it, without marks at its ends."""
    tokens = list(sentence.tokens)
    for token in tokens[predicate.index + 1 :]:
        if token.text.lower() in _TRAILING and token.index >= predicate.index + 2:
            tokens = tokens[: token.index]
            break
    while len(tokens) > 1 and tokens[-1].pos == "PUNCT":
        tokens.pop()
    return tokens


def _shows_attribution(paragraph: Paragraph, claim: Span) -> bool:
    """Say whether a headline says whose claim it is: it attributes, quotes, or marks it as disputed."""
    if any(
        one.source and one.kind not in _SILENT_KINDS and _carries_clause(paragraph, one)
        for one in paragraph.attributions
    ):
        return True
    if any(one.kind in (CueKind.IMPERSONAL, CueKind.ADVERB) for one in paragraph.attributions):
        return True
    return _MARKED.search(paragraph.text) is not None or _QUOTE.search(paragraph.text) is not None


def _carries_clause(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether what is attributed is a statement: it has a verb ("asked China for arms" attributes none)."""
    sentence = paragraph.sentences[attribution.sentence]
    return any(
        token.pos in ("VERB", "AUX") and part.covers(token.span)
        for part in attribution.content
        for token in sentence.tokens
    )


def _supports(
    paragraphs: Sequence[Paragraph],
    body: range,
    wanted: frozenset[str],
    predicate: Token,
    resolved: Resolved,
    by_cue: dict[int, int],
) -> Iterator[Support]:
    """Yield the body sentences that hold the claim's predicate and enough of its words."""
    for number in body:
        paragraph = paragraphs[number]
        for sentence in paragraph.sentences:
            present = keyed(sentence.tokens)
            score = len(wanted & present.keys()) / len(wanted)
            token = present.get(key(predicate.lemma))
            if score >= SUPPORT and token is not None:
                manner, statement = _manner(paragraph, sentence, token, resolved, by_cue)
                yield Support(Place(number, sentence.span), score, manner, statement)


def _manner(
    paragraph: Paragraph, sentence: Sentence, token: Token, resolved: Resolved, by_cue: dict[int, int]
) -> tuple[Manner, int | None]:
    """Return how ``sentence`` carries the predicate ``token``, and by which statement."""
    carrying = _carrier(paragraph, token.span)
    number = by_cue.get(id(carrying)) if carrying is not None else None
    statement = resolved.statements[number] if number is not None else None
    stance = carrying is not None and carrying.kind is CueKind.STANCE
    if stance or token.pos in ("NOUN", "PROPN", "ADJ") or _presupposed(sentence, token):
        return Manner.PRESUPPOSED, number
    if statement is not None:
        return _manner_of(statement, resolved), number
    if any(
        one.kind in (CueKind.IMPERSONAL, CueKind.ADVERB) and _covers(one, token.span) for one in paragraph.attributions
    ):
        return Manner.IMPERSONAL, None
    return (Manner.PUBLIC_ACT if token.lemma.lower() in words("acts", "public") else Manner.ASSERTED), None


def _carrier(paragraph: Paragraph, span: Span) -> Attribution | None:
    """Return the attribution with a source whose content holds ``span``, the innermost if several do."""
    holding = [one for one in paragraph.attributions if one.source and _covers(one, span)]
    return min(holding, key=lambda one: sum(map(len, one.content)), default=None)


def _covers(attribution: Attribution, span: Span) -> bool:
    """Say whether an attribution's content holds ``span``."""
    return any(part.covers(span) for part in attribution.content)


def _manner_of(statement: Statement, resolved: Resolved) -> Manner:
    """Return whether a statement's source is named."""
    if statement.source is None:
        return Manner.IMPERSONAL
    return Manner.UNNAMED if resolved.sources[statement.source].kind.unnamed else Manner.NAMED


def _presupposed(sentence: Sentence, token: Token) -> bool:
    """Say whether the verb stands in a relative clause or an indirect question: taken for granted."""
    for above in (token, *sentence.ancestors(token)):
        if above.relation == "acl:relcl":
            return True
        if above.relation in ("ccomp", "advcl") and any(
            below.tag in ("WP", "WDT", "WRB") for below in sentence.subtree(above)[:2]
        ):
            return True
        if above.relation in ("ccomp", "root", "parataxis"):
            return False
    return False


def _denials(paragraphs: Sequence[Paragraph], body: range, wanted: frozenset[str]) -> Iterator[Place]:
    """Yield where somebody denies the claim, or professes not to know of it."""
    for number in body:
        paragraph = paragraphs[number]
        for one in paragraph.attributions:
            if not one.cue:
                continue
            sentence = paragraph.sentences[one.sentence]
            words_ = " ".join(part.of(paragraph.text) for part in one.content)
            denies = one.kind is CueKind.DENIAL and not one.negated
            unknowing = bool(one.content) and one.source and _ignorance().search(words_) is not None
            if not denies and not unknowing:
                continue
            if len(wanted & keyed(sentence.tokens).keys()) / len(wanted) >= DENIAL:
                yield Place(number, one.cue[0])
