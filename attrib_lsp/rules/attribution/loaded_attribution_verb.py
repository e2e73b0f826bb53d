"""Flags verbs of saying that judge: claimed, insisted, admitted, revealed, boasted, slammed, refused to condemn.

## What it flags

A verb that tells the reader what to think of the words or of whoever says them, where "said" would do: doubt (claimed,
insisted), guilt (admitted, conceded), temper (boasted, fumed, slammed); as hints, verbs that vouch (revealed, pointed
out) and that blame somebody for what was not said (refused to condemn, failed to mention). Once for each verb and
speaker.

It stays silent where the verb is the plain word: claimed responsibility, victory, lives or asylum; admitted to
hospital; admitted three charges; conceded that his side needed to improve; insisted that the budget include a bridge;
maintained the road; a doubt that the sentence gives a reason for ("claimed without evidence"). Added, argued, warned,
announced, explained, denied and the like judge nothing. Nothing is flagged inside quotation marks, or in what somebody
else is reported to have said.

## Why

Wikipedia's words to watch: said is neutral; claimed doubts, revealed vouches, admitted suggests guilt. John McIntyre
told the Baltimore Sun's desk the same. The AP Stylebook warns of admit. The Centre for Journalism at Kent adds insisted
and its kin.

## Options

- `allowed` (none): verbs that the house lets pass, in their plain form ("insist", "point out").
- `groups` (`truth`, `persistence`, `omission`: hint; the others: info): how grave each group of verbs is: `doubt`
  (claim, insist), `persistence` (maintain, contend), `truth` (reveal, point out), `guilt` (admit, concede), `temper`
  (boast, fume), `blow` (slam, blast), `omission` (refused to, failed to), `house` (what a desk adds to the
  list `loaded-verbs`).

## Flagged

```
# Firm under scrutiny

The firm ⟦claimed⟧ it had paid its tax. It claimed it had the receipts.
```

```
# Council leader on the budget

The council's leader, Jo Marsh, ⟦insisted⟧ that no library would close. She ⟦admitted⟧ the sums had been tight.

“We looked at every line,” Marsh ⟦boasted⟧.
```

```
# Norland keeps out of the war

Norland has ⟦claimed⟧ neutrality and has ⟦refused to condemn⟧ the attack on the port.
```

```
# Party split over tax

The former treasurer, Bo Lund, ⟦slammed⟧ the plan as a gift to the rich. He ⟦pointed out⟧ that it would cost two
billion a year.

Lund ⟦failed to mention⟧ his own plan of 2019.
```

## Fixes

Write “said”:

```
The firm said it had paid its tax. It claimed it had the receipts.
```

## Clean

```
# Secretary sorry for tickets

The home secretary admitted he was wrong to give away the tickets. The coach conceded his side did not deserve a draw
after a poor hour.
```

```
# Firm under scrutiny

The firm said it had paid its tax. It added that it had the receipts, and argued that the office had lost them.
```

```
# Blast in the capital

A group calling itself the Dawn Front claimed responsibility. The blast claimed 12 lives. The party of Lena Holt claimed
victory on Sunday. Three families have claimed asylum.
```

```
# Patient doing well

She was admitted to hospital on Friday. The county maintains the road to it, and noted violinists play there.
```

```
# Driver in court

Dan Reeve, 41, admitted three charges of theft at the magistrates' court. He admitted taking the van, the court heard.
His lawyer maintained that the trial was unfair.
```

```
# Senator on vaccines

The senator, Rob Tull, falsely claimed that the jab alters genes. He claimed without evidence that doctors had hidden
it.
```

```
# Flood warning

Ida Voss, the mayor, warned that the dam could fail by Friday. "He claimed we were safe," she said of the governor. She
said he had insisted on it.
```

```
# Rovers lose again

The captain, Per Lund, conceded that his side needed to tackle better.
```

```
# Budget held up

The president insists that the budget include money for the bridge. The treasurer insisted that the books be opened.
```

```
# Envoy on the talks

The envoy refused an offer of two towns, and the other side refused him entry. Both sides insisted on a ceasefire.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.lexicons import lexicon
from attrib_lsp.rules.attribution._loaded import LoadedVerb, cued, loaded_verbs
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span

_SAID = {"VBD": "said", "VBN": "said", "VBZ": "says", "VBP": "say", "VBG": "saying"}
_CRITICISED = {"VBD": "criticised", "VBN": "criticised", "VBZ": "criticises", "VBP": "criticise", "VBG": "criticising"}
_DECLINED = {"VBD": "declined", "VBN": "declined", "VBZ": "declines", "VBP": "decline", "VBG": "declining"}
_MESSAGES = {
    "doubt": "casts doubt on the words. Write “said”, or give the reason to doubt them.",
    "persistence": "hints that others see it otherwise. “Said” leaves that open.",
    "truth": "vouches for the words. Write “said”, unless you have checked them.",
    "guilt": "suggests a fault. Write “said”, unless the words own up to one.",
    "temper": "gives the speaker a temper. Write “said” and let the words show it.",
    "blow": "turns criticism into a blow. Write “criticised”, or quote the words.",
    "house": "is on your desk’s list of loaded verbs. Write “said”, or quote the words.",
    "omission": "blames somebody for what was not said. Write “did not” or “declined to”.",
}


@dataclass(frozen=True, slots=True)
class Groups:
    """How grave each group of verbs is, where that is not as the word list has it."""

    doubt: Severity | None = None
    persistence: Severity | None = None
    truth: Severity | None = None
    guilt: Severity | None = None
    temper: Severity | None = None
    blow: Severity | None = None
    omission: Severity | None = None
    house: Severity | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """``allowed``: verbs that the house lets pass; ``groups``: how grave each group of them is."""

    allowed: tuple[str, ...] = ()
    groups: Groups = Groups()


@rule("ATT501", Severity.INFO)
def loaded_attribution_verb(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield one finding for each judging verb and speaker, where they first meet."""
    blocks = read_blocks(graph.story)
    met: set[tuple[str, int | str]] = set()
    sources = {id(statement.attribution): statement.source for statement in graph.statements}
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for sentence in paragraph.sentences:
            for found in loaded_verbs(paragraph, sentence):
                who = _whose(paragraph, found, sources)
                if (found.entry, who) in met or found.entry in options.allowed:
                    continue
                met.add((found.entry, who))
                yield _finding(paragraph, found, blocks[number].prose, getattr(options.groups, found.slant))


def _finding(paragraph: Paragraph, found: LoadedVerb, prose: Prose, wanted: Severity | None) -> Finding:
    """Return the finding at a verb, as grave as the house ``wanted`` its group, else as the word list has it."""
    message = f"“{found.span.of(paragraph.text)}” {_MESSAGES[found.slant]}"
    severity = wanted or Severity[lexicon("verbs")[found.slant]["severity"].upper()]
    return Finding(
        found.span, message, prose, fixes=_fixes(paragraph.text, found), severity=severity, exact=wanted is not None
    )


def _whose(paragraph: Paragraph, found: LoadedVerb, sources: dict[int, int | None]) -> int | str:
    """Return what tells a verb's speaker from others: the source's number, or else the subject's word."""
    attribution = cued(paragraph, found.token)
    source = sources.get(id(attribution)) if attribution is not None else None
    return source if source is not None else found.subject.text.lower()


def _fixes(text: str, found: LoadedVerb) -> tuple[Fix, ...]:
    """Return the fix that puts a neutral verb in the same form, where one fits."""
    following = found.token.span.end
    if found.entry == "fail" and found.token.tag in ("VBD", "VBZ") and text[following:].startswith(" to "):
        plain = "did not" if found.token.tag == "VBD" else "does not"
        return (Fix(f"Write “{plain}”", Span(found.token.span.start, following + len(" to")), plain),)
    forms = {"blow": _CRITICISED, "omission": _DECLINED}.get(found.slant, _SAID)
    neutral = forms.get(found.token.tag)
    if not found.plain or neutral is None:
        return ()
    return (Fix(f"Write “{neutral}”", found.verb, neutral),)
