"""Things in the headline of which the story has another of the same sort: "cancer" where it has "liver disease"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.coverage import has
from attrib_lsp.attribution.keys import key, keys_among, keys_of
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.attribution.vocabulary import Vocabulary, plain
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span

#: Sentences at the top of a story in which it tells what it is about.
TOP = 3
#: Words at most of a name of these things.
LONGEST = 2


@dataclass(frozen=True, slots=True)
class SwappedKind:
    """A thing at ``span`` of the headline, and the one of its sort that the story has instead, at ``place``."""

    span: Span
    meant: str
    place: Place


def swapped_kinds(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], story: Vocabulary
) -> Iterator[SwappedKind]:
    """Yield the listed things of ``headline`` that the ``story`` has under no name while it begins with another.

    The sentence with the other one must share a word with the headline; names and quotations are left alone.
    """
    if asks(headline.text):
        return
    for sentence in headline.sentences:
        for token in sentence.tokens:
            name, span = _named(sentence, token)
            if not name or headline.quoted(span) or has(token, story):
                continue
            group = _groups()[name]
            if any(story.holds(other) for other in (name, *group[name])):
                continue
            if any(_held(sentence, other) for other in group if other != name):
                continue
            others = keys_among(one for one in sentence.tokens if not one.span.overlaps(span))
            found = _instead(group, name, others, body)
            if found is not None:
                yield SwappedKind(span, *found)


def _named(sentence: Sentence, token: Token) -> tuple[str, Span]:
    """Return the listed thing that ``token`` names, alone or with the noun behind it, and where; "" for none."""
    entity = sentence.entity_at(token)
    if token.pos != "NOUN" or (entity is not None and entity.label in ("PERSON", "ORG", "WORK")):
        return "", token.span
    behind = sentence.tokens[token.index + 1 : token.index + LONGEST]
    for last in (*behind, token):
        name = " ".join(plain(one) for one in dict.fromkeys((token.text.lower(), last.lemma.lower())))
        name = _names().get(key(token.lemma), "") if last is token else name
        if name in _groups():
            return name, token.span.joined(last.span)
    return "", token.span


def _held(sentence: Sentence, name: str) -> bool:
    """Say whether a sentence has the words of ``name``."""
    return all(sentence.holds(frozenset({word})) for word in name.split())


def _instead(
    group: Mapping[str, frozenset[str]], name: str, others: frozenset[str], body: Sequence[tuple[int, Paragraph]]
) -> tuple[str, Place] | None:
    """Return the other thing of a ``group`` that one of the first sentences has, and where."""
    opening = [(number, paragraph, told) for number, paragraph in body[:TOP] for told in paragraph.sentences[:TOP]]
    for number, paragraph, told in opening[:TOP]:
        if keys_of(told).isdisjoint(others):
            continue
        for token in told.tokens:
            other, span = _named(told, token)
            if other and other != name and other in group and name not in group[other]:
                return span.of(paragraph.text), Place(number, span)
    return None


@cache
def _names() -> dict[str, str]:
    """Return the names of the listed things that are one word, by their keys."""
    return {key(name): name for name in _groups() if " " not in name}


@cache
def _groups() -> dict[str, dict[str, frozenset[str]]]:
    """Return each listed thing's sort: its members by name, each with its other names."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for members in lexicon("siblings").values():
        group = {name: frozenset(also) for name, also in members.items()}
        found |= dict.fromkeys(group, group)
    return found
