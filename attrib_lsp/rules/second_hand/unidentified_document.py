"""Flags documents that bear a story out and are not identified: "documents show", "according to leaked emails".

## What it flags

Documents, emails, files, records or memos that show something, or according to which something is so, with no word on
whose they are, of what kind or date, or how the newsroom saw them.

Silent where a word says which they are ("court records", "2021 inspection logs"), where the sentence or its neighbours
tell who saw, filed or published them, where the story mentioned them before, inside quotation marks, and on what a
source says.

## Why

The Society of Professional Journalists wants readers given access to source material. The Washington Post tells readers
how it got what it knows, and the BBC wants documents validated like any other evidence.

## Flagged

```
# Mine ignored alarms

The mine ignored safety alarms, ⟦documents show⟧.
```

```
# Bank knew of losses

The bank knew of the losses in May, ⟦according to leaked emails⟧. Its shares fell by 4 per cent.
```

## Fixes

Say whose they are, from when, and who has seen them:

```
The mine ignored safety alarms, documents from <whom>, dated <when> and seen by <your outlet>, show.
```

## Clean

```
# Mine ignored alarms

The mine ignored safety alarms, according to 2021 inspection logs seen by this newspaper.
```

```
# Mayor sold land

The mayor sold the land in May, Land Registry records show. He sold it for half its value, court documents show.
```

```
# Mine ignored alarms

The mine ignored safety alarms, documents obtained by the workers' union show.
```

```
# Mine ignored alarms

The union published 40 documents on Monday. The mine ignored safety alarms, documents show.
```

```
# Mine on fire

"Documents show nothing," the owner, Leo Brandt, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import set_off
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.second_hand._carried import carried
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.rules.unsourced._words import text_at
from attrib_lsp.text.span import Span

#: Words that leave a plural as open as it was.
_OPEN = frozenset({"have", "has", "had", "also", "now"})


@cache
def _seen() -> re.Pattern[str]:
    """Match words that tell how documents came to light."""
    return re.compile(str(lexicon("second_hand")["documents"]["seen"]), re.IGNORECASE)


@rule("SEC706", Severity.INFO)
def unidentified_document(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each bare plural of documents that bears something out."""
    evidence = evidence_of(graph)
    if evidence.transcript:
        return
    for number, line in enumerate(evidence.lines):
        sentence, paragraph = evidence.sentence(line), evidence.paragraph(line)
        for noun in sentence.spelled(words("second_hand", "documents.nouns")):
            span = _citing(sentence, noun)
            if span is None or paragraph.quoted(span) or carried(evidence, line, span):
                continue
            if _mentioned(evidence, evidence.lines[:number], noun) or _told_of(evidence, line):
                continue
            message = f"“{span.of(paragraph.text)}”: which? Say whose they are, their date, and who has seen them."
            told = set_off(" from <whom>, dated <when> and seen by <your outlet>", paragraph.text, noun.span.end)
            fix = Fix("Say whose they are, from when, and who has seen them", Span(noun.span.end, noun.span.end), told)
            yield placed(evidence, line, span, message, fixes=(fix,))


def _citing(sentence: Sentence, noun: Token) -> Span | None:
    """Return the words by which unidentified documents are cited: "leaked emails show", "according to documents"."""
    if noun.text.lower() not in words("second_hand", "documents.nouns"):
        return None
    first = noun.index
    while first > 0 and text_at(sentence, first - 1) in words("second_hand", "documents.vague"):
        first -= 1
    before, after = text_at(sentence, first - 1), noun.index + 1
    while text_at(sentence, after) in _OPEN:
        after += 1
    begin = sentence.tokens[first].span
    if before == "to" and text_at(sentence, first - 2) == "according":
        more = text_at(sentence, noun.index + 1)
        return sentence.tokens[first - 2].span.joined(noun.span) if more in ("", ".", ",", ";") else None
    opens = first == 0 or sentence.tokens[first - 1].pos in ("PUNCT", "CCONJ") or before == "as"
    if opens and text_at(sentence, after) in words("second_hand", "documents.verbs"):
        return begin.joined(sentence.tokens[after].span)
    return None


def _mentioned(evidence: Evidence, earlier: tuple[Line, ...], noun: Token) -> bool:
    """Say whether the story spoke of such documents before."""
    wanted = frozenset({noun.text.lower(), noun.lemma.lower()})
    return any(evidence.sentence(line).holds(wanted) for line in earlier)


def _told_of(evidence: Evidence, line: Line) -> bool:
    """Say whether the sentence, or one beside it, tells how they came to light."""
    near = (line, *evidence.before(line, 1), *evidence.after(line, 2))
    return any(_seen().search(evidence.sentence(one).text) for one in near)
