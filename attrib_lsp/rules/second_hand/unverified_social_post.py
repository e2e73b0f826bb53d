"""Flags videos, pictures and posts from social media that bear a story out, with no account and no check.

## What it flags

"A video shared on social media shows", "according to viral posts": what circulates online stands as evidence, and
neither who posted it nor whether anybody checked it is told.

Silent where somebody is named who posted it, where the paragraph or the next one says that it was verified or could
not be, in stories whose headline is about what is posted, inside quotation marks, and on what a source says.

## Why

Reuters asks who posted, what is known of them, and whether they were reached. The BBC says so where user-generated
content could not be verified. The Society of Professional Journalists verifies before it releases.

## Flagged

```
# Guards accused

⟦A video shared on social media⟧ shows guards beating a detainee.
```

```
# Two killed in blast

Two people died in the blast, according to ⟦videos posted online⟧.
```

```
# Two killed in blast

⟦Viral footage⟧ shows the roof coming down. The hall was built in 1911.
```

## Fixes

Name the platform and the account:

```
A video shared on <platform> by <account> shows guards beating a detainee.
```

Say that you could not verify it:

```
A video shared on social media shows guards beating a detainee. <Your outlet> could not verify the video.
```

## Clean

```
# Guards accused

A video posted on Telegram by the rights group Lantern shows guards beating a detainee; this newspaper matched the
courtyard to satellite images.
```

```
# Guards accused

A video shared on social media shows guards beating a detainee. The newspaper could not verify it.
```

```
# Mayor to go

The mayor, Ana Roux, said on Twitter that she would go. She posted a video online on Monday.
```

```
# Viral video puzzles town

A video shared on social media shows a bear in the town hall.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.claims import Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import OURSELVES, following
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.second_hand._carried import in_own_voice
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

#: A headline that is about what is posted.
_TOPIC = re.compile(r"\b(?:viral|videos?|footage|posts?|social media|tweets?|online|photos?|clips?)\b", re.IGNORECASE)

_NAME = "Name the platform and the account"
#: Words at the end that say no more than that it is somewhere online.
_SOMEWHERE = re.compile(r"\b(?:online|social media|social networks?|the internet|the web)$", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """Match what circulates online where it bears something out."""
    posts = lexicon("second_hand")["posts"]
    things, vague, spread, generic, verbs = (posts[name] for name in ("things", "vague", "spread", "generic", "verbs"))
    posted = rf"{vague}(?:{things}(?: and {things})? {spread}|{generic} {things}(?: and {things})?)"
    return re.compile(
        rf"(?:^|, |; |\b(?:and|but|as|while) )(?P<shows>{posted}),? (?:also |later |which )?{verbs}\b"
        rf"|\b(?:according to|based on) (?P<according>{posted})\b(?! (?:by|from|of)\b)",
        re.IGNORECASE,
    )


@cache
def _checked() -> re.Pattern[str]:
    """Match words that tell whether something was checked."""
    return re.compile(str(lexicon("second_hand")["posts"]["checked"]), re.IGNORECASE)


@rule("SEC705", Severity.WARNING)
def unverified_social_post(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each thing from social media that stands as evidence unchecked."""
    evidence = evidence_of(graph)
    headline = graph.paragraphs[graph.headline].text if graph.headline is not None else ""
    if evidence.transcript or _TOPIC.search(headline):
        return
    telltale = words("second_hand", "posts.telltale")
    for line, found, span in in_own_voice(evidence, _pattern(), telltale, "shows", "according"):
        if not _noted(graph, line):
            posted = found["shows"] or found["according"]
            message = f"“{posted}”: posted by whom? Name the account, and say whether you could verify it."
            yield placed(evidence, line, span, message, fixes=_fixes(evidence.sentence(line), posted, span))


def _fixes(sentence: Sentence, posted: str, span: Span) -> tuple[Fix, ...]:
    """Return the fixes that name platform and account, and that say whether the thing could be verified."""
    vague, at = _SOMEWHERE.search(posted), Span(span.end, span.end)
    if vague is None:
        named = Fix(_NAME, at, " posted on <platform> by <account>")
    else:
        where = "on <platform> by <account>" if vague.group().lower() == "online" else "<platform> by <account>"
        named = Fix(_NAME, Span(span.start + vague.start(), span.end), where)
    thing = re.findall(rf"\b{lexicon('second_hand')['posts']['things']}\b", posted, re.IGNORECASE)[-1].lower()
    return (
        named,
        following("Say that you could not verify it", sentence, f"{OURSELVES} could not verify the {thing}."),
    )


def _noted(graph: AttributionGraph, line: Line) -> bool:
    """Say whether the paragraph, or the next one, tells whether it was checked."""
    near = (number for number in (line.paragraph, line.paragraph + 1) if number in graph.body)
    return any(_checked().search(graph.paragraphs[number].text) for number in near)
