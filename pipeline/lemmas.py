"""The table of forms whose lemmas are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from spacy.lookups import load_lookups

from attrib_lsp.language.decoding.lemmas import BASE, NAMES, by_script
from pipeline.samples import Sample

#: Word classes of the list of irregular forms, and the tags that such forms have.
INFLECTED = {
    "verb": ("VBD", "VBN", "VBG", "VBZ"),
    "noun": ("NNS",),
    "adj": ("JJR", "JJS"),
    "adv": ("RBR", "RBS"),
}


def table(samples: Iterable[Sample]) -> dict[str, Any]:
    """Return what is known of words, as `Lemmas` reads it: ``forms``, and WordNet's ``verbs`` of one word."""
    index = load_lookups("en", ["lemma_index"]).get_table("lemma_index")
    return {"forms": forms(samples), "verbs": sorted(verb for verb in index["verb"] if verb.isalpha())}


def forms(samples: Iterable[Sample]) -> dict[str, dict[str, str]]:
    """Return known lemmas by tag and lower-cased form: irregular forms (WordNet's), then what the corpora have.

    A corpus form's lemma is its most frequent one; forms of `BASE` and `NAMES` are listed only where they differ.
    """
    made: dict[str, dict[str, str]] = {}
    irregular = load_lookups("en", ["lemma_exc"]).get_table("lemma_exc")
    for kind, tags in INFLECTED.items():
        for form, lemmas in irregular[kind].items():
            for tag in tags:
                made.setdefault(tag, {})[form] = lemmas[0]
    seen: Counter[tuple[str, str, str]] = Counter()
    for sample in samples:
        for word, label, one in zip(sample.words, sample.tags, sample.lemmas, strict=True):
            if label is not None and one is not None and word.isascii():
                seen[label, word.lower(), by_script(word, one)] += 1
    best: dict[tuple[str, str], str] = {}
    for (label, form, lemma), _ in seen.most_common():
        best.setdefault((label, form), lemma)
    for (label, form), lemma in best.items():
        known = (label in BASE and lemma == form) or (label in NAMES and lemma.lower() == form)
        if not known and not form[0].isdigit():
            made.setdefault(label, {})[form] = lemma
    return made
