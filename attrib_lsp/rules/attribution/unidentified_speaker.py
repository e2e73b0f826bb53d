"""Flags people who speak without the story ever saying who they are.

## What it flags

Somebody named by a surname alone, whom the story nowhere gives a first name, an office or a trade; and somebody named
in full who comes out of nowhere, with no word beside the name, in the sentence or in those beside it that says who
that is. Each is reported once, at the first words. As a hint, an affiliation that tells nothing: "an economist at a
leading bank".

Silent where the headline or any mention tells more, whatever it is (an office, an age, kin, a place, "who lives
next door"); on a few people whom everybody knows by one name; on pen names on the web; and in opinion, features and
interviews.

## Why

Reuters wants a name and a position wherever they can be had, so that the reader can judge how close a source is. The
Society of Professional Journalists asks that sources be identified clearly, the BBC that a contributor's credentials be
given.

## Options

- `known` (none): people whom your readers know by one name.
- `vague_affiliation` (hint): how grave an unnamed body is beside a full name ("a leading bank").

## Flagged

```
# Vaccine late

⟦Okafor⟧ said the vaccine arrived late.
```

```
# Pier to close

The pier will close in June. "Nobody asked us," Mr ⟦Lund⟧ said on Monday.
```

```
# Bank may cut rates

Rates will fall in May, according to ⟦Ida Voss⟧. Inflation was 2 per cent in March.
```

```
# Bank may cut rates

Rates will fall in May, said Ida Voss, an economist at ⟦a leading bank⟧.
```

## Fixes

Give full name and role:

```
<first name> Okafor, <role>, said the vaccine arrived late.
```

Give the role:

```
Rates will fall in May, according to Ida Voss, <role>. Inflation was 2 per cent in March.
```

Name the body:

```
Rates will fall in May, said Ida Voss, an economist at <name of the body>.
```

## Clean

```
# A rush for books

Every election brings a flood of books. The mayor's own has sold 235,000 copies in eight months, according to Nielman.
```

```
# Girls lured over the border

Lan remembers the night that changed her life. She was asked to a dinner, and woke in a van. "All I could think of was
the door," says Lan.
```

```
# Brandt to run in Leeds

The team was named on Monday. Mark Carlin confirmed that he would run too. Carlin is ranked third in the world.
```

```
# Sports row grows

The Northland sports minister says he will not apologise.

Claude Erdmann claims that a sample was switched. It was taken in May.
```

```
# Kell waits as injury drags on

Winger Harry Kell may not play before March, claims his agent.

Kell, 26, had hoped to play on Sunday. But Bernd Mandel said: "He had scans that show nothing."
```

```
# Candidates bet on the final

The host asked a simple question on Saturday. "Rovers will win," Governor Lund replied. Ana Brandt pointed out that the
Rovers' keeper was ill.
```

```
# Vaccine late

Grace Okafor, the district's chief nurse, said the vaccine arrived late. Okafor said a lorry had broken down.
```

```
# Okafor resigns as minister

President Lind said the vaccine had arrived late. Nurse Roux said it had not. Ana Moll, 34, told the court so.
```

```
# Vaccine late

Grace Okafor said the vaccine arrived late. She is the district's chief nurse.
```

```
# Bank may cut rates

Rates will fall in May, said Ida Voss, an economist at Orwell Partners, a bank in Leeds.
```

```
# Singer back

Adele said she would sing in May. "Okafor said no," the promoter, Ana Roux, said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.announced import announced
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.introductions import (
    Naming,
    described,
    full_name_given,
    introduced_near,
    namings,
    plain,
    tells_who,
    vague_affiliation,
)
from attrib_lsp.attribution.phrases import bare_name
from attrib_lsp.attribution.unnamed_speakers import tells
from attrib_lsp.attribution.values import CueKind, Paragraph, SourceKind
from attrib_lsp.language.values import Entity, Sentence
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import aside, like, set_off
from attrib_lsp.rules.quotations._kinds import loose
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

_IT = frozenset({"it", "its"})
#: A surname as people's are spelled: not SEPA, not DrKW.
_SURNAME = re.compile(r"(?:[A-Z][’'])?(?:Mc|Mac)?[A-Z][^\W\d_A-Z]+(?:[’'-][A-Z]?[^\W\d_A-Z]+)*")


@dataclass(frozen=True, slots=True)
class Options:
    """``known``: people whom the readers know by one name; ``vague_affiliation``: how grave "a leading bank" is."""

    known: tuple[str, ...] = ()
    vague_affiliation: Severity = Severity.HINT


@rule("ATT503", Severity.WARNING)
def unidentified_speaker(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for the first words of each person whom the story does not introduce."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript or loose(graph):
        return
    blocks = read_blocks(graph.story)
    for number in graph.speakers:
        if graph.sources[number].kind is not SourceKind.NAMED_PERSON:
            continue
        spoken = _first_words(graph, number)
        if spoken is not None:
            found = _fault(graph, graph.sources[number].name, spoken, options)
            if found is not None:
                span, message, severity = found
                prose = blocks[spoken.paragraph].prose
                fixes = _fixes(graph, graph.sources[number].name, spoken, span)
                yield Finding(span, message, prose, fixes=fixes, severity=severity)


def _fixes(graph: AttributionGraph, name: str, spoken: Naming, span: Span) -> tuple[Fix, ...]:
    """Return the fix that gives what is missing: the body's name, the full name with the role, or the role."""
    paragraph, entity = graph.paragraphs[spoken.paragraph], spoken.entity
    text = paragraph.text
    if span != entity.span:
        return (Fix("Name the body", span, like("<name of the body>", span.of(text))),)
    if full_name_given(graph, name):
        return (aside("Give the role", text, entity.span.end, "<role>"),)
    sentence = paragraph.sentences[spoken.sentence]
    before = sentence.tokens[entity.first - 1] if entity.first else None
    titled = before is not None and before.text.lower() in words("people", "courtesy")
    start = before.span.start if before is not None and titled else entity.span.start
    given = f"<first name> {bare_name(entity.text)}, <role>"
    return (Fix("Give full name and role", Span(start, entity.span.end), set_off(given, text, entity.span.end)),)


def _first_words(graph: AttributionGraph, number: int) -> Naming | None:
    """Return where a source first says something in the body under its own name."""
    for statement in graph.statements_of(number):
        paragraph, one = graph.paragraphs[statement.paragraph], statement.attribution
        if statement.paragraph not in graph.body or not tells(paragraph, one):
            continue
        if one.kind not in (CueKind.SPEECH, CueKind.ACCORDING_TO) or one.cue_lemma == "report":
            continue  # an outlet reports
        named = (entity for entity in paragraph.sentences[one.sentence].entities if entity.label == "PERSON")
        entity = next((entity for entity in named if one.source[0].covers(entity.span)), None)
        if entity is not None and one.kind is CueKind.ACCORDING_TO and " " not in entity.text:
            continue  # "according to Norstat": a body, as often as not
        return None if entity is None else Naming(statement.paragraph, one.sentence, entity)
    return None


def _fault(
    graph: AttributionGraph, name: str, spoken: Naming, options: Options
) -> tuple[Span, str, Severity | None] | None:
    """Return the words to report of somebody's first ones, what is wrong with them, and its severity if its own."""
    if not plain(name).split():
        return None
    sentence = graph.paragraphs[spoken.paragraph].sentences[spoken.sentence]
    vague = vague_affiliation(sentence, spoken.entity)
    where = tuple(namings(graph, name))
    if vague is not None and not any(one.label == "NUMBER" for one in sentence.entities):  # "Ana Moll, 34, of a firm"
        body = vague.of(graph.paragraphs[spoken.paragraph].text)
        return (
            vague,
            f"“{body}” tells the reader nothing. Name it, so that the reader can weigh what {name} says.",
            options.vague_affiliation,
        )
    if not _person(graph.paragraphs[spoken.paragraph], sentence, spoken.entity, where) or _known(name, options):
        return None
    if any(described(graph.paragraphs[one.paragraph].sentences[one.sentence], one.entity) for one in where):
        return None
    if any(_told_behind(graph, one) for one in where):
        return None
    if not full_name_given(graph, name):
        if _protagonist(graph, where, spoken):
            return None
        message = f"The story does not say who {spoken.entity.text} is. Give the full name, and the office or trade."
        return spoken.entity.span, message, None
    if announced(graph, spoken):
        return None
    first = (where[0].paragraph, where[0].sentence) == (spoken.paragraph, spoken.sentence)
    if first and len(spoken.entity.text.split()) > 1 and not _placed(graph, sentence, spoken):
        return spoken.entity.span, f"Who is {name}? Say what they do, or how they come to know.", None
    return None


def _person(paragraph: Paragraph, sentence: Sentence, entity: Entity, where: tuple[Naming, ...]) -> bool:
    """Say whether a name is surely a person's: always read so, spelled like one, with nothing beside it of a body."""
    last = entity.text.split()[-1]
    before = sentence.tokens[entity.first - 1].text.lower() if entity.first else ""
    if last.lower() in words("people", "titles"):
        return False
    if any(one.entity.label != "PERSON" for one in where) or _SURNAME.fullmatch(last) is None:
        return False
    token = sentence.tokens[entity.end - 1]
    verb = sentence.head(token)
    it = any(not paragraph.quoted(one.span) for one in sentence.spelled(_IT))
    following = sentence.tokens[entity.end : entity.end + 1]
    if following and following[0].tag == "NNP" and following[0].text[:1].isupper():
        return False  # the name goes on: it was not read whole
    body = token.tag == "NNPS" or verb.tag == "VBP" or before in ("the", "at") or it
    return not body and not sentence.holds(words("introducing", "online"))


def _known(name: str, options: Options) -> bool:
    """Say whether readers know somebody by one name."""
    known = {plain(one) for one in (*words("introducing", "household"), *options.known)}
    return plain(name) in known or plain(name).split()[-1] in known


def _told_behind(graph: AttributionGraph, naming: Naming) -> bool:
    """Say whether the next sentence goes on from a name by saying who that is ("She is the district's nurse")."""
    sentences = graph.paragraphs[naming.paragraph].sentences
    if naming.sentence + 1 < len(sentences):
        behind = sentences[naming.sentence + 1]
    else:
        below = naming.paragraph + 1
        if below not in graph.body or not graph.paragraphs[below].sentences:
            return False
        behind = graph.paragraphs[below].sentences[0]
    first = behind.tokens[0]
    again = first.text.lower() in ("he", "she", "they") or first.text == naming.entity.text.split()[-1]
    return again and tells_who(behind, behind.head(first))


def _protagonist(graph: AttributionGraph, where: tuple[Naming, ...], spoken: Naming) -> bool:
    """Say whether the story begins with somebody, before they speak: who they are is then what it tells."""
    first = where[0] if where else spoken
    begins = bool(graph.body) and (first.paragraph, first.sentence) == (graph.body[0], 0) and first.entity.first == 0
    return begins and (spoken.paragraph, spoken.sentence) != (first.paragraph, first.sentence)


def _placed(graph: AttributionGraph, sentence: Sentence, spoken: Naming) -> bool:
    """Say whether the sentences about a full name tell enough: an office, a trade, a person or body it goes with."""
    others = (one for one in sentence.entities if one.span != spoken.entity.span)
    if any(one.label in ("PERSON", "ORG", "MISC") and one.span.end <= spoken.entity.span.start for one in others):
        return True
    led = any(token.text.lower() == "as" and token.relation == "mark" for token in sentence.tokens)
    capitals = sum(token.text[:1].isupper() for token in sentence.tokens if token.text[:1].isalpha())
    marked = not sentence.text[:1].isalnum() and sentence.text[:1] not in "\"'“‘"
    return led or marked or capitals * 2 > len(sentence.tokens) or introduced_near(graph, spoken)
