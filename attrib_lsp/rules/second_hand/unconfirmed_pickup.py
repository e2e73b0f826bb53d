"""Flags another outlet's reporting that is carried without a word on whether it was confirmed.

## What it flags

"Officials told the Evening Post", "the Evening Post reported", "according to the Evening Post": what another outlet
found out is passed on, and the story never says whether anybody checked. Reported once for each outlet. It is a
warning where that outlet's own source is unnamed; otherwise only the first three paragraphs count, for further down a
report is background. "Officials told the Evening Post" is a warning only where `house`, the byline or the dateline
shows which outlet is yours, or two outlets were told: papers write so of themselves.

Silent once the story says that the report was confirmed, or could not be; on news agencies, unless their source is
unnamed; on what "was first reported by" an outlet or is long past; on a named person who spoke on the record ("told
CNN on Sunday"); on whoever told "reporters" or a news conference; on columns and studies that an outlet printed; on
what a source of the story says of the press; and on your own outlet (`house`, or whatever the byline or dateline
names, or is said to "have learned" something).

## Why

The Associated Press wants readers to be told where information came from, whoever the outlet is. NPR's handbook adds:
if the anonymous sources are another outlet's, say so, for readers will take them for yours. The BBC relies on
another's report only if it is substantiated, or attributed to a reputable agency.

## Options

- `house` (none): names of your own outlet and its partners.
- `trusted_agencies` (none): news agencies whose reports your house carries without confirming them, as the BBC does.
- `anonymous_severity` (warning): how grave it is where the other outlet's own source is unnamed.

## Flagged

```
# Chancellor to go

The chancellor will resign, ⟦officials told the Evening Post⟧.
```

```
# Coach to be sacked

The coach will be sacked on Friday, ⟦according to Le Monde⟧. The paper did not say who will take her place.

The club's president, Ana Roux, was in Lisbon on Wednesday.
```

```
# Airline in talks

⟦The Wall Street Journal reported⟧ that the airline was in talks with two rivals.

The airline's shares rose by 4 per cent.
```

```
# Minister met donor

The minister met the donor twice, ⟦according to two aides who spoke to Der Spiegel and the Guardian⟧.
```

## Fixes

Say that you could not confirm it:

```
The chancellor will resign, officials told the Evening Post. <Your outlet> could not independently confirm the
report.
```

Say who confirmed it to you:

```
The chancellor will resign, officials told the Evening Post. <Who knows of it> confirmed the report to <your
outlet>.
```

## Clean

```
# Gunman rang police

The gunman was heard shouting, police sources told the Evening Post. He had rung the police, the Evening Post has
learned.
```

```
# Speaker opens inquiry

Jo Marsh called the minister's conduct a “breach of her duties to the house,” according to NBC. NPR reported that Ada
Lind, who leads the council, recommended a vote.
```

```
# Candidate meets families

The candidate spoke for an hour.

The money came from a bank.

The rivals were quiet.

She promised to “ask every hall in the county to lock its side doors from now on,”
the Orlando Sentinel reported.
```

```
# Chairman joins campaign

The candidate spoke for an hour.

The money came from a bank.

The rivals were quiet.

The former chairman met him on Sunday, as the Evening Post reported on Tuesday, and he will help with the debates,
according to three people briefed on the talks.
```

```
# Chancellor to go

The chancellor will resign, the Evening Post reported on Monday, citing two cabinet ministers it did not name. This
newspaper has not confirmed the report.
```

```
# Chancellor to go

The chancellor will resign, officials told the Evening Post. Her office could not immediately be reached to verify the
account, and this newspaper could not independently verify it.
```

```
# Chancellor to stay

The chancellor, Britta Hahn, told CNN on Sunday that she would stay.
```

```
# Chancellor to stay

The chancellor told reporters that she would stay. Officials told a news conference that the vote was off.
```

```
# Time to talk

It is time to talk, the historian Olga Brandt wrote in a column published in The New York Times.
```

```
# Senator to run

The senator will run for governor, according to NBC News and the Boston Globe.
```

```
# Two hurt in crash

Two people were hurt in the crash, according to Reuters. The road was closed until noon, police said.
```

```
# Minister sells shares

The minister sold his shares on Monday, the land registry shows. The sale was first reported by the Irish Times. In
2019 the Guardian reported that he had owned none.
```

```
# Minister hits back

"The Guardian reported nonsense," the minister, Lena Holt, said.
```

```text
Chancellor to go

By Jan Kolb, Evening Post

The chancellor will resign, officials told the Evening Post.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.anonymity import UnnamedKind, unnamed_phrase
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.outlets import is_agency, is_outlet, outlet_spans
from attrib_lsp.attribution.unnamed_speakers import cue_verb, nested, place
from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph, SourceKind, Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import OURSELVES, following
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span

#: Paragraphs at the head of a story in which another outlet's report is what the story is about.
TOP = 3
#: Words between "citing" and the name of who is cited, at most.
CITED_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Options:
    """``house``: the user's own outlet and its partners; ``trusted_agencies``: whose reports need no confirmation.

    ``anonymous_severity``: how grave it is where the other outlet's own source is unnamed.
    """

    house: tuple[str, ...] = ()
    trusted_agencies: tuple[str, ...] = ()
    anonymous_severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class _Pickup:
    """What was taken over: the outlets' names, the words that say so, and whether their own source is unnamed.

    ``told`` is set where somebody unnamed is said to have told it to the outlets: papers write so of themselves too.
    """

    outlets: tuple[str, ...]
    span: Span
    anonymous: bool
    told: bool = False


@rule("SEC701", Severity.INFO)
def unconfirmed_pickup(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield one finding for each outlet whose reporting is carried, unless the story says whether it was confirmed."""
    blocks = read_blocks(graph.story)
    known = _own(graph, options)
    housed = bool(known - {_plain(agency) for agency in options.trusted_agencies})
    pickups = [(one, _pickup(graph, one)) for one in graph.statements if one.paragraph in graph.body]
    taken = [(statement, pickup) for statement, pickup in pickups if pickup is not None]
    if not taken or any(_pattern("confirmation").search(graph.paragraphs[number].text) for number in graph.body):
        return
    for statement, pickup in taken:
        fresh = [outlet for outlet in pickup.outlets if not _is_known(outlet, known)]
        if not fresh or not (pickup.anonymous or _leads(graph, statement, fresh)):
            continue
        grave = Severity.WARNING if housed or not pickup.told or len(fresh) > 1 else None
        severity = (options.anonymous_severity or grave) if pickup.anonymous else None
        known |= {_plain(outlet) for outlet in fresh}
        exact = pickup.anonymous and options.anonymous_severity is not None
        prose = blocks[statement.paragraph].prose
        fixes = _fixes(graph.paragraphs[statement.paragraph], pickup.span, options)
        yield Finding(
            pickup.span, _message(fresh, pickup.anonymous), prose, fixes=fixes, severity=severity, exact=exact
        )


def _fixes(paragraph: Paragraph, span: Span, options: Options) -> tuple[Fix, ...]:
    """Return the fixes that say whether the report was confirmed."""
    us, sentence = next(iter(options.house), OURSELVES), paragraph.sentence_at(span.start)
    ours = next(iter(options.house), "<your outlet>")
    return (
        following("Say that you could not confirm it", sentence, f"{us} could not independently confirm the report."),
        following("Say who confirmed it to you", sentence, f"<Who knows of it> confirmed the report to {ours}."),
    )


def _leads(graph: AttributionGraph, statement: Statement, outlets: list[str]) -> bool:
    """Say whether the story leads with what outlets other than agencies reported; lower down it is mere background."""
    return statement.paragraph in graph.body[:TOP] and not all(is_agency(outlet, graph.lists) for outlet in outlets)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of sourcing talk called ``name``."""
    sourcing = lexicon("sourcing")
    return re.compile(str(sourcing[name] if name in sourcing else sourcing["pickup"][name]), re.IGNORECASE)


def _own(graph: AttributionGraph, options: Options) -> set[str]:
    """Return the outlets that need no confirmation: those of the options, and those that byline and dateline give."""
    story = graph.story
    front = story.byline.prose.text if story.byline is not None else ""
    if story.dateline is not None and graph.body:
        front += "\n" + story.dateline.of(graph.paragraphs[graph.body[0]].text)
    given = (*options.house, *options.trusted_agencies, *_learners(graph))
    return {_plain(name) for name in given} | {_plain(span.of(front)) for span in outlet_spans(front, graph.lists)}


def _learners(graph: AttributionGraph) -> Iterator[str]:
    """Yield the outlets that the story itself says have learned something: so a paper speaks of itself."""
    for number in graph.body:
        for sentence in graph.paragraphs[number].sentences:
            for span in outlet_spans(sentence.text, sentence.lists):
                if re.match(r" (?:has|have) learned\b", sentence.text[span.end :]):
                    yield span.of(sentence.text)


def _plain(name: str) -> str:
    """Return an outlet's name without article, in lower case."""
    return re.sub(r"^the ", "", name.lower())


def _is_known(outlet: str, known: set[str]) -> bool:
    """Say whether an outlet was named before, maybe in full ("the Times" after "the New York Times")."""
    plain = _plain(outlet)
    return any(one == plain or one.endswith(f" {plain}") for one in known)


def _pickup(graph: AttributionGraph, statement: Statement) -> _Pickup | None:
    """Return what a statement takes over from other outlets; None if nothing."""
    paragraph, attribution = graph.paragraphs[statement.paragraph], statement.attribution
    if not attribution.source or attribution.negated or statement.source is None:
        return None
    if paragraph.quoted(attribution.source[0]) or nested(paragraph, attribution):
        return None
    kind = graph.sources[statement.source].kind
    if attribution.via and kind.unnamed:
        return _told(paragraph, attribution)
    if kind is SourceKind.MEDIA_OUTLET and _reports(graph, paragraph, attribution):
        return _reported(paragraph, attribution)
    return None


def _told(paragraph: Paragraph, attribution: Attribution) -> _Pickup | None:
    """Return the pickup of what somebody unnamed told outlets."""
    sentence, head = place(paragraph, attribution)
    phrase = unnamed_phrase(sentence, head)
    if phrase is None:
        return None
    span = phrase.span
    for part in (*attribution.cue, *attribution.via):
        joined = span.joined(part)
        if not any(joined.overlaps(content) for content in attribution.content):
            span = joined
    outlets = tuple(via.of(paragraph.text) for via in attribution.via)
    return _Pickup(outlets, span, phrase.kind is not UnnamedKind.PRIVATE, told=True)


def _reports(graph: AttributionGraph, paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether an outlet reports something of these days as its own finding, not what a named source told it."""
    if attribution.kind is not CueKind.ACCORDING_TO and not _breaks_news(paragraph, attribution):
        return False
    if _on_the_record(paragraph, attribution):
        return False
    return not any(
        graph.sources[other.source].kind is SourceKind.NAMED_PERSON
        for other in graph.statements
        if other.source is not None
        and graph.paragraphs[other.paragraph] is paragraph
        and any(part.overlaps(own) for part in other.attribution.content for own in attribution.content)
    )


def _on_the_record(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether what is taken over is what somebody says by name: in quotation marks, or by a verb of saying."""
    sentence, _ = place(paragraph, attribution)
    inside = [token for token in sentence.tokens if any(part.covers(token.span) for part in attribution.content)]
    people = [token for token in inside if (one := sentence.entity_at(token)) is not None and one.label == "PERSON"]
    quoted = any(paragraph.quoted(token.span) for token in inside)
    spoken = words("cues", "speech") | words("cues", "writing") | words("cues", "stance")
    return any(quoted or sentence.head(token).lemma.lower() in spoken for token in people if token.relation == "nsubj")


def _breaks_news(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether the cue is a verb of reporting without a date long past, and not "was first reported by"."""
    if attribution.cue_lemma not in words("sourcing", "pickup.reporting"):
        return False
    sentence, _ = place(paragraph, attribution)
    verb = cue_verb(sentence, attribution)
    below = sentence.subtree(sentence.head(verb) if verb.relation in ("xcomp", "acl") else verb)
    beside = [token for token in below if not any(part.covers(token.span) for part in attribution.content)]
    if any(token.text.lower() == "first" for token in beside):
        return False
    dates = (entity for entity in sentence.entities if entity.label == "DATE")
    return all(
        _pattern("recent").search(entity.text) is not None
        for entity in dates
        if any(entity.first <= token.index < entity.end for token in beside)
    )


def _reported(paragraph: Paragraph, attribution: Attribution) -> _Pickup | None:
    """Return the pickup of what an outlet reported; None if it names its own source or another outlet bears it out."""
    sentence, _ = place(paragraph, attribution)
    anonymous = _cites_nobody(sentence, attribution)
    if not anonymous and (_credits(sentence) or len(outlet_spans(sentence.text, sentence.lists)) > 1):
        return None
    given = attribution.source[0]
    outlets = outlet_spans(given.of(paragraph.text), sentence.lists)
    source = next((outlet.shifted(given.start) for outlet in outlets), given)
    joined = source.joined(attribution.cue[0])
    span = source if any(joined.overlaps(part) for part in attribution.content) else joined
    return _Pickup((source.of(paragraph.text),), span, anonymous)


def _cites_nobody(sentence: Sentence, attribution: Attribution) -> bool:
    """Say whether an outlet is told to cite somebody unnamed, and not in a clause that goes on by itself."""
    cited = _pattern("citing").search(sentence.text)
    if cited is None:
        return False
    said = Span(cited.start(), cited.end()).shifted(sentence.span.start)
    if any(part.covers(said) for part in attribution.content):
        return False
    between = sentence.text[attribution.cue[0].end - sentence.span.start : cited.start()]
    return re.search(r"[,;] (?:and|but|while) ", between) is None


def _credits(sentence: Sentence) -> bool:
    """Say whether somebody is cited by name: "citing Johns Hopkins University"."""
    return any(
        entity.label in ("ORG", "PERSON") and not is_outlet(entity.text, sentence.lists)
        for token in sentence.tokens
        if token.text.lower() in ("citing", "quoting")
        for entity in sentence.entities
        if 0 < entity.first - token.index <= CITED_WITHIN
    )


def _message(outlets: list[str], anonymous: bool) -> str:
    """Say what is missing."""
    names = " and ".join(outlets)
    taken = f"This rests on sources that {names} did not name" if anonymous else f"This is taken over from {names}"
    return f"{taken}. Say whether you confirmed it, or that you could not."
