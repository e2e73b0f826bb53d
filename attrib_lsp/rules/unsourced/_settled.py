"""Tell which figures need no source: dates and names, what is set, offered or supposed, prices that all can look up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.unsourced._contests import polls
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind

#: Words behind "100m" among which its race is named.
_RACE = 5


def settled(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure is one that nobody need be given for."""
    tests = (_dated, _named, _ranked, _set, _market, _dealt, _held, _supposed, _intended, _met, _charged)
    return any(test(sentence, figure) for test in tests)


def _held(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a percentage is what owners hold, which registers tell."""
    behind = sentence.text[figure.span.end - sentence.span.start :].lstrip(" -").lower()
    held = behind.startswith("owned") or sentence.holds(words("measures", "holdings"))
    return figure.kind is FigureKind.PERCENT and held


def _supposed(sentence: Sentence, figure: Figure) -> bool:
    """Say whether the figure stands in a condition ("if millions lose their homes"), or is reckoned for "you"."""
    if any(token.text.lower() in ("you", "your") for token in sentence.tokens[figure.first : figure.end + 5]):
        return True
    if figure.verb is None:
        return False
    conditional = any(token.text.lower() in ("if", "unless") for token in sentence.children(figure.verb, "mark"))
    return conditional or any(token.text.lower() == "you" for token in sentence.children(figure.verb, "nsubj"))


def _ranked(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is that of a list: "the world's 100 most influential people"."""
    following = sentence.tokens[figure.end : figure.end + 1]
    return figure.kind is FigureKind.COUNT and bool(following) and following[0].tag in ("JJS", "RBS")


def _intended(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure is what somebody means or promises to reach: "works to raise $60m", "a promise to give"."""
    verb = figure.verb
    if verb is None or not any(token.text.lower() == "to" for token in sentence.children(verb, "mark")):
        return False
    return listed(sentence, sentence.head(verb), "measures", "intending")


def _met(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is of people the reader knows of: "one of four men killed in the raid", "the 49 people"."""
    before = [token.text.lower() for token in sentence.tokens[max(figure.first - 2, 0) : figure.first]]
    return figure.kind is FigureKind.COUNT and (before == ["one", "of"] or before[-1:] == ["the"])


def _charged(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure is part of a charge: "was accused of funnelling $10,000"."""
    verb = figure.verb
    return verb is not None and any(
        token.lemma.lower() in words("accusing", "accuse") for token in sentence.ancestors(verb)
    )


def bought(sentence: Sentence, verb: Token) -> bool:
    """Say whether a sum is what something was bought for ("paid £2m to buy the yard"), or what a court imposed."""
    return any(
        listed(sentence, token, "measures", "set_verbs", "settled_verbs")
        for token in (sentence.root, *sentence.children(verb, "xcomp", "advcl"))
    )


def paid_for(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum is what was paid for a thing: "paid £2m for the yard"."""
    verb = figure.verb
    return (
        verb is not None
        and verb.lemma.lower() == "pay"
        and any(
            case.text.lower() == "for" and case.index >= figure.end > verb.index
            for below in sentence.children(verb, "obl")
            for case in sentence.children(below, "case")
        )
    )


def any_of(sentence: Sentence, tokens: Iterable[Token], *names: str) -> bool:
    """Say whether one of ``tokens`` is on one of the lists."""
    return any(listed(sentence, token, "measures", *names) for token in tokens)


def _dated(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is a date, a year, a time, an age, a distance or the like."""
    if figure.kind is not FigureKind.COUNT:
        return False
    dated = any(entity.label == "DATE" and entity.span.covers(figure.span) for entity in sentence.entities)
    if dated and "," not in figure.text:
        return True
    number = figure.text.split()[-1]
    if re.fullmatch(r"(?:1[0-9]|20)\d\d", number):
        return True
    after = sentence.tokens[figure.end : figure.end + 2]
    if after and listed(sentence, after[0], "measures", "units"):
        return True
    if _in_metres(sentence, figure):
        return True
    beside = sentence.text[figure.span.end - sentence.span.start :][:12].lower()
    before = sentence.text[: figure.span.start - sentence.span.start][-16:].lower()
    return (
        bool(
            re.match(r"[- ]?(?:years?|yrs?|st\b|nd\b|rd\b|th\b|am\b|pm\b|gmt|bst|°|,|-)", beside)
            and not re.match(r",\s?\d", beside)
            and (beside[:1] != "," or before.rstrip().endswith(","))
        )
        or re.search(r"\b(?:aged|ages?|age of)\s(?:\d+\s(?:and|or|to)\s)?$", before) is not None
        or (before.endswith("at ") and re.match(r" (?:point|stage|time)\b", beside) is not None)
    )


def _in_metres(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is the length of a race: "the 100m title"."""
    following = sentence.tokens[figure.end : figure.end + _RACE]
    races = words("measures", "races")
    return re.fullmatch(r"\d{2,5}m", figure.text) is not None and any(one.lemma.lower() in races for one in following)


def _named(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is a name's: Article 50, flight 370, World War Two."""
    if figure.kind is not FigureKind.COUNT or figure.first == 0:
        return False
    before = sentence.tokens[figure.first - 1]
    if listed(sentence, before, "measures", "labels"):
        return True
    counts = sentence.tokens[figure.end : figure.end + 1]
    return before.pos == "PROPN" and not (counts and counts[0].pos in ("NOUN", "ADJ", "PROPN"))


def _market(sentence: Sentence, figure: Figure) -> bool:
    """Say whether the sentence tells of prices on a market, which anybody can look up: "AirAsia fell 2.9%"."""
    market = words("measures", "market_words")
    counted = figure.kind is FigureKind.COUNT and figure.noun is not None and figure.noun.tag == "NNS"
    if not counted and any(token.text.lower() in market and token.pos != "VERB" for token in sentence.spelled(market)):
        return True
    if figure.verb is None:
        return False
    telling = sentence.head(figure.verb) if figure.verb.relation == "advcl" else figure.verb  # "rose, gaining 2%"
    subject = sentence.child(figure.verb, "nsubj") or sentence.child(telling, "nsubj")
    if subject is None:
        return False
    if subject.text.lower() in words("measures", "traded"):
        return True
    moved = figure.kind is FigureKind.PERCENT and listed(sentence, figure.verb, "measures", "change_verbs")
    return moved and any(token.pos == "PROPN" for token in (subject, *sentence.children(subject, "appos")))


def _dealt(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum or an amount is what a contract lays down."""
    return figure.kind in (FigureKind.MONEY, FigureKind.COUNT) and bool(listed_in(sentence, "measures", "deal_nouns"))


def _set(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum or rate is set, offered, ruled or agreed by somebody: what is done with it makes it so."""
    before = sentence.tokens[max(figure.first - 4, 0) : figure.first]
    near = [*_unbroken(reversed(before)), *_unbroken(sentence.tokens[figure.end : figure.end + 3])]
    if figure.noun is not None:
        near.append(figure.noun)
        if figure.kind is FigureKind.PERCENT and polls(sentence, figure):
            return False
    if any_of(sentence, (token for token in near if token.pos in ("NOUN", "PROPN")), "set_nouns"):
        return True
    lists = {FigureKind.COUNT: (), FigureKind.MONEY: ("set_verbs",)}.get(figure.kind, ("set_verbs", "rate_verbs"))
    return figure.verb is not None and listed(sentence, figure.verb, "measures", *lists)


def _unbroken(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield ``tokens`` up to the first mark."""
    return takewhile(lambda token: token.pos != "PUNCT", tokens)
