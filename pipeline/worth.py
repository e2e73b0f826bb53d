"""Train the score of `attrib_lsp.attribution.worth`.

usage: python -m pipeline.worth DATA OUT

DATA holds ``attribution/polnear.train.jsonl``, ``claims/polnear_sentences.jsonl.gz`` and ``claims/checkworthy.jsonl``;
OUT is the word list to write (``attrib_lsp/lexicons/worth.toml``). Statements that a story puts in somebody's mouth,
taken out of their sentences, are held against sentences that stories tell in their own voice; beside them, sentences of
debates that were marked as worth checking against those that were not, with a bias of their own. An eighth of the
stories is left for choosing thresholds, half of them and a fifth of the debate sentences for seeing what the score is
worth (see `half` and `part`); both is printed.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from attrib_lsp.attribution.worth import features
from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.language.values import Sentence

#: Examples that a feature must stand in to be weighed.
COMMON = 40
#: Weights smaller than this are left out.
SMALLEST = 0.05
#: Strength of the pull of weights towards nothing, and steps of the descent.
RIDGE, STEPS, RATE = 2.0, 400, 0.05
BATCH = 512
#: What only debates have: in them fewer sentences are worth checking than news has sourced.
SPOKEN = "spoken in a debate"

Floats = NDArray[np.float64]


class Part(Enum):
    """What an example is used for."""

    TRAINING = "training"
    CHOICE = "choice of thresholds"
    TEST = "test"


class Example(NamedTuple):
    """A statement as text, whether it asks for a source, what it is used for, and whether it is from a debate."""

    text: str
    asks: bool
    part: Part
    spoken: bool


def half(key: str) -> int:
    """Return the half, 0 or 1, that a story belongs to; the score and its thresholds are chosen on half 0 alone."""
    return crc32(_story(key)) % 2


def part(key: str) -> Part:
    """Return what a story is used for: half 1 for the test, an eighth of all for choosing thresholds."""
    if half(key) == 1:
        return Part.TEST
    return Part.CHOICE if crc32(_story(key)) % 8 == 0 else Part.TRAINING


def _story(key: str) -> bytes:
    """Return the name of a story without its corpus."""
    return key.removeprefix("polnear-").encode()


def examples(data: Path) -> Iterator[Example]:
    """Yield the statements of both kinds."""
    with (data / "attribution" / "polnear.train.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            for one in row["attributions"]:
                if one["source"] and one["content_type"].lower() == "indirect" and not one["in_headline"]:
                    yield Example(_told(row["text"], one["content"]), True, part(row["id"]), False)
    with gzip.open(data / "claims" / "polnear_sentences.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row["status"] == "unattributed" and not row["is_headline"]:
                yield Example(row["sentence"], False, part(row["doc"]), False)
    with (data / "claims" / "checkworthy.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            use = Part.TEST if crc32(row["id"].encode()) % 5 == 0 else Part.TRAINING
            yield Example(row["sentence"], bool(row["checkworthy"]), use, True)


def _told(text: str, content: Sequence[Sequence[int]]) -> str:
    """Return a content as a sentence of its own: without "that", with a capital and a full stop."""
    words = " ".join(text[start:end] for start, end in content).strip(" ,.;:")
    words = words.removeprefix("that ")
    return words[:1].upper() + words[1:] + "."


def statements(found: Sequence[Example]) -> Iterator[tuple[Example, frozenset[str]]]:
    """Yield the examples that are one sentence with a subject, each with its features."""
    pipeline = Pipeline()
    for start in range(0, len(found), BATCH):
        batch = found[start : start + BATCH]
        for one, parse in zip(batch, pipeline.read([one.text for one in batch]), strict=True):
            if len(parse.sentences) == 1 and _whole(parse.sentences[0]):
                yield one, features(parse.sentences[0]) | ({SPOKEN} if one.spoken else frozenset())


def _whole(sentence: Sentence) -> bool:
    """Say whether a sentence has a main clause of six words or more."""
    subject = sentence.child(sentence.root, "nsubj", "nsubj:pass", "csubj", "expl")
    infinitive = sentence.child(sentence.root, "mark") is not None
    return len(sentence.tokens) > 5 and subject is not None and not infinitive


class Score(NamedTuple):
    """A logistic regression: a weight for each name, and a bias."""

    names: list[str]
    weights: Floats
    bias: float

    def __call__(self, found: frozenset[str]) -> float:
        """Return the score of a set of features, before it is squeezed between 0 and 1."""
        known = dict(zip(self.names, self.weights, strict=True))
        return self.bias + float(sum(known.get(name, 0.0) for name in found))


def trained(data: Sequence[tuple[Example, frozenset[str]]]) -> Score:
    """Return the score that fits ``data`` best, by Adam over all of it."""
    counts = Counter(name for _, found in data for name in found)
    names = sorted(name for name, count in counts.items() if count >= COMMON)
    place = {name: number for number, name in enumerate(names)}
    rows = [[place[name] for name in found if name in place] for _, found in data]
    row = np.repeat(np.arange(len(rows)), [len(one) for one in rows])
    column = np.array([number for one in rows for number in one])
    truth = np.array([float(one.asks) for one, _ in data])
    values = np.zeros(len(names) + 1)
    first, second = np.zeros_like(values), np.zeros_like(values)
    for step in range(1, STEPS + 1):
        logits = np.bincount(row, values[column], len(rows)) + values[-1]
        error = 1 / (1 + np.exp(-logits)) - truth
        slope = np.append(np.bincount(column, error[row], len(names)) + RIDGE * values[:-1], error.sum())
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        values -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return Score(names, values[:-1], float(values[-1]))


def ranked(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """Return how often a statement that asks for a source scores above one that does not (the area under the ROC)."""
    order = np.argsort(np.array(scores), kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    asks = np.array(truth)
    return float((ranks[asks].sum() - asks.sum() * (asks.sum() + 1) / 2) / (asks.sum() * (~asks).sum()))


def written(score: Score, figures: dict[str, Any]) -> str:
    """Return the word list of a score."""
    shown = [
        f'"{name}" = {weight:.2f}'
        for name, weight in zip(score.names, score.weights, strict=True)
        if abs(weight) >= SMALLEST and name != SPOKEN and '"' not in name and "\\" not in name
    ]
    notes = "\n".join(f"# {name}: {value}" for name, value in figures.items())
    return (
        "# How much a statement is one that newsrooms put a source on: weights of a logistic regression over the\n"
        "# words of a sentence and its main clause's shape, by `python -m pipeline.worth`. Trained on PolNeAR (US\n"
        "# political news: what is attributed, without its source, against what stories tell themselves) and on the\n"
        f"# sentences of ClaimBuster's debates.\n{notes}\nbias = {score.bias:.3f}\n\n[weights]\n"
        + "\n".join(shown)
        + "\n"
    )


def print_rates(scored: Sequence[tuple[float, bool]]) -> None:
    """Print which shares of what was sourced and of what was not reach each threshold."""
    for step in range(40, 95, 5):
        least = np.log(step / (100 - step))
        rates = [np.mean([logit >= least for logit, asks in scored if asks is kind]) for kind in (True, False)]
        print(f"{step / 100:.2f}: {rates[0]:.1%} of the sourced, {rates[1]:.1%} of the others")


def main(data: Path, out: Path) -> None:
    """Train on one half, say what the score is worth on the other, and write its weights."""
    found = list(statements(list(examples(data))))
    score = trained([one for one in found if one[0].part is Part.TRAINING])
    figures = {}
    for spoken, name in ((False, "stories left out"), (True, "debate sentences left out")):
        held = [(example, names) for example, names in found if example.part is Part.TEST and example.spoken is spoken]
        area = ranked([score(names) for _, names in held], [example.asks for example, _ in held])
        figures[f"area under the curve, {name}"] = f"{area:.3f} of {len(held):,} statements"
    out.write_text(written(score, figures), encoding="utf-8")
    print(json.dumps(figures, indent=1))
    for use in (Part.CHOICE, Part.TEST):
        print(use.value)
        print_rates([(score(names), one.asks) for one, names in found if one.part is use and not one.spoken])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
