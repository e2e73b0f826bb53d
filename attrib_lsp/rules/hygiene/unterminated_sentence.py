"""Flags a headline or paragraph that stops where a sentence should go on: at a comma, a dash, a colon, or at nothing.

## What it flags

A headline that ends in a comma, a semicolon, a dash or a colon. A paragraph that ends in a comma, a semicolon or a
dash; one that ends in "said:" or the like with no quotation, list or table after it; and one without any stop, if it
ends in a word that cannot be the last ("of the"), or holds whole sentences before. Often it is the attribution that
was cut.

Headlines need no full stop. Left alone are list items, captions, crossheads, verse, addresses and other runs of short
lines, salutations, a colon before what it leads in, a lead-in before a quotation whatever mark it ends in, what ends in
a quotation mark, in another language, a link or a handle, and the last paragraph of a draft while it is being typed (a
comma there is a hint).

## Why

The Associated Press asks for the attribution in the same sentence as the fact. Where a sentence lost its tail, the
source may have been in it.

## Flagged

```text
Tunnel shut again

The tunnel has been closed since ⟦May,⟧

It was last repaired in 2011, the transport office said.
```

```text
Talks on dam fail for a third ⟦time,⟧

The talks ended on Friday without a date for another round, the water minister, Abel Haile, said.
```

```
# Airline drops route

The airline will stop flying to Oban in March, the airport's manager, Kirsty Lamont, said.

No other airline has offered to take over the flights. Passengers will have to drive to ⟦Glasgow⟧

The ferry company plans no more sailings, it said.
```

```
# Mayor on the flood

The mayor, Dora Voss, blamed the county. On Tuesday night she told ⟦reporters:⟧

The river is expected to fall by Thursday, the weather office said.
```

```text
Two hurt in blast at mill

The blast at the flour mill was heard ten miles away, and windows broke in the streets near ⟦the⟧

Both of the injured are in hospital, the fire service said.
```

## Fixes

Attribute to …:

```
The tunnel has been closed since May, <source> said.
```

Remove the stray mark:

```
The tunnel has been closed since May
```

## Clean

```text
Tunnel shut again

The tunnel has been closed since May, the transport office said.
```

```text
Three things to know about the new timetable

The new timetable starts on Sunday. It brings three changes:

- trains to the coast run every hour
- the night bus stops at the hospital
- tickets can be bought on board

The operator, Northline, said it had asked its passengers.
```

```
# Poet laureate reads at school

Ms Adeyemi read to the children for an hour. One poem begins:

Under the bridge
the river is slow,
under the river
the quiet stones go.

“They asked better questions than any critic,” she said.
```

```
# Mayor on the flood

Dora Voss, the mayor, told reporters:

“The county was warned, and the county did nothing.”
```

```
# Readers on the flood

Dora Voss, who keeps bees by the river, writes:

I said for years that my hives would drown. The council said they would not, and I have lost nine of them.
```

```
# Mayor on the flood

On the steps of the town hall, Dora Voss stated,

“The county was warned, and the county did nothing.”
```

```
# Port sold

The buyer's letter came on Monday, and it was short. In the original it reads: La vente du port est une erreur pour
tous les habitants de la ville

Nobody had asked for it.
```

```
# Letter to the editor

Dear Madam,

Your report on the ferry was kind to the captain. I was on board.

Yours faithfully,

Una Shaw
```

```
# Shop reopens

The shop in Mill Lane reopens on Monday. Its owner, Bo Lund, posts the hours at www.lund-breads.example

It was closed for a year after a fire.
```

```text
Museum buys sketch

Lea Roth holds the sketch, which was found in a drawer in 2019

The museum paid 4,000 pounds for the sketch, its director, Lea Roth, said. “It was the frame we noticed first”

It goes on show in May
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.values import Attribution, Paragraph
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Block, BlockKind, Story
from attrib_lsp.text.tongue import signs_of

#: A paragraph of fewer words may be a salutation, a label or a line of verse.
FEWEST_WORDS = 5
#: Lines up to this length, one below the other without stops, are verse, an address or a list.
SHORT_LINE = 70
#: If more than this share of a story's paragraphs has no stop, its writer does without.
UNSTOPPED = 0.3
#: Words at a paragraph's end by which its language is told.
TAIL = 10
#: From so many paragraphs on that end in a dash, it is how the story shows interruptions.
INTERRUPTIONS = 3
_MARKED = re.compile(r"(?!&)\S*[\w”’\"')\]](?<!&gt)(?<!&amp)(?<!&lt)\s*(?P<mark>,|;|:|-{1,2}|–|—)$")
_UNMARKED = re.compile(r"[^\W\d_][\w’'-]*$")
_STOP = re.compile(r"[.!?…:;,–—-][”’\"')\]]*$")
_STOPPED_BEFORE = re.compile(r"[.!?…][”’\"')\]]*\s+[“‘\"'(]*[A-Z]")
#: Three capitalised words at the end: a heading that was run into the text.
_TITLE_LAST = re.compile(r"(?:[“‘\"']?[A-Z][\w’'-]*\s+){2}[“‘\"']?[A-Z][\w’'-]*$")
_LED_IN = re.compile(r"[“„«\"‘'>*•·–—\d(-]")
_ADDRESS = re.compile(r"www\.|https?:|@|#|\.com\b")
_OPENING = ("“", "„", "«", '"', "‘", "'")
_MARKS = (",", ";", ":", "-", "–", "—")
_EMBEDDED = re.compile(r"^[—–-]|@\w|\bpic\.twitter|\bhttps?:")
#: Blocks below a paragraph that ends in a colon among which an embedded post shows itself.
EMBEDDED_WITHIN = 3


@rule("DOC903", Severity.INFO)
def unterminated_sentence(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding where the headline or a paragraph breaks off."""
    story = graph.story
    yield from _front(story)
    readings = {id(block): graph.paragraphs[number] for number, block in enumerate(read_blocks(story))}
    stops = _writes_stops(story.body)
    for number, block in enumerate(story.body):
        text = block.prose.text
        if block.kind is not BlockKind.PARAGRAPH or len(text.split()) < FEWEST_WORDS or _goes_on(story.body, number):
            continue
        if _ADDRESS.search(text.rsplit(maxsplit=1)[-1]) or _among_short_lines(story.body, number):
            continue
        last = number + 1 == len(story.body)
        marked, unmarked = _ending(text)
        if _ends_foreign(text):
            continue
        if marked is not None and _meant(story.body, number, marked.group("mark"), readings[id(block)]):
            continue
        if marked is not None:
            if marked.group("mark") != ":" or _cut_quote(story.body, number, readings):
                yield _finding(marked, block.prose, Severity.HINT if last else None)
        elif unmarked is not None and not last and (_hangs(unmarked) or (stops and _breaks_off(readings[id(block)]))):
            yield _finding(unmarked, block.prose, None)


def _front(story: Story) -> Iterator[Finding]:
    """Yield a finding where the headline or the deck breaks off."""
    for block in (story.headline, story.deck):
        if block is None:
            continue
        marked, unmarked = _ending(block.prose.text)
        if marked is not None:
            yield _finding(marked, block.prose, None)
        elif block is story.deck and unmarked is not None and _hangs(unmarked):
            yield _finding(unmarked, block.prose, None)


def _ending(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return the last word of ``text`` with the mark that it breaks off at, or without one; None where there is a stop.

    A search for what stands at the end begins at every word: it is left out where the last character tells enough.
    """
    if text.endswith(_MARKS):
        return _MARKED.search(text), _UNMARKED.search(text)
    last = text[-1:]
    return None, _UNMARKED.search(text) if last.isalnum() or last in "_’'" else None


def _hangs(last: re.Match[str]) -> bool:
    """Say whether a last word cannot be one."""
    return last.group() in words("hygiene", "never_last")


def _finding(found: re.Match[str], prose: Prose, severity: Severity | None) -> Finding:
    """Say that the sentence breaks off after the words found, and offer the place for a source."""
    span = Span(found.start(), found.end())
    message = f"The sentence breaks off at “{found.group()}”: complete it. Was its attribution cut?"
    mark = found.groupdict().get("mark")
    if mark is None or mark == ":":
        return Finding(span, message, prose, severity=severity)
    tail = Span(found.start("mark"), span.end)
    fixes = (Fix("Attribute to …", tail, f", {BLANK} said."), Fix("Remove the stray mark", tail, ""))
    return Finding(span, message, prose, fixes=fixes, severity=severity)


def _ends_foreign(text: str) -> bool:
    """Say whether the last words of a paragraph are in another language: whatever is quoted there has no full stop."""
    signs = signs_of(" ".join(text.split()[-TAIL:]))
    return signs.foreign > 0 and signs.english == 0


def _meant(body: Sequence[Block], number: int, mark: str, paragraph: Paragraph) -> bool:
    """Say whether a paragraph may well end in its mark: in a dash by which speech breaks off, or before a quotation."""
    if _breaks_on_purpose(body, mark):
        return True
    below = body[number + 1].prose.text if number + 1 < len(body) else ""
    return below.startswith(_OPENING) and bool(paragraph.sentences) and _leads_in(paragraph.sentences[-1])


def _breaks_on_purpose(body: Sequence[Block], mark: str) -> bool:
    """Say whether paragraphs of a story break off at a dash again and again: people who are interrupted."""
    return mark[0] in "-–—" and sum(block.prose.text.endswith(mark) for block in body) >= INTERRUPTIONS


def _writes_stops(body: Sequence[Block]) -> bool:
    """Say whether the paragraphs of a story end in stops as a rule."""
    texts = [block.prose.text for block in body if block.kind is BlockKind.PARAGRAPH]
    return sum(_STOP.search(text) is None for text in texts) <= max(1, UNSTOPPED * len(texts))


def _goes_on(body: Sequence[Block], number: int) -> bool:
    """Say whether the sentence goes on in the next block, in small letters or with a mark: a line was broken."""
    beginning = body[number + 1].prose.text[:1] if number + 1 < len(body) else ""
    return beginning.islower() or (beginning != "" and beginning in ".,;:)")


def _among_short_lines(body: Sequence[Block], number: int) -> bool:
    """Say whether a paragraph is one of several short lines, the one above or below without a stop as well."""
    if len(body[number].prose.text) > SHORT_LINE:
        return False
    beside = [body[at] for at in (number - 1, number + 1) if 0 <= at < len(body)]
    return any(
        block.kind is BlockKind.PARAGRAPH
        and len(block.prose.text) <= SHORT_LINE
        and (block.prose.text.endswith(",") or _STOP.search(block.prose.text) is None)
        for block in beside
    )


def _cut_quote(body: Sequence[Block], number: int, readings: Mapping[int, Paragraph]) -> bool:
    """Say whether a paragraph ends in "said:" and the next one is not what was said: somebody else says something."""
    paragraph = readings[id(body[number])]
    if number + 1 == len(body) or not paragraph.sentences or not _leads_in(paragraph.sentences[-1]):
        return False
    below = body[number + 1 : number + 1 + EMBEDDED_WITHIN]
    if below[0].kind is not BlockKind.PARAGRAPH or _LED_IN.match(below[0].prose.text):
        return False
    speech = readings[id(below[0])]
    told = any(
        one.source and one.kind in SPOKEN and one.cue and _names(speech, one) and not speech.quoted(one.cue[0])
        for one in speech.attributions
    )
    return told and not _first_person(speech) and not any(_EMBEDDED.search(block.prose.text) for block in below)


def _names(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether an attribution gives its source by more than a pronoun."""
    if attribution.head is None:
        return True
    return paragraph.sentences[attribution.sentence].tokens[attribution.head].pos != "PRON"


def _first_person(paragraph: Paragraph) -> bool:
    """Say whether a paragraph speaks as "I" or "we" outside quotation marks: it is what was said, set out by itself."""
    first = words("people", "pronouns.first") | words("people", "pronouns.we")
    return any(
        token.text.lower() in first and not paragraph.quoted(token.span)
        for sentence in paragraph.sentences
        for token in sentence.spelled(first)
    )


def _leads_in(sentence: Sentence) -> bool:
    """Say whether a sentence's last verb is one of saying that has no content yet."""
    verbs = [token for token in sentence.tokens if token.pos == "VERB"]
    if not verbs or verbs[-1].lemma.lower() not in words("hygiene", "announcing"):
        return False
    return sentence.child(verbs[-1], "ccomp", "xcomp") is None


def _breaks_off(paragraph: Paragraph) -> bool:
    """Say whether a paragraph without a stop is running text: it holds whole sentences, or somebody says something."""
    if len(paragraph.text) <= SHORT_LINE or paragraph.quoted(Span(len(paragraph.text) - 1, len(paragraph.text))):
        return False
    return _STOPPED_BEFORE.search(paragraph.text) is not None and _TITLE_LAST.search(paragraph.text) is None
