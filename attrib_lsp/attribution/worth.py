"""Score how much a statement is one that newsrooms put a source on.

The score, 0 to 1, is that of a logistic regression over the words of a sentence and the shape of its main clause; its
weights lie in "worth", and `pipeline.worth` trains them on statements that reporters sourced, with the source taken
away, beside sentences that they told in their own voice, and on sentences of debates marked as worth checking.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon

#: Classes of words that count by their lemma; names never do.
_CONTENT = frozenset({"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "PART", "PRON", "SCONJ", "VERB"})
_NAMING = frozenset({"NUM", "PROPN"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
#: Lengths, in words, from which a sentence counts as longer.
_LENGTHS = (8, 14, 20, 28, 40)


def features(sentence: Sentence) -> frozenset[str]:
    """Return what the score looks at in ``sentence``: its words alone and in pairs, its main clause, its length."""
    return frozenset((*_lexical(sentence), *_paired(sentence), *_clausal(sentence), *_measured(sentence)))


def _lexical(sentence: Sentence) -> Iterator[str]:
    """Yield the lemmas and tags of a sentence, and the kinds of its names and figures."""
    for token in sentence.tokens:
        yield f"tag {token.tag}"
        if token.pos in _CONTENT:
            yield f"word {token.lemma.lower()}"
    for entity in sentence.entities:
        yield f"has {entity.label}"


def _paired(sentence: Sentence) -> Iterator[str]:
    """Yield each two words that stand side by side; names and numbers only as such."""
    known = [
        token.pos if token.pos in _NAMING else token.lemma.lower() for token in sentence.tokens if token.pos != "PUNCT"
    ]
    for first, second in pairwise(known):
        yield f"pair {first} {second}"


def _clausal(sentence: Sentence) -> Iterator[str]:
    """Yield what the main clause is: its verb's form, its auxiliaries, its subject's kind, what hangs from it."""
    root = sentence.root
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


def _measured(sentence: Sentence) -> Iterator[str]:
    """Yield the lengths that a sentence reaches."""
    for length in _LENGTHS:
        if len(sentence.tokens) >= length:
            yield f"length {length}"


@remembered
def worth(sentence: Sentence) -> float:
    """Return how much ``sentence`` is one that newsrooms put a source on, from 0 to 1."""
    weights: dict[str, float] = lexicon("worth")["weights"]
    total = float(lexicon("worth")["bias"]) + math.fsum(weights.get(name, 0.0) for name in features(sentence))
    return 1.0 / (1.0 + math.exp(-total))
