"""People who are dead in the headline, and of whom the story tells only that they were hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attrib_lsp.attribution.contradiction import Contradiction
from attrib_lsp.attribution.counted import counts_people, fate
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.keys import key, keys_of
from attrib_lsp.attribution.only_denied import denier
from attrib_lsp.attribution.standing import asks, negated
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.language.comparing.values import Comparison
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words

_DEAD = "dead"
_UNDERGOING = ("nsubj:pass", "nsubj")


def survivors(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None
) -> Iterator[Contradiction]:
    """Yield the verbs by which ``headline`` has people die of whom ``body`` tells that they were hurt or treated.

    It must know of no other person's death either, in whatever words: who is dead is at the top of any story. The
    ``comparison`` has no say: it hardly ever knows.
    """
    if asks(headline.text):
        return
    for sentence in headline.sentences:
        for verb in sentence.tokens:
            if verb.pos != "VERB" or fate(key(verb.lemma)) != _DEAD or negated(sentence, verb):
                continue
            whom = _whom(sentence, verb)
            if whom is None or headline.quoted(verb.span):
                continue
            hurt = _hurt(key(whom.lemma), body)
            if hurt is not None and not _anybody_dies(body):
                yield Contradiction(verb.span, hurt[0], hurt[1], loose=True)


def _whom(sentence: Sentence, verb: Token) -> Token | None:
    """Return who dies: whom a verb of killing is done to, or the subject of one of dying."""
    return sentence.child(verb, "obj") or sentence.child(verb, *_UNDERGOING)


def _hurt(whom: str, body: Sequence[tuple[int, Paragraph]]) -> tuple[Place, str] | None:
    """Return where the story has the people of that key hurt, and the word for it."""
    for number, paragraph in body:
        for told in paragraph.sentences:
            if whom not in keys_of(told):
                continue
            for token in told.spelled(_hurting()):
                verb = token if token.pos == "VERB" else told.head(token)
                if any(key(one.lemma) == whom for one in told.children(verb, "nsubj:pass", "nsubj", "obj")):
                    return Place(number, told.span), token.text
    return None


def _anybody_dies(body: Sequence[tuple[int, Paragraph]]) -> bool:
    """Say whether a story tells of anybody's death, unless it is to deny it or is no person's ("60 sheep died")."""
    return any(
        told.holds(_deaths()) and any(_dies(told, token) for token in told.spelled(_deaths()))
        for _, paragraph in body
        for told in paragraph.sentences
    )


def _dies(told: Sentence, token: Token) -> bool:
    """Say whether a word for death may be a person's."""
    if denier(told, token) is not None:
        return False
    whom = _whom(told, token) if token.pos == "VERB" else None
    return whom is None or whom.pos != "NOUN" or counts_people(whom.lemma, told.lists.roles)


@cache
def _deaths() -> frozenset[str]:
    """Return the words by which a story tells of a death, in all their forms."""
    return every_form({*lexicon("measures")["fate_groups"][0], *words("measures", "death_signs")})


@cache
def _hurting() -> frozenset[str]:
    """Return the words by which a story tells that somebody was hurt, in all their forms."""
    return every_form({*lexicon("measures")["fate_groups"][1], "treat", "hospital"})
