"""Flags "alleged" where it says nothing or says it of the wrong thing: accused of allegedly, alleged victim.

## What it flags

"Allegedly" in what somebody is accused of, charged with, suspected of or said to allege: the verb says it already. And
"alleged victim", which casts doubt on the person and not on the deed, at its first place in the story.

It stays silent inside quotation marks, and on "allegedly" anywhere else.

## Why

The AP Stylebook: no redundancy; not "alleged victim", but the person, or "the accuser", with the deed told as alleged;
and no "alleged" as a routine qualifier. Wikipedia's manual of style keeps the word for wrongdoing that is undetermined.

## Flagged

```
# Man held over fire

He is ⟦accused of allegedly⟧ setting the fire. The fire marshal, Ann Sorel, said that it began in the barn.
```

```
# Coach in court

The coach was ⟦charged with allegedly⟧ hitting two boys. The ⟦alleged victim⟧ was in court on Monday. The alleged
victims live in Leith.
```

## Fixes

Cut “allegedly”:

```
He is accused of setting the fire. The fire marshal, Ann Sorel, said that it began in the barn.
```

Describe the person:

```
The coach was charged with allegedly hitting two boys. The <complainant> was in court on Monday. The alleged victims
live in Leith.
```

## Clean

```
# Man held over fire

He is accused by the fire marshal of setting the fire.
```

```
# Coach in court

The coach allegedly hit two boys in May, prosecutors said. The alleged assault was filmed.
```

```
# Minister at dinner

The minister allegedly attended the meeting, and his rivals accused him of lying about it.
```

```
# Lawyer speaks

"The alleged victim was not there," his lawyer, Jo Marsh, said.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: Words at most from an accusing verb to the "allegedly" that is shown with it; beyond them it is shown alone.
TOGETHER = 2


@rule("ALL604", Severity.INFO, supersedes=("UNS107",))
def alleged_misuse(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each "allegedly" that repeats its verb, and at the first "alleged victim"."""
    blocks = read_blocks(graph.story)
    doubted = False
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        prose = blocks[number].prose
        for sentence in paragraph.sentences:
            for adverb in sentence.spelled(words("answering", "allegedly")):
                verb = _repeated(sentence, adverb)
                if verb is None or paragraph.quoted(adverb.span):
                    continue
                close = adverb.index - verb.index <= TOGETHER
                span = verb.span.joined(adverb.span) if close else adverb.span
                word = adverb.span.of(paragraph.text)
                yield Finding(
                    span,
                    f"“{verb.text}” already says that it is alleged. Delete “{word}”.",
                    prose,
                    fixes=(Fix(f"Cut “{word}”", _with_space(paragraph.text, adverb.span), ""),),
                )
            for victim in _victims(sentence):
                if doubted or paragraph.quoted(victim):
                    continue
                doubted = True
                yield Finding(
                    victim,
                    f"“{victim.of(paragraph.text)}” casts doubt on the person. Name or describe the person, and "
                    "say of the deed that it is alleged, and by whom.",
                    prose,
                    fixes=(Fix("Describe the person", victim, _described(victim.of(paragraph.text))),),
                )


def _repeated(sentence: Sentence, adverb: Token) -> Token | None:
    """Return the accusing verb in whose complement an adverb stands, behind it."""
    below = adverb
    for above in sentence.ancestors(adverb):
        if below.relation in ("acl:relcl", "advmod:relcl", "parataxis", "conj"):
            return None
        accusing = above.pos == "VERB" and above.lemma.lower() in words("answering", "alleging")
        if accusing and above.index < adverb.index and below is not adverb:
            return above if _complement(sentence, above, below) else None
        below = above
    return None


def _complement(sentence: Sentence, verb: Token, below: Token) -> bool:
    """Say whether what hangs from an accusing verb is what it accuses of."""
    led = {child.text.lower() for child in sentence.children(below, "case", "mark")}
    if verb.lemma.lower() == "allege":
        return below.relation == "ccomp"
    return below.relation in ("advcl", "obl", "xcomp", "ccomp", "acl", "nmod") and bool(led & {"of", "with"})


def _victims(sentence: Sentence) -> Iterator[Span]:
    """Yield the places where somebody is called an alleged victim."""
    for noun in sentence.spelled(words("answering", "victims")):
        before = sentence.tokens[noun.index - 1] if noun.index else noun
        if before.text.lower() == "alleged":
            yield before.span.joined(noun.span)


def _described(victim: str) -> str:
    """Return a blank for whom an "alleged victim" is, with what such a person can be called for a default."""
    return "<complainants>" if victim.endswith("s") else "<complainant>"


def _with_space(text: str, span: Span) -> Span:
    """Return ``span`` with the blank behind it."""
    return Span(span.start, span.end + 1) if text[span.end : span.end + 1] == " " else span
