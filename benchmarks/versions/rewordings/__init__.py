"""Real copy reworded or reordered by known edits that cost the reader nothing: nothing of them may be called a loss.

A rewording is a function that takes a `Page` and a source of chance and returns edits, or None where the story offers
no place for it. Words in quotation marks are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from benchmarks.versions.pages import Edit, Page, overlapping
from benchmarks.versions.rewordings.order import paragraphs_cut_otherwise, paragraphs_moved, sentences_swapped
from benchmarks.versions.rewordings.sentences import day_moved, order_turned, passive, sentences_joined, sentences_split
from benchmarks.versions.rewordings.spelling import number_style, punctuation, quotation_marks, typos
from benchmarks.versions.rewordings.words import contractions, plain_cues, synonyms, that_turned, titles_dropped

Rewording = Callable[[Page, Random], "list[Edit] | None"]


def several(page: Page, chance: Random) -> list[Edit] | None:
    """Make several kinds of rewording at once."""
    kinds = [synonyms, contractions, plain_cues, that_turned, punctuation, number_style, titles_dropped, order_turned]
    chosen: list[Edit] = []
    made = 0
    for kind in chance.sample(kinds, len(kinds)):
        edits = kind(page, chance)
        if edits and not overlapping([*chosen, *edits]):
            chosen.extend(edits)
            made += 1
        if made == 4:
            break
    return chosen if made >= 3 else None


REWORDINGS: Mapping[str, Rewording] = {
    "synonyms": synonyms,
    "contractions": contractions,
    "said made told reporters, added, stated": plain_cues,
    "attribution put at the other end": order_turned,
    "paragraphs moved": paragraphs_moved,
    "sentences swapped": sentences_swapped,
    "sentences split": sentences_split,
    "sentences joined": sentences_joined,
    "typos mended": typos,
    "punctuation": punctuation,
    "quotation marks curled or straightened": quotation_marks,
    "numbers, months, per cent written otherwise": number_style,
    "active made passive": passive,
    "day put first": day_moved,
    "paragraphs broken or run together": paragraphs_cut_otherwise,
    "courtesy titles dropped": titles_dropped,
    "that put in or taken out": that_turned,
    "several at once": several,
}
#: Rewordings whose edited version is the old one.
BACKWARDS = frozenset({"typos mended"})
