"""Flags headline words that are stronger, narrower or more general than the story's.

## What it flags

A word of the headline that stands well above anything the story says on a ladder of words for the same thing ("slams"
where somebody "had questions", "weapons" where the story has "military equipment"), while a milder word stands in a
sentence about the same people. And a plural that stands for a class ("experts warn") where the whole story has one
voice.

It stays silent where the word, or one as strong, stands anywhere in the body, quotations included; for neighbours on a
ladder and the short words of headlines ("probe", "bid", "row"); and where the headline quotes.

## Why

Small shifts of a word in the headline change what readers remember of a story, as studies of incongruent headlines
have shown. The Society of Professional Journalists asks for care not to misrepresent when summing up; the Editors'
Code in Britain counts a headline that goes beyond its text as distortion.

## Flagged

```
# Minister ⟦slams⟧ hospital bosses

The minister, Ivo Brandt, said he had some questions for the hospital's managers.
```

```
# Kingdom asked rebels for ⟦weapons⟧

The officials would not say what kind of military equipment the kingdom had requested from the rebels.
```

```
# Council ⟦bans⟧ scooters from harbour

The council will restrict scooters in the harbour to certain hours, it said on Monday.
```

```
# ⟦Experts⟧ warn of recession

A recession is likely by spring, Dana Roe, an economist at Tarn University, said on Monday. "Orders are drying up," she
said.
```

## Fixes

Use the story’s word: “military equipment”:

```
# Kingdom asked rebels for military equipment
```

Write “Expert warns”:

```
# Expert warns of recession
```

## Clean

```
# Minister questions hospital bosses

The minister, Ivo Brandt, said he had some questions for the hospital's managers.
```

```
# Minister slams hospital bosses

The minister, Ivo Brandt, attacked the hospital's managers in a speech. He said he had questions for them.
```

```
# Watchdog opens probe into ferry bid

The regulator is investigating the attempt to buy the ferry company, it said.
```

```
# Kingdom asked rebels for weapons

The kingdom requested military equipment from the rebels. "They wanted missiles," the envoy, Ilan Moss, said.
```

```
# Experts warn of recession

A recession is likely by spring, Dana Roe, an economist at Tarn University, said on Monday. Luis Ferro, who teaches
finance in Porto, agreed. "It will come," he said.
```

```
# Crowd cheers winner

A crowd of thousands cheered the winner home.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.forms import third_person
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.intensity import Ladder, ladders
from attrib_lsp.attribution.keys import key, keys_of
from attrib_lsp.attribution.values import Place, SourceKind
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Edit, Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import prose_of, related
from attrib_lsp.rules.headlines._wording import in_place_of
from attrib_lsp.rules.mending import like
from attrib_lsp.rules.rule import rule

#: Content words that a sentence shares with the headline to be about the same.
SHARED = 2
_PEOPLE = (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON)
_SPEAKERS = (*_PEOPLE, SourceKind.UNNAMED_GROUP, SourceKind.NAMED_ORGANISATION, SourceKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class _Milder:
    """The story's own word: ``text`` with what modifies it, and where it stands."""

    text: str
    place: Place
    word: Token


@rule("HED307", Severity.INFO)
def headline_stronger_term(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each headline word that says more than the body does."""
    if graph.headline is None or not graph.body:
        return
    headline = graph.paragraphs[graph.headline]
    within = prose_of(graph, graph.headline)
    for sentence in headline.sentences:
        for token in sentence.tokens:
            if headline.quoted(token.span):
                continue
            milder = _milder(graph, sentence, token)
            if milder is not None:
                message = f"“{token.text}”: the story says no more than “{milder.text}”. Use its word."
                fixes = _fixes(token, milder)
                yield Finding(token.span, message, within, (related(graph, "the story's word", milder.place),), fixes)
            elif _one_voice(graph, sentence, token):
                message = f"“{token.text}”: one voice in the story speaks of this. Say who, or write “{token.lemma}”."
                yield Finding(token.span, message, within, fixes=_singled(sentence, token))


def _fixes(token: Token, milder: _Milder) -> tuple[Fix, ...]:
    """Return the fix that puts the story's word in the place of a noun, or of a verb in a form that is known."""
    if token.pos == "NOUN" and milder.word.pos == "NOUN":
        word: str | None = milder.text
    else:
        word = in_place_of(token, milder.word) if token.pos == milder.word.pos == "VERB" else None
    return () if word is None else (Fix(f"Use the story’s word: “{word}”", token.span, word),)


def _singled(sentence: Sentence, token: Token) -> tuple[Fix, ...]:
    """Return the fix that makes one of a class that speaks in the present tense: "expert warns"."""
    verb = sentence.head(token)
    one = like(token.lemma.lower(), token.text)
    if verb.tag not in ("VBP", "VB") or any(child.relation == "aux" for child in sentence.children(verb)):
        return ()
    said = third_person(verb.lemma.lower())
    return (Fix(f"Write “{one} {said}”", token.span, one, also=(Edit(verb.span, said),)),)


def _milder(graph: AttributionGraph, sentence: Sentence, token: Token) -> _Milder | None:
    """Return the story's milder word for ``token``, if the story has nothing as strong."""
    for ladder in ladders():
        step = ladder.step(sentence, token)
        if step is None or step < ladder.gap:
            continue
        if _says_as_much(graph, ladder, token, step - ladder.gap):
            continue
        found = _on_ladder(graph, ladder, keys_of(sentence) - {key(token.lemma)})
        if found is not None:
            return found
    return None


def _says_as_much(graph: AttributionGraph, ladder: Ladder, token: Token, allowed: int) -> bool:
    """Say whether the body has the word's own family, or anything on its ladder above the step ``allowed``."""
    wanted = key(token.lemma)
    for number in graph.body:
        for sentence in graph.paragraphs[number].sentences:
            for other in sentence.tokens:
                step = ladder.step(sentence, other)
                if key(other.lemma) == wanted or (step is not None and step > allowed):
                    return True
    return False


def _on_ladder(graph: AttributionGraph, ladder: Ladder, around: frozenset[str]) -> _Milder | None:
    """Return the strongest word on ``ladder`` in a sentence that shares words with the headline."""
    best: tuple[int, _Milder] | None = None
    for number in graph.body:
        for sentence in graph.paragraphs[number].sentences:
            if len(around & keys_of(sentence)) < min(SHARED, len(around)):
                continue
            for token in sentence.tokens:
                step = ladder.step(sentence, token)
                if step is not None and (best is None or step > best[0]):
                    best = (step, _phrase(sentence, token, number))
    return best[1] if best is not None else None


def _phrase(sentence: Sentence, token: Token, number: int) -> _Milder:
    """Return a word with the adjectives before it."""
    first = token.index
    while first > 0 and sentence.tokens[first - 1].pos == "ADJ" and sentence.tokens[first - 1].head == token.index:
        first -= 1
    span = sentence.tokens[first].span.joined(token.span)
    text = sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]
    return _Milder(text, Place(number, span), token)


def _one_voice(graph: AttributionGraph, sentence: Sentence, token: Token) -> bool:
    """Say whether a plural class speaks in the headline and the story has one person's voice only."""
    if token.tag not in ("NNS", "NNPS") or token.lemma.lower() not in words("intensity", "classes.speakers"):
        return False
    if token.relation != "nsubj" or sentence.head(token).lemma.lower() not in words("cues", "speech"):
        return False
    speaking = [graph.sources[number] for number in graph.speakers if graph.sources[number].kind in _SPEAKERS]
    if len(speaking) != 1 or speaking[0].kind not in _PEOPLE:
        return False
    return not any(
        other.tag == "NNS" and other.lemma.lower() in words("intensity", "classes.speakers")
        for number in graph.body
        for one in graph.paragraphs[number].sentences
        for other in one.tokens
    )
