"""Flags a quotation that comes twice, by the same speaker, in slightly different words.

## What it flags

The same speaker is quoted twice with sentences that differ in a word or two. Where the story says that the words are
said again ("she repeated"), sentences of four words count; elsewhere only those of ten words that differ in small words
("the", "that", "very") do, as a hint, for a speaker may have said it twice.

Left alone are a shorter piece of what was quoted before, quotations that show where they were cut or amended, different
speakers, and the headline.

## Why

The New York Times warns that approximate quotations undermine trust: somebody will check the line against the tape. The
Associated Press does not change the words inside quotation marks.

## Options

- `low` (0.8): from which share of words in common two sentences are taken to be the same.

## Flagged

```
# Land not sold

"We never sold the land," Ilse Brandt, the mayor, said. Asked again, Brandt repeated: ⟦"We never sold that land."⟧
```

```
# Land not sold

"We never sold a single acre of the land by the river to anybody," Ilse Brandt, the mayor, said.

The opposition wants an inquiry.

⟦"We never sold a single acre of land by the river to anybody,"⟧ Brandt said.
```

## Fixes

Use the words as first quoted:

```
"We never sold the land," Ilse Brandt, the mayor, said. Asked again, Brandt repeated: "We never sold the land."
```

## Clean

```
# Land not sold

"We never sold the land," Ilse Brandt, the mayor, said. Asked again, she repeated it.
```

```
# Land not sold

"We never sold the land by the river," Ilse Brandt, the mayor, said. Brandt repeated: "We never sold the land."
```

```
# Land not sold

"We never sold the land," Ilse Brandt, the mayor, said. "We never sold that land," said her deputy, Tom Weil.
```

```
# Land not sold

"We will bring the jobs back to this town," Ilse Brandt, the mayor, said.

"We will bring the schools back to this town," Brandt said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Quotation
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Related, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: Words of a sentence that is said again, and of one that may only be.
FEWEST_WORDS = 4
FEWEST_WORDS_ALONE = 10
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SENTENCE = re.compile(r"[^.!?]+")
_AMENDED = re.compile(r"\[|\.\.|…")


@dataclass(frozen=True, slots=True)
class Options:
    """``low``: from which share of words in common two sentences are the same."""

    low: float = 0.8


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence in quotation marks: its words, its quotation, and whether the story says that it is said again."""

    words: tuple[str, ...]
    source: int
    paragraph: int
    quotation: Quotation
    again: bool


@cache
def _again() -> re.Pattern[str]:
    """Match signs that somebody says a thing again."""
    return re.compile(str(lexicon("altered_quotes")["again"]), re.IGNORECASE)


@rule("QUO408", Severity.WARNING)
def inconsistent_repeat_quote(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each quotation that differs from an earlier one of the same speaker in a word or two."""
    blocks = read_blocks(graph.story)
    earlier: list[_Said] = []
    reported: set[Quotation] = set()
    for said in _sentences(graph):
        first = next((one for one in earlier if _differs(one, said, options)), None)
        earlier.append(said)
        if first is None or said.quotation in reported:
            continue
        reported.add(said.quotation)
        related = Related("Quoted so before", first.quotation.span, blocks[first.paragraph].prose)
        yield Finding(
            said.quotation.span,
            "The story quoted these words before, and not quite so. Check the recording and make the two agree.",
            blocks[said.paragraph].prose,
            related=(related,),
            fixes=_fixes(graph, first, said),
            severity=None if said.again else Severity.HINT,
        )


def _fixes(graph: AttributionGraph, first: _Said, said: _Said) -> tuple[Fix, ...]:
    """Return the fix that quotes the words as they were quoted first, where each quotation is one sentence."""
    earlier, later = (one.quotation.inner.of(graph.paragraphs[one.paragraph].text).strip() for one in (first, said))
    if any(len(_SENTENCE.findall(one)) != 1 for one in (earlier, later)):
        return ()
    kept = earlier.rstrip(",.!?")
    span = Span(said.quotation.inner.start, said.quotation.inner.start + len(later.rstrip(",.!?")))
    return (Fix("Use the words as first quoted", span, kept),)


def _sentences(graph: AttributionGraph) -> Iterator[_Said]:
    """Yield the sentences quoted in the body from speakers that are known, in reading order."""
    for statement in graph.statements:
        if statement.paragraph not in graph.body or statement.source is None:
            continue
        paragraph = graph.paragraphs[statement.paragraph]
        for quotation in paragraph.quotations:
            if not any(part.covers(quotation.inner) for part in statement.attribution.content):
                continue
            quoted = quotation.inner.of(paragraph.text)
            if _AMENDED.search(quoted):
                continue
            again = _says_again(paragraph, quotation)
            for found in _SENTENCE.findall(quoted):
                spoken = tuple(word.lower().replace("’", "'") for word in _WORD.findall(found))
                if len(spoken) >= FEWEST_WORDS:
                    yield _Said(spoken, statement.source, statement.paragraph, quotation, again)


def _says_again(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether the quotation's sentence, outside quotation marks, tells that the words are said again."""
    sentence = paragraph.sentence_at(quotation.span.start)
    places = (found.span() for found in _again().finditer(sentence.text))
    return any(
        not paragraph.quoted(type(sentence.span)(start, end).shifted(sentence.span.start)) for start, end in places
    )


def _differs(first: _Said, then: _Said, options: Options) -> bool:
    """Say whether two sentences are the same but for a word or two."""
    if first.source != then.source or first.quotation is then.quotation or first.words == then.words:
        return False
    shorter, longer = sorted((first.words, then.words), key=len)
    if len(shorter) < (FEWEST_WORDS if then.again else FEWEST_WORDS_ALONE):
        return False
    if f" {' '.join(shorter)} " in f" {' '.join(longer)} ":
        return False
    matcher = SequenceMatcher(None, shorter, longer, autojunk=False)
    if matcher.real_quick_ratio() < options.low or matcher.quick_ratio() < options.low or matcher.ratio() < options.low:
        return False
    return then.again or _small_words(matcher, shorter, longer)


def _small_words(matcher: SequenceMatcher[str], shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Say whether two sentences differ in small words only: another noun makes it another thing that is said."""
    small = words("altered_quotes", "small")
    return all(
        small.issuperset((*shorter[start:end], *longer[begin:stop]))
        for tag, start, end, begin, stop in matcher.get_opcodes()
        if tag != "equal"
    )
