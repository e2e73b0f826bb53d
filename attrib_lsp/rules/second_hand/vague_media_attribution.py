"""Flags news that is credited to the media at large: media reports, local media, "it was widely reported".

## What it flags

"According to media reports", "local media said", "press reports suggest", "it was widely reported": somebody else's
news is passed on, and the reader cannot tell whose. State media of a country that is named make it a hint.

Silent where an outlet is named in the sentence or beside it, on reports that are somebody's ("according to reports
from the ministry"), inside quotation marks, and on what a source says of the press.

## Why

The Associated Press wants the newspaper, broadcaster or website named. NPR holds that "reportedly" is no sourcing, and
Wikipedia counts "it is often reported" among the phrases that hide that nothing stands behind them.

## Flagged

```
# Striker in trouble

The striker has failed a drug test, ⟦according to media reports⟧.
```

```
# Bridge shut

⟦Local media said⟧ the bridge had been closed on Monday night. The mayor, Ana Roux, was in Lisbon.
```

```
# Bank looks for buyer

⟦It was widely reported⟧ that the bank had found a buyer. Its shares rose by 4 per cent.
```

## Fixes

Name the outlet:

```
The striker has failed a drug test, according to <outlet>.
```

## Clean

```
# Striker in trouble

The striker has failed a drug test, the league's doctor, Paz Rey, told Radio Norte on Tuesday.
```

```
# Striker in trouble

The striker has failed a drug test, according to media reports. Le Monde reported on Monday that he took it in May.

The club denied the reports.
```

```
# Dam in danger

The dam needs repairs, according to reports from the water board. The auditor's report said the same.
```

```
# Minister hits back

"According to media reports, I am dead," the minister, Lena Holt, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import like
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.second_hand._carried import in_own_voice, outlet_near
from attrib_lsp.rules.unsourced._placing import placed

_STATE = re.compile(r"\b(?:state(?:-\w+)?|official) media", re.IGNORECASE)

#: Ways of crediting that are no clause of the media's own.
_TOLD = re.compile(r"\b(?:told|tells|reported (?:by|in)|as)\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """Match every way of crediting the media at large."""
    media = lexicon("second_hand")["media"]
    vague, press, reports, verbs, owned = (media[name] for name in ("vague", "press", "reports", "verbs", "owned"))
    state = r"(?:(?:(?-i:[A-Z])[\w-]+ )?(?:state(?:-run|-owned|-controlled)?|official) media)"
    group = rf"(?:(?:(?:local|foreign|some|several|various|international|national|regional) ){{1,2}}{press}|{state}"
    group += rf"|(?-i:[A-Z])[a-z]+(?:ian|ean|can|ese|ish|eli|qi|ani) {press})"
    return re.compile(
        rf"\baccording to {vague}(?:{reports}|reports)\b(?!{owned})"
        r"(?: in (?:the )?(?:local )?(?:media|press)\b)?(?! in\b)"
        r"|\baccording to (?:(?:[\w-]+ ){1,2}(?:by|from|in) (?:the )?)?"
        rf"(?:{group}\b|(?:the )?(?:media|press)\b(?! \w))"
        rf"|(?:\b(?:some|several|various|other) )?\b{vague}{reports} {verbs}\b"
        rf"|(?:(?<=^)|(?<=, )|(?<=but )|(?<=though ))(?:some |several |various |unconfirmed )?reports {verbs}\b(?= )"
        rf"|\b{group} (?:{verbs}|(?:(?:are|were|have been) )?reporting)\b"
        rf"|\b(?:told|tells) (?:(?:local|several|some) ){{1,2}}{press}"
        rf"|\b(?:as )?(?:is|was|were|been) (?:widely |also )?reported (?:by|in) (?:the )?(?:{group}|{press})"
        r"|\b(?:it|It) (?:is|was|has been|had been) (?:widely |also |often )?reported\b(?! (?:by|in|to)\b)",
        re.IGNORECASE,
    )


@rule("SEC702", Severity.WARNING, supersedes=("UNS101", "UNS104", "UNS107"))
def vague_media_attribution(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each credit to the media that names no outlet near it."""
    evidence = evidence_of(graph)
    if evidence.transcript:
        return
    for line, found, span in in_own_voice(evidence, _pattern(), words("second_hand", "media.telltale")):
        if outlet_near(evidence, line):
            continue
        message = f"“{found.group()}”: which outlet? Name it, or leave the report out."
        severity = Severity.HINT if _STATE.search(found.group()) else None
        named = "according to <outlet>" if found.group().lower().startswith("according") else "<outlet> reported"
        fixes = () if _TOLD.search(found.group()) else (Fix("Name the outlet", span, like(named, found.group())),)
        yield placed(evidence, line, span, message, fixes=fixes, severity=severity)
