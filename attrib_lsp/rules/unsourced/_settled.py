"""Tell which figures need no source: dates and names, what is set, offered or supposed, prices that all can look up."""

from __future__ import annotations

import re
from functools import cache

from attrib_lsp.attribution.forms import listed
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import words
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind
from attrib_lsp.rules.unsourced._laid_down import classes, dealt, held, laid_down, on_market, ruled_rate

#: Words behind "100m" among which its race is named.
_RACE = 5
#: A number that nobody would write without marks between its digits if it counted something.
_IDENTIFIER = re.compile(r"\d{9,}")
_BE = frozenset({"is", "are", "was", "were"})


def settled(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure is one that nobody need be given for."""
    tests = (
        _dated,
        _named,
        _ranked,
        laid_down,
        on_market,
        dealt,
        held,
        _supposed,
        _intended,
        _met,
        _charged,
        classes,
        ruled_rate,
        _composed,
    )
    return any(test(sentence, figure) for test in tests)


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
    """Say whether a figure is what is to come: "works to raise $60m", "a promise to give", "are to receive $60m"."""
    verb = figure.verb
    if verb is None:
        return False
    leads = [token.text.lower() for token in sentence.tokens[max(verb.index - 2, 0) : verb.index]]
    if verb.tag == "VB" and leads[-1:] == ["to"] and leads[0] in _BE:
        return True
    if not any(token.text.lower() == "to" for token in sentence.children(verb, "mark")):
        return False
    return listed(sentence, sentence.head(verb), "measures", "intending")


def _composed(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is of the parts that a thing has: "a rug is made up of 240 rows and 900 knots"."""
    if figure.kind is not FigureKind.COUNT:
        return False
    before = sentence.text[: figure.span.start - sentence.span.start].rstrip()
    return _composition().search(before) is not None


@cache
def _composition() -> re.Pattern[str]:
    """Match the end of a text behind which a part stands, be it the first or the second one."""
    phrases = "|".join(sorted(words("measures", "composition")))
    return re.compile(rf"\b(?:{phrases})(?: (?:[\w-]+ ){{1,4}}and)?$", re.IGNORECASE)


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
    """Say whether a number is the length of a race or of a leap: "the 100m title", "landed 17.30m at the trials"."""
    leapt = figure.verb is not None and listed(sentence, figure.verb, "measures", "leaping")
    if leapt and re.fullmatch(r"\d{1,2}\.\d\dm", figure.text) is not None:
        return True
    following = sentence.tokens[figure.end : figure.end + _RACE]
    races = words("measures", "races")
    return re.fullmatch(r"\d{2,5}m", figure.text) is not None and any(one.lemma.lower() in races for one in following)


def _named(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is a name's: Article 50, flight 370, World War Two; or an identifier's."""
    if figure.kind is not FigureKind.COUNT:
        return False
    if _IDENTIFIER.fullmatch(figure.text) is not None:
        return True
    if figure.first == 0:
        return False
    before = sentence.tokens[figure.first - 1]
    if listed(sentence, before, "measures", "labels"):
        return True
    counts = sentence.tokens[figure.end : figure.end + 1]
    return before.pos == "PROPN" and not (counts and counts[0].pos in ("NOUN", "ADJ", "PROPN"))
