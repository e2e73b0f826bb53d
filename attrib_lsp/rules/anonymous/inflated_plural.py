"""Flags unnamed sources in the plural that turn out to be one.

## What it flags

"The source" or "the official" who speaks where the story has met only "sources" or "officials": either the plural was
one person, or the reader is not told that this is one of several.

Silent after "one of them", where the story has met a single source or somebody named whom the words may mean, where
the words say more than the plural did ("the Treasury official"), on bodies that speak with their usual voice, and
inside quotation marks.

## Why

Reuters never cites sources in the plural where there is only one. The New York Times does not mislead readers about who
its sources are or how many. The Washington Post tells readers openly how it got what it knows.

## Flagged

```
# Offer rejected

Sources close to the talks said the offer was rejected. "It was never serious," ⟦the source⟧ said.
```

```
# Strike to go ahead

The strike will go ahead, according to two union officials. Members were told on Friday.

⟦The official⟧ said that the vote was close.
```

## Fixes

Write “one of the sources”:

```
Sources close to the talks said the offer was rejected. "It was never serious," one of the sources said.
```

## Clean

```
# Offer rejected

Two people in the talks, a union negotiator and a company lawyer who asked not to be named because both sides had
promised silence, said the offer was rejected. It was never serious, one of them said.
```

```
# Offer rejected

Sources close to the talks said the offer was rejected. One of the sources called it a joke. "It was never serious,"
the source said.
```

```
# Strike to go ahead

Union officials said the strike would go ahead. The secretary, Joan Reyes, spoke to members on Friday. The official said
that the vote was close.
```

```
# Cables read

US officials said the cable had been read. A diplomat at the embassy denied it. The official said it was a forgery.
```

```
# Offer rejected

Sources close to the talks said the offer was rejected. "The source said nothing," the chairman, Leo Brandt, said. The
source of the leak is not known.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.anonymity import UnnamedKind, unnamed_phrase
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.unnamed_speakers import place, speaks_for_body, tells
from attrib_lsp.attribution.values import Statement
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Related, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Block

_POINTING = frozenset({"the", "that", "this"})
_ONE = frozenset(
    {"a", "an", "another", "one", "second", "third", "fourth", "other", "each", "neither", "either", "every"}
)


@dataclass(frozen=True, slots=True)
class _Group:
    """Several unnamed sources by the words ``span``, where they last spoke: ``order`` counts the body's sentences."""

    statement: Statement
    head: Token
    span: Span
    order: tuple[int, int]


@rule("ANO208", Severity.WARNING)
def inflated_plural(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each single source where the story has met only several."""
    blocks = read_blocks(graph.story)
    groups: dict[str, _Group] = {}
    reported: set[str] = set()
    for statement in graph.statements:
        paragraph, attribution = graph.paragraphs[statement.paragraph], statement.attribution
        if statement.paragraph not in graph.body or not tells(paragraph, attribution):
            continue
        sentence, head = place(paragraph, attribution)
        group = _group(graph, sentence, head, statement)
        if group is not None:
            groups[_lemma(group.head)] = group
            continue
        known = groups.get(_lemma(head))
        if known is None or _lemma(head) in reported or not _points(sentence, head):
            continue
        order = (statement.paragraph, attribution.sentence)
        if not _adds_nothing(graph, sentence, head, known) or _met_single(graph, known, sentence, head, order):
            continue
        reported.add(_lemma(head))
        yield _finding(span_of(noun_phrase(sentence, head)), known, blocks[statement.paragraph].prose, blocks)


def _lemma(token: Token) -> str:
    """Return a noun's lemma; people are persons."""
    lemma = token.lemma.lower()
    return "person" if lemma == "people" else lemma


def _group(graph: AttributionGraph, sentence: Sentence, head: Token, statement: Statement) -> _Group | None:
    """Return the several unnamed sources that ``head`` means, if it means such.

    Sources are people behind a body and not its voice, whatever body is given ("sources at the bank").
    """
    order = (statement.paragraph, statement.attribution.sentence)
    phrase = unnamed_phrase(sentence, head)
    if phrase is not None:
        voice = speaks_for_body(graph, statement.paragraph, sentence, phrase)
        several = not (phrase.single or voice or phrase.kind is UnnamedKind.PRIVATE)
        return _Group(statement, phrase.head, phrase.span, order) if several else None
    whole = noun_phrase(sentence, head)
    met = any(token.text.lower() in _POINTING for token in sentence.children(head, "det"))
    spoken = not met and not any(token.text.lower() in words("sourcing", "unnamed.published") for token in whole)
    if head.tag == "NNS" and _lemma(head) in ("source", "insider") and spoken:
        return _Group(statement, head, span_of(whole), order)
    return None


def _points(sentence: Sentence, head: Token) -> bool:
    """Say whether a head means one person whom the reader has met: "the source"."""
    before = {token.text.lower() for token in sentence.children(head, "det", "amod", "nummod")}
    return head.tag == "NN" and bool(before & _POINTING) and not before & _ONE


def _telling(sentence: Sentence, tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the lemmas of the words that describe."""
    return frozenset(
        _lemma(token) for token in tokens if token.pos not in ("DET", "NUM", "PUNCT", "ADP", "PRON", "CCONJ")
    )


def _adds_nothing(graph: AttributionGraph, sentence: Sentence, head: Token, group: _Group) -> bool:
    """Say whether the words for one person say no more than those for the group did, and name nobody."""
    phrase = tuple(noun_phrase(sentence, head))
    before, _ = place(graph.paragraphs[group.statement.paragraph], group.statement.attribution)
    known = _telling(before, before.tokens_in(group.span))
    return _telling(sentence, phrase) <= known and sentence.child(head, "nmod", "appos", "nmod:poss") is None


def _met_single(
    graph: AttributionGraph, group: _Group, sentence: Sentence, head: Token, order: tuple[int, int]
) -> bool:
    """Say whether the words may mean somebody else, met one by one: unnamed anywhere before, or named since."""
    bare = _lemma(head) in words("sourcing", "unnamed.bare")
    for number in graph.body:
        for at, other in enumerate(graph.paragraphs[number].sentences):
            here = (number, at)
            if here > order:
                return False
            limit = head.index if here == order else len(other.tokens)
            if any(_single(other, token) for token in other.tokens[:limit]):
                return True
            since = here >= group.order and not bare
            if since and any(entity.label == "PERSON" and entity.first < limit for entity in other.entities):
                return True
    return False


def _single(sentence: Sentence, token: Token) -> bool:
    """Say whether a word means one unnamed person: "an official", "one of the sources", "a third"."""
    heads = ("unnamed.bare", "unnamed.insiders", "unnamed.holders", "unnamed.person_heads")
    known = any(token.lemma.lower() in words("sourcing", name) for name in heads)
    if known and token.tag == "NN":
        before = {one.text.lower() for one in sentence.children(token, "det", "nummod", "amod")}
        return bool(before & _ONE)
    if token.text.lower() not in ("one", "another"):
        return False
    return token.relation in ("nsubj", "nsubj:pass") or any(
        one.text.lower() == "of"
        for child in sentence.children(token, "nmod", "obl")
        for one in sentence.children(child)
    )


def _finding(span: Span, group: _Group, prose: Prose, blocks: tuple[Block, ...]) -> Finding:
    """Say what is wrong, and offer the words that put it right."""
    there = blocks[group.statement.paragraph].prose
    several, single = group.span.of(there.text), span.of(prose.text)
    one = ("One" if single[0].isupper() else "one") + f" of the {group.head.text.lower()}"
    return Finding(
        span,
        f"“{single}”: so far there were several (“{several}”). Write “{one.lower()}”, or correct the plural.",
        prose,
        related=(Related("the plural", group.span, there),),
        fixes=(Fix(f"Write “{one}”", span, one),),
    )
