"""Flags speech in quotation marks that nobody in the story can have said.

## What it flags

A quotation that stands as a sentence of its own, with nobody given for it: no speaker beside it, none in the
sentences around it, and none who goes on from the paragraph before. The second paragraph of a speech belongs to the
first one's speaker; a name just before or just after, or a colon, shows whose words they are.

It looks at speech only. Left alone are titles, mottoes, terms, nicknames and other words inside a sentence; signs,
songs, letters and what else can be read rather than heard; questions and answers; pull quotes; quotations that a name
follows on a line of its own; pieces whose front matter says `kind: feature`, `opinion`, `interview` and the like; and
a draft's last line while it is being typed.

## Why

Reuters wants the reader to learn as quickly as possible who is speaking. Bloomberg wants a name on whatever stands in
quotation marks, Wikipedia a source on every quotation, always. Words that nobody owns may be the writer's.

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

The ruling ends the country's "most favoured nation" status. It was known as "the deal that nobody wanted to sign".
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

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import CueKind, Paragraph
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

#: What a fix leaves for the writer to fill in.
BLANK = "<source>"
#: Words that a quotation needs to be speech.
FEWEST_WORDS = 4
#: From so many paragraphs on that begin "Q:" or with a speaker's name and a colon, a story is questions and answers.
EXCHANGES = 3
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…][”’\"')\]]*)\s*$")
_SENTENCE_AFTER = re.compile(r"\s*$|\s+[\"“‘'(\[]*[A-Z0-9]")
_ENDS = re.compile(r"[.!?…]$")
_EXCHANGE = re.compile(r"(?:[QA]|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})\s*[:.]\s")
_SIGNED = re.compile(r"\s*(?:[-–—―~]{1,2}\s*\S|\()")


@rule("QUO401", Severity.ERROR)
def unattributed_quote(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield one finding for each quotation that nobody can have said."""
    if str(graph.story.metadata.get("kind", "")).lower() in words("quotations", "loose_kinds") or _exchange(graph):
        return
    blocks = read_blocks(graph.story)
    for statement in graph.statements:
        one, number = statement.attribution, statement.paragraph
        if one.kind is not CueKind.BARE or one.source or one.cue or statement.source is not None:
            continue
        if number not in graph.body or blocks[number].kind is not BlockKind.PARAGRAPH:
            continue
        paragraph = graph.paragraphs[number]
        quotation = next((q for q in paragraph.quotations if q.span == one.content[0]), None)
        if quotation is None or not _is_speech(paragraph, quotation) or _repeated(graph, number, quotation):
            continue
        if not _somebody_near(graph, number, quotation):
            yield Finding(
                quotation.span, _message(quotation, paragraph), blocks[number].prose, fixes=_fixes(quotation, paragraph)
            )


def _exchange(graph: AttributionGraph) -> bool:
    """Say whether a story is made of questions and answers, or of a script's lines."""
    texts = (graph.paragraphs[number].text for number in graph.body)
    return sum(_EXCHANGE.match(text) is not None for text in texts) >= EXCHANGES


def _is_speech(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether a quotation stands as a sentence of its own, whole, and is no title in capitals."""
    inner = quotation.inner.of(paragraph.text).strip()
    if not (quotation.opened and quotation.closed) or not _ENDS.search(inner) or not inner[:1].isupper():
        return False
    before, after = paragraph.text[: quotation.span.start], paragraph.text[quotation.span.end :]
    if not _SENTENCE_BEFORE.search(before) or not _SENTENCE_AFTER.match(after):
        return False
    tokens = [t for sentence in paragraph.sentences for t in sentence.tokens if quotation.inner.covers(t.span)]
    spoken = [token for token in tokens if token.pos != "PUNCT"]
    small = [token for token in spoken[1:] if token.text[0].islower()]
    finite = any(token.tag in ("VBD", "VBZ", "VBP", "MD") or token.pos == "AUX" for token in spoken)
    return len(spoken) >= FEWEST_WORDS and len(small) * 2 >= len(spoken) - 1 and finite


def _repeated(graph: AttributionGraph, number: int, quotation: Quotation) -> bool:
    """Say whether the words stand in another paragraph too: a pull quote."""
    inner = quotation.inner.of(graph.paragraphs[number].text).strip(" .,!?…")
    return any(inner in other.text for at, other in enumerate(graph.paragraphs) if at != number)


def _somebody_near(graph: AttributionGraph, number: int, quotation: Quotation) -> bool:
    """Say whether anybody or anything near a quotation may have said it.

    Near is its paragraph, the last sentence of the paragraph before and the first one of the paragraph after. Before
    the quotation a body counts too ("The union rejected the offer."), behind it only people and signs of speech.
    """
    paragraph = graph.paragraphs[number]
    before = [s for s in paragraph.sentences if s.span.start < quotation.span.start]
    after = [s for s in paragraph.sentences if s.span.end > quotation.span.end]
    if any(_may_speak(s, paragraph, bodies=True) for s in before[-2:]):
        return True
    if any(_may_speak(s, paragraph, bodies=False) for s in (*before, *after)):
        return True
    above = graph.paragraphs[number - 1] if number - 1 in graph.body else None
    below = graph.paragraphs[number + 1] if number + 1 in graph.body else None
    if above is not None and (above.text.rstrip().endswith(":") or _quotes_or_speaks(above, above.sentences[-1:])):
        return True
    last = not paragraph.text[quotation.span.end :].strip()
    if below is None or not last:
        return False
    return _SIGNED.match(below.text) is not None or _quotes_or_speaks(below, below.sentences[:1])


def _quotes_or_speaks(paragraph: Paragraph, sentences: Sequence[Sentence]) -> bool:
    """Say whether one of a neighbouring paragraph's ``sentences`` quotes, or names somebody who may speak."""
    return any(
        paragraph.quoted(sentence.span) or _may_speak(sentence, paragraph, bodies=False) for sentence in sentences
    )


def _may_speak(sentence: Sentence, paragraph: Paragraph, *, bodies: bool) -> bool:
    """Say whether a sentence, outside its quotation marks, holds somebody who may speak, or a sign of speech."""
    if any(
        entity.label == "PERSON" or (bodies and entity.label == "ORG")
        for entity in sentence.entities
        if not paragraph.quoted(entity.span)
    ):
        return True
    return any(
        _sign_of_speech(token) or (bodies and token.lemma.lower() in words("people", "institutions"))
        for token in sentence.tokens
        if not paragraph.quoted(token.span)
    )


def _sign_of_speech(token: Token) -> bool:
    """Say whether a word stands for a person, says that somebody speaks, or names something that can be read."""
    lemma = token.lemma.lower()
    if token.pos == "PRON" and lemma in ("he", "she", "they", "i", "we", "who", "someone", "somebody", "one"):
        return True
    if token.pos == "VERB":
        return lemma in words("cues", "speech") | words("cues", "writing") | words("quotations", "quoting_verbs")
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    return any(
        lemma in words("people", name) for name in ("bare", "roles", "civilians", "spokespeople", "documents")
    ) or (lemma in words("quotations", "quoted_things"))


def _message(quotation: Quotation, paragraph: Paragraph) -> str:
    """Say that the speaker is missing."""
    beginning = " ".join(quotation.inner.of(paragraph.text).split()[:5])
    return f"“{beginning} …”: nobody here says this. Name the speaker in the same sentence, or take the marks away."


def _fixes(quotation: Quotation, paragraph: Paragraph) -> tuple[Fix, ...]:
    """Return the fix that adds a blank for the speaker behind the quotation."""
    inner = quotation.inner.of(paragraph.text).rstrip()
    mark = paragraph.text[quotation.inner.end : quotation.span.end]
    end = "," if inner.endswith(".") else inner[-1]
    tail = Span(quotation.inner.start + len(inner) - 1, quotation.span.end)
    return (Fix("Add the speaker", tail, f"{end}{mark} {BLANK} said."),)
