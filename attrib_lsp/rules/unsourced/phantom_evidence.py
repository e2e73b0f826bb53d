"""Flags signs, fears, questions and the like that nobody is said to see, have or ask.

## What it flags

"Amid growing signs that", "despite fresh concerns over", "there are fears that", "questions are being raised about",
"the delay, prompting fears that": evidence or worry is called up, and the reader is told neither whose nor what it is.
It stays silent where the holder is named ("concern among Irish regulators", "the bank's fears"), where the next
sentence sets out the evidence, inside quotation marks, and within what a source says. A holder in general ("among
investors") makes it a hint. Signs, open questions, and doubts or fears that an event raises ("raising questions
about") are an info: often the writer reads them from what the story goes on to tell.

## Why

Wikipedia's words to watch ask for support that can be attributed. Clause 1 of the British Editors' Code keeps
conjecture apart from fact, and conjured signs blur the two. Reuters wants authority behind the reading of events, too.

## Flagged

```
# Board meets

The board met ⟦amid mounting signs that⟧ the merger is close to collapse.
```

```
# Dam passes inspection

The dam will be filled next spring ⟦despite fresh concerns over⟧ its foundations.
```

```
# Warden leaves

⟦Questions are being raised⟧ about the warden's pension.
```

```
# Harbour closed

The ferry is laid up for a third week, and ⟦there are fears that⟧ the island's shop will run out of fuel.
```

```
# Vote in the valley

The valley voted on Sunday ⟦amid mounting reports of⟧ stuffed boxes.
```

```
# Bank buys vineyard

The bank bought a large stake in the vineyard, ⟦sparking rumours⟧ of a takeover.
```

```
# Party after the vote

⟦There’s a widespread recognition that⟧ the party has to be rebuilt.
```

## Fixes

Say who calls it so:

```
The board met amid what <source> called mounting signs that the merger is close to collapse.
```

Say by whom:

```
Questions are being raised by <whom> about the warden's pension.
```

Say among whom:

```
The ferry is laid up for a third week, and there are fears among <whom> that the island's shop will run out of fuel.
```

Say from whom:

```
The valley voted on Sunday amid mounting reports from <whom> of stuffed boxes.
```

## Clean

```
# Ireland rest their best

The squad is fit. But there remains the question of keeping calm when the whistle blows.
```

```
# Readers on music

There are far more important demands on the county's purse. Halls fill all the same.
```

```
# Party lines up

There is some evidence that most delegates have fallen in line. In a Herald poll released on Sunday, 8 per cent said
they would stay at home.
```

```
# Board meets

The board met two days after its adviser, Lowell Bank, told shareholders the merger was close to collapse.
```

```
# Rules tightened

The fund moved its office amid growing concern among Irish regulators over loans to directors.
```

```
# Patient stable

Nurses check his vital signs every hour. Road signs for the clinic were put up in May.
```

```
# Trial opens

The court heard evidence that the lock had been forced.
```

```
# Bank waits

There are growing signs that the housing market is cooling. The housing market has cooled in nine of ten regions,
the land registry said on Monday.
```

```
# Fewer at the gala

There is concern for the gala's takings. "We have no star this year. I think it does concern us a bit," said its
director, Ida Voss.
```

```
# Mayor speaks

"There are fears that we will lose the school," the mayor, Jo Brand, said.
```

```
# Deal near

There is no evidence that the lock was forced.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.grounds import names_somebody, polled
from attrib_lsp.attribution.keys import key, keys_among, keys_of
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._placing import placed
from attrib_lsp.rules.unsourced._words import text_at
from attrib_lsp.text.span import Span

#: Share of the evidence's own words that the next sentence holds when it sets the evidence out.
ITEMISED = 0.5
#: Words between the preposition and the evidence at most: "amid widespread and growing fears".
MODIFIERS = 4
#: How nouns for people end.
_HUMAN = re.compile(r"(?:er|or|ist|ian|izen|man|men|people)$")
_NONE = frozenset(
    {"no", "few", "little", "any", "enough", "neither", "what", "his", "her", "its", "their", "our", "my"}
)
#: What somebody says and does not feel.
_TOLD = frozenset({"report", "claim", "call", "suggestion", "allegation"})
_BE = frozenset({"is", "are", "was", "were", "been", "be", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class _Phantom:
    """Evidence called up: its noun, and the words ``[first, end)`` that do it; ``modifiers`` stand before the noun."""

    noun: Token
    first: int
    end: int
    modifiers: tuple[Token, ...]


@rule("UNS105", Severity.WARNING, supersedes=("UNS101",))
def phantom_evidence(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding for each sign or fear that nobody sees or has."""
    evidence = evidence_of(graph)
    if evidence.transcript:
        return
    for line in evidence.lines:
        sentence, paragraph = evidence.sentence(line), evidence.paragraph(line)
        for phantom in _phantoms(sentence):
            span = sentence.tokens[phantom.first].span.joined(sentence.tokens[phantom.end - 1].span)
            if paragraph.quoted(span) or _held(sentence, phantom) or _said(paragraph, sentence, phantom, span):
                continue
            if _itemised(evidence, line, phantom):
                continue
            noun = phantom.noun.text.lower()
            message = f"“{span.of(paragraph.text)}”: whose {noun}? Say who or what shows it, or cut it."
            mild = Severity.INFO if _read(sentence, phantom) else None
            severity = Severity.HINT if _group(sentence, phantom) else mild
            yield placed(evidence, line, span, message, fixes=_fixes(sentence, phantom), severity=severity)


def _fixes(sentence: Sentence, phantom: _Phantom) -> tuple[Fix, ...]:
    """Return the fix that names whose evidence it is: before it where a preposition leads it in, else behind it."""
    opening, noun = sentence.tokens[phantom.first], phantom.noun.span.end
    if phantom.noun.lemma.lower() in _TOLD:
        return (Fix("Say from whom", Span(noun, noun), " from <whom>"),)
    verb = sentence.tokens[phantom.end - 1]
    if opening.text.lower() in words("evidential", "amid") | words("evidential", "other_prepositions"):
        at = opening.span.end
        return (Fix("Say who calls it so", Span(at, at), f" what {BLANK} called"),)
    if listed(sentence, verb, "evidential", "raised"):
        return (Fix("Say by whom", Span(verb.span.end, verb.span.end), " by <whom>"),)
    return (Fix("Say among whom", Span(noun, noun), " among <whom>"),)


def _phantoms(sentence: Sentence) -> Iterator[_Phantom]:
    """Yield evidence that a preposition, "there is" or a verb of its own calls up."""
    for noun in listed_in(sentence, "evidential", "evidence_nouns"):
        if noun.pos not in ("NOUN", "VERB", "PROPN"):
            continue
        if noun.lemma.lower() == "demand" and text_at(sentence, noun.index + 1) == "on":
            continue  # "demands on the purse" are nobody's call
        if noun.lemma.lower() == "question" and text_at(sentence, noun.index + 1) == "of":
            after = sentence.tokens[noun.index + 2 : noun.index + 3]
            if after and after[0].tag == "VBG":
                continue  # "there remains the question of keeping calm"
        modifiers = _modifiers(sentence, noun)
        if any(token.text.lower() in _NONE or token.tag in ("POS", "PRP$", "CD") for token in modifiers):
            continue
        found = (
            _called_up(sentence, noun, modifiers)
            or _stirring(sentence, noun, modifiers)
            or _roused(sentence, noun, modifiers)
        )
        if found is not None:
            yield found


def _modifiers(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return the words right before a noun that can belong to it."""
    first = noun.index
    while first > 0 and noun.index - first < MODIFIERS:
        before = sentence.tokens[first - 1]
        lower = before.text.lower()
        stops = lower in _BE or lower == "there" or lower in words("evidential", "amid")
        if (
            stops
            or lower in words("evidential", "other_prepositions")
            or before.pos in ("ADP", "PUNCT", "SCONJ", "AUX")
        ):
            break
        first -= 1
    return sentence.tokens[first : noun.index]


def _grows(modifiers: tuple[Token, ...]) -> bool:
    """Say whether an adjective says that there is more and more of it."""
    return any(token.text.lower() in words("evidential", "growing") for token in modifiers)


def _called_up(sentence: Sentence, noun: Token, modifiers: tuple[Token, ...]) -> _Phantom | None:
    """Return "amid fears that", "despite fresh concerns over", "there are questions about"."""
    before = noun.index - len(modifiers) - 1
    lower = text_at(sentence, before)
    leads = text_at(sentence, noun.index + 1) in words("evidential", "about")
    end = noun.index + 1 + leads
    if lower in words("evidential", "amid") and (leads or _grows(modifiers)):
        return _Phantom(noun, before, end, modifiers)
    if lower in words("evidential", "other_prepositions") and leads and _grows(modifiers):
        return _Phantom(noun, before, end, modifiers)
    if lower in _BE and leads and text_at(sentence, noun.index + 1) != "to":
        there = before - 1 if lower != "been" else before - 2
        if text_at(sentence, there) == "there":
            return _Phantom(noun, there, end, modifiers)
    return None


def _stirring(sentence: Sentence, noun: Token, modifiers: tuple[Token, ...]) -> _Phantom | None:
    """Return "questions are being raised", "fears are growing"; None where somebody raises them."""
    if not noun.text.endswith("s") or text_at(sentence, noun.index - len(modifiers) - 1) in ("of", "with", "to"):
        return None
    index = noun.index + 1
    while index < len(sentence.tokens) and sentence.tokens[index].pos in ("AUX", "ADV"):
        index += 1
    if index >= len(sentence.tokens) or (
        index == noun.index + 1 and sentence.tokens[index].tag not in ("VBP", "VBD", "VBN")
    ):
        return None
    verb = sentence.tokens[index]
    passive = any(token.text.lower() in _BE for token in sentence.tokens[noun.index + 1 : index])
    raised = passive and listed(sentence, verb, "evidential", "raised") and verb.tag in ("VBN", "VBD")
    stirs = listed(sentence, verb, "evidential", "stirring") and (not passive or verb.tag == "VBG")
    by = any(token.text.lower() == "by" for token in sentence.tokens[index + 1 : index + 8])
    if not (raised or stirs) or by:
        return None
    return _Phantom(noun, noun.index - len(modifiers), index + 1, modifiers)


def _roused(sentence: Sentence, noun: Token, modifiers: tuple[Token, ...]) -> _Phantom | None:
    """Return "prompting fears that", "raises the concern that"; None where it is people who raise them."""
    if not listed(sentence, noun, "evidential", "roused") or noun.lemma.lower() == noun.text.lower() == "question":
        return None
    verb = sentence.head(sentence.head(noun) if noun.relation == "conj" else noun)
    plain = noun.relation in ("obj", "obl", "conj") and verb.index < noun.index
    if not plain or verb.tag in ("VB", "VBN") or not listed(sentence, verb, "evidential", "rousing"):
        return None
    told = text_at(sentence, noun.index + 1) in (*words("evidential", "about"), "among") or sentence.child(noun, "acl")
    if not told or _people(sentence, verb):
        return None
    first = verb.index if noun.relation != "conj" else noun.index - len(modifiers)
    return _Phantom(noun, first, noun.index + 1, modifiers)


def _people(sentence: Sentence, verb: Token) -> bool:
    """Say whether somebody does it: the verb's subject, or the clause's that it hangs from, is a person or a body."""
    for above in (verb, *sentence.ancestors(verb)):
        subject = sentence.child(above, "nsubj", "nsubj:pass")
        if subject is not None:
            if above is not verb and verb.tag == "VBG" and verb.relation != "xcomp":
                return False  # "a bomb went off, prompting fears": what happened does it
            people = listed(sentence, subject, "people", "roles", "civilians", "institutions", "bare")
            return people or subject.pos in ("PRON", "PROPN") or _HUMAN.search(subject.lemma.lower()) is not None
    return verb.tag != "VBG"


def _said(paragraph: Paragraph, sentence: Sentence, phantom: _Phantom, span: Span) -> bool:
    """Say whether it is part of what a source says; a circumstance behind a comma is the story's own."""
    apart = text_at(sentence, phantom.first - 1) == ","
    return paragraph.attributed(span) and not (
        apart and text_at(sentence, phantom.first) in words("evidential", "amid")
    )


def _read(sentence: Sentence, phantom: _Phantom) -> bool:
    """Say whether it is what the writer reads from events: signs, open questions, and fears that something raises."""
    noun = phantom.noun
    opening = sentence.tokens[phantom.first].text.lower()
    if opening in words("evidential", "amid") | words("evidential", "other_prepositions"):
        return False  # put in by the way: nothing follows
    if listed(sentence, noun, "evidential", "showing") and noun.lemma.lower() not in _TOLD:
        return True
    raised = listed(sentence, sentence.tokens[phantom.end - 1], "evidential", "raised")
    if noun.lemma.lower() == "question" and not raised:
        return True
    rouses = listed(sentence, sentence.tokens[phantom.first], "evidential", "rousing")
    return rouses and not listed(sentence, noun, "evidential", "hearsay")


def _held(sentence: Sentence, phantom: _Phantom) -> bool:
    """Say whether somebody in particular is given for it: a nation or body before it, "among" or "from" one behind."""
    if names_somebody(sentence, phantom.modifiers):
        return True
    return any(names_somebody(sentence, holder) for holder in _holders(sentence, phantom))


def _group(sentence: Sentence, phantom: _Phantom) -> bool:
    """Say whether people in general are given for it: "among investors", "investor fears"."""
    held = [token for holder in _holders(sentence, phantom) for token in holder if token.text.endswith(("s", "people"))]
    return any(listed(sentence, token, "people", "roles", "civilians") for token in (*phantom.modifiers, *held))


def _holders(sentence: Sentence, phantom: _Phantom) -> Iterator[tuple[Token, ...]]:
    """Yield the phrases behind "among", "from", "by" that follow the evidence."""
    for token in sentence.tokens[phantom.noun.index + 1 :]:
        near = token.index <= phantom.noun.index + 2 or token.text.lower() in ("among", "amongst", "from")
        if near and token.text.lower() in words("evidential", "holders"):
            yield sentence.tokens[token.index + 1 : token.index + 5]


def _itemised(evidence: Evidence, line: Line, phantom: _Phantom) -> bool:
    """Say whether the next sentence tells what the evidence is, or whose.

    It does by a poll, and by a source with the evidence's noun, its verb or half its words.
    """
    clause = evidence.sentence(line).tokens[phantom.end :]
    own = keys_among(clause)
    named = key(phantom.noun.lemma)
    if any(one in evidence.spoken and named in keys_of(evidence.sentence(one)) for one in evidence.after(line, 2)):
        return True  # "there is concern": "it does concern us," somebody says
    verbs = {key(token.lemma) for token in clause if token.pos == "VERB"} & own
    for after in evidence.after(line, 1):
        if phantom.noun.lemma.lower() in words("evidential", "showing") and polled(evidence.sentence(after)):
            return True
        if not own or after not in evidence.spoken:
            continue
        said = keys_of(evidence.sentence(after))
        if verbs & said or len(own & said) >= ITEMISED * len(own):
            return True
    return False
