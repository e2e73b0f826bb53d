"""Flags studies, polls and figures that are cited without a word on whose they are.

## What it flags

A study, survey, poll, report, inquiry or research that shows, finds or suggests something, or according to which
something is so, and of which the reader learns neither author nor body, neither publication nor date: "a recent study
found", "research shows", "polls suggest". A nationality ("a Swedish study") tells too little.

Silent where a name, a body or a date stands with it, where the sentence before or after tells whose it is, where a
link stands in the sentence, where the story names one study later, as news stories do, on "the study" and "their
research", inside quotation marks, and on what a source says.

## Why

For Wikipedia's words to watch, "research has shown" and "science says" are attributions without support. The
Associated Press wants to know of every poll who ran it, who paid, when it was taken and how many were asked. The
press guide on health stories by Stempra and Cardiff University found that naming a study's design and its limits
costs no readers.

## Options

- `poll_method_required` (false): report polls that are identified as well where the story never gives the sample or the
  margin of error.
- `citations_count` (false): take a footnote (`[1]`, `[^1]`, `<ref>`, `{{sfn}}`) for the source, as Wikipedia does.

## Flagged

```
# Night buses save lives

⟦A recent study⟧ found that night buses cut road deaths by a third.
```

```
# School day may start later

Teenagers learn better after nine, ⟦research⟧ shows. The council will vote in May.
```

```
# Tram plan popular

Most residents want the tram, according to ⟦a new survey⟧. The council will vote in May.
```

```
# Coffee and sleep

⟦Several studies⟧ have suggested that coffee after noon costs an hour's sleep. ⟦A Swedish study⟧ found no effect.
```

```
# Guard asleep at the depot

The depot burned for two days. ⟦Investigations⟧ have revealed that the guard was asleep.
```

## Fixes

Say whose it is, and when it was done:

```
A recent study by <institution> in <year> found that night buses cut road deaths by a third.
```

## Clean

```
# Letters pile up

According to research by paper analysts the Orwell Group, up to 45% of letters are never opened.
```

```
# Guard asleep at the depot

The depot burned for two days. A police investigation found that the guard was asleep. The investigation showed that
nobody had called him.
```

```
# Night buses save lives

Night buses cut road deaths by a third in the four cities studied, according to a paper by the Lund traffic group
published in May.
```

```
# Night buses save lives

Night buses cut road deaths by a third, a study suggests. Researchers at the University of Lund counted crashes in four
cities. The study found no effect in winter.
```

```
# Tram plan popular

Most residents want the tram, a poll by the Riverside Institute found. A 2015 survey found the same.
```

```
# Tram plan popular

Most residents want the tram, according to [a new survey](https://example.org/tram).
```

```
# Doctors doubt diet

The diet helps nobody, Dr Lena Ruiz said. She said a recent study had found no benefit. "Studies show nothing," she
said.
```

```
# Two held after chase

A police report says the car was found in a quarry. The weather report suggests rain. No study has shown why drivers
flee.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.studies import CitedStudy, cited_studies, identified
from attrib_lsp.attribution.values import SourceKind
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import following
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.second_hand._carried import carried
from attrib_lsp.rules.unsourced._citations import cited
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

_LINK = re.compile(r"\]\(|\]\[|<a\s|https?://")


@dataclass(frozen=True, slots=True)
class Options:
    """``poll_method_required``: report identified polls without a sample or a margin of error as well.

    ``citations_count``: a footnote tells which study it is.
    """

    poll_method_required: bool = False
    citations_count: bool = False


@rule("UNS110", Severity.WARNING, supersedes=("UNS101", "UNS106"))
def unidentified_study(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each study that bears something out and is nobody's."""
    evidence = evidence_of(graph)
    if evidence.transcript:
        return
    for number, line in enumerate(evidence.lines):
        if options.citations_count and cited(evidence, line):
            continue
        sentence, paragraph = evidence.sentence(line), evidence.paragraph(line)
        for study in cited_studies(sentence):
            if study.met or paragraph.quoted(study.span) or carried(evidence, line, study.span):
                continue
            if study.pointing and _spoken_of(evidence, evidence.lines[:number], study):
                continue
            poll = study.noun.lemma.lower() in words("studies", "polls")
            known = identified(sentence, study) or _linked(evidence, line) or _named_near(evidence, line, study)
            if not known:
                at = Span(study.span.end, study.span.end)
                whose = (Fix("Say whose it is, and when it was done", at, " by <institution> in <year>"),)
                yield placed(evidence, line, study.span, _message(study.span.of(paragraph.text), poll), fixes=whose)
            elif poll and options.poll_method_required and not _method_told(evidence):
                message = f"“{study.span.of(paragraph.text)}”: say how many were asked, when, and the margin of error."
                asked = "<Pollster> asked <how many> people on <dates>; the margin of error is <how many> points."
                fixes = (following("Add how it was asked", sentence, asked),)
                yield placed(evidence, line, study.span, message, fixes=fixes)


def _spoken_of(evidence: Evidence, earlier: tuple[Line, ...], study: CitedStudy) -> bool:
    """Say whether the story has spoken of such a study before."""
    wanted = frozenset({study.noun.lemma.lower(), study.noun.text.lower()})
    return any(evidence.sentence(line).holds(wanted) for line in earlier)


def _linked(evidence: Evidence, line: Line) -> bool:
    """Say whether a link stands in the sentence: in copy for the web it tells whose the study is."""
    prose = read_blocks(evidence.graph.story)[line.paragraph].prose
    source = evidence.graph.story.sources[prose.field]
    return _LINK.search(prose.locate(evidence.sentence(line).span).of(source.text)) is not None


def _named_near(evidence: Evidence, line: Line, study: CitedStudy) -> bool:
    """Say whether a sentence beside it tells whose it is, or a body speaks in the next one.

    One study, and whatever the story begins with, may be named in any later sentence.
    """
    begins = line.paragraph == evidence.graph.body[0]
    beside = (*evidence.before(line, 1), *evidence.after(line, 1))
    if any(_names(evidence.sentence(other)) for other in beside):
        return True
    if (study.single or begins) and (last := _last_named(evidence)) is not None and line < last:
        return True
    return any(
        statement.source is not None and evidence.graph.sources[statement.source].kind is SourceKind.NAMED_ORGANISATION
        for other in evidence.after(line, 1)
        for statement in evidence.named(other)
    )


@remembered
def _last_named(evidence: Evidence) -> Line | None:
    """Return the last sentence of a story that `_names` a study."""
    return next((line for line in reversed(evidence.lines) if _names(evidence.sentence(line))), None)


def _names(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of a study, or of who makes such, and gives a name."""
    return sentence.holds(words("studies", "around")) and any(
        entity.label in ("ORG", "PERSON", "MISC") and entity.text not in words("people", "sides")
        for entity in sentence.entities
    )


@cache
def _method() -> re.Pattern[str]:
    """Match a sample or a margin of error."""
    return re.compile(str(lexicon("studies")["method"]), re.IGNORECASE)


def _method_told(evidence: Evidence) -> bool:
    """Say whether the story gives a sample or a margin of error anywhere."""
    return any(_method().search(evidence.graph.paragraphs[number].text) for number in evidence.graph.body)


def _message(words_: str, poll: bool) -> str:
    """Say what is missing."""
    if poll:
        return f"“{words_}”: whose? Name the pollster, the dates, and how many were asked."
    return f"“{words_}”: whose? Name the authors or the body, say where and when it appeared, or link to it."
