"""What a sentence shows by its own words of what it rests on: reported speech, a document, a public act, the diary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from attrib_lsp.attribution.forms import listed, listed_in, openings
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

_BACKWARD = frozenset(
    {"he", "she", "they", "it", "this", "that", "these", "those", "both", "such", "his", "her", "their"}
)
#: Words before a noun of records among which a phrase that makes it something else begins.
_PHRASED = 3
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")


@remembered
def reports(paragraph: Paragraph, sentence: Sentence, *, without: frozenset[int] = frozenset()) -> bool:
    """Say whether a sentence has the looks of reported speech: a verb of saying, "according to".

    Verbs numbered in ``without`` do not count.
    """
    for token in sentence.spelled(_reporting()):
        noun = token.tag in ("NNS", "NNPS")  # "his comments were mild" reports nothing
        verb = not noun and token.index not in without and listed(sentence, token, "claims", "records.saying")
        if (verb or token.text.lower() in words("claims", "records.cues")) and not paragraph.quoted(token.span):
            return True
    return False


@cache
def _reporting() -> frozenset[str]:
    """Return the words by which a sentence may look like reported speech."""
    return openings("claims", "records.saying") | words("claims", "records.cues")


def on_record(sentence: Sentence, *, without: frozenset[int] = frozenset()) -> bool:
    """Say whether a sentence names the document or the figures that it rests on.

    The words numbered in ``without`` do not count.
    """
    for token in sentence.spelled(openings("claims", "records.nouns", "records.verbs")):
        if token.index in without:
            continue
        noun = token.pos in ("NOUN", "PROPN") and token.relation != "compound"  # "a records request" is no record
        if noun and listed(sentence, token, "claims", "records.nouns") and not _no_record(sentence, token):
            return True
        shown = (
            token.pos == "VERB" and not _unowned(sentence, token) and listed(sentence, token, "claims", "records.verbs")
        )
        if shown and sentence.child(token, "compound:prt") is None:  # "forty people showed up" shows nothing
            return True
    return False


def _no_record(sentence: Sentence, noun: Token) -> bool:
    """Say whether such a noun means something else: "as a result", "going to the polls", "a leading figure"."""
    before = sentence.tokens[noun.index - 1].text.lower() if noun.index else ""
    if noun.lemma.lower() == "figure" and before in words("claims", "records.figures"):
        return True
    first = max(noun.index - _PHRASED, 0)
    near = sentence.tokens[first].span.start - sentence.span.start
    return any(
        match.end() == noun.span.end - sentence.span.start
        for match in _pattern("claims", "records.phrases").finditer(sentence.text, near)
    )


def _unowned(sentence: Sentence, verb: Token) -> bool:
    """Say whether a participle tells what nobody is said to reckon: "an estimated 200", "estimated to have"."""
    loose = verb.relation == "amod" or (verb.tag == "VBN" and verb.relation in ("acl", "advcl"))
    return loose and sentence.child(verb, "obl:agent", "obl") is None


def polled(sentence: Sentence) -> bool:
    """Say whether a sentence names a poll, a survey or a vote."""
    return bool(listed_in(sentence, "claims", "records.polls"))


def names_somebody(sentence: Sentence, tokens: Iterable[Token]) -> bool:
    """Say whether ``tokens`` give a name, a nation or a body: whoever or whatever can be asked."""
    return any(
        token.pos == "PROPN"
        or token.lemma.lower() in sentence.lists.bodies
        or ((entity := sentence.entity_at(token)) is not None and entity.label in ("PERSON", "ORG", "PLACE", "MISC"))
        for token in tokens
    )


def begins_back(sentence: Sentence) -> bool:
    """Say whether a sentence begins with a pronoun that means somebody or something before it."""
    return sentence.tokens[0].text.lower() in _BACKWARD


def points_back(sentence: Sentence) -> bool:
    """Say whether a sentence begins with a pronoun, or has one as a subject that means nobody named in it before."""
    if begins_back(sentence):
        return True
    named = min(
        (entity.first for entity in sentence.entities if entity.label == "PERSON"), default=len(sentence.tokens)
    )
    return any(
        token.relation in _SUBJECTS and token.pos == "PRON" and token.text.lower() in _BACKWARD
        for token in sentence.tokens[:named]
    )


def public_act(sentence: Sentence) -> bool:
    """Say whether a sentence tells of an act that is on record once it is done, and that it was done or will be."""
    return listed(sentence, sentence.root, "acts", "public") and not _unsure(sentence)


def _unsure(sentence: Sentence) -> bool:
    """Say whether a sentence tells what could or would be."""
    aside = ("would", "could", "can", "may", "might", "should", "must", "'d", "’d")
    return any(token.text.lower() in aside for token in sentence.children(sentence.root, "aux"))


def scheduled(sentence: Sentence) -> bool:
    """Say whether a sentence tells of an event in the diary: due to, set to, or will with a date."""
    dated = any(entity.label == "DATE" for entity in sentence.entities)
    tokens = sentence.tokens
    for token, following in pairwise(tokens):
        if token.text.lower() in words("claims", "schedules.due") and following.text.lower() == "to":
            return True
        if dated and token.text.lower() == "will" and token.relation == "aux":
            return True
    return False


def witnessed(sentence: Sentence) -> bool:
    """Say whether a sentence tells what a reporter on the spot sees or hears."""
    return listed(sentence, sentence.root, "claims", "scenes.verbs") and not _unsure(sentence)


def common(sentence: Sentence) -> bool:
    """Say whether a sentence tells what anybody can look up: who or what somebody or a place is, where, since when."""
    root = sentence.root
    if root.pos == "VERB":
        return listed(sentence, root, "claims", "common.verbs")
    if root.pos not in ("NOUN", "PROPN") or sentence.child(root, "cop") is None:
        return False
    ranked = any(token.tag in ("JJS", "RBS", "MD") for token in (root, *sentence.children(root)))
    known = listed(sentence, root, "people", "roles") or listed(sentence, root, "claims", "common.nouns")
    return not ranked and (known or root.pos == "PROPN")


@cache
def _pattern(subject: str, name: str) -> re.Pattern[str]:
    """Match any phrase of a list, whole words."""
    phrases = sorted(words(subject, name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def starts_with(text: str, subject: str, name: str) -> bool:
    """Say whether ``text`` begins with a phrase of the list ``name`` of ``subject``."""
    return _pattern(subject, name).match(text) is not None


def has_phrase(text: str, subject: str, name: str) -> bool:
    """Say whether ``text`` holds a phrase of the list ``name`` of ``subject``."""
    return _pattern(subject, name).search(text) is not None
