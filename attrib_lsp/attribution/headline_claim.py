"""Take a headline apart: the verb of its claim, the claim's words, and whether it says whose claim it is."""

from __future__ import annotations

import re
from itertools import pairwise

from attrib_lsp.attribution.presupposing import carries_clause
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.values import CueKind, Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import pattern, words
from attrib_lsp.text.span import Span

#: Words at most before a colon, or behind a dash, that can say who claims.
SPEAKER_WORDS = 5
_DASH = re.compile(r"\s[-–—]\s+(\S+(?:\s+\S+){0,4})\s*$")
_CLAUSAL = ("root", "acl", "advcl", "xcomp", "ccomp", "conj", "parataxis", "csubj", "dep")
_REPORTED = ("root", "xcomp", "ccomp", "parataxis", "csubj")
_REPORTING = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.EVIDENCE)
_SILENT_KINDS = (CueKind.STANCE, CueKind.COGNITION, CueKind.IMPERSONAL, CueKind.ADVERB, CueKind.BARE)


def predicate_of(sentence: Sentence) -> Token | None:
    """Return the headline's main verb: its root, or the verb nearest to it; None in a label or a question.

    Where "is" or "are" carries the sentence, it is the noun or adjective that they join. A participle before a noun
    ("pirated films") and an -ing form at the top ("Debating the budget") make no claim.
    """
    if asks(sentence.text):
        return None
    if sentence.child(sentence.root, "cop") is not None:
        return sentence.root
    verbs = [token for token in sentence.tokens if token.pos == "VERB" and token.relation in _CLAUSAL]
    main = min(verbs, key=lambda token: sum(1 for _ in sentence.ancestors(token)), default=None)
    return None if main is None or (main.tag == "VBG" and not _finite(sentence, main)) else main


def _finite(sentence: Sentence, verb: Token) -> bool:
    """Say whether an -ing form has a subject of its own, as in "Prices rising" and "is rising"."""
    return sentence.child(verb, "nsubj", "aux") is not None


def reported(paragraph: Paragraph, sentence: Sentence, main: Token) -> Token:
    """Return the main verb of what a headline passes on ("Minister to quit, officials say"), else ``main`` itself."""
    for one in paragraph.attributions:
        if one.kind not in _REPORTING or one.cue_lemma in words("accusing", "asking"):
            continue
        if not any(part.covers(main.span) for part in one.cue):
            continue
        verbs = [
            token
            for part in one.content
            for token in sentence.tokens_in(part)
            if token.pos == "VERB" and (token.relation in _REPORTED or _to_come(sentence, token))
        ]
        return min(verbs, key=lambda token: sum(1 for _ in sentence.ancestors(token)), default=main)
    return main


def _to_come(sentence: Sentence, verb: Token) -> bool:
    """Say whether a headline's infinitive tells what will happen ("Minister to quit")."""
    return verb.relation == "acl" and verb.tag == "VB" and sentence.head(verb).relation in _REPORTED


def admitted(sentence: Sentence, predicate: Token) -> Token:
    """Return the verb of what a headline says to be admitted or revealed, else ``predicate`` itself."""
    if predicate.lemma.lower() in words("accusing", "factive"):
        inner = sentence.child(predicate, "ccomp", "xcomp", "advcl")
        if inner is not None and inner.pos == "VERB":
            return inner
    return predicate


def told_by(paragraph: Paragraph, sentence: Sentence) -> frozenset[int]:
    """Return the numbers of the tokens by which a headline says who claims it."""
    return frozenset(
        token.index
        for one in paragraph.attributions
        if one.kind in _REPORTING
        and one.cue_lemma not in words("accusing", "asking")
        and carries_clause(paragraph, one)
        for part in (*one.source, *one.cue)
        for token in sentence.tokens_in(part)
    )


def claim_tokens(sentence: Sentence, predicate: Token) -> list[Token]:
    """Return the claim's tokens: the headline up to the circumstances that trail it, without marks at its ends."""
    tokens = list(sentence.tokens)
    for token in tokens[predicate.index + 1 :]:
        if token.text.lower() in words("headline", "circumstances") and token.index >= predicate.index + 2:
            tokens = tokens[: token.index]
            break
    while len(tokens) > 1 and tokens[-1].pos == "PUNCT":
        tokens.pop()
    return tokens


def shows_attribution(paragraph: Paragraph) -> bool:
    """Say whether a headline says whose claim it is: it attributes, quotes, or marks it as doubtful or disputed."""
    if paragraph.quotations or any(utters(sentence) for sentence in paragraph.sentences):
        return True
    return attributes(paragraph)


def attributes(paragraph: Paragraph) -> bool:
    """Say whether a headline gives its claim to somebody, or marks it as doubtful or disputed, by words."""
    speaking = [
        one
        for one in paragraph.attributions
        if one.source and one.kind not in _SILENT_KINDS and one.cue_lemma not in words("accusing", "asking")
    ]
    if any(carries_clause(paragraph, one) for one in speaking):
        return True
    if any(one.kind in (CueKind.IMPERSONAL, CueKind.ADVERB) for one in paragraph.attributions):
        return True
    lower = [token.text.lower() for sentence in paragraph.sentences for token in sentence.tokens]
    if not words("headline", "marks").isdisjoint(lower) or pattern("headline", "mark_phrases").search(paragraph.text):
        return True
    return names_speaker(paragraph.text)


def utters(sentence: Sentence) -> bool:
    """Say whether a headline tells of an utterance ("Mayor slams", "Senator refuses"): it is its doer's by nature."""
    said = words("headline", "utterances")
    return any(
        token.pos == "VERB" and token.relation in _CLAUSAL and token.lemma.lower() in said for token in sentence.tokens
    )


def names_speaker(text: str) -> bool:
    """Say whether a few words before a colon, or behind a colon or a dash at the end, can name who claims."""
    before, colon, behind = text.partition(":")
    if colon and behind.startswith(" ") and min(len(before.split()), len(behind.split())) <= SPEAKER_WORDS:
        return True
    tail = _DASH.search(text)
    if tail is None:
        return False
    last = {word.strip(".,").lower() for word in tail.group(1).split()}
    return not words("headline", "shown_by").isdisjoint(last) or tail.group(1).split()[0][:1].isupper()


def speaks_first(paragraph: Paragraph, name: Span) -> bool:
    """Say whether a ``name`` stands right before a headline's colon, as whoever says what follows."""
    return paragraph.text.startswith(": ", name.end) and names_speaker(paragraph.text)


def announces_interview(paragraph: Paragraph) -> bool:
    """Say whether a headline announces somebody's answers to questions ("An interview with Ada Bell")."""
    told = [token for sentence in paragraph.sentences for token in sentence.tokens]
    return any(
        token.lemma.lower() == "interview" and following.text.lower() == "with" for token, following in pairwise(told)
    )


def holds_back(sentence: Sentence) -> bool:
    """Say whether a headline says only that something may be so ("less likely to" compares, and holds nothing back)."""
    marks = words("headline", "holds_back")
    return any(token.text.lower() in marks and not _compared(sentence, token) for token in sentence.tokens)


def _compared(sentence: Sentence, token: Token) -> bool:
    """Say whether "less" or "more" stands before a word."""
    return token.index > 0 and sentence.tokens[token.index - 1].text.lower() in ("less", "more")
