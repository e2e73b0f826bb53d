"""Flags nameless authorities in bulk: experts say, critics argue, many believe.

## What it flags

A plural that stands for a whole class ("experts", "critics", "analysts", "some in the industry") as the one who says
or thinks something. It stays silent where a member of the class speaks by name in the next two sentences, where the
phrase gives an institution, a number, a poll or names, and inside quotation marks. One such phrase a sentence is
reported.

## Why

Wikipedia's words to watch allow "some people say" only where the text then says who. Bloomberg's newsroom rule is
that an expert view announced is followed by an expert quoted. The SPJ code wants readers told enough about a source
to judge it.

## Options

- `lookahead_sentences` (2): within how many sentences after it a member of the class may speak by name.

## Flagged

```
# Levy splits the valley

⟦Critics say⟧ the levy will punish the poorest farmers.
```

```
# Rates to stay high

The central bank meets next week. ⟦Most economists expect⟧ another rise. The bank cut its forecast in May.
```

```
# Port plan grows

The harbour wall would be 400 metres long. ⟦Some in the industry fear⟧ that it will silt up.
```

```
# Housing plan

⟦Many believe⟧ the scheme was doomed from the start.

The minister for housing, Olga Brandt, defended it on Monday, saying it had housed 300 families.
```

```
# How birds came to fly

⟦Some scientists believe⟧ that the first fliers lived in trees, while some say they ran along the ground.
```

## Fixes

Name one of them:

```
Critics such as <name> say the levy will punish the poorest farmers.
```

## Clean

```
# Levy splits the valley

The levy will punish the poorest farmers, said Ana Duarte, who leads the smallholders' union.
```

```
# Levy splits the valley

Critics say the levy will punish the poorest farmers. "It is a tax on mud," said Ana Duarte, who leads the
smallholders' union.
```

```
# Voters back bridge

Most voters want the bridge rebuilt, a poll by the Riverside Institute found.
```

```
# Why the mayor is liked

Eight in ten voters like her, according to the Herald poll. Most believe that life has got better.
```

```
# Shares jump

Some analysts predicted that the jump would not last. "It is a one-day event," said Ken Mayhew at Clearwater Economics.

Experts said that such bets were hard to judge. "It is a game," said Fay Patel of the Brenner Building.
```

```
# Bond market calm

Analysts at Fitch said the bond was safe. Three of the five economists we asked agreed.
```

```
# Flood empties street

Some residents moved out on Friday. Many left their pets with neighbours.
```

```
# Dean on the budget

"Experts say a lot of things," the dean, Luis Ferrer, said. "Critics believe what they like."
```

```
# Clinic to close

Opponents, including the Midwives' Union and the mayor, say the clinic is needed.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.forms import entry_of, listed, openings
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.grounds import names_somebody, polled
from attrib_lsp.attribution.values import CueKind
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._members import naming
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

#: Words between the class and its verb at most: "critics of the government's plan say".
ATTACHED = 6
_DEFINITE = frozenset({"the", "these", "those", "both", "our", "their", "its", "his", "her", "other"})
_ATTACHING = frozenset({"in", "of", "on", "within", "inside", "around", "across"})
_PRESENT = ("VBP", "VB", "VBZ")
_PAST = ("VBD", "VBN")


@dataclass(frozen=True, slots=True)
class _Chorus:
    """A class of people that speaks: words ``[first, end)`` up to its verb, and the lemma of the class."""

    first: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Options:
    """``lookahead_sentences``: after how many sentences a member of the class may speak by name."""

    lookahead_sentences: int = 2


@rule("UNS106", Severity.WARNING, supersedes=("UNS101",))
def vague_authority(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each class of people that speaks without a face."""
    evidence = evidence_of(graph)
    if evidence.transcript or evidence.personal:
        return
    for line in evidence.lines:
        sentence, paragraph = evidence.sentence(line), evidence.paragraph(line)
        for chorus in _choruses(sentence):
            span = sentence.tokens[chorus.first].span.joined(sentence.tokens[chorus.end - 1].span)
            if paragraph.quoted(span) or _carried(evidence, line, span):
                continue
            if polled(sentence) or _poll_before(evidence, line, chorus.lemma):
                continue
            if _named_near(evidence, line, chorus.lemma, options.lookahead_sentences):
                continue
            message = f"“{span.of(paragraph.text)}”: who? Name one, quote one, or say how many you asked."
            inside = sentence.tokens[chorus.first : chorus.end]
            yield placed(evidence, line, span, message, fixes=naming(sentence, inside, chorus.lemma))
            break  # "some say this, while others say that" is one remark


@gathered
def _choruses(sentence: Sentence) -> Iterator[_Chorus]:
    """Yield the classes of people that speak in ``sentence``, before their verb or behind it."""
    for head in sentence.spelled(openings("evidential", "anybody", "authorities", "people")):
        lemma = _class(sentence, head)
        if lemma is None:
            continue
        first = _beginning(sentence, head)
        if first is None or names_somebody(sentence, sentence.tokens[first : head.index]):
            continue
        if first > 0 and sentence.tokens[first - 1].text.lower() in ("and", "or"):
            continue
        end = _through_verb(sentence, head, lemma)
        if end is not None:
            yield _Chorus(first, end, lemma)
        elif _said_before(sentence, first, head):
            yield _Chorus(first - 1, head.index + 1, lemma)


def _class(sentence: Sentence, head: Token) -> str | None:
    """Return the lemma of the class that a word stands for; None where it stands for none."""
    lower = head.text.lower()
    if lower in words("evidential", "anybody"):
        following = sentence.tokens[head.index + 1 : head.index + 3]
        opines = bool(following) and listed(sentence, following[0], "evidential", "opining")
        if not following or (following[0].pos in ("NOUN", "PROPN", "ADJ", "NUM") and not opines):
            return None
        back = following[0].text.lower() == "of" and following[-1].pos in ("PRON", "DET")
        return None if back else lower
    plural = lower.endswith("s") or lower == "people"
    authority = entry_of(sentence, head, "evidential", "authorities")
    if plural and authority is not None and head.pos in ("NOUN", "PROPN"):
        return authority
    counted = any(
        token.text.lower() in words("evidential", "quantifiers")
        for token in sentence.tokens[max(head.index - 2, 0) : head.index]
    )
    return entry_of(sentence, head, "evidential", "people") if plural and counted else None


def _beginning(sentence: Sentence, head: Token) -> int | None:
    """Return the first word of the class's phrase; None where it is counted, definite or hangs from a preposition."""
    first = head.index
    while first > 0 and sentence.tokens[first - 1].pos in ("ADJ", "NOUN", "DET", "ADV", "NUM", "PRON", "PROPN"):
        before = sentence.tokens[first - 1]
        if before.text.lower() in _DEFINITE or before.pos in ("NUM", "PRON") or before.tag == "POS":
            if before.text.lower() in words("evidential", "quantifiers"):
                return first - 1
            return None
        if before.pos == "ADV" and before.text.lower() not in ("very", "most"):
            break
        first -= 1
    hangs = first > 0 and _introduces(sentence.tokens[first - 1])
    return None if hangs else first


def _introduces(token: Token) -> bool:
    """Say whether a word before a phrase makes it part of another: a preposition, a possessive, a number."""
    return token.pos == "ADP" or token.tag in ("POS", "PRP$", "CD")


def _through_verb(sentence: Sentence, head: Token, lemma: str) -> int | None:
    """Return the end of the verb by which the class speaks; None where it does not, or is placed or named."""
    index = head.index + 1
    if index < len(sentence.tokens) and sentence.tokens[index].text.lower() in _ATTACHING:
        limit = index + ATTACHED
        while index < min(limit, len(sentence.tokens)) and not _holds(sentence, index, lemma):
            token = sentence.tokens[index]
            if token.pos in ("PUNCT", "VERB", "AUX", "SCONJ") or token.pos == "PROPN":
                return None
            index += 1
    while index < len(sentence.tokens) and (
        sentence.tokens[index].pos == "ADV" or sentence.tokens[index].text.lower() in ("have", "had")
    ):
        index += 1
    return index + 1 if _holds(sentence, index, lemma) else None


def _holds(sentence: Sentence, index: int, lemma: str) -> bool:
    """Say whether the word at ``index`` is a verb by which such a class speaks; neighbours only when they still do."""
    if index >= len(sentence.tokens):
        return False
    token = sentence.tokens[index]
    if not listed(sentence, token, "evidential", "holding"):
        return False
    if token.tag not in _PRESENT + _PAST:
        following = sentence.tokens[index + 1 : index + 2]
        return bool(following) and (following[0].pos in ("DET", "PRON") or following[0].text.lower() in ("that", "of"))
    anybody = lemma in words("evidential", "anybody") | words("evidential", "people")
    if anybody and not listed(sentence, token, "evidential", "opining"):
        return False
    past_said = token.tag in _PAST and listed(sentence, token, "evidential", "telling")
    return not (past_said and lemma in words("evidential", "anybody") | words("evidential", "neighbours"))


def _said_before(sentence: Sentence, first: int, head: Token) -> bool:
    """Say whether the class stands behind its verb at a clause's end: ", say critics."."""
    if first < 2:
        return False
    verb, following = sentence.tokens[first - 1], sentence.tokens[head.index + 1 : head.index + 2]
    ends = not following or following[0].pos == "PUNCT"
    opens = sentence.tokens[first - 2].pos == "PUNCT"
    return ends and opens and listed(sentence, verb, "evidential", "telling") and verb.tag in _PRESENT + _PAST


def _carried(evidence: Evidence, line: Line, span: Span) -> bool:
    """Say whether the phrase is itself what a source says."""
    return any(
        one.source and one.kind in SPOKEN and any(part.covers(span) for part in one.content)
        for one in evidence.attributions(line)
    )


def _poll_before(evidence: Evidence, line: Line, lemma: str) -> bool:
    """Say whether "most" or "many" are those of a poll that the paragraph has just given."""
    return lemma in words("evidential", "anybody") and any(
        other.paragraph == line.paragraph and polled(evidence.sentence(other)) for other in evidence.before(line, 1)
    )


def _named_near(evidence: Evidence, line: Line, lemma: str, ahead: int) -> bool:
    """Say whether a member of the class speaks by name in the sentence or in the next ones."""
    for other in (line, *evidence.after(line, ahead)):
        first = evidence.sentence(other).tokens[0].text.lower()
        for statement in evidence.named(other):
            if statement.attribution.kind is CueKind.DENIAL or first in words("evidential", "contrast"):
                continue
            if statement.source is not None and _member(evidence, statement.source, lemma):
                return True
    return False


def _member(evidence: Evidence, source: int, lemma: str) -> bool:
    """Say whether a named source can be one of the class: one who knows among experts, no official among critics."""
    known = evidence.graph.sources[source]
    described = {word.lower().strip(",.") for word in known.description.split()}
    if lemma in words("evidential", "learned"):
        if described & words("evidential", "officials"):
            return False
        somewhere = any(word[:1].isupper() for word in known.description.split())  # "of Clearwater Economics"
        return bool(described & words("evidential", "knowing")) or somewhere or not described
    return not described & words("evidential", "officials")
