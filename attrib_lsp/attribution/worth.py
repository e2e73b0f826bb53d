"""Score how much a statement is one that newsrooms put a source on.

The score, 0 to 1, is that of a logistic regression over the words of a sentence and the shape of its main clause; its
weights lie in "worth", and `pipeline.worth` trains them on statements that reporters sourced, with the source taken
away, beside sentences that they told in their own voice, and on sentences of debates marked as worth checking.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span

#: Classes of words that count by their lemma; names never do.
_CONTENT = frozenset({"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "PART", "PRON", "SCONJ", "VERB"})
_NAMING = frozenset({"NUM", "PROPN"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
#: Lengths, in words, from which a sentence counts as longer.
_LENGTHS = (8, 14, 20, 28, 40)


def features(sentence: Sentence, span: Span | None = None) -> frozenset[str]:
    """Return what the score looks at in ``sentence``: its words alone and in pairs, its main clause, its length.

    With a ``span``, only the words in it count.
    """
    tokens = sentence.tokens if span is None else sentence.tokens_in(span)
    return frozenset(
        (
            *_lexical(sentence, tokens),
            *_paired(tokens),
            *_clausal(sentence, top(sentence, span)),
            *(f"length {length}" for length in _LENGTHS if len(tokens) >= length),
        )
    )


def top(sentence: Sentence, span: Span | None = None) -> Token:
    """Return the word that heads a sentence, or those of its words that are in ``span`` (some must be)."""
    if span is None:
        return sentence.root
    tokens = sentence.tokens_in(span)
    inside = {token.index for token in tokens}
    heads = [token for token in tokens if token.head not in inside or token.head == token.index]
    return next((token for token in heads if token.pos in ("VERB", "AUX")), heads[0])


def _lexical(sentence: Sentence, tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the lemmas and tags of words, and the kinds of the names and figures among them."""
    for token in tokens:
        yield f"tag {token.tag}"
        if token.pos in _CONTENT:
            yield f"word {token.lemma.lower()}"
        entity = sentence.entity_at(token)
        if entity is not None:
            yield f"has {entity.label}"


def _paired(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield each two words that stand side by side; names and numbers only as such."""
    known = [token.pos if token.pos in _NAMING else token.lemma.lower() for token in tokens if token.pos != "PUNCT"]
    for first, second in pairwise(known):
        yield f"pair {first} {second}"


def _clausal(sentence: Sentence, root: Token) -> Iterator[str]:
    """Yield what the main clause is: its verb's form, its auxiliaries, its subject's kind, what hangs from it."""
    yield f"root {root.tag}"
    yield f"root {root.lemma.lower()}"
    for child in sentence.children(root):
        yield f"below {child.relation}"
        if child.relation in ("aux", "aux:pass", "cop", "mark", "advmod"):
            yield f"{child.relation} {child.lemma.lower()}"
        if child.relation in _SUBJECTS:
            yield from _subject(sentence, child)
            yield f"frame {child.pos} {root.tag} {_auxiliaries(sentence, root)}".rstrip()


def _auxiliaries(sentence: Sentence, verb: Token) -> str:
    """Return the auxiliaries of a verb, in order."""
    return " ".join(token.lemma.lower() for token in sentence.children(verb, "aux", "aux:pass", "cop"))


def _subject(sentence: Sentence, subject: Token) -> Iterator[str]:
    """Yield what the subject is: its part of speech, the kind of name it is, its lemma where it is no name."""
    yield f"subject {subject.pos}"
    entity = sentence.entity_at(subject)
    if entity is not None:
        yield f"subject {entity.label}"
    elif subject.pos != "PROPN":
        yield f"subject {subject.lemma.lower()}"


@remembered
def worth(sentence: Sentence, span: Span | None = None) -> float:
    """Return how much ``sentence``, or what it says in ``span``, is what newsrooms put a source on, from 0 to 1."""
    weights: dict[str, float] = lexicon("worth")["weights"]
    total = float(lexicon("worth")["bias"]) + math.fsum(weights.get(name, 0.0) for name in features(sentence, span))
    return 1.0 / (1.0 + math.exp(-total))
