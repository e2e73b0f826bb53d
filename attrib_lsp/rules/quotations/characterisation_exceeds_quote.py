"""Flags a lead-in that says more than the words it leads in: denied, for "I have not heard of that".

## What it flags

A verb that promises more than the quotation after it keeps: denied or rejected, where the speaker only says not to
know, or nothing; confirmed, for "it may happen"; ruled out, for "no plans at the moment"; promised, for "we hope to";
agreed, for "we'll see"; condemned, for "we are following it"; apologised, for "it is unfortunate". Only where each
sentence quoted falls short, and the same speaker does not make it good elsewhere in the story. Where the lead-in says
itself what is denied ("denied that he took the money"), it is a hint.

Silent on plain denials in any words ("that is nonsense", "we never met", "I don't know what they are talking about"),
and on denying to know somebody.

## Why

A reader who only takes in the lead-in has been told something that was not said. The BBC asks that a reply that is put
in other words keep its meaning. The AP Stylebook counts a wrong tone as a misquotation. Wikipedia's words to watch
warn of verbs that lend words a truth or a guilt they do not bear.

## Flagged

```
# Broker named in report

The broker, Dan Weil, ⟦denied the report⟧, saying: "I don't know anything about it."
```

```
# Talks on stadium

Asked about the tower, a spokeswoman for the builder, Una Shaw, ⟦rejected the claims⟧ and said: “We can't comment on
that.”

The mayor, Jo Marsh, ⟦ruled out a sale⟧, telling reporters: “There are no plans at this stage.”
```

```
# Ferry to sail again

The line's chief executive, Bo Lund, ⟦promised a new ship⟧, saying: “We hope to have one by May.” The mayor called that
“very good news for the island”.
```

```
# Minister on the raid

The foreign minister, Pia Berg, ⟦condemned the raid⟧, saying: “We are following it closely and urge both sides to talk.”
```

## Fixes

Write “said”:

```
The broker, Dan Weil, said: "I don't know anything about it."
```

## Clean

```
# Broker named in report

The broker, Dan Weil, said of the report: "I don't know anything about it."
```

```
# Broker named in report

The broker, Dan Weil, denied the report, saying: "That is nonsense. We never met."

His partner, Ed Moll, dismissed it too, saying: "I don't know what they are talking about."
```

```
# Broker named in report

The broker, Dan Weil, denied the report, saying: "I have not seen it." He told the Gazette: "It is not true. I paid
for the boat."
```

```
# Witness in fraud trial

The clerk, Ida Voss, denied knowing the broker, saying: "I've never heard of him."
```

```
# Mayor on the stadium

The mayor, Jo Marsh, ruled out a sale, saying: “We have no plans, and as long as I am here we never will.”
```

```
# Ferry to sail again

The line's chief executive, Bo Lund, promised a new ship by May. “We will have her here in time,” he said. The mayor
promised to try, saying: “We will look at the pier.”
```

```
# Bishop on the raid

The bishop, Ana Prado, condemned the raid, saying: “I am deeply concerned. It was a crime.” Her deacon did not deny the
report, saying: “I have not read it.”
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.values import ContentType, Paragraph, Statement
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.quotations._lead_ins import Claim, lead_in_claim
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
#: How a second verb leads in the words themselves.
_SAYING = re.compile(r",? (?:saying|and said|(?:telling|and told)(?P<whom>[\w ]+))(?=:|,? [“\"‘])")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


@rule("QUO407", Severity.WARNING)
def characterisation_exceeds_quote(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield one finding for each lead-in that its quotation does not bear out."""
    blocks = read_blocks(graph.story)
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for place, sentence in enumerate(paragraph.sentences):
            for verb in sentence.tokens:
                claim = lead_in_claim(sentence, verb)
                if claim is None or paragraph.quoted(verb.span) or _withheld(sentence, verb):
                    continue
                led_in = [one for one in paragraph.quotations if _leads_in(paragraph, sentence, verb, one)]
                if claim.further and not led_in:
                    led_in = _goes_on(graph, number, place, verb)
                quoted = " ".join(one.inner.of(paragraph.text) for one in led_in)
                if not claim.exceeds(quoted) or _about(paragraph, sentence, verb, claim):
                    continue
                if not _made_good(graph, number, verb, led_in, claim):
                    span = _lead_in(sentence, verb)
                    message = f"“{span.of(paragraph.text)}” says more than the words quoted: {claim.gap}"
                    told = any(not paragraph.quoted(t.span) for t in sentence.children(verb, "ccomp"))
                    severity = Severity.HINT if told else None
                    fixes = _fixes(paragraph.text, span, verb)
                    yield Finding(span, message, blocks[number].prose, fixes=fixes, severity=severity)


def _withheld(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is negated, only wanted, or passive: nobody does it here."""
    children = sentence.children(verb, "advmod", "aux:pass", "mark", "aux")
    return any(
        child.text.lower() in _NEGATIONS or child.relation == "aux:pass" or child.tag in ("TO", "MD")
        for child in children
    )


def _leads_in(paragraph: Paragraph, sentence: Sentence, verb: Token, quotation: Quotation) -> bool:
    """Say whether ``verb`` leads in a quotation: by itself, or by a verb of saying that shares its subject.

    "Denied it, saying" and "denied it and said" do; "denied it, and his lawyer said" does not. A verb in -ing may also
    stand behind the words and their verb of saying ("..., he said, denying it").
    """
    start = quotation.span.start
    if sentence.span.start <= start < verb.span.start and verb.tag == "VBG" and verb.relation in ("advcl", "xcomp"):
        return sentence.head(verb).lemma.lower() in _speech() and sentence.head(verb).span.start > start
    if not verb.span.end <= start < sentence.span.end:
        return False
    between = [token for token in sentence.tokens[verb.index + 1 :] if token.span.end <= start]
    if any(paragraph.quoted(token.span) for token in between):
        return False
    if any(token.relation in _SUBJECTS and token.pos != "PRON" for token in between):
        return False
    verbs = [token for token in between if token.pos == "VERB"]
    return not verbs or between[-1].text == ":" or any(token.lemma.lower() in _speech() for token in verbs)


def _goes_on(graph: AttributionGraph, number: int, place: int, verb: Token) -> list[Quotation]:
    """Return the quotations of the next sentence, if it is the speaker of ``verb`` who is quoted there."""
    statements = graph.statements_in(number)
    speakers = {one.source for one in statements if any(cue.covers(verb.span) for cue in one.attribution.cue)} - {None}
    held = [
        one.attribution
        for one in statements
        if one.source in speakers
        and one.attribution.sentence == place + 1
        and one.attribution.type is ContentType.DIRECT
    ]
    return [
        quotation
        for quotation in graph.paragraphs[number].quotations
        if any(part.overlaps(quotation.inner) for one in held for part in one.content)
    ]


def _speech() -> frozenset[str]:
    """Return the verbs of saying and writing."""
    return words("cues", "speech") | words("cues", "writing")


def _about(paragraph: Paragraph, sentence: Sentence, verb: Token, claim: Claim) -> bool:
    """Say whether the verb's object or clause is one that the words bear out: "denied knowing him"."""
    below = sentence.children(verb, "obj", "xcomp", "ccomp", "obl")
    return any(token.lemma.lower() in claim.about for token in below if not paragraph.quoted(token.span))


def _made_good(graph: AttributionGraph, number: int, verb: Token, led_in: Sequence[Quotation], claim: Claim) -> bool:
    """Say whether the same speaker says elsewhere what the lead-in promises."""
    speakers = {
        statement.source
        for statement in graph.statements_in(number)
        if any(cue.covers(verb.span) for cue in statement.attribution.cue) or _holds(statement, led_in)
    }
    return any(
        claim.unless.search(_words(graph, statement, led_in if statement.paragraph == number else ())) is not None
        for speaker in speakers
        if speaker is not None
        for statement in graph.statements_of(speaker)
    )


def _holds(statement: Statement, quotations: Sequence[Quotation]) -> bool:
    """Say whether a statement's content holds one of ``quotations``."""
    return any(part.overlaps(one.inner) for part in statement.attribution.content for one in quotations)


def _words(graph: AttributionGraph, statement: Statement, without: Sequence[Quotation]) -> str:
    """Return the words of a statement's content, the quotations ``without`` left out."""
    text = graph.paragraphs[statement.paragraph].text
    parts = (part.of(text) for part in statement.attribution.content)
    told = " ".join(parts)
    for quotation in without:
        told = told.replace(quotation.inner.of(text), " ")
    return told


def _fixes(text: str, span: Span, verb: Token) -> tuple[Fix, ...]:
    """Return the fix that leaves "said" or "told reporters" alone to lead the words in."""
    led = _SAYING.match(text, span.end)
    if led is None or verb.tag not in ("VBD", "VBN"):
        return ()
    plain = f"told{led['whom']}" if led["whom"] else "said"
    return (Fix(f"Write “{plain}”", Span(span.start, led.end()), plain),)


def _lead_in(sentence: Sentence, verb: Token) -> Span:
    """Return the verb with its particle and its object."""
    particle = sentence.child(verb, "compound:prt")
    span = verb.span if particle is None else verb.span.joined(particle.span)
    thing = sentence.child(verb, "obj")
    return span if thing is None or thing.index < verb.index else span.joined(span_of(noun_phrase(sentence, thing)))
