"""Find the figures of a sentence: percentages, shares, sums and numbers, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span


class FigureKind(Enum):
    """What a figure is by its form."""

    PERCENT = "percentage"
    SHARE = "share"
    MONEY = "sum"
    COUNT = "number"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the words that belong to it (approximator, unit), in the offsets of the sentence's paragraph.

    ``noun`` is what it counts, ``verb`` what governs it; both are None where the tree shows none.
    """

    span: Span
    text: str
    kind: FigureKind
    first: int
    end: int
    noun: Token | None
    verb: Token | None


def _any(subject: str, name: str) -> str:
    """Return a pattern for any phrase of a list, the longest first."""
    return "|".join(re.escape(one) for one in sorted(words(subject, name), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    """Match a figure: approximator, then percentage, sum, share or number."""
    word = rf"(?:{_any('measures', 'number_words')})(?:(?:-to-|[- ])(?:{_any('measures', 'number_words')}))*"
    digits = r"\d+(?:,\d{3})*(?:\.\d+)?"
    number = rf"(?:{digits}|{word})"
    part = r"(?:half|a third|a quarter|a fifth|(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?))"
    scale = r"(?:\s?(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|k)\b)"
    crowd = rf"(?:{_any('measures', 'crowds')})"
    currency = rf"(?:{_any('measures', 'currencies')})s?"
    nation = r"(?:(?:US|Canadian|Australian|Hong Kong|British|Swiss) )?"
    return re.compile(
        rf"(?<![\w.,/:–—-])(?:(?P<about>{_any('measures', 'approximators')})\s+)?"
        rf"(?:(?P<money>(?:[A-Z]{{1,3}})?[$£€¥]\s?{digits}{scale}?|{number}{scale}?\s{nation}{currency}\b"
        rf"|{crowd} of (?:(?:thousands|millions|billions) of )?{nation}{currency}\b)"
        rf"|(?P<percent>(?:{digits}\s?[-–]\s?)?{number}(?:\s?%|[\s-](?:per ?cent|percent|pc|percentage points?)\b))"
        rf"|(?P<share>{part}\s(?:of|the)\b|(?<=\bby ){part}\b"
        rf"|{number} (?:in|out of) (?:every )?{number}\b)"
        rf"|(?P<count>(?<=\bbetween ){digits}[-–]{digits}|half a (?:million|billion)|{number}{scale}?|{crowd} of)"
        r"(?![\w%]|[.,:/–-]\d))",
        re.IGNORECASE,
    )


@gathered
def figures(sentence: Sentence) -> Iterator[Figure]:
    """Yield the figures of ``sentence`` in order."""
    for match in _pattern().finditer(sentence.text):
        span = Span(match.start(), match.end()).shifted(sentence.span.start)
        tokens = sentence.tokens_in(span)
        if not tokens:
            continue
        kind = next(kind for kind in FigureKind if match.group(_GROUPS[kind]) is not None)
        noun = _counted(sentence, tokens, kind)
        yield Figure(
            span, match.group(), kind, tokens[0].index, tokens[-1].index + 1, noun, _governor(sentence, tokens, noun)
        )


_GROUPS = {
    FigureKind.PERCENT: "percent",
    FigureKind.SHARE: "share",
    FigureKind.MONEY: "money",
    FigureKind.COUNT: "count",
}


def _counted(sentence: Sentence, tokens: tuple[Token, ...], kind: FigureKind) -> Token | None:
    """Return the noun that a figure counts or is a share of."""
    inside = {token.index for token in tokens}
    last = tokens[-1]
    for token in tokens:
        above = sentence.head(token)
        if (
            kind is FigureKind.COUNT
            and token.relation == "nummod"
            and above.index not in inside
            and above.pos != "PUNCT"
        ):
            return above
    for token in tokens:
        for below in sentence.children(token, "nmod"):
            if below.index > last.index and below.pos in ("NOUN", "PROPN"):
                return below
    following = sentence.tokens[last.index + 1 : last.index + 5]
    for token in following:
        if token.pos in ("NOUN", "PROPN"):
            after = sentence.tokens[token.index + 1 : token.index + 2]
            if not (after and after[0].pos in ("NOUN", "PROPN") and token.head == after[0].index):
                return token
        elif token.pos not in ("ADJ", "ADP", "DET", "NUM", "ADV") and token.text.lower() != "of":
            return None
    return None


def _governor(sentence: Sentence, tokens: tuple[Token, ...], noun: Token | None) -> Token | None:
    """Return the verb whose clause the figure stands in."""
    for start in (noun, *tokens):
        if start is None:
            continue
        for above in (start, *sentence.ancestors(start)):
            if above.pos == "VERB":
                return above
    return None
