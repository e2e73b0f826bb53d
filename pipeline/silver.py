"""Turn CoreNLP's analyses of news into training labels: Universal Dependencies of version 1 into those of version 2.

The analyses are automatic, but of news, which the treebanks hardly hold. Where the two versions differ in a way that
cannot be decided (CoreNLP's "dep", an arc that leaves its paragraph) the arc is left out; the training then learns
nothing from that word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

#: CoreNLP's name classes on the left, ours on the right.
LABELS = {
    "PERSON": "PERSON",
    "ORGANIZATION": "ORG",
    "LOCATION": "PLACE",
    "MISC": "MISC",
    "DATE": "DATE",
    "TIME": "DATE",
    "DURATION": "DATE",
    "SET": "DATE",
    "NUMBER": "NUMBER",
    "PERCENT": "PERCENT",
    "MONEY": "MONEY",
}

#: Relations that only changed their names.
RENAMED = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "mwe": "fixed",
    "neg": "advmod",
    "det:predet": "det",
    "cc:preconj": "cc",
}

#: Tags of the words whose nominal dependents are obliques in version 2.
_PREDICATES = ("VB", "JJ", "RB", "MD")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one paragraph; ``head`` is its number there, None where the arc is not to be learned."""

    start: int
    end: int
    lemma: str
    tag: str
    label: str
    head: int | None
    relation: str
    opens_sentence: bool


def read_words(tokens: list[list[Any]], sentences: list[list[int]], first: int, end: int) -> list[Word]:
    """Return tokens ``[first, end)`` of an article as words; ``sentences`` are token ranges of the article."""
    openings = {start for start, _ in sentences}
    words = []
    for number in range(first, end):
        start, stop, lemma, tag, label, head, relation = tokens[number]
        inside = head - first if first <= head < end else None
        words.append(
            Word(
                start, stop, lemma, tag, LABELS.get(label, ""),
                number - first if relation == "root" else inside, relation, number in openings or number == first,
            )
        )  # fmt: skip
    return words


def converted(words: list[Word]) -> list[Word]:
    """Return the words of a paragraph with version 2's relations and heads."""
    names = _with_flat_names(words)
    return _with_later_conjunctions([_renamed(names, word) for word in names])


def _renamed(words: list[Word], word: Word) -> Word:
    """Return ``word`` with version 2's relation and tag, and without an arc that is not to be learned."""
    tag = "IN" if word.tag == "TO" and word.relation == "case" else word.tag
    if word.head is None or word.relation == "dep":
        return replace(word, tag=tag, head=None, relation="")
    relation = RENAMED.get(word.relation, word.relation)
    if word.relation == "neg" and tag == "DT":
        relation = "det"
    above = words[word.head]
    if relation in ("nmod", "nmod:tmod", "nmod:npmod"):
        relation = _nominal(words, word, above)
    if relation == "compound" and above.label == "PERSON" and word.label != "PERSON" and word.tag.startswith("NN"):
        relation = "nmod"
    return replace(word, tag=tag, relation=relation)


def _nominal(words: list[Word], word: Word, above: Word) -> str:
    """Return the relation of a nominal dependent: to a noun a modifier, to a predicate an oblique."""
    predicate = above.tag.startswith(_PREDICATES) or _has_child(words, above, "cop")
    if not predicate:
        return "nmod"
    if word.relation in ("nmod:tmod", "nmod:npmod"):
        return "obl:unmarked"
    by = any(one.relation == "case" and one.lemma == "by" and words[one.head or 0] is word for one in words)
    return "obl:agent" if by and _has_child(words, above, "auxpass") else "obl"


def _has_child(words: list[Word], head: Word, relation: str) -> bool:
    """Say whether a word hangs from ``head`` by ``relation``."""
    return any(one.relation == relation and one.head is not None and words[one.head] is head for one in words)


def _with_flat_names(words: list[Word]) -> list[Word]:
    """Return the words with people's names headed by their first word, the others hanging from it as flat."""
    result = list(words)
    numbered = enumerate(words)
    for label, group in groupby(numbered, key=lambda one: one[1].label):
        numbers = [number for number, _ in group]
        first, last = numbers[0], numbers[-1]
        inside = all(words[number].head == last and words[number].relation == "compound" for number in numbers[:-1])
        if label != "PERSON" or len(numbers) == 1 or not inside or words[last].relation == "dep":
            continue
        head = words[last].head
        result[first] = replace(result[first], head=first if head == last else head, relation=words[last].relation)
        for number in numbers[1:]:
            result[number] = replace(result[number], head=first, relation="flat")
        for number, word in enumerate(result):
            if word.head == last and number not in numbers:
                result[number] = replace(word, head=first)
    return result


def _with_later_conjunctions(words: list[Word]) -> list[Word]:
    """Return the words with "and" and commas hanging from the conjunct behind them, not from the first one."""
    result = list(words)
    for number, word in enumerate(words):
        if word.relation not in ("cc", "punct") or word.head is None or word.head > number:
            continue
        later = [
            other
            for other in range(number + 1, len(words))
            if words[other].relation == "conj" and words[other].head == word.head
        ]
        between = words[number + 1 : later[0]] if later else []
        if later and (
            word.relation == "cc" or not any(one.head == word.head for one in between if one.relation == "punct")
        ):
            result[number] = replace(word, head=later[0])
    return result


def names(words: list[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield the names among ``words`` as (first, end, label): neighbours of one class."""
    for label, group in groupby(enumerate(words), key=lambda one: one[1].label):
        numbers = [number for number, _ in group]
        if label:
            yield numbers[0], numbers[-1] + 1, label
