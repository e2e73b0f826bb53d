"""Flags refuted, rebutted and the like where somebody only denied.

## What it flags

"Refuted", "rebutted", "disproved" or "debunked", in the story's own voice, of an allegation, a claim, a report or the
like, where whoever does it is no tester of claims and nothing shows how it was disproved.

It stays silent inside quotation marks and in what a source is reported to have said; where proof is told of in the
sentence or in the next one ("by producing the ledger"); of courts, scientists, auditors, fact-checkers, studies and
records; and of what somebody could not, tried to or failed to refute.

## Why

The Guardian's style guide: to refute is to disprove; otherwise write deny, reject or dispute. The BBC makes the same
distinction: whoever broadcasts "refuted" endorses the denial. The AP Stylebook says that the word connotes success in
an argument.

## Flagged

```
# Airline answers pilots

The airline ⟦refuted⟧ the allegation. It flies on Friday as planned.
```

```
# Mayor and the harbour fund

Ida Voss, the mayor, has ⟦rebutted⟧ claims that she spent the harbour fund on a boat, and the council ⟦refutes⟧ the
report.
```

## Fixes

Write “denied”:

```
The airline denied the allegation. It flies on Friday as planned.
```

## Clean

```
# Airline answers pilots

The airline denied the allegation. It flies on Friday as planned.
```

```
# Ledger clears treasurer

The treasurer, Bo Lund, refuted the claim by producing the ledger. The firm refuted the allegation. Its records show
that the money was paid back in May.
```

```
# Study on vaccines

Scientists refuted the claim. A new study refuted the suggestion, and the court rebutted the allegation.
```

```
# Minister under pressure

The minister could not refute the allegation. He tried to rebut the claim on Monday.
```

```
# Club answers

"The club has refuted the allegation," its chairman, Ed Roe, said. He said that the club had refuted the claim before.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.values import CueKind, Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule

_REJECTED = {"VBD": "rejected", "VBN": "rejected", "VBZ": "rejects", "VBP": "reject", "VBG": "rejecting"}
_DENIED = {"VBD": "denied", "VBN": "denied", "VBZ": "denies", "VBP": "deny", "VBG": "denying"}


@rule("ALL607", Severity.WARNING, supersedes=("ATT501",))
def refute_for_deny(paragraph: Paragraph) -> Iterator[Finding]:
    """Yield a finding at each verb of disproving that only denies."""
    for number, sentence in enumerate(paragraph.sentences):
        for verb in sentence.spelled(words("answering", "disproving")):
            if not _only_denies(sentence, verb) or _elsewhere(paragraph, verb) or _proved(paragraph, number, verb):
                continue
            word = verb.span.of(paragraph.text)
            neutral = _DENIED[verb.tag]
            yield Finding(
                verb.span,
                f"“{word}” says that it was proved wrong. Write “{neutral}”, or give the proof.",
                fixes=tuple(Fix(f"Write “{one}”", verb.span, one) for one in (neutral, _REJECTED[verb.tag])),
            )


def _only_denies(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb tells, as a fact, that an interested party disproves a claim."""
    if verb.pos != "VERB" or verb.tag not in _DENIED:
        return False
    if any(
        child.tag == "MD" or child.text.lower() in ("to", "not", "n't", "n’t", "never", "without", "if", "whether")
        for child in sentence.children(verb)
    ):
        return False
    passive = sentence.child(verb, "aux:pass", "nsubj:pass") is not None
    subject = subject_of(sentence, verb)
    claim = sentence.child(verb, "obj")
    if passive or subject is None or claim is None or claim.lemma.lower() not in words("answering", "denied"):
        return False
    below = sentence.subtree(subject)
    return not any(token.lemma.lower() in words("answering", "testers") for token in below)


def _elsewhere(paragraph: Paragraph, verb: Token) -> bool:
    """Say whether the word is not the story's own: quoted, or in what a source is reported to have said."""
    return paragraph.quoted(verb.span) or any(
        part.covers(verb.span) and not any(cue.overlaps(verb.span) for cue in one.cue)
        for one in paragraph.attributions
        if one.source
        for part in one.content
    )


def _proved(paragraph: Paragraph, number: int, verb: Token) -> bool:
    """Say whether the rest of the sentence, or the next sentence, tells what disproves the claim."""
    sentence = paragraph.sentences[number]
    behind = sentence.tokens[verb.index + 1 :]
    if any(token.lemma.lower() in words("answering", "proof_leads") for token in behind):
        return True
    return any(one.kind is CueKind.EVIDENCE and one.sentence == number + 1 for one in paragraph.attributions)
