"""Flags lawsuits and indictments cited as a source without a party, a court or a stage.

## What it flags

"A lawsuit says", "according to an indictment", "a complaint alleges": papers of a court as the bare source of what
the story tells, where neither the sentences up to there nor the next one say who went to which court or how far it
has got. Once in a story.

It stays silent where a party or a court is named beside the paper ("the Mercer family's lawsuit", "a suit filed in Kent
county court"), inside quotation marks and in what somebody else is reported to have said.

## Why

The AP Stylebook: in a criminal case the source is an arrest record, an indictment or an official statement, and the
story says which. In Britain and the United States protection for court reports depends on a fair, accurate and
attributed report of the proceedings. Reuters has stories on lawsuits read by its lawyers.

## Flagged

```
# Clinic under fire

The clinic forged the consent forms, ⟦a lawsuit⟧ says. It opened in 2011.
```

```
# Harbour fund under review

According to ⟦an indictment⟧, the clerk spent the money on a boat. The fund holds two million.
```

```
# Boatyard in debt

The owner moved the boats to Porto at night, according to ⟦a complaint⟧. The yard is shut.
```

## Fixes

Say who filed it, where and when:

```
The clinic forged the consent forms, a lawsuit, filed by <whom> in <court> on <day>, alleges. It opened in 2011.
```

## Clean

```
# Clinic under fire

The clinic forged the consent forms, the Mercer family alleges in a suit filed in Kent county court on May 3.
```

```
# Clinic under fire

The clinic forged the consent forms, a lawsuit says. The Mercer family filed it in Kent on May 3.
```

```
# Clinic under fire

The Mercer family has sued the clinic in Kent. The clinic forged the consent forms, the lawsuit says.
```

```
# Clinic under fire

The clinic forged the consent forms, a lawsuit by the Mercer family says. The court ruled that the forms were void.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.unnamed_speakers import nested
from attrib_lsp.attribution.values import Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Edit, Finding, Fix, Severity
from attrib_lsp.rules.mending import aside
from attrib_lsp.rules.rule import rule

_FILED = "filed by <whom> in <court> on <day>"
_TIES = ("PERSON", "ORG", "PLACE", "DATE", "NORP")


@rule("ALL610", Severity.INFO)
def unsourced_court_claim(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at the first court paper that is cited as a source, unless it is told whose and where."""
    cited = next((one for one in graph.statements if one.paragraph in graph.body and _paper(graph, one)), None)
    if cited is None or any(one.spelled(words("guilt", "stages")) for one in _around(graph, cited)):
        return
    source = cited.attribution.source[0]
    paper = source.of(graph.paragraphs[cited.paragraph].text)
    yield Finding(
        source,
        f"“{paper}” is one side's word. Say who filed it, in which court and when, and write “alleges”.",
        read_blocks(graph.story)[cited.paragraph].prose,
        fixes=(_filed(graph, cited),),
    )


def _filed(graph: AttributionGraph, cited: Statement) -> Fix:
    """Return the fix that says who filed a paper, where and when, and that makes "says" of it "alleges"."""
    paragraph, one = graph.paragraphs[cited.paragraph], cited.attribution
    cue = next((token for part in one.cue for token in paragraph.sentences[one.sentence].tokens_in(part)), None)
    alleges = {"says": "alleges", "said": "alleged"}.get(cue.text) if cue is not None else None
    fix = aside("Say who filed it, where and when", paragraph.text, one.source[0].end, _FILED)
    return fix if cue is None or alleges is None else replace(fix, also=(Edit(cue.span, alleges),))


def _paper(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether a statement's source is a court paper that is not tied to anybody by name."""
    one = statement.attribution
    paragraph = graph.paragraphs[statement.paragraph]
    if one.head is None or not one.source or one.kind not in SPOKEN or nested(paragraph, one):
        return False
    sentence = paragraph.sentences[one.sentence]
    head = sentence.tokens[one.head]
    if head.lemma.lower() not in words("guilt", "suits") or paragraph.quoted(one.source[0]):
        return False
    tied = any(one.label in _TIES and one.span.overlaps(statement.attribution.source[0]) for one in sentence.entities)
    return not tied and not sentence.children(head, "nmod", "nmod:poss", "acl")


def _around(graph: AttributionGraph, statement: Statement) -> Iterator[Sentence]:
    """Yield the body's sentences up to a statement's, and the next one."""
    for number in graph.body:
        for index, sentence in enumerate(graph.paragraphs[number].sentences):
            yield sentence
            if (number, index) == (statement.paragraph, statement.attribution.sentence + 1):
                return
        if number > statement.paragraph:
            return
