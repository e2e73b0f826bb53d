"""Words for others that mean the same."""

from __future__ import annotations

import re
from random import Random

from attrib_lsp.attribution.values import CueKind, SourceKind
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page
from benchmarks.versions.rewordings.places import own, some

#: Words and phrases that mean the same in news copy, each put for the other.
_SYNONYMS = (
    ("about", "around"), ("also", "as well"), ("began", "started"), ("begin", "start"), ("buy", "purchase"),
    ("children", "kids"), ("despite", "in spite of"), ("during", "in the course of"), ("ended", "finished"),
    ("following", "after"), ("help", "assist"), ("however", "but"), ("important", "significant"),
    ("large", "big"), ("many", "a lot of"), ("more than", "over"), ("near", "close to"), ("need", "require"),
    ("people", "persons"), ("show", "demonstrate"), ("shut", "closed"), ("since", "ever since"), ("so", "therefore"),
    ("tried", "attempted"), ("until", "till"), ("while", "whereas"), ("because", "since"), ("whole", "entire"),
    ("across", "throughout"), ("huge", "enormous"), ("often", "frequently"), ("several", "a number of"),
    ("difficult", "hard"), ("previously", "earlier"), ("almost", "nearly"), ("approximately", "roughly"),
    ("currently", "at present"), ("allowed", "let"), ("gave", "handed"), ("got", "received"), ("killed", "left dead"),
    ("wrong", "mistaken"), ("speak", "talk"), ("choose", "pick"), ("ordered", "told"), ("quickly", "fast"),
)  # fmt: skip
_SAFE = tuple(
    pair
    for pair in _SYNONYMS
    if pair[0]
    not in ("so", "also", "killed", "shut", "ordered", "allowed", "however", "about", "since", "show", "while")
)
_CONTRACTIONS = (
    ("did not", "didn’t"), ("does not", "doesn’t"), ("do not", "don’t"), ("was not", "wasn’t"), ("were not", "weren’t"),
    ("is not", "isn’t"), ("are not", "aren’t"), ("have not", "haven’t"), ("has not", "hasn’t"), ("will not", "won’t"),
    ("would not", "wouldn’t"), ("could not", "couldn’t"), ("cannot", "can’t"), ("it is", "it’s"),
    ("they are", "they’re"), ("had not", "hadn’t"), ("should not", "shouldn’t"), ("that is", "that’s"),
)  # fmt: skip


def synonyms(page: Page, chance: Random) -> list[Edit] | None:
    """Put other words for common ones."""
    table = {**dict(_SAFE), **{two: one for one, two in _SAFE}}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})\b")
    found = [
        [page.edit(number, Span(match.start(), match.end()), table[match.group()])]
        for number, match in own(page, pattern)
    ]
    return some(chance, found, 8)


def contractions(page: Page, chance: Random) -> list[Edit] | None:
    """Contract what is written out, or write out what is contracted."""
    table = {**dict(_CONTRACTIONS), **{two: one for one, two in _CONTRACTIONS}}
    table |= {short.replace("’", "'"): long for long, short in _CONTRACTIONS}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})(?!\w)")
    found = [
        [page.edit(number, Span(match.start(), match.end()), table[match.group()])]
        for number, match in own(page, pattern)
    ]
    return some(chance, found, 5)


def plain_cues(page: Page, chance: Random) -> list[Edit] | None:
    """Put "told reporters", "added", "explained" or "stated" for "said"."""
    found = []
    for one in page.graph.statements:
        attribution = one.attribution
        if one.paragraph not in page.graph.body or len(attribution.cue) != 1 or attribution.kind is not CueKind.SPEECH:
            continue
        cue = attribution.cue[0]
        words = cue.of(page.graph.paragraphs[one.paragraph].text)
        if (
            words == "said"
            and one.source is not None
            and page.graph.sources[one.source].kind is SourceKind.NAMED_PERSON
        ):
            found.append(
                [page.edit(one.paragraph, cue, chance.choice(("told reporters", "added", "stated", "explained")))]
            )
        elif words in ("told reporters", "stated"):
            found.append([page.edit(one.paragraph, cue, "said")])
    return some(chance, found, 4)


def titles_dropped(page: Page, chance: Random) -> list[Edit] | None:
    """Drop courtesy titles."""
    pattern = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? (?=[A-Z])")
    found = [
        [page.edit(number, Span(match.start(), match.end()), "")] for number, match in own(page, pattern, names=True)
    ]
    return some(chance, found, 50)


def that_turned(page: Page, chance: Random) -> list[Edit] | None:
    """Take "that" out behind "said", or put it in."""
    out = [[page.edit(n, Span(m.start(), m.end()), " ")] for n, m in own(page, re.compile(r"(?<=\bsaid) that "))]
    into = [
        [page.edit(n, Span(m.start(), m.end()), " that ")]
        for n, m in own(page, re.compile(r"(?<=\bsaid) (?=(?:the|he|she|it|they|there|his|her|its) )"))
    ]
    return some(chance, [*out, *into], 4)
