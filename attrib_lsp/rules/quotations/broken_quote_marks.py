"""Flags quotation marks that are missing, left over, turned the wrong way or mixed within one pair.

## What it flags

A quotation that is opened and never closed, or closed and never opened. A quotation that runs over paragraphs: each
of them opens with a mark, and only the last one closes; a paragraph that goes on without the opening mark is flagged
at its first word. An opening mark on the wrong side of its space. As warnings: a curly mark that faces the wrong way, a
pair of one straight and one curly mark, and double marks inside double marks.

Apostrophes, possessives, decades ('90s), feet and inches are no quotation marks. Nothing is said of a pulled quotation
whose speaker's name stands within its marks. A headline's claim quotes are not
looked at, nor are passages in another language, nor is a last sentence that is still being typed; where the draft ends
inside a quotation, it is a warning. A fresh quotation by the same speaker in a new paragraph is correct.

## Why

The AP Stylebook: a quotation that runs on opens each paragraph, and closes at its very end. The New York Times holds
that readers must be able to trust where somebody's words start and where they stop: with a mark missing, the story's
own words pass for theirs.

## Flagged

```
# Ferry never sailed

⟦“⟧The ferry never left the dock, the captain, Una Shaw, said.

Nobody was on board.
```

```
# Clinic to close

The clinic will close in May,⟦”⟧ the board's chairman, Ravi Anand, said. “We have no doctors.”
```

```text
Farmers march on capital

⟦"⟧We have had enough of promises, Marta Ruiz, a farmer, said. "We want to be paid."

The march ended at noon.
```

```
# Players turn on coach

The captain, Ola Berg, read from a letter.

“We signed up to play, and we were told to keep quiet when we were hurt.

⟦We⟧ kept quiet for two years, and it cost three of us our careers,” she said.
```

```
# Bridge will stay shut

“The bolts are gone⟦“⟧, the engineer, Tom Ekman, said. He called the repair of 2019 “a coat of paint⟦"⟧.
```

```
# Council shuts pool

“The pool is gone. We could not save it. ⟦“⟧

The council meets again in May.
```

```text
Gallery opens late

The curator, Ada Voss, said,⟦"⟧ [The painter] liked the cold rooms best". The gallery opens in June.
```

```
# Minister defends cuts

“The word I used was ⟦“⟧regrettable” and nothing else,” the minister, Pia Lund, said.
```

```text
Pool saved by swimmers

'We swam in the river for a year', said Ida Moe, who led the campaign. 'It was cold.'

She added: ⟦'⟧And then the council gave in.

The pool opens in June.
```

```
# Candidate takes it slowly

Ms Lund says,⟦”⟧ there are people here who never get listened to.”
```

## Fixes

Open the paragraph with a quotation mark:

```
“We kept quiet for two years, and it cost three of us our careers,” she said.
```

Type ”:

```
“The bolts are gone”, the engineer, Tom Ekman, said. He called the repair of 2019 “a coat of paint".
```

Put the space before the mark:

```
The curator, Ada Voss, said, "[The painter] liked the cold rooms best". The gallery opens in June.
```

Use single quotation marks inside:

```
“The word I used was ‘regrettable’ and nothing else,” the minister, Pia Lund, said.
```

Close the quotation at the end of the paragraph:

```
She added: 'And then the council gave in.'
```

## Clean

```
# Nominee confirmed

The house voted on Lund"?highly contested nomination this afternoon. The teachers"?union was against it.
```

```
# Ferry never sailed

“The ferry never left the dock,” the captain, Una Shaw, said.
```

```text
Ferry never sailed

"The ferry never left the dock, and nobody on the island was told why it did not.

Former captain Una Shaw."

The company met on Monday.
```

```text
Hearing on the ferry

As the Ledger reported on Friday:

"The harbour master spoke to the council, and he said that nobody had asked him.

“I was on the quay, and I saw the ferry leave with its doors open,” he said."

The council meets again in May.
```

```text
Mill reopens

"We have not had so many orders since the flood of

1988. We are taking on people," the owner, Ida Voss, said.
```

```text
Ferry never sailed

The notice on the quay was short, and nobody laughed.">The ferry stayed in the dock.
```

```
# Players turn on coach

The captain, Ola Berg, read from a letter.

“We signed up to play, and we were told to keep quiet when we were hurt.

“We kept quiet for two years, and it cost three of us our careers,” she said.

“It will not happen again.”
```

```
# Rock 'n' roll hall looks back on the '90s

The hall's '90s room holds the Joneses' 12" records and the boys' first guitar. It's 5'11" tall, and was the class of
'68's gift.

'Tis a treasure, its keeper, O'Brien, said: he'd not sell 'em.
```

```
# ‘Ghost flats’ to be taxed

‘We built homes and got holiday lets,’ the councillors’ leader, Jo Marsh, said. ‘The owners call it “choice”.’
```

```
# Poet wins prize

"She said 'no' twice," the judge, Ann Reece, said. "Then she said 'yes'."
```

```text
Sign-up form goes missing

The page, which began <a class="button" href="/join">, was taken down on Monday. "It will be back," the club's
secretary, Lea Roth, said.
```

```
# Bloggers on the speech

Most were polite. One, who writes in Arabic, was not, and closed her post with a line from a song:

… جاء إذن ليقبل العالم ” قبلة الموت”

Others had praise for it.
```

```
# Coach on the defeat

The coach, Iain Moray, was blunt. "We were slow. We were late. "We were lucky it was only three," he said.
```

```
# Strike ends

“We are going back to work,” the union's leader, Bo Lund, said. “And we
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.quotations import Fault, MarkFault, mark_faults
from attrib_lsp.language.values import Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.tongue import is_foreign

#: Paragraphs over which a quotation may run without its marks until it is closed.
RUN_LENGTH = 8
#: Words that a quotation needs to show that a story quotes speech in single marks.
SPEECH_WORDS = 4
#: Marks that were lost when a text was decoded: nobody types a question mark between a quotation mark and a letter.
_GARBLED = re.compile(r"[\w.,]\"\?(?=\w)")
#: Words at most of a line that only says who is quoted.
SIGNATURE = 20
#: Words before the end of a speech in which its speaker is looked for.
TAIL = 12
_DOUBLE = ("“", "”", '"', "''", "„", "«", "»", "‘‘", "``")
_SINGLE = ("‘", "'")
_STOPS = (".", "!", "?", "…", "”", "’", '"', "'")
_NEVER_CLOSED = (
    "This quotation is opened but never closed. Close it, or open the next paragraph with a mark if it goes on."
)
_NOT_CLOSED = "This quotation is not closed before the next one opens. Add the closing mark where the speech ends."
_NEVER_OPENED = "This mark closes a quotation that was never opened. Add the opening mark, or drop this one."
_NOT_REOPENED = "The quotation goes on from the paragraph above. Open this paragraph with a quotation mark too."
_MISPLACED = "This mark opens a quotation, but hugs the words before it. Put the space before the mark, not behind it."
_NESTED = "Double quotation marks inside double ones. Use single marks inside, or close the outer quotation first."


@rule("QUO405", Severity.ERROR)
def broken_quote_marks(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield one finding for each mark that is missing, left over or wrong."""
    blocks = read_blocks(graph.story)
    paragraphs = [graph.paragraphs[number] for number in graph.body]
    proses = [blocks[number].prose for number in graph.body]
    faults = [list(mark_faults(paragraph.text)) for paragraph in paragraphs]
    for number, paragraph in enumerate(paragraphs):
        if is_foreign([paragraph.text]) or _GARBLED.search(paragraph.text) is not None:
            continue
        for fault in faults[number]:
            if fault.fault is Fault.RUNS_ON:
                yield from _running(paragraphs, proses, faults, number, fault)
            elif fault.fault is Fault.UNOPENED and _closes_extract(paragraphs, faults, number, fault):
                continue
            elif fault.fault is not Fault.RESUMED or _names_speaker(paragraph, fault.span.start):
                yield _finding(fault, paragraph, proses[number])


def _running(
    paragraphs: Sequence[Paragraph],
    proses: Sequence[Prose],
    faults: Sequence[list[MarkFault]],
    number: int,
    fault: MarkFault,
) -> Iterator[Finding]:
    """Yield what is wrong where a paragraph ends inside a quotation; nothing if the next one opens with a mark."""
    paragraph, below = paragraphs[number], paragraphs[number + 1 :]
    single = len(fault.span) == 1 and fault.span.of(paragraph.text) in _SINGLE
    if below and below[0].text.startswith(_SINGLE if single else _DOUBLE):
        return
    if not below and not paragraph.text.endswith(_STOPS):
        return
    if single and not _quotes_in_singles(paragraphs):
        return
    closing = None if single else _closing(below, faults[number + 1 :])
    if closing is None:
        found = _finding(fault, paragraph, proses[number])
        yield found if below else replace(found, severity=Severity.WARNING)  # the closing mark may still be typed
        return
    faults[number + 1 + closing].pop(0)
    if not below[0].text[0].isupper() or _signature(below[0]):
        return  # a line was broken amid the sentence, or before who said it
    first = below[0].sentences[0].tokens[0].span if below[0].sentences else Span(0, 1)
    fix = Fix("Open the paragraph with a quotation mark", Span(0, 0), fault.span.of(paragraph.text))
    yield Finding(first, _NOT_REOPENED, proses[number + 1], fixes=(fix,))


def _closes_extract(
    paragraphs: Sequence[Paragraph], faults: Sequence[Sequence[MarkFault]], number: int, fault: MarkFault
) -> bool:
    """Say whether a mark at a paragraph's end closes an extract that the paragraphs above it opened.

    An extract quotes people in its turn, so that its paragraphs seem to open and close by themselves.
    """
    if paragraphs[number].text[fault.span.end :].strip():
        return False
    for above in range(number - 1, max(number - 1 - RUN_LENGTH, -1), -1):
        if any(one.fault is Fault.RUNS_ON for one in faults[above]):
            return True
        if not paragraphs[above].text.startswith(_DOUBLE):
            return False
    return False


def _signature(paragraph: Paragraph) -> bool:
    """Say whether a line is who said it, set within the marks of a quotation that is pulled out: no verb is in it."""
    tokens = [token for sentence in paragraph.sentences for token in sentence.tokens]
    named = any(token.pos == "PROPN" for token in tokens)
    return named and len(tokens) <= SIGNATURE and not any(token.pos in ("VERB", "AUX") for token in tokens)


def _closing(below: Sequence[Paragraph], faults: Sequence[Sequence[MarkFault]]) -> int | None:
    """Return which of the paragraphs ``below`` closes what was opened above them; None if none does."""
    for number, paragraph in enumerate(below[:RUN_LENGTH]):
        if faults[number] and faults[number][0].fault is Fault.UNOPENED:
            first = next(iter(paragraph.quotations), None)
            return number if first is not None and not first.opened else None
        if paragraph.quotations or paragraph.text.startswith(_DOUBLE):
            return None
    return None


def _quotes_in_singles(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a story quotes speech in single marks rather than in double ones."""
    single = double = 0
    for paragraph in paragraphs:
        for quotation in paragraph.quotations:
            if (
                quotation.opened
                and quotation.closed
                and len(quotation.inner.of(paragraph.text).split()) >= SPEECH_WORDS
            ):
                if len(quotation.span) - len(quotation.inner) == 2 and paragraph.text[quotation.span.start] in _SINGLE:
                    single += 1
                else:
                    double += 1
    return single > double


def _names_speaker(paragraph: Paragraph, start: int) -> bool:
    """Say whether the quotation that opens at ``start`` and is not closed ends in who said it ("..., he said.")."""
    quotation = next((one for one in paragraph.quotations if one.span.start == start), None)
    if quotation is None:
        return False
    tokens = [one for sentence in paragraph.sentences for one in sentence.tokens if quotation.inner.covers(one.span)]
    while tokens and tokens[-1].pos == "PUNCT":
        tokens.pop()
    tail = tokens[-TAIL:]
    for number in range(len(tail) - 1, 0, -1):
        if _reports(tail[number]):
            return _comma_before(tail[:number])
        if tail[number].pos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def _reports(token: Token) -> bool:
    """Say whether a word is a verb of saying that may stand behind a speech."""
    return token.tag in ("VBD", "VBZ") and token.lemma.lower() in words("cues", "speech") | words("cues", "writing")


def _comma_before(tokens: Sequence[Token]) -> bool:
    """Say whether a comma stands at the end of ``tokens``, or before a last few words without a verb."""
    for token in reversed(tokens):
        if token.text == ",":
            return True
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def _finding(fault: MarkFault, paragraph: Paragraph, prose: Prose) -> Finding:
    """Say what is wrong with a mark, and offer what would mend it where that is certain."""
    mark = fault.span.of(paragraph.text)
    if fault.fault in (Fault.WRONG_WAY, Fault.MISMATCHED):
        wrong = "faces the wrong way" if fault.fault is Fault.WRONG_WAY else "does not match the mark that opens"
        fix = Fix(f"Type {fault.mended}", fault.span, fault.mended, safe=True)
        return Finding(
            fault.span, f"{mark} {wrong}: type {fault.mended}", prose, fixes=(fix,), severity=Severity.WARNING
        )
    if fault.fault is Fault.MISPLACED and fault.end is not None:
        fix = Fix("Put the space before the mark", fault.end, fault.mended, safe=True)
        return Finding(fault.span, _MISPLACED, prose, fixes=(fix,))
    if fault.fault is Fault.NESTED:
        return Finding(fault.span, _NESTED, prose, fixes=_singled(fault, paragraph), severity=Severity.WARNING)
    if fault.fault is Fault.UNOPENED:
        return Finding(fault.span, _NEVER_OPENED, prose)
    if fault.fault is not Fault.RUNS_ON:
        return Finding(fault.span, _NOT_CLOSED, prose)
    return Finding(fault.span, _NEVER_CLOSED, prose, fixes=_closed(fault, paragraph))


def _singled(fault: MarkFault, paragraph: Paragraph) -> tuple[Fix, ...]:
    """Return the fix that puts a nested quotation into single marks."""
    if fault.end is None:
        return ()
    opening, closing = ("‘", "’") if fault.span.of(paragraph.text) in "“”" else ("'", "'")
    inner = paragraph.text[fault.span.end : fault.end.start]
    return (Fix("Use single quotation marks inside", fault.span.joined(fault.end), f"{opening}{inner}{closing}"),)


def _closed(fault: MarkFault, paragraph: Paragraph) -> tuple[Fix, ...]:
    """Return the fix that closes a quotation with its paragraph, unless that ends in who said it."""
    closing = {"“": "”", '"': '"', "''": "''", "‘": "’", "'": "'", "«": "»"}.get(fault.span.of(paragraph.text))
    if closing is None or _names_speaker(paragraph, fault.span.start):
        return ()
    end = len(paragraph.text.rstrip())
    return (Fix("Close the quotation at the end of the paragraph", Span(end, end), closing),)
