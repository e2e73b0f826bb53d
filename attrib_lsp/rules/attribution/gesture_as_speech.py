"""Flags a gesture or a noise used as a verb of saying: “Fine,” he shrugged.

## What it flags

A verb for a smile, a laugh, a shrug, a nod, a sigh and the like that carries words in quotation marks in the same
sentence, as "said" would.

Left alone: a gesture in a sentence of its own, one beside a verb of saying ("she laughed and said"), and ways of
speaking, such as whispered or cried.

## Why

Said is the neutral word, John McIntyre told the Baltimore Sun's desk: people do not smile sentences. The journalism
department of California State University, Northridge, tells its students not to attribute words by giggled or smiled.

## Flagged

```
# Mayor on the vote

“We will see,” he ⟦shrugged⟧.
```

```
# Singer retires

The singer, Lea Roth, will not be back. “I am too old for this,” Roth ⟦laughed⟧.
```

## Fixes

Put the gesture beside “said”:

```
“We will see,” he said, shrugging.
```

Write “said”:

```
“We will see,” he said.
```

## Clean

```
# Mayor on the vote

“We will see,” he said with a shrug.
```

```
# Mayor on the vote

He shrugged. “We will see.”
```

```
# Singer retires

“I am too old for this,” Roth said, laughing. She smiled and said: “Ask my sister.”
```

```
# Hospital visit

“It hurts,” he whispered. The nurse nodded and left the room. The crowd laughed at the “clown” on the stage.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.forms import inflections
from attrib_lsp.attribution.values import Attribution, ContentType, Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

_SAID = {"VBD": "said", "VBZ": "says", "VBP": "say"}
#: Marks at the end of quoted words from which the sentence goes on.
_JOINTS = (",", "?", "!", "—")


@rule("ATT502", Severity.HINT)
def gesture_as_speech(paragraph: Paragraph) -> Iterator[Finding]:
    """Yield one finding for each gesture that carries quoted words."""
    for one in paragraph.attributions:
        sentence = paragraph.sentences[one.sentence]
        token = _gesture(sentence, one)
        if token is None or paragraph.quoted(token.span) or not _beside(paragraph, sentence, token):
            continue
        gerund = str(lexicon("gestures")["gerunds"][_forms()[token.text.lower()]])
        said = f"{_SAID[token.tag]}, {gerund}"
        message = f"Nobody can speak by “{gerund}”. Write “said”, and give the gesture beside it if it matters."
        yield Finding(token.span, message, fixes=_fixes(token, said))


def _fixes(token: Token, gesture: str) -> tuple[Fix, ...]:
    """Return the fixes that write "said", with the gesture beside it and without."""
    plain = _SAID[token.tag]
    return (Fix("Put the gesture beside “said”", token.span, gesture), Fix(f"Write “{plain}”", token.span, plain))


@cache
def _forms() -> dict[str, str]:
    """Return the plain form of each gesture by its inflected forms."""
    return {form: verb for verb in lexicon("gestures")["gerunds"] for form in inflections(verb)}


def _gesture(sentence: Sentence, one: Attribution) -> Token | None:
    """Return the gesture that is an attribution's whole verb, if its content is quoted."""
    if one.type is not ContentType.DIRECT or not one.source:
        return None
    tokens = [token for cue in one.cue for token in sentence.tokens_in(cue)]
    if len(tokens) != 1 or tokens[0].text.lower() not in _forms() or tokens[0].tag not in _SAID:
        return None
    return tokens[0]


def _beside(paragraph: Paragraph, sentence: Sentence, token: Token) -> bool:
    """Say whether quoted words in the verb's own sentence run up to its clause, or it ends by leading in to them."""
    near = [quotation for quotation in paragraph.quotations if quotation.span.overlaps(sentence.span)]
    return any(_runs_on(paragraph, one.span, one.inner, token.span) for one in near)


def _runs_on(paragraph: Paragraph, quotation: Span, inner: Span, verb: Span) -> bool:
    """Say whether a quotation and a verb make one sentence, by the marks between them."""
    if quotation.end <= verb.start:
        between = paragraph.text[quotation.end : verb.start].lstrip()
        return inner.of(paragraph.text).rstrip().endswith(_JOINTS) or between.startswith(",")
    return paragraph.text[verb.end : quotation.start].strip() in (",", ":")
