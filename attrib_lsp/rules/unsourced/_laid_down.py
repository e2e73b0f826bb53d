"""Tell which figures somebody lays down: sums, rates and bounds of laws, offers, contracts and markets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.unsourced._contests import polls
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind

#: Words between a class of people and the sum that tells who belongs to it: "managers earning even $30,000".
_EVEN = frozenset({"even", "just", "merely", "only"})
_CLASSING = frozenset({"above", "below", "earning", "making", "over", "under", "with"})


def any_of(sentence: Sentence, tokens: Iterable[Token], *names: str) -> bool:
    """Say whether one of ``tokens`` is on one of the lists."""
    return any(listed(sentence, token, "measures", *names) for token in tokens)


def held(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a percentage is what owners hold, which registers tell."""
    behind = sentence.text[figure.span.end - sentence.span.start :].lstrip(" -").lower()
    held = behind.startswith("owned") or sentence.holds(words("measures", "holdings"))
    return figure.kind is FigureKind.PERCENT and held


def classes(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum only says which people are meant: "managers earning even $30,000", "families with $1m"."""
    if figure.kind is not FigureKind.MONEY:
        return False
    index = figure.first - 1
    while index > 0 and sentence.tokens[index].text.lower() in _EVEN:
        index -= 1
    return index > 0 and sentence.tokens[index].text.lower() in _CLASSING and sentence.tokens[index - 1].tag == "NNS"


def ruled_rate(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a percentage is where a rate stands that somebody sets: "interest rates stand at 4 per cent"."""
    if figure.kind is not FigureKind.PERCENT or figure.verb is None:
        return False
    return any(
        subject.lemma.lower() == "rate" and any_of(sentence, sentence.children(subject, "compound", "amod"), "ruled")
        for subject in sentence.children(figure.verb, "nsubj", "nsubj:pass")
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


def dealt(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum or an amount is what a contract lays down."""
    return figure.kind in (FigureKind.MONEY, FigureKind.COUNT) and bool(listed_in(sentence, "measures", "deal_nouns"))


def laid_down(sentence: Sentence, figure: Figure) -> bool:
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


def on_market(sentence: Sentence, figure: Figure) -> bool:
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
