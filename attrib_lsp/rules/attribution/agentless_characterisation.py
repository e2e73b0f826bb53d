"""Flags “has been described as”, “was accused of” and their kin where nobody is said to do it.

## What it flags

Somebody or something that is described, hailed, branded, portrayed, seen, regarded or viewed as something, that is
criticised, praised, condemned or blamed, or accused of something, in the passive and with no "by"; whoever came under
fire or faced accusations from nobody; and what "much has been made of". Accused and blamed are warnings.

Left alone: where the sentence gives a source, or the one before or after it in the paragraph; court cases; names
("is called the Old Bridge"); what is only possible ("could be seen as"); and anything inside quotation marks.

## Why

Wikipedia's words to watch count "has been described as" among attributions to nobody. The AP Stylebook wants the source
of an allegation named; the BBC asks whose allegation it is.

## Options

- `accusation_severity` (warning): how grave it is where the phrase accuses ("was accused of").

## Flagged

```
# Dean to leave

The dean ⟦has been described as⟧ a bully.
```

```
# Builder wins contract

The contract went to Delmar Works on Monday. The company ⟦was accused of⟧ bribery in 2019.
```

```
# Minister stays

The minister ⟦is widely seen as⟧ a coward. Her deputy ⟦came under fire⟧ in May.
```

```
# Guards were few

While ⟦much has been made of⟧ the ministry's silence, its records, a former guard told the Ledger, were in order.
```

```
# Council digs

The council has ⟦attracted fierce criticism⟧ for its new rules.

Ines Falk, who chairs it, met builders on Monday. She said they had lunch.
```

## Fixes

Say by whom:

```
The dean has been described by <whom> as a bully.
```

## Clean

```
# Dean to leave

Two former lecturers, Ann Roe and Theo Lim, described the dean as a bully in letters to the board.
```

```
# Dean to leave

The dean has been described as a bully by two former lecturers.
```

```
# Dean to leave

The dean has been described as a bully. Ann Roe, who lectured there, said he threw a chair at her.
```

```
# Driver in court

The driver was accused of theft and will appear before magistrates on Friday, when the trial begins.
```

```
# Old bridge reopens

The crossing is called the Old Bridge. The mayor could be seen as a friend of it. The child was seen as she crossed.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.forms import inflections, listed_in
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.grounds import points_back
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.values import CueKind
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.text.span import Span

_BE = frozenset({"is", "are", "was", "were", "been", "'s", "’s", "being"})
_PERFECT = frozenset({"has", "have", "had", "'s", "’s", "'ve", "’ve"})
_UNSAID = frozenset(
    {"not", "n't", "n’t", "never", "once", "be", "could", "might", "may", "would", "can", "should", "will", "to"}
)
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_CONCEDING = frozenset({"while", "although", "though", "whilst"})
_AGENTS = frozenset({"by", "from", "among"})
_HIDING = (CueKind.IMPERSONAL, CueKind.ADVERB)


@dataclass(frozen=True, slots=True)
class Options:
    """``accusation_severity``: how grave it is where the phrase accuses."""

    accusation_severity: Severity | None = None


@rule("ATT511", Severity.INFO, supersedes=("UNS104", "UNS101"))
def agentless_characterisation(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield one finding for each passive by which nobody characterises somebody."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript:
        return
    for line in evidence.lines:
        paragraph, sentence = evidence.paragraph(line), evidence.sentence(line)
        found = [one for one in _unowned(sentence) if not _carried(evidence, line, one.span)]
        if not found or _owned_beside(evidence, line):
            continue
        for one in found:
            if one.accusing and _charged(evidence):
                continue
            message = f"“{one.span.of(paragraph.text)}” leaves out by whom. Say who, or drop it."
            severity = (options.accusation_severity or Severity.WARNING) if one.accusing else None
            exact = one.accusing and options.accusation_severity is not None
            fixes = (_fix(sentence, one.span),)
            yield placed(evidence, line, one.span, message, fixes=fixes, severity=severity, exact=exact)


def _fix(sentence: Sentence, span: Span) -> Fix:
    """Return the fix that says by whom: before the preposition that ends the phrase, or at its end."""
    inside = sentence.tokens_in(span)
    passive = any(token.text.lower() in _BE for token in inside)
    last = inside[-2] if inside[-1].pos in ("ADP", "SCONJ") and passive else inside[-1]
    return Fix("Say by whom", Span(last.span.end, last.span.end), " by <whom>" if passive else " from <whom>")


class _Unowned(NamedTuple):
    """Words by which nobody characterises somebody; ``accusing`` where they charge a fault."""

    span: Span
    accusing: bool


@gathered
def _unowned(sentence: Sentence) -> Iterator[_Unowned]:
    """Yield the words of a sentence by which nobody characterises somebody."""
    if asks(sentence.text):
        return
    told = sentence.holds(words("characterising", "exempt.tellings"))
    for verb in sentence.spelled(_spellings()):
        span = None if told else _passive(sentence, verb)
        if span is not None:
            yield _Unowned(span, _verbs()[verb.text.lower()] in words("characterising", "exempt.accusing"))
    for pattern in _phrases():
        for match in pattern.finditer(sentence.text):
            if not _AGENTS & set(sentence.text[match.end() :].lower().split()) and not _unsaid(sentence, match.start()):
                yield _Unowned(Span(*match.span()).shifted(sentence.span.start), accusing=False)


@cache
def _verbs() -> dict[str, str]:
    """Return the plain form of each verb by its inflected forms."""
    return {form: verb for verb in lexicon("characterising")["leading"] for form in inflections(verb)}


@cache
def _spellings() -> frozenset[str]:
    """Return those forms."""
    return frozenset(_verbs())


@cache
def _phrases() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the same with a noun."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in lexicon("characterising")["phrases"].values())


def _unsaid(sentence: Sentence, start: int) -> bool:
    """Say whether a word right before ``start`` (of the sentence) denies it or makes it only possible."""
    return not _UNSAID.isdisjoint(sentence.text[:start].lower().split()[-2:])


def _passive(sentence: Sentence, verb: Token) -> Span | None:
    """Return the words from a passive's auxiliary to its "as" or "of"; None where somebody does it."""
    following = sentence.tokens[verb.index + 1 :]
    leading = lexicon("characterising")["leading"].get(_verbs().get(verb.text.lower(), ""), ())
    if verb.tag not in ("VBN", "VBD") or not following or any(t.text.lower() in _AGENTS for t in following):
        return None
    end = verb
    if following[0].text.lower() in leading and len(following) > 1:
        end, said = following[0], following[1]
        if end.text.lower() == "as" and (
            said.pos not in ("DET", "ADJ", "NOUN", "ADV", "ADP") or said.text.lower() == "well"
        ):
            return None
    elif "" not in leading or not _judges(sentence, following[0]):
        return None
    if any(mark.text.lower() in _CONDITIONS for mark in sentence.children(verb, "mark")) or _on_paper(sentence, verb):
        return None
    first = _auxiliary(sentence, verb) or _reduced(sentence, verb)
    return None if first is None else first.span.joined(end.span)


def _reduced(sentence: Sentence, verb: Token) -> Token | None:
    """Return the first word of a participle that hangs from a noun ("the group widely blamed for"); None for others."""
    if verb.tag != "VBN" or verb.relation != "acl" or sentence.head(verb).index > verb.index:
        return None
    first = verb
    while first.index > 0 and sentence.tokens[first.index - 1].pos == "ADV":
        first = sentence.tokens[first.index - 1]
        if first.text.lower() in _UNSAID:
            return None
    return first


def _on_paper(sentence: Sentence, verb: Token) -> bool:
    """Say whether something to be read stands behind the verb: it may be what describes ("in the register")."""
    behind = sentence.tokens[verb.index + 1 :]
    return any(token.lemma.lower() in words("people", "documents") and token.pos == "NOUN" for token in behind)


def _judges(sentence: Sentence, said: Token) -> bool:
    """Say whether what somebody is called is a judgement and no name: "a liar", "racist", but not "the Old Bridge"."""
    if said.text.lower() in ("a", "an"):
        return sentence.head(said).text[:1].islower() and sentence.head(said).pos == "NOUN"
    return said.pos == "ADJ" and said.text[:1].islower()


def _auxiliary(sentence: Sentence, verb: Token) -> Token | None:
    """Return the first auxiliary of a passive that is told as a fact, adverbs before the verb passed over."""
    at = verb.index - 1
    while at >= 0 and sentence.tokens[at].pos == "ADV" and sentence.tokens[at].text.lower() not in _UNSAID:
        at -= 1
    if at < 0 or sentence.tokens[at].text.lower() not in _BE:
        return None
    first = sentence.tokens[at]
    at -= 1
    while at >= 0 and sentence.tokens[at].pos == "ADV" and sentence.tokens[at].text.lower() not in _UNSAID:
        at -= 1
    before = sentence.tokens[at] if at >= 0 else None
    if first.text.lower() == "been":
        if before is None or before.text.lower() not in _PERFECT:
            return None
        first = before
        before = sentence.tokens[at - 1] if at > 0 else None
    if before is not None and before.text.lower() in (_UNSAID | {"it", "that", "which", "what"}):
        return None
    return first


def _carried(evidence: Evidence, line: Line, span: Span) -> bool:
    """Say whether the words are somebody's: quoted, what a source is said to have said, or told beside a source."""
    paragraph = evidence.paragraph(line)
    if paragraph.quoted(span) or paragraph.attributed(span):
        return True
    return evidence.told(line, span) and not _conceded(evidence.sentence(line), span)


def _conceded(sentence: Sentence, span: Span) -> bool:
    """Say whether the words stand in a clause that only leads up to what somebody says: "While much has been made"."""
    return any(
        token.relation == "advcl" and any(mark.text.lower() in _CONCEDING for mark in sentence.children(token, "mark"))
        for inside in sentence.tokens_in(span)
        for token in (inside, *sentence.ancestors(inside))
    )


def _owned_beside(evidence: Evidence, line: Line) -> bool:
    """Say whether the sentence before or after tells who: somebody speaks there of the same, or a case is told of."""
    if evidence.sentence(line).holds(words("characterising", "exempt.cases")):
        return True
    for other in (*evidence.before(line, 1), *evidence.after(line, 1)):
        if evidence.sentence(other).holds(words("characterising", "exempt.cases")):
            return True
        goes_on = other.paragraph == line.paragraph or points_back(evidence.sentence(max(line, other)))
        if goes_on and _speaks(evidence, other):
            return True
    return False


def _charged(evidence: Evidence) -> bool:
    """Say whether the story tells of a charge: then the accuser is on record."""
    return any(listed_in(evidence.sentence(line), "characterising", "exempt.charges") for line in evidence.lines)


def _speaks(evidence: Evidence, line: Line) -> bool:
    """Say whether a line gives a source for anything, or quotes."""
    if line in evidence.spoken or evidence.paragraph(line).quoted(evidence.sentence(line).span):
        return True
    return any(
        one.source and one.kind not in _HIDING and one.kind in SPOKEN
        for one in evidence.attributions(line)
        if one.sentence == line.number
    )
