"""Flags speech in quotation marks that nobody in the story can have said.

## What it flags

A quotation that stands as a sentence of its own, or words inside a sentence that say "we" or "I", with nobody given
for them: no speaker beside it, none in the
sentences around it, and none who goes on from the paragraph before. The second paragraph of a speech belongs to the
first one's speaker; a name just before or just after, or a colon, shows whose words they are.

It looks at speech only. Left alone are titles, mottoes, terms, nicknames and whatever else is quoted for the words;
signs, songs, letters and what else can be read rather than heard; questions and answers; pull quotes; quotations with a
name on a line of its own below; pieces whose front matter says `kind: feature`, `opinion`, `interview` and the like;
and a draft's last line while it is being typed.

## Why

Reuters wants the reader to learn as quickly as possible who is speaking. Bloomberg wants a name on whatever stands in
quotation marks, Wikipedia a source on every quotation, always. Words that nobody owns may be the writer's.

## Options

- `inherit_across_paragraph` (true): take a paragraph that is a quotation for the words of the speaker before it.

## Flagged

```
# Archive destroyed

⟦"We were told to burn the files."⟧ The office closed the next day.
```

```text
Town to lose its last bank

The branch in Market Street will close in June. The nearest cash machine is nine miles away.

⟦“It is the end of this high street, and they know it.”⟧

The building dates from 1911. It is for sale at 400,000 pounds.
```

```
# Storm damage put at 30 million

The storm tore the roof off the sports hall on Sunday night. ⟦‘It sounded like a train going through the kitchen.’⟧ The
hall will be shut until spring.
```

```
# Tram line dropped

The tram line will not be built. It was dropped because it ⟦"would have cost us the next three elections"⟧.
```

## Fixes

Attribute to …:

```
"We were told to burn the files," <source> said. The office closed the next day.
```

## Clean

```
# Archive destroyed

"We were told to burn the files," said Nora Pike, a clerk. The office closed the next day.
```

```
# Archive destroyed

“We were told to burn the files,” said Nora Pike, a clerk.

“Nobody asked why. We had burned others.”

The office closed the next day.
```

```
# Coach stays

Iain Moray was blunt: "We were terrible." The match had ended 5-0.

The captain walked past the cameras. “I am going home.”
```

```
# Thousands march for the river

Thousands walked along the river on Saturday. Banners read "Keep your hands off our water". “Whose river? Our river!”
rang out under the bridge.

A sign on the town hall's door was older. "No bathing at high tide."
```

```
# Ruling on tariffs

The ruling ends the country's "most favoured nation" status. It was known as "the deal that nobody wanted to sign", and
led to a "not with our money" protest.
```

```
# The big interview

Q: When did you know it was over?

A: “When the phone stopped. It had rung for thirty years.”

Q: What will you do?

A: "I shall sleep until noon."
```

```
# A life at sea

“The sea gives nothing back that it has not worn down.”

— Ada Quill

The boat was built in 1954. It leaks.
```

```
---
kind: feature
---

# The night ferry

“Two teas, love, and whatever that is.” The queue moves up. It is four in the morning.
```

```
# Market hall wins prize

The hall's restoration took six years. Its roof had let in the rain since the war.

“We found the old tiles in a cellar, every one of them.” That is how Jo Marsh, the architect, remembers 2016.
```

```
# Bridge to stay shut

The bridge was shut in May. It will not open before winter.

"Nobody has told us any
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import CueKind, Paragraph, Statement
from attrib_lsp.language.values import Quotation, Token
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.quotations._near import somebody_near
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

#: Words that a quotation needs to be speech.
FEWEST_WORDS = 4
#: From so many paragraphs on that begin "Q:" or with a speaker's name and a colon, a story is questions and answers.
EXCHANGES = 3
_SELF = frozenset({"I", "me", "my", "we", "We", "us", "our", "Our"})
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…][”’\"')\]]*)\s*$")
_SENTENCE_AFTER = re.compile(r"\s*$|\s+[\"“‘'(\[]*[A-Z0-9]")
_ENDS = re.compile(r"[.!?…]$")
_EXCHANGE = re.compile(r"(?:[QA]|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})\s*[:.]\s")


@dataclass(frozen=True, slots=True)
class Options:
    """``inherit_across_paragraph``: a paragraph that is a quotation may be the speaker's of the one before."""

    inherit_across_paragraph: bool = True


@rule("QUO401", Severity.ERROR)
def unattributed_quote(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield one finding for each quotation that nobody can have said."""
    if loose(graph) or _exchange(graph):
        return
    blocks = read_blocks(graph.story)
    for statement in graph.statements:
        one, number = statement.attribution, statement.paragraph
        if one.kind is not CueKind.BARE or one.source or one.cue:
            continue
        inherited = _inherited(graph, statement)
        if statement.source is not None and (options.inherit_across_paragraph or not inherited):
            continue
        if number not in graph.body or blocks[number].kind is not BlockKind.PARAGRAPH:
            continue
        paragraph = graph.paragraphs[number]
        quotation = next((q for q in paragraph.quotations if q.span == one.content[0]), None)
        if quotation is None or not (_stands_alone(paragraph, quotation) or _speaks_of_self(paragraph, quotation)):
            continue
        if _repeated(graph, number, quotation) or (not inherited and somebody_near(graph, number, quotation)):
            continue
        yield Finding(
            quotation.span, _message(quotation, paragraph), blocks[number].prose, fixes=_fixes(quotation, paragraph)
        )


def _exchange(graph: AttributionGraph) -> bool:
    """Say whether a story is made of questions and answers, or of a script's lines."""
    texts = (graph.paragraphs[number].text for number in graph.body)
    return sum(_EXCHANGE.match(text) is not None for text in texts) >= EXCHANGES


def _stands_alone(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether a quotation stands as a sentence of its own, whole, and is no title in capitals."""
    inner = quotation.inner.of(paragraph.text).strip()
    if not (quotation.opened and quotation.closed) or not _ENDS.search(inner) or not inner[:1].isupper():
        return False
    before, after = paragraph.text[: quotation.span.start], paragraph.text[quotation.span.end :]
    if not _SENTENCE_BEFORE.search(before) or not _SENTENCE_AFTER.match(after):
        return False
    spoken = _spoken(paragraph, quotation)
    whole = any(token.relation.startswith("nsubj") for token in spoken)
    return len(spoken) >= FEWEST_WORDS and whole and not _title(spoken) and _finite(spoken)


def _speaks_of_self(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether words quoted inside a sentence of the story's own are somebody's speech: they say "I" or "we".

    Not where they stand like an adjective ("a 'not in our name' protest") or a name.
    """
    if not (quotation.opened and quotation.closed):
        return False
    spoken = _spoken(paragraph, quotation)
    tokens = [token for sentence in paragraph.sentences for token in sentence.tokens if token.pos != "PUNCT"]
    before = [token for token in tokens if token.span.end <= quotation.span.start]
    after = [token for token in tokens if token.span.start >= quotation.span.end]
    if not before or before[-1].pos not in ("VERB", "AUX", "PRON", "SCONJ", "ADV"):
        return False
    between = paragraph.text[quotation.span.end : after[0].span.start].strip() if after else "."
    return (
        (between != "" or after[0].pos not in ("NOUN", "PROPN"))
        and len(spoken) > FEWEST_WORDS
        and _finite(spoken)
        and not _title(spoken)
        and any(token.text in _SELF for token in spoken)
    )


def _spoken(paragraph: Paragraph, quotation: Quotation) -> list[Token]:
    """Return the words of a quotation."""
    tokens = (token for sentence in paragraph.sentences for token in sentence.tokens)
    return [token for token in tokens if quotation.inner.covers(token.span) and token.pos != "PUNCT"]


def _title(spoken: Sequence[Token]) -> bool:
    """Say whether more than half of the words behind the first begin with a capital, as those of a title do."""
    return sum(token.text[0].isupper() and token.text != "I" for token in spoken[1:]) * 2 > len(spoken) - 1


def _finite(spoken: Sequence[Token]) -> bool:
    """Say whether words hold a finite verb."""
    return any(token.tag in ("VBD", "VBZ", "VBP", "MD") or token.pos == "AUX" for token in spoken)


def _repeated(graph: AttributionGraph, number: int, quotation: Quotation) -> bool:
    """Say whether the words stand in another paragraph too: a pull quote."""
    inner = quotation.inner.of(graph.paragraphs[number].text).strip(" .,!?…")
    return any(inner in other.text for at, other in enumerate(graph.paragraphs) if at != number)


def _message(quotation: Quotation, paragraph: Paragraph) -> str:
    """Say that the speaker is missing."""
    beginning = " ".join(quotation.inner.of(paragraph.text).split()[:5])
    return f"“{beginning} …”: nobody here says this. Name the speaker in the same sentence, or take the marks away."


def _inherited(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether a quotation's speaker is known only from the paragraph before."""
    beside = graph.statements_in(statement.paragraph)
    return statement.inherited and not any(one.attribution.source or one.attribution.cue for one in beside)


def _fixes(quotation: Quotation, paragraph: Paragraph) -> tuple[Fix, ...]:
    """Return the fix that adds a blank for the speaker behind the quotation."""
    inner = quotation.inner.of(paragraph.text).rstrip()
    mark = paragraph.text[quotation.inner.end : quotation.span.end]
    end = "," if inner.endswith(".") else inner[-1]
    tail = Span(quotation.inner.start + len(inner) - 1, quotation.span.end)
    return (Fix("Attribute to …", tail, f"{end}{mark} {BLANK} said."),)
