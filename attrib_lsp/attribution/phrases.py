"""Cut phrases out of sentences: the words of a source, the words of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_TRIMMED = frozenset(",;:-–—.")
_CLAUSAL = ("acl:relcl", "parataxis", "ccomp", "advcl", "acl", "discourse", "cop", "nsubj", "aux", "mark")


def runs(tokens: Iterable[Token]) -> list[list[Token]]:
    """Split ``tokens`` into runs of neighbours, in order."""
    found: list[list[Token]] = []
    for token in sorted(tokens, key=lambda one: one.index):
        if found and found[-1][-1].index + 1 == token.index:
            found[-1].append(token)
        else:
            found.append([token])
    return found


def trimmed(run: Sequence[Token]) -> list[Token]:
    """Return ``run`` without commas, dashes and stops at its ends."""
    kept = list(run)
    while kept and kept[0].text in _TRIMMED:
        kept.pop(0)
    while kept and kept[-1].text in _TRIMMED:
        kept.pop()
    return kept


def span_of(tokens: Sequence[Token]) -> Span:
    """Return the span from the first to the last of ``tokens`` (not empty)."""
    return tokens[0].span.joined(tokens[-1].span)


def by_phrase(sentence: Sentence, head: Token, *relations: str) -> Token | None:
    """Return the noun that "by" leads among what hangs from ``head`` by ``relations``: who did it."""
    for token in sentence.children(head, *relations):
        if any(case.text.lower() == "by" for case in sentence.children(token, "case")):
            return token
    return None


def noun_phrase(sentence: Sentence, head: Token, avoid: frozenset[int] = frozenset()) -> list[Token]:
    """Return the words of the phrase that ``head`` heads, one run around it.

    Prepositions before it and clauses that hang from it are left out; appositions ("Jo Lind, the mayor,") stay.
    Tokens numbered in ``avoid`` (a cue, say) end the run.
    """
    below = {token.index for token in sentence.children(head, *_CLAUSAL, "case", "cc", "punct")}
    comma = {token.index for token in sentence.children(head, "punct")}
    keep = {t.index for t in sentence.subtree(head, without=frozenset(below - comma))} - avoid
    run = [head.index]
    while run[0] - 1 in keep:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in keep:
        run.append(run[-1] + 1)
    return trimmed(_without_date([sentence.tokens[index] for index in run], sentence, head)) or [head]


def _without_date(run: list[Token], sentence: Sentence, head: Token) -> list[Token]:
    """Return ``run`` without a date that ends it: "the officials on Friday" speak on Friday."""
    for entity in sentence.entities:
        if entity.label == "DATE" and head.index < entity.first and entity.end == run[-1].index + 1:
            return [token for token in run if token.index < entity.first]
    return run


def plain_words(sentence: Sentence, phrase: Sequence[Token]) -> tuple[str, ...]:
    """Return the words of ``phrase`` (not empty) in lower case, hyphens kept ("well-placed"), marks around them not."""
    start = sentence.span.start
    text = sentence.text[phrase[0].span.start - start : phrase[-1].span.end - start]
    return tuple(word for part in text.lower().split() if (word := part.strip(".,;:()[]“”\"'‘’–—")))


def in_own_clause(sentence: Sentence, token: Token) -> Token:
    """Return the head of the clause that ``token`` stands in: itself, or the nearest verb or root above it."""
    for above in (token, *sentence.ancestors(token)):
        if above.relation in ("root", "ccomp", "advcl", "acl:relcl", "parataxis", "csubj") or (
            above.relation == "conj" and above.pos in ("VERB", "AUX")
        ):
            return above
    return sentence.root


def top_of(tokens: Sequence[Token]) -> Token:
    """Return the head of a run of ``tokens`` (not empty): the first that hangs from none of them."""
    inside = {token.index for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.index), tokens[-1])


def core_span(sentence: Sentence, head: Token) -> Span:
    """Return the span of the phrase that ``head`` heads, without its clauses and what is joined to it."""
    clauses = frozenset(t.index for t in sentence.children(head, "acl:relcl", "acl", "punct", "conj", "cc", "case"))
    return span_of(sentence.subtree(head, without=clauses))


@lru_cache(maxsize=1 << 13)
def bare_name(name: str) -> str:
    """Return ``name`` without titles before it and a possessive behind it.

    >>> bare_name("Mr Sullivan")
    'Sullivan'
    """
    parts = re.sub(r"['’]s?$", "", name).split()
    while len(parts) > 1 and parts[0].lower() in words("people", "titles"):
        parts.pop(0)
    return " ".join(parts)


def strip_article(text: str) -> str:
    """Return ``text`` without a definite article before it."""
    return re.sub(r"^(?:the|The)\s+", "", text)


def names_person(entity: Entity) -> bool:
    """Say whether a name is a person's: it was taken for one, or a courtesy title stands in it ("Ms Hale")."""
    return entity.label == "PERSON" or (
        entity.label in ("ORG", "PLACE") and entity.text.split()[0].lower() in words("people", "courtesy")
    )
