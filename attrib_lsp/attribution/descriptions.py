"""How a story describes its sources: roles, affiliations, how they know, why one is unnamed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from attrib_lsp.attribution.values import Mention, Paragraph, Place
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, pattern, words
from attrib_lsp.text.span import Span

#: Sentences after a mention in which a reason for anonymity still counts for it.
REASON_WITHIN = 2
#: Characters at the head of a reason in which it may itself say that it holds for all ("none would speak on record").
FIRST_WORD = 8
#: How words that tell of knowledge or place hang from a noun: "familiar with", "who took part", "close to", "at".
_TELLING = ("amod", "acl", "acl:relcl", "nmod", "advmod", "dep", "appos")


@cache
def reason_pattern() -> re.Pattern[str]:
    """Match words that say a name is withheld, or why."""
    return re.compile("|".join(lexicon("sourcing")["anonymity_reasons"]), re.IGNORECASE)


@cache
def _shared_pattern() -> re.Pattern[str]:
    """Match words for all who were asked, beside which a reason holds for every one of them."""
    return re.compile(str(lexicon("sourcing")["shared_reason"]), re.IGNORECASE)


@cache
def _basis_beside() -> re.Pattern[str]:
    """Match words that say how a source knows right behind a noun ("sources close to the talks")."""
    bases = pattern("people", "bases").pattern
    return re.compile(rf",? (?:who (?:is|are|was|were) )?(?:{bases})", re.IGNORECASE)


def description(mentions: Sequence[Mention], name: str, paragraphs: Sequence[Paragraph]) -> str:
    """Return how a named source is described where it is described best: "spokesperson for the embassy", or ""."""
    found = ""
    for mention in mentions:
        if name.split()[-1] not in mention.text:
            continue
        paragraph = paragraphs[mention.place.paragraph]
        sentence = paragraph.sentences[mention.sentence]
        words_ = _beside_name(sentence, mention.place.span, name)
        if len(words_.split()) > len(found.split()):
            found = words_
    return found


def _beside_name(sentence: Sentence, span: Span, name: str) -> str:
    """Return the words around a name in its phrase; titles, marks and relative clauses behind them left out."""
    tokens = sentence.tokens_in(span)
    if not tokens:
        return ""
    inside = set(range(tokens[0].index, tokens[-1].index + 1))
    for token in tokens:
        for apposition in sentence.children(token, "appos"):
            inside |= {below.index for below in sentence.subtree(apposition)}
    first, last = min(inside), max(inside)
    clauses = (clause for index in inside for clause in sentence.children(sentence.tokens[index], "acl:relcl"))
    last = min([last, *(start - 1 for clause in clauses if (start := sentence.subtree(clause)[0].index) > first)])
    text = sentence.text[
        sentence.tokens[first].span.start - sentence.span.start : sentence.tokens[last].span.end - sentence.span.start
    ]
    rest = _without_name(text, name if name in text else name.split()[-1]).strip(" ,;:-–—()")
    return "" if rest.lower() in words("people", "titles") | {"the"} else " ".join(rest.split())


def _without_name(text: str, name: str) -> str:
    """Return ``text`` with a blank for the first ``name`` in it and the courtesy title before that."""
    before, found, behind = text.partition(name)
    return f"{_title_at_end().sub('', before)} {behind}" if found else text


@cache
def _title_at_end() -> re.Pattern[str]:
    """Match a courtesy title that ends a text."""
    titles = "|".join(sorted(map(re.escape, words("people", "courtesy")), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{titles})\s+\Z", re.IGNORECASE)


def knows(sentence: Sentence, head: Token) -> bool:
    """Say whether a phrase, or a clause that hangs from it, tells how whoever it means knows."""
    below = [head.index]
    below += [t.index for child in sentence.children(head, *_TELLING) for t in sentence.subtree(child)]
    if pattern("people", "bases").search(_text(sentence, min(below), max(below))) is not None:
        return True
    return _basis_beside().match(sentence.text, head.span.end - sentence.span.start) is not None


def _text(sentence: Sentence, first: int, last: int) -> str:
    """Return the words from token ``first`` to token ``last``."""
    start = sentence.span.start
    return sentence.text[sentence.tokens[first].span.start - start : sentence.tokens[last].span.end - start]


def names_body(sentence: Sentence, phrase: Sequence[Token], head: Token) -> bool:
    """Say whether the phrase that ``head`` heads holds the name of a body, other than a nation's or a side's."""
    return any(
        (entity := sentence.entity_at(token)) is not None
        and token is not head
        and (
            (entity.label == "ORG" and entity.text not in words("people", "sides"))
            or (entity.label == "PLACE" and "House" in entity.text.split()[1:])
        )
        for token in phrase
    )


def belongs(sentence: Sentence, phrase: Sequence[Token], head: Token) -> bool:
    """Say whether the phrase gives the body or person behind it: "aides to Ms Lind", "her aides"."""
    if sentence.child(head, "nmod:poss") is not None or names_body(sentence, phrase, head):
        return True
    return any(
        token is not head and (entity := sentence.entity_at(token)) is not None and entity.label == "PERSON"
        for token in (*phrase, *_right_behind(sentence, head))
    )


def _right_behind(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the first words behind "to" or "of" right behind a phrase's head, whatever the tree hangs them from."""
    behind = sentence.tokens[head.index + 1 : head.index + 4]
    return behind[1:] if behind and behind[0].text.lower() in ("to", "of") else ()


@lru_cache(maxsize=1 << 15)
def _reason_in(text: str) -> Span | None:
    """Return the words of a sentence that say a name is withheld, or why. Asked once a source, so kept."""
    found = reason_pattern().search(text)
    return None if found is None else Span(*found.span())


def reason_for(mentions: Sequence[Mention], paragraphs: Sequence[Paragraph]) -> Place | None:
    """Return where the story says, beside a mention, that or why a source is unnamed."""
    for mention in mentions:
        for number, sentence in _from(mention, paragraphs):
            found = _reason_in(sentence.text)
            if found is not None:
                return Place(number, found.shifted(sentence.span.start))
    return None


def shared_reason(paragraphs: Sequence[Paragraph]) -> Place | None:
    """Return where the story says, for all who were asked, that or why they are unnamed."""
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph.sentences:
            if _shared_pattern().search(sentence.text) is None:  # to look for a reason takes far longer
                continue
            found = _reason_in(sentence.text)
            if found is not None and _shared_pattern().search(sentence.text[: found.start + FIRST_WORD]) is not None:
                return Place(number, found.shifted(sentence.span.start))
    return None


def _from(mention: Mention, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Sentence]]:
    """Yield the mention's sentence and those within reach after it, on into the next paragraph."""
    after = (
        (number, sentence)
        for number in range(mention.place.paragraph, min(mention.place.paragraph + 2, len(paragraphs)))
        for sentence in paragraphs[number].sentences[mention.sentence if number == mention.place.paragraph else 0 :]
    )
    return islice(after, 1 + REASON_WITHIN)
