"""Words that say the contrary of each other, for mutations: the linter's list, and pairs that it has no use for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrib_lsp.lexicons import lexicon

#: How often a pair of the plain ones counts against one of the linter's list.
_PLAIN = 3
#: Words at most that the linter's list gives for one.
_LISTED = 5
#: Plain pairs, as everybody would give them.
_PAIRS = """
love hate, first last, high low, higher lower, start end, begin end, buy sell, good bad, early late, big small,
rich poor, for against, with without, over under, above below, dead alive, success failure, victory defeat,
friend enemy, most least, many few, attack defend, peace war, profit loss, top bottom, keep drop, find lose,
save waste, build demolish, create destroy, gain lose, advance retreat, arrive leave, agree refuse, like dislike,
likely unlikely, happy unhappy, able unable, fair unfair, popular unpopular, faster slower, longer shorter,
richer poorer, older younger, better worse, best worst, up down, in out, on off, before after, more fewer, more less,
win lose, rise fall, increase decrease, accept reject, open close, back oppose, support oppose, allow ban, hit miss,
push pull, send receive, give take, lead trail, remember forget, pass fail, stay leave, return leave, join quit,
arrest release, sue settle, cut raise, slow speed, spend save, strong weak, praise criticise, confirm deny,
admit deny, approve reject, expand shrink, improve worsen, easy hard, rare common, safe dangerous, legal illegal,
guilty innocent, hot cold, full empty, right wrong, true false, public private, hire fire
"""


@cache
def contraries() -> Mapping[str, list[str]]:
    """Return, for each word, words that say the contrary; the better known ones stand several times.

    >>> set(contraries()["guilty"]) >= {"innocent"}
    True
    """
    found: dict[str, list[str]] = {}
    for pair in _PAIRS.split(","):
        one, other = pair.split()
        found.setdefault(one, []).extend([other] * _PLAIN)
        found.setdefault(other, []).extend([one] * _PLAIN)
    for one, other in lexicon("opposites")["pairs"]:
        for words, contrary in ((one, other), (other, one)):
            single = [word for word in contrary[:_LISTED] if " " not in word]
            for word in words:
                if " " not in word:
                    found.setdefault(word, []).extend(single)
    return found
