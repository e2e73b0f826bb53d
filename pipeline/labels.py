"""The label sets of the heads, numbered by frequency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.samples import Sample

#: A lemma script seen less often is not learned.
RAREST_SCRIPT = 4
#: A form seen as a nationality this often is one wherever the other parser only says that it is a name.
KNOWN_NATIONALITY = 3

ROLES = ("O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT")


def label_sets(samples: Iterable[Sample]) -> dict[str, list[str]]:
    """Return the labels of each head, most frequent first."""
    counts = {name: Counter[str]() for name in ("tags", "pos", "lemmas", "names", "relations")}
    for sample in samples:
        for name, counter in counts.items():
            counter.update(label for label in getattr(sample, name) if label is not None)
    sets = {name: [label for label, _ in counter.most_common()] for name, counter in counts.items()}
    sets["lemmas"] = [label for label in sets["lemmas"] if counts["lemmas"][label] >= RAREST_SCRIPT]
    return {**sets, "opens": ["inside", "opens"], "roles": list(ROLES)}


def mark_nationalities(samples: Sequence[Sample]) -> None:
    """Turn "MISC" into "NORP" on single words that are elsewhere tagged as a people, a party or their adjective."""
    seen = Counter(
        word.lower()
        for sample in samples
        for word, label in zip(sample.words, sample.names, strict=True)
        if label == "B-NORP"
    )
    for sample in samples:
        for number, label in enumerate(sample.names):
            following = sample.names[number + 1] if number + 1 < len(sample.names) else "O"
            if label == "B-MISC" and following != "I-MISC" and seen[sample.words[number].lower()] >= KNOWN_NATIONALITY:
                sample.names[number] = "B-NORP"
