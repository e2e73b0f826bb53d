"""Tell which figures state a measure that somebody must have taken, and not a date, a price, a score or a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.attribution.grounds import starts_with
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.unsourced._contests import result
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind
from attrib_lsp.rules.unsourced._tallies import amounts, tallied

#: From which number of people harmed on somebody has counted.
TOLL = 3
#: From which sum on somebody must have reckoned it up; the same where it is spent, lost or taken in.
SUM, SPENT = 1_000_000, 10_000
#: From which number of people on a crowd is an estimate.
CROWD = 1_000
#: From which number on things counted up since a date are a statistic.
SINCE = 100
#: From which number on people or things are no longer counted at a glance.
MANY = 20
#: How a sum begins that sets a bound.
_BOUNDS = ("up to", "over", "under", "less than", "more than", "at least")
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "root")


@remembered
def measures(sentence: Sentence, figure: Figure) -> str | None:
    """Return what ``figure`` measures (toll, crowd, share, rate, change, cost or count); None where nothing."""
    if _dated(sentence, figure) or _named(sentence, figure) or result(sentence, figure) or _set(sentence, figure):
        return None
    if _market(sentence, figure) or _dealt(sentence, figure) or _supposed(sentence, figure):
        return None
    near = _near(sentence, figure)
    if figure.kind is FigureKind.COUNT and _any_of(sentence, near, "toll_verbs", "toll_nouns"):
        return "toll" if _large(figure, TOLL) and _harmed(sentence, figure) else None
    if figure.kind is FigureKind.PERCENT:
        return _proportion(sentence, figure)
    if figure.kind is FigureKind.SHARE:
        counted = figure.noun is not None and (
            figure.noun.tag in ("NNS", "NNPS") or _any_of(sentence, near, "people_nouns", "measure_nouns")
        )
        return "share" if counted or _any_of(sentence, near, "share_verbs", "change_verbs") else None
    if amounts(sentence, figure):
        return "count"
    if not _large(figure):
        return None
    if _rate(sentence, figure) and (figure.kind is not FigureKind.MONEY or _sum(sentence, figure)):
        return "rate"
    if figure.kind is FigureKind.MONEY:
        counts = _sum(sentence, figure) and _any_of(sentence, near, "cost_verbs", "measure_nouns")
        return "cost" if counts else None
    return _number(sentence, figure, near)


def _harmed(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a toll is of people, and news: one that only recalls an event ("which killed 130") is known."""
    if figure.verb is not None and figure.verb.relation == "acl:relcl":
        return False
    if figure.noun is None or listed(sentence, figure.noun, "measures", "toll_nouns"):
        return figure.verb is None or listed(sentence, figure.verb, "measures", "harm_verbs", "toll_nouns")
    people = listed(sentence, figure.noun, "measures", "people_nouns")
    return people or listed(sentence, figure.noun, "people", "civilians", "roles")


def _supposed(sentence: Sentence, figure: Figure) -> bool:
    """Say whether the figure stands in a condition: "if millions lose their homes"."""
    return figure.verb is not None and any(
        token.text.lower() in ("if", "unless") for token in sentence.children(figure.verb, "mark")
    )


def _sum(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum is one that was reckoned up, and no price, threshold or mere description ("a £7m lawsuit")."""
    if figure.verb is not None and figure.verb.relation == "acl" and figure.text.lower().startswith(_BOUNDS):
        return False  # "workers earning up to $47,476"
    if figure.verb is not None and _bought(sentence, figure.verb):
        return False
    described = sentence.tokens[figure.end : figure.end + 1]
    thing = bool(described) and described[0].pos in ("NOUN", "PROPN", "ADJ")
    if thing and not _any_of(sentence, described, "sum_nouns"):
        return False
    spent = figure.verb is not None and listed(sentence, figure.verb, "measures", "cost_verbs")
    return _large(figure, SPENT if spent else SUM)


def _bought(sentence: Sentence, verb: Token) -> bool:
    """Say whether a sum is what something was bought for ("paid £2m to buy the yard"), or what a court imposed."""
    return any(
        listed(sentence, token, "measures", "set_verbs", "settled_verbs")
        for token in (sentence.root, *sentence.children(verb, "xcomp", "advcl"))
    )


def _any_of(sentence: Sentence, tokens: Iterable[Token], *names: str) -> bool:
    """Say whether one of ``tokens`` is on one of the lists."""
    return any(listed(sentence, token, "measures", *names) for token in tokens)


def _proportion(sentence: Sentence, figure: Figure) -> str | None:
    """Return what a percentage measures; None for all of a thing, and for "the 1 per cent"."""
    the = figure.first > 0 and sentence.tokens[figure.first - 1].text.lower() == "the"
    return None if figure.text.startswith("100") or (the and figure.noun is None) else "share"


def _rate(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is one by the day or year, or one counted up since a date."""
    behind = re.split(r"[,;:()–—]", sentence.text[figure.span.end - sentence.span.start :])[0].split()
    if any(starts_with(" ".join(behind[skipped:]), "measures", "rates") for skipped in range(3)):
        return True
    if figure.kind is not FigureKind.COUNT or not _large(figure, SINCE) or figure.verb is None:
        return False
    perfect = any(token.text.lower() in ("has", "have") for token in sentence.children(figure.verb, "aux", "aux:pass"))
    return perfect and re.search(r"\bsince (?:\w+ )?(?:1[0-9]|20)\d\d\b", sentence.text) is not None


def _number(sentence: Sentence, figure: Figure, near: tuple[Token, ...]) -> str | None:
    """Return what a large number measures."""
    if _any_of(sentence, near, "crowd_nouns") or (
        _any_of(sentence, near, "crowd_verbs") and _any_of(sentence, near, "people_nouns")
    ):
        return "crowd" if _large(figure, CROWD) else None
    if figure.verb is None:
        return None
    if tallied(sentence, figure):
        return "count"
    if listed(sentence, figure.verb, "measures", "change_verbs"):
        subject = sentence.child(figure.verb, "nsubj")
        scored = figure.noun is None and subject is not None and subject.pos == "PROPN"
        return None if scored else "change"
    if not listed(sentence, figure.verb, "measures", "condition_verbs") or figure.noun is None:
        return None
    people = listed(sentence, figure.noun, "measures", "people_nouns") or listed(
        sentence, figure.noun, "people", "civilians"
    )
    is_subject = figure.noun.relation in ("nsubj", "nsubj:pass")
    had = listed(sentence, figure.verb, "measures", "having_verbs") and not is_subject
    return "count" if people and not had and figure.noun.relation in _ARGUMENTS else None


def _near(sentence: Sentence, figure: Figure) -> tuple[Token, ...]:
    """Return the words that tell what a figure is of: its noun with modifiers, its verb with subject and object."""
    before = 4 if figure.kind is FigureKind.MONEY else 0
    near = [
        *sentence.tokens[max(figure.first - before, 0) : figure.first],
        *sentence.tokens[figure.end : figure.end + 2],
    ]
    if figure.noun is not None:
        near += [figure.noun, *sentence.children(figure.noun, "amod", "compound", "acl", "nmod", "conj")]
        near += [above for above in (sentence.head(figure.noun),) if above.pos in ("NOUN", "VERB")]
    if figure.verb is not None:
        near.append(figure.verb)
        for child in sentence.children(figure.verb, "nsubj", "nsubj:pass", "obj"):
            near += [child, *sentence.children(child, "compound", "nmod", "amod")]
    return tuple(near)


def _large(figure: Figure, least: int = MANY) -> bool:
    """Say whether a number is ``least`` or more: by default, more than can be counted at a glance."""
    return value(figure.text) >= least


def value(text: str) -> float:
    """Return what a figure comes to, at the least: "hundreds of" is 100, "three million" 3,000,000.

    >>> value("more than £2.5m"), value("tens of thousands of"), value("twenty-three")
    (2500000.0, 10000.0, 23.0)
    """
    lower = text.lower()
    scales = lexicon("measures")["scales"]
    factor = 1.0
    for scale in re.findall(rf"(?<![a-z])(?:{'|'.join(scales)})(?![a-z])", lower):
        factor *= scales[scale]
    digits = re.search(r"\d+(?:,\d{3})*(?:\.\d+)?", lower)
    if digits is not None:
        return float(digits.group().replace(",", "")) * factor
    values = lexicon("measures")["number_words"]
    spelled = [values[word] for word in re.split(r"[\s-]", lower) if word in values]
    return float(sum(spelled) or (1 if factor > 1 else 0)) * factor


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
    beside = sentence.text[figure.span.end - sentence.span.start :][:12].lower()
    before = sentence.text[: figure.span.start - sentence.span.start][-8:].lower()
    return (
        bool(
            re.match(r"[- ]?(?:years?|yrs?|st\b|nd\b|rd\b|th\b|am\b|pm\b|gmt|bst|°|,|-)", beside)
            and not re.match(r",\s?\d", beside)
            and (beside[:1] != "," or before.rstrip().endswith(","))
        )
        or re.search(r"\b(?:aged|age|age of)\s$", before) is not None
    )


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
    if figure.kind is not FigureKind.COUNT and any(token.text.lower() in market for token in sentence.spelled(market)):
        return True
    subject = sentence.child(figure.verb, "nsubj") if figure.verb is not None else None
    if subject is None or figure.verb is None:
        return False
    if subject.text.lower() in words("measures", "traded"):
        return True
    moved = figure.kind is FigureKind.PERCENT and listed(sentence, figure.verb, "measures", "change_verbs")
    return moved and subject.pos == "PROPN"


def _dealt(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum or an amount is what a contract lays down."""
    return figure.kind in (FigureKind.MONEY, FigureKind.COUNT) and bool(listed_in(sentence, "measures", "deal_nouns"))


def _set(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum or rate is set, offered, ruled or agreed by somebody: what is done with it makes it so."""
    near = [
        *sentence.tokens[max(figure.first - 4, 0) : figure.first],
        *sentence.tokens[figure.end : figure.end + 3],
    ]
    if figure.noun is not None:
        near.append(figure.noun)
    if _any_of(sentence, (token for token in near if token.pos in ("NOUN", "PROPN")), "set_nouns"):
        return True
    lists = {FigureKind.COUNT: (), FigureKind.MONEY: ("set_verbs",)}.get(figure.kind, ("set_verbs", "rate_verbs"))
    return figure.verb is not None and listed(sentence, figure.verb, "measures", *lists)
