"""Words of the headline for how many that are not the story's: larger crowds, "all" of some, "two" of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from attrib_lsp.attribution.counted import Counted, told_in
from attrib_lsp.attribution.figures import Unit
from attrib_lsp.attribution.keys import key, keys_of
from attrib_lsp.attribution.misfigured import Misfigure
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.attribution.vocabulary import words_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: Sentences at the top of a story in which it tells what the headline is about.
TOP = 2
#: From this share on, per cent, a headline may speak of all.
NEARLY = 95
#: Words between a quantifier and its noun at most.
_REACH = 4
#: The least that "several" are.
_SEVERAL = 3
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
_OF = re.compile(r" of (?:the |its |their )?$")
_VOTING = frozenset({"vote", "back", "support", "oppose", "dissent"})


def quantified(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Misfigure]:
    """Yield the words of ``headline`` for how many that ``body`` does not bear out."""
    yield from _inflated(headline, body)
    for sentence in headline.sentences:
        for token in sentence.tokens:
            if not headline.quoted(token.span):
                yield from _all_of_some(sentence, token, body)
                yield from _few_of_several(sentence, token, body)
    for match in _UNANIMOUS.finditer(headline.text):
        split = _split_vote(body)
        if split is not None and not headline.quoted(Span(match.start(), match.end())):
            yield Misfigure(Span(match.start(), match.end()), split)


def _inflated(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Misfigure]:
    """Yield the words for crowds of ``headline`` ("hundreds") where ``body`` tells only of smaller ones ("dozens")."""
    stated = list(_crowds(headline.text))
    if not stated:
        return
    told = [(size, Place(number, span)) for number, paragraph in body for size, span in _crowds(paragraph.text)]
    if not told:
        return
    largest = max(size for size, _ in told)
    counts = [
        one.figure.value
        for _, paragraph in body
        for one in told_in(paragraph).counted
        if one.figure.unit is Unit.COUNT and not one.measured and not one.label
    ]
    for size, span in stated:
        if headline.quoted(span) or size <= largest or any(count >= size for count in counts):
            continue
        yield Misfigure(span, told[0][1])


def _crowds(text: str) -> Iterator[tuple[float, Span]]:
    """Yield the words for crowds in ``text`` with what the least of them holds."""
    for match in _pattern().finditer(text):
        yield lexicon("measures")["crowd_sizes"][match[0].lower()], Span(match.start(), match.end())


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a word for a crowd, the longest first."""
    names = sorted(lexicon("measures")["crowd_sizes"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)


def _all_of_some(sentence: Sentence, token: Token, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Misfigure]:
    """Yield an "all" whose noun and verb the story has of a share alone."""
    if token.text.lower() not in ("all", "every") or token.relation != "det":
        return
    noun = sentence.head(token)
    verb = next((above for above in sentence.ancestors(noun) if above.pos == "VERB"), None)
    if verb is None or noun.pos not in ("NOUN", "PROPN"):
        return
    for number, told, one in _top(body):
        of_those = one.figure.unit is Unit.SHARE and one.figure.value < NEARLY and one.role == key(verb.lemma)
        if of_those and key(noun.lemma) in keys_of(told) and not told.holds(frozenset({"all", "every"})):
            yield Misfigure(token.span, Place(number, one.figure.span))
            return


def _few_of_several(sentence: Sentence, token: Token, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Misfigure]:
    """Yield a "one" or a "two" whose noun the story begins with as several."""
    value = lexicon("measures")["number_words"].get(token.text.lower(), _SEVERAL)
    if value >= _SEVERAL or token.relation != "nummod":
        return
    noun = sentence.head(token)
    counted = [
        one for _, paragraph in body for one in told_in(paragraph).counted if one.thing and one.figure.value == value
    ]
    if noun.index < token.index or counted:
        return
    for number, told in _opening(body):
        for several in told.spelled(words("measures", "several")):
            behind = told.tokens[several.index + 1 : several.index + 1 + _REACH]
            if any(other.lemma.lower() == noun.lemma.lower() for other in behind):
                yield Misfigure(token.span, Place(number, several.span))
                return


def _split_vote(body: Sequence[tuple[int, Paragraph]]) -> Place | None:
    """Return where the story tells that some of so many voted for something, if it calls nothing unanimous."""
    if any(word.startswith("unanimous") for _, paragraph in body for word in words_of(paragraph)):
        return None
    for number, paragraph in body:
        known = told_in(paragraph).counted
        for first, second in pairwise(known):
            between = paragraph.text[first.figure.span.end : second.figure.span.start]
            voting = paragraph.sentences[first.sentence].holds(_VOTING)
            if voting and _OF.match(between) and first.figure.value < second.figure.value:
                return Place(number, first.figure.span.joined(second.figure.span))
    return None


def _opening(body: Sequence[tuple[int, Paragraph]]) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences at the top of the story, each with the number of its paragraph."""
    sentences = sentences_of(body)
    for one, _ in zip(sentences, range(TOP), strict=False):
        yield one


def _top(body: Sequence[tuple[int, Paragraph]]) -> Iterator[tuple[int, Sentence, Counted]]:
    """Yield the figures at the top of the story, each with its sentence and the number of its paragraph."""
    for number, sentence in _opening(body):
        paragraph = next(paragraph for at, paragraph in body if at == number)
        for one in told_in(paragraph).counted:
            if paragraph.sentences[one.sentence] is sentence:
                yield number, sentence, one
