"""Flags stories that one source carries alone.

## What it flags

A story in which only one person, body or document says anything, and says it at least four times. A firm and its
spokesman are one source. The finding stands where the source is first met; it is a warning where that source is
unnamed.

It stays silent where anybody else speaks, thinks or takes a stand, or may do so (a quotation whose speaker is not
plain, another outlet's report); on interviews question by question, on opinion, on obituaries, in court reports, and
where somebody ends a campaign or a career and says so.

## Why

The BBC's guidelines are reluctant to rely on one source, and then want it credible, named and on the record. Reuters:
two or more sources are better than one. The Guardian wants the desk to know where a story has one source. CBC/Radio-
Canada verifies with a second where it can.

## Options

- `min_statements` (4): how often the one source must speak.
- `min_words` (20): drafts with fewer words in the body are left alone. Raise it to spare briefs.
- `anonymous_only` (one step graver than the rule): how grave a story is that rests on one unnamed source.

## Flagged

```
# Ferry firm to cut routes

The ferry firm will cut four routes, its finance chief, ⟦Olga Renn⟧, said on Monday. Ms Renn said that fuel costs had
doubled. She said that passengers would be told in June. She said that no jobs would go.
```

```
# Dam at risk

⟦An engineer⟧ said that the dam was cracked. The engineer said that nobody had looked at it for years.

The engineer said that the repairs would cost two billion. The engineer said that the gates were stuck.
```

## Fixes

Add a second source:

```
The ferry firm will cut four routes, its finance chief, Olga Renn, said on Monday. Ms Renn said that fuel costs had
doubled. She said that passengers would be told in June. She said that no jobs would go. <Another source> said <what
it says of this>.
```

## Clean

```
# Ferry firm to cut routes

The ferry firm will cut four routes, its finance chief, Olga Renn, said on Monday. Ms Renn said that fuel costs had
doubled. She said that no jobs would go. She said that the routes had lost money. The union's secretary, Ed Marsh, said
that 60 jobs were at risk.
```

```
# Ferry firm to cut routes

The ferry firm will cut four routes, its finance chief, Olga Renn, said on Monday. Ms Renn said that fuel costs had
doubled. She said that no jobs would go. She said that the routes had lost money. Port records show that the routes
carried 12,000 people last year.
```

```
# Ferry firm to cut routes

The ferry firm will cut four routes, its finance chief, Olga Renn, said on Monday.
```

```
# Lind ends campaign

On Monday the senator Ada Lind ended her campaign for the party's nomination. Ms Lind said that she could not win. She
said that she was tired. She said that the race had cost her a year. She said that she would go home.
```

```
# Clerk jailed

Dan Reeve stole from the harbour fund, the judge, Ann Sorel, said in court on Monday. Ms Sorel said that he had lied.
She said that he had hurt the town. She said that he would be jailed for two years.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.sole_source import sole_source
from attrib_lsp.attribution.values import Mention, Paragraph
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import following, uncapital
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Options:
    """What a story needs to be flagged; ``anonymous_only``: how grave it is where the one source is unnamed."""

    min_statements: int = 4
    min_words: int = 20
    anonymous_only: Severity | None = None


@rule("BAL801", Severity.INFO)
def single_source_story(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at the one source of a story, where it is first met in the body."""
    if graph.words < options.min_words or evidence_of(graph).opinion or evidence_of(graph).transcript:
        return
    sole = sole_source(graph)
    if sole is None or sole.statements < options.min_statements:
        return
    source = graph.sources[sole.number]
    mention = next((one for one in source.mentions if one.place.paragraph in graph.body), None)
    if mention is None:
        return
    prose = read_blocks(graph.story)[mention.place.paragraph].prose
    yield Finding(
        _name_span(mention, source.name),
        f"The whole story rests on {uncapital(source.name)}. Ask somebody else, or find a document that bears it out.",
        prose,
        fixes=(_second(graph.paragraphs[mention.place.paragraph]),),
        severity=(options.anonymous_only or Severity.WARNING) if source.kind.unnamed else None,
        exact=source.kind.unnamed and options.anonymous_only is not None,
    )


def _second(paragraph: Paragraph) -> Fix:
    """Return the fix that closes the paragraph with a second source."""
    return following("Add a second source", paragraph.sentences[-1], "<Another source> said <what it says of this>.")


def _name_span(mention: Mention, name: str) -> Span:
    """Return where the name stands in a mention; the whole mention where it does not."""
    at = mention.text.find(name)
    if at < 0:
        return mention.place.span
    start = mention.place.span.start + at
    return Span(start, start + len(name))
