"""Tell the results of votes and of sport, which are on record, from what polls find and what campaigns cost."""

from __future__ import annotations

import re

from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind

#: A share of votes that were cast.
_COUNTED = re.compile(r"\s?of (?:the |all )?(?:\w+ )?(?:votes?|ballots?)\b", re.IGNORECASE)
_CAST = re.compile(r"\bby (?:a )?votes? of\s*$", re.IGNORECASE)
_CONDITIONAL = frozenset({"would", "'d", "’d"})


@remembered
def contest(sentence: Sentence) -> bool:
    """Say whether the sentence tells of a vote or of sport: its figures are the result."""
    if listed_in(sentence, "measures", "vote_nouns", "vote_verbs"):
        return True
    return any(token.pos in ("NOUN", "PROPN") for token in listed_in(sentence, "measures", "sport_nouns"))


def result(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure is a contest's result: no sum that was spent on it, and no share that a poll found."""
    if figure.kind is FigureKind.MONEY:
        return figure.verb is not None and listed(sentence, figure.verb, "measures", "vote_verbs", "set_verbs")
    if _won(sentence, figure):
        return True
    if figure.kind in (FigureKind.PERCENT, FigureKind.SHARE) and (polls(sentence, figure) or _earned(sentence, figure)):
        return False
    return contest(sentence)


def _won(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a share is what somebody has won a vote with: "won two primaries with more than 60% support"."""
    won = figure.verb is not None and figure.verb.tag in ("VBD", "VBN") and figure.verb.lemma.lower() == "win"
    return won and bool(listed_in(sentence, "measures", "ballots"))


def leads(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is of points by which somebody leads or trails in a poll."""
    if figure.noun is None or figure.noun.lemma.lower() != "point" or contest(sentence):
        return False
    return bool(listed_in(sentence, "measures", "standing_words"))


def _earned(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a share is one by which what a business takes in has changed."""
    if figure.verb is None:
        return False
    return any(
        listed(sentence, token, "measures", "result_nouns") for token in sentence.children(figure.verb, "nsubj", "obj")
    )


def polls(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a share is one of people's opinions: they say or favour something, or would vote in some way."""
    before = sentence.text[: figure.span.start - sentence.span.start]
    if (
        _CAST.search(before)
        or _COUNTED.match(sentence.text, figure.span.end - sentence.span.start)
        or any(token.lemma.lower() == "vote" and token.tag == "VBD" for token in sentence.tokens)
    ):
        return False
    if listed_in(sentence, "measures", "opinion_words"):
        return True
    if figure.noun is not None and listed(sentence, figure.noun, "measures", "people_nouns"):
        return True
    return figure.verb is not None and any(
        token.text.lower() in _CONDITIONAL for token in sentence.children(figure.verb, "aux")
    )
