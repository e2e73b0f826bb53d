"""Flags words given to another outlet that is not named: "in a television interview", "told a newspaper".

## What it flags

"Said in an interview", "told a podcast", "wrote in an op-ed", "wrote on social media": the words were spoken or printed
somewhere else, and the reader is not told where. A bare "in an interview" is reported once a story.

Silent where an outlet or a body is named behind the phrase, or an outlet in the sentence or beside it; on interviews
with this newspaper; on interviews with the police or for a job; and inside quotation marks.

## Why

The Associated Press credits whoever had it first. NPR wants colleagues in other media given their due, and The New York
Times wants it made clear when words come from an interview elsewhere.

## Options

- `interview_means_us` (false): "in an interview" means one with your own outlet, as at The New York Times.

## Flagged

```
# Coach to go

The coach, Rui Paz, said ⟦in a television interview⟧ that he will leave.
```

```
# Coach to go

"I will leave in May," the coach, Rui Paz, ⟦told a local newspaper⟧.
```

```
# Senator on tariffs

Tariffs hurt farmers, the senator, Ada Lind, ⟦wrote in an op-ed⟧ on Monday.
```

```
# Coach to go

The coach, Rui Paz, said ⟦in an interview⟧ on Monday that he will leave.
```

## Fixes

Name the outlet:

```
The coach, Rui Paz, said in a television interview with <outlet> that he will leave.
```

Name the outlet:

```
"I will leave in May," the coach, Rui Paz, told <outlet>.
```

Say that the interview was yours:

```
The coach, Rui Paz, said in an interview with <this newspaper> on Monday that he will leave.
```

## Clean

```
# Coach to go

The coach, Rui Paz, said in an interview with TV Sur on Sunday that he will leave.
```

```
# Coach to go

The coach, Rui Paz, said in an interview with this newspaper that he will leave.
```

```
# Coach to go

Rui Paz spoke to Le Monde on Sunday. The coach said in an interview that he will leave.
```

```
# Clerk held

The clerk, Ida Voss, said in an interview with detectives that she had been at home.
```

```
# Coach to go

"I said in a television interview that I would stay," the coach, Rui Paz, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.lexicons import lexicon
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.second_hand._carried import outlet_near
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

#: Words behind the phrase within which the outlet's name stands: "in a podcast interview on Sunday with Radio Sur".
NAMED_WITHIN = 10
_UNNAMED = re.compile(r"(?:(?<=told )|(?<=tells )|(?<=telling )|(?<=with ))an? .+|social media$")


@dataclass(frozen=True, slots=True)
class Options:
    """``interview_means_us``: an interview of which no more is said was the user's own outlet's."""

    interview_means_us: bool = False


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of an interview, or of a telling or a piece, without the outlet's name."""
    credit = lexicon("second_hand")["credit"]
    told_more = r"(?! (?:with|for|to|by|given|published|aired|about)\b)"
    interview = rf"\b(?:in|during) an? {credit['vague']}interview\b{told_more}"
    other = (
        rf"\b(?:told|tells|telling) an? {credit['outlet']}\b"
        rf"|\b(?:wrote|writes|writing|said) in an? {credit['piece']}\b"
        rf"|\b(?:in|during) an? {credit['vague']}interview with an? {credit['outlet']}\b"
        r"|\b(?:wrote|posted|said) on social media\b"
    )
    return re.compile({"interview": interview, "other": other, "elsewhere": credit["elsewhere"]}[name], re.IGNORECASE)


@rule("SEC703", Severity.HINT)
def missing_outlet_credit(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each interview, telling or piece whose outlet is not named."""
    evidence = evidence_of(graph)
    if evidence.transcript or evidence.personal or loose(graph):
        return
    bare = options.interview_means_us
    for line in evidence.lines:
        text = evidence.sentence(line).text
        for found in (*_pattern("interview").finditer(text), *_pattern("other").finditer(text)):
            span = Span(*found.span()).shifted(evidence.sentence(line).span.start)
            if not _credits_speech(evidence, line, span) or _named(evidence, line, span):
                continue
            if found.re is _pattern("interview") and not _pattern("elsewhere").search(found.group()):
                if bare:
                    continue
                bare = True
            message = f"“{found.group()}”: whose? Name the outlet or platform, and the day."
            yield placed(evidence, line, span, message, fixes=_fixes(found, span))


def _fixes(found: re.Match[str], span: Span) -> tuple[Fix, ...]:
    """Return the fixes that name the outlet: in the place of one without a name, else behind the words."""
    end = Span(span.end, span.end)
    if found.re is _pattern("interview"):
        theirs = Fix("Name the outlet", end, " with <outlet>")
        ours = Fix("Say that the interview was yours", end, " with <this newspaper>")
        return (theirs,) if _pattern("elsewhere").search(found.group()) else (theirs, ours)
    vague = _UNNAMED.search(found.group())
    if vague is None:
        where = " on <platform>" if found.group().endswith("blog post") else " in <outlet>"
        return (Fix("Name the outlet", end, where),)
    named = "<platform>" if vague.group() == "social media" else "<outlet>"
    return (Fix("Name the outlet", Span(*vague.span()).shifted(span.start), named),)


def _credits_speech(evidence: Evidence, line: Line, span: Span) -> bool:
    """Say whether somebody speaks in the line, and the phrase is not part of what they say."""
    if evidence.paragraph(line).quoted(span):
        return False
    said = [one for one in evidence.attributions(line) if one.source and one.cue and one.kind in SPOKEN]
    if not any(evidence.sentence(line).span.covers(one.cue[0]) for one in said):
        return False
    return not any(part.start < span.start - 1 and part.covers(span) for one in said for part in one.content)


def _named(evidence: Evidence, line: Line, span: Span) -> bool:
    """Say whether the outlet is named: behind the phrase, or anywhere in the sentence or those beside it."""
    sentence = evidence.sentence(line)
    if outlet_near(evidence, line):
        return True
    behind = [token.index for token in sentence.tokens if token.span.start >= span.end][:NAMED_WITHIN]
    return any(
        entity.label in ("ORG", "MISC") and entity.first in behind
        for entity in sentence.entities
        if not any(part.covers(entity.span) for one in evidence.attributions(line) for part in one.content)
    )
