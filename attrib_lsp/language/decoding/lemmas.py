"""Lemmas: by a table of known forms, by the endings of known verbs, for all others by script: what to do to a word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

#: Tags of forms that are their own lemma, letter case aside.
BASE = frozenset({"NN", "VB", "JJ", "RB", "IN", "DT", "CC", "TO", "RP", "UH", "EX", "WRB", "PDT"})
#: Tags of names: their letters stay as they are.
NAMES = frozenset({"NNP", "FW", "ADD"})
#: What the endings of regular verb forms stand for, by tag.
ENDINGS = {
    "VBD": (("ied", "y"), ("ed", "e"), ("ed", "")),
    "VBN": (("ied", "y"), ("ed", "e"), ("ed", "")),
    "VBG": (("ing", "e"), ("ing", "")),
    "VBZ": (("ies", "y"), ("s", ""), ("es", "")),
}


@dataclass(frozen=True)
class Lemmas:
    """What is known of words: lemmas by tag and lower-cased form, and the verbs there are."""

    forms: Mapping[str, Mapping[str, str]]
    verbs: frozenset[str]

    @classmethod
    def read(cls, path: Path) -> Lemmas:
        """Read the table from a file.

        Raises:
            OSError: there is no such file.
        """
        table = json.loads(path.read_text(encoding="utf-8"))
        return cls(table["forms"], frozenset(table["verbs"]))

    def of(self, word: str, tag: str, script: str) -> str:
        """Return the lemma of ``word`` under the Penn tag ``tag``; ``script`` serves where nothing is known.

        >>> lemmas = Lemmas({"VBD": {"sold": "sell"}}, frozenset({"hike"}))
        >>> [lemmas.of(*one) for one in (("Sold", "VBD", "0|"), ("hiked", "VBD", "2|"), ("Report", "NN", "="))]
        ['sell', 'hike', 'report']
        """
        lower = word.lower()
        known = self.forms.get(tag, {}).get(lower)
        if known is not None:
            return known
        if tag in NAMES:
            return word
        if tag in BASE:
            return lower
        return next((verb for verb in candidates(lower, tag) if verb in self.verbs), None) or by_script(word, script)


def candidates(form: str, tag: str) -> Iterator[str]:
    """Yield the verbs that a regular form may be of.

    >>> list(candidates("stopped", "VBD"))
    ['stoppe', 'stopp', 'stop']
    """
    for ending, base in ENDINGS.get(tag, ()):
        if form.endswith(ending):
            stem = form[: -len(ending)]
            yield stem + base
            if not base and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


def by_script(word: str, script: str) -> str:
    """Return the lemma that ``script`` makes of ``word``.

    "=" keeps the word as it is; "count|ending" cuts that many letters off the lower-cased word and adds the ending;
    "^count|ending" does so with the word's own letter case. A script that would leave nothing leaves the word.

    >>> by_script("was", "3|be"), by_script("Running", "4|"), by_script("Paris", "="), by_script("States", "^1|")
    ('be', 'run', 'Paris', 'State')
    """
    if script == "=":
        return word
    count, _, ending = script.removeprefix("^").partition("|")
    base = word if script.startswith("^") else word.lower()
    return base[: len(base) - int(count)] + ending or base
