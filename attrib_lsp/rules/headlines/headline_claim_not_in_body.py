"""Flags headlines that tell something the story does not tell.

## What it flags

A headline hardly any of whose words the story has, in whatever form or by a common synonym: above all one whose names
the story never mentions. It is the headline of another story, of an earlier version, or of a draft that has moved on.

It stays silent while the body is short, for a headline is often typed first (less short where a network trained on
headlines and their stories is sure, too, that the two do not belong together); where the story has one of the
headline's names and more than a few of its words; where it has a sum, a share or a larger number of the headline's;
where that network is sure that the two belong together, unless the headline has names and the story none of them; and
on headlines of one or two words.

## Why

Under Clause 1 of the Editors' Code in Britain headlines must be supported by the text of the article. Studies of
headlines that do not fit (Ecker and others 2014, Chesney and others 2017) find that readers keep the headline's
version even after they read the story.

## Options

- `min_body_words` (80): from how many words of the body on the headline is looked at; 60 at most where the network is
  sure that it belongs to another story.
- `threshold` (0.35): the share of the headline's words that the story must have where it has none of its names; a
  little more than half of that where it has one, or the headline names nobody.

## Flagged

```
# ⟦Mayor Odum to sell Castle Street zoo⟧

The ferry to the island of Lund ran again on Sunday after three weeks in dock, and the first passengers were greeted
with coffee by the crew.

The operator, Fjordline, said that both engines had been replaced. "We are glad to be back," its director, Mona Eik,
said. The crossing takes forty minutes and costs 90 kroner for adults, as before. Children travel free until the end
of the school holidays.

Fishermen, who carried freight for the islanders in the meantime, were paid by the county. The county will settle the
last of their bills this week.
```

```text
⟦Bishop of Ravenna resigns over loan⟧

Growers in the valley expect the best apple harvest for a decade after a mild spring and steady rain in July.

The cooperative at Tarn, which presses most of the fruit, has hired forty more pickers than last year and rented a
second cold store. Its chairman, Paul Osei, said that prices would hardly fall, since the harvest in the north was poor.

Picking begins in the first week of September with the early sorts. The last apples are usually brought in at the end of
October. Schools will close for two days so that older pupils can help.
```

```
# ⟦Brightwell in talks to buy Tornquist for about $900m, sources say⟧

The Kessock bridge was shut on Monday after a lorry hit its northern tower. Three people were hurt, one of them badly,
the ambulance service said, and the road along the shore was closed until the evening.

The bridge, which was built in 1964, carries 4,000 cars a day. Engineers will look at the tower this week, the council
said, and a ferry is to take people across until they have.
```

## Clean

```
# Ferry runs again after repairs

The ferry to the island of Lund ran again on Sunday after three weeks in dock, and the first passengers were greeted
with coffee by the crew.

The operator, Fjordline, said that both engines had been replaced. "We are glad to be back," its director, Mona Eik,
said. The crossing takes forty minutes and costs 90 kroner for adults, as before. Children travel free until the end
of the school holidays.

Fishermen, who carried freight for the islanders in the meantime, were paid by the county. The county will settle the
last of their bills this week.
```

```
# Boss hands deckhands $4m windfall

The ferry to the island of Lund ran again on Sunday after three weeks in dock, and the first passengers were greeted
with coffee by the crew.

The operator, Fjordline, said that both engines had been replaced, and that each of the crew would have a part of the
$4 million that the insurance had paid. "We are glad to be back," its director, Mona Eik, said. The crossing takes forty
minutes and costs 90 kroner for adults, as before.

Fishermen, who carried freight for the islanders in the meantime, were paid by the county. The county will settle the
last of their bills this week.
```

```
# Eik delighted as boats sail once more

The ferry to the island of Lund ran again on Sunday after three weeks in dock, and the first passengers were greeted
with coffee by the crew.

The operator, Fjordline, said that both engines had been replaced. "We are glad to be back," its director, Mona Eik,
said. The crossing takes forty minutes and costs 90 kroner for adults, as before. Children travel free until the end
of the school holidays.

Fishermen, who carried freight for the islanders in the meantime, were paid by the county. The county will settle the
last of their bills this week.
```

```
# Mayor Odum to sell Castle Street zoo

The ferry to the island of Lund ran again on Sunday.
```

```
# All aboard

The ferry to the island of Lund ran again on Sunday after three weeks in dock, and the first passengers were greeted
with coffee by the crew.

The operator, Fjordline, said that both engines had been replaced. "We are glad to be back," its director, Mona Eik,
said. The crossing takes forty minutes and costs 90 kroner for adults, as before. Children travel free until the end
of the school holidays.

Fishermen, who carried freight for the islanders in the meantime, were paid by the county. The county will settle the
last of their bills this week.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from attrib_lsp.attribution.compared import foreign, of_same_story
from attrib_lsp.attribution.coverage import Coverage, coverage, shares_figure
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline_claim import speaks_first
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: Content words that a headline must have.
LEAST = 3
#: Words that a body must have where the comparer, too, is sure that the headline belongs to another story.
LEAST_BODY = 60
#: What is left of the threshold where a name is found or there is none, in a short headline and in one of many words,
#: which is better evidence; and what is added where several names are missing.
_KNOWN, _KNOWN_LONG, _STRANGE = 0.55, 0.75, 1.17
_LONG = 6
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Options:
    """From how many words of the body on, and below which share of words held, a headline is flagged."""

    min_body_words: int = 80
    threshold: float = 0.35


@rule("HED302", Severity.WARNING, supersedes=("HED305", "HED310"))
def headline_claim_not_in_body(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at a headline of whose words the story has hardly any."""
    least = min(options.min_body_words, LEAST_BODY) if foreign(graph.comparison) else options.min_body_words
    if graph.headline is None or graph.words < least:
        return
    headline = headline_of(graph)
    found = coverage(headline, graph.vocabulary)
    if found.words < LEAST:
        return
    if of_same_story(graph.comparison) and (found.names_held or not found.names):
        return
    if shares_figure(headline, graph.vocabulary):
        return
    if genre_of(graph).voiced and _speaker(headline):  # whose own account it is may be named above alone
        return
    short = graph.words < options.min_body_words
    if found.share > _wanted(found, options.threshold) and (short or not foreign(graph.comparison)):
        return
    message = "The story tells nothing of this. Check that headline and story belong together."
    told = ((number, one) for number, paragraph in graph.numbered for one in paragraph.sentences)
    pointer = tuple(related(graph, "the story begins here", Place(n, one.span)) for n, one in islice(told, 1))
    yield Finding(Span(0, len(headline.text)), message, headline_prose(graph), pointer)


def _speaker(headline: Paragraph) -> bool:
    """Say whether a headline begins with a name and a colon."""
    people = (one for sentence in headline.sentences for one in sentence.entities if one.label == "PERSON")
    return any(speaks_first(headline, one.span) for one in people)


def _wanted(found: Coverage, threshold: float) -> float:
    """Return the share of its words that the story must have more than."""
    if found.names_held or not found.names:
        return threshold * (_KNOWN_LONG if found.words >= _LONG else _KNOWN)
    return threshold * (_STRANGE if found.names >= _SEVERAL else 1.0)
