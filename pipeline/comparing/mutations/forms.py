"""Forms of words: of another word in the place of one, and in its spelling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from pipeline.comparing.mutations.values import Passage

_HISSING = re.compile(r"(s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def inflected(lemma: str, tag: str, forms: Mapping[tuple[str, str], str]) -> str:
    """Return the form of ``lemma`` by ``tag`` (Penn Treebank): the one in ``forms``, or else the regular one.

    >>> inflected("rise", "VBD", {("rise", "VBD"): "rose"}), inflected("deny", "VBZ", {}), inflected("free", "VBG", {})
    ('rose', 'denies', 'freeing')
    """
    known = forms.get((lemma, tag))
    if known is not None:
        return known
    if tag in ("VBZ", "NNS"):
        return lemma[:-1] + "ies" if _CONSONANT_Y.search(lemma) else lemma + ("es" if _HISSING.search(lemma) else "s")
    if tag in ("VBD", "VBN"):
        return lemma + ("d" if lemma.endswith("e") else "ed")
    if tag == "VBG":
        return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"
    return lemma


def usual_forms(passages: Iterable[Passage]) -> dict[tuple[str, str], str]:
    """Return how lemmas are written most often, by lemma and tag."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for passage in passages:
        for _, token in passage.words():
            if token.text.islower() and token.text.isalpha():
                counts.setdefault((token.lemma.lower(), token.tag), Counter())[token.text] += 1
    return {key: count.most_common(1)[0][0] for key, count in counts.items()}


def like(new: str, old: str) -> str:
    """Return ``new`` with the capitals of ``old``, which it replaces.

    >>> like("falls", "Rises"), like("falls", "RISES"), like("falls", "rises")
    ('Falls', 'FALLS', 'falls')
    """
    if len(old) > 1 and old.isupper() and not new.isupper():
        return new.upper() if len(old) > 3 else new
    return capitalised(new) if old[:1].isupper() else new


def capitalised(words: str) -> str:
    """Return ``words`` with a capital at their beginning, the others as they are."""
    return words[:1].upper() + words[1:]
