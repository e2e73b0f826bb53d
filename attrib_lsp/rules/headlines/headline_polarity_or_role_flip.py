"""Flags headlines that say the opposite of what the story says.

## What it flags

A word of the headline for which the sentences about the same have a contrary one ("rejects" where the court accepted,
"up" where the figure is down), and a "not" where the story tells the very thing without any. Where a network trained on
headlines and their stories doubts a word, one such sentence is enough, or suspects it, one that has more of the
headline's other words than any with its own; where it sees nothing wrong, nothing is flagged. A verb that the story has
with "not", "refused to" or the like alone is flagged where the headline has lost that and the network suspects it, or
the story denies it of the same doer or of everybody ("found no evidence", "no one was hurt").

So are people who are dead in the headline and only hurt in the story, and a "confirms" whose speaker denies it there.

It stays silent where the sentences that have most in common with the headline use its own word or one that means the
same; where a sentence that tells it is itself negative ("failed to", "refused"); in quotation marks around words that
stand so in the story; and on "not just", "not only" and other contrasts. It sees no lost "not" where the story has
another verb for it, unless the two have the same object ("will seek a third term", "would not run for a third term").

It is an error where words of the story show it, and a warning where they only bear out the network's doubt.

Two names on either side of a verb that the story has with that verb only the other way round are flagged too, as a
warning.

## Why

For Reuters getting the right fact the right way round comes first. A reversed headline is not unsupported but wrong,
and Clause 1 of the Editors' Code asks that significant inaccuracies be corrected. Readers keep the headline's version.

## Flagged

```
# Court ⟦rejects⟧ farmers' appeal

The court accepted the farmers' appeal on Monday, the registrar said.
```

```
# Bakery's profits ⟦fall⟧

The bakery's profits rose by a tenth to $4m last year, its owner, Ivo Brandt, said.
```

```
# Council will ⟦not⟧ close the school in Tarn

The council will close the school in Tarn next summer, its leader, Ann Reid, said on Monday. The school has 40 pupils.
```

```
# Mayor ⟦will retract⟧ words on harbour board

The mayor of Tarn, Ann Reid, refused on Monday to retract what she had said of the harbour board. The board had asked
her to say that she was sorry.
```

```
# ⟦Russia asks China⟧ for drones

China asked Russia for drones on Monday, a minister in Beijing, Liu Wen, said. The drones are to watch the border.
```

```
# Woman ⟦charged⟧ over poisoned wells

Police in Ostby have arrested a woman of 41 on suspicion of poisoning the wells of three farms, their spokesman, Nils
Aker, said. Ragna Holm was released on Thursday and has not been charged, he said.
```

```
# Lorry driver ⟦killed⟧ as bridge is hit

The Kessock bridge was shut on Monday after a lorry hit its northern tower. The driver of the lorry was treated for
cuts, the ambulance service said. Nobody was killed.
```

```
# Audit ⟦finds⟧ fraud in club loan

Councillor Priya Nair accused the council of hiding a loan to a football club. An audit of the loan, led by Ian Crewe,
has found no evidence of fraud.
```

```
# Tornquist ⟦confirms⟧ talks on sale to rival

Brightwell, a maker of lifts, is in talks to buy its rival Tornquist, three people who know of the plans said.
Tornquist's chairwoman, Eva Lund, denied that there had been any talks.
```

```
# ⟦Tornquist in talks to buy Brightwell⟧, sources say

Brightwell, a maker of lifts, is in talks to buy its rival Tornquist, three people who know of the plans said.
```

```
# Council leader ⟦will seek⟧ fourth term

The leader of Marlow council, Hugh Bassett, said on Friday that he would not stand for a fourth term. He has led it
since 2013.
```

## Fixes

Write “accepts”, as the story has it:

```
# Court accepts farmers' appeal
```

Cut “not”:

```
# Council will close the school in Tarn
```

## Clean

```
# Court accepts farmers' appeal

The court accepted the farmers' appeal on Monday, the registrar said.
```

```
# Council will not close the school in Tarn

The council has no plan to close the school in Tarn, its leader, Ann Reid, said on Monday.
```

```
# Court now accepts farmers' appeal

The court accepted the farmers' appeal on Monday, the registrar said. It had rejected the appeal of the farmers last
year.
```

```
# Mayor refuses to retract words on harbour board

The mayor of Tarn, Ann Reid, refused on Monday to retract what she had said of the harbour board. The board had asked
her to say that she was sorry.
```

```
# Harbour council bans new piers

The harbour council will not allow any new piers to be built in Tarn, its leader, Ann Reid, said on Monday. It has five.
```

```
# Norsteel shares slump on setback

Shares in Norsteel closed down 18% on Monday after a setback at its mill in Porto. Norsteel's shares have jumped by
some 250% since January.
```

```
# Farmers win appeal in court

The court accepted the farmers' appeal on Monday, the registrar said.
```

```
# China asks Russia for drones

China asked Russia for drones on Monday, a minister in Beijing, Liu Wen, said. The drones are to watch the border.
```

```
# Museum not just for children

The museum is for children, its director, Ann Reid, said, but parents like it too.
```

```
# Mayor 'will not close' the school

The mayor, Ivo Brandt, spoke of the school in Tarn. "I will not close it," he said. "It will not close."
```

```
# Baker charged over poisoned wells

Police in Ostby have charged a baker with poisoning the wells of three farms, their spokesman, Nils Aker, said. His
wife, Ragna Holm, has not been charged, he said.
```

```
# Driver killed as lorry hits bridge

The Kessock bridge was shut on Monday after a lorry hit its northern tower. The driver of the lorry was treated for
cuts, but died in the ambulance, the police said. Nobody else was killed.
```

```
# Audit finds waste in club loan

Councillor Priya Nair accused the council of hiding a loan to a football club. An audit of the loan found waste, but no
evidence of fraud.
```

```
# Tornquist confirms talks on sale to rival

Tornquist, which had denied any talks on a sale to its rival Brightwell in May, confirmed on Monday that there had been
talks on it. "We have talked about it," its chairwoman, Eva Lund, said.
```

```
# Tornquist in talks with Brightwell, sources say

Brightwell, a maker of lifts, is in talks with its rival Tornquist, three people who know of the plans said.
```

```
# Council leader will skip fourth term

The leader of Marlow council, Hugh Bassett, said on Friday that he would not stand for a fourth term. He has led it
since 2013.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.contradiction import Contradiction
from attrib_lsp.attribution.contraries import suspected_contraries
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.negations import NEGATORS
from attrib_lsp.attribution.only_denied import only_denied
from attrib_lsp.attribution.owned_up import CONFIRMING, owned_up
from attrib_lsp.attribution.polarity import contradictions
from attrib_lsp.attribution.reversed_roles import reversals
from attrib_lsp.attribution.survivors import survivors
from attrib_lsp.attribution.suspected_negations import added_negations, lost_negations
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.headlines._wording import in_place_of, sentence_of
from attrib_lsp.rules.mending import without
from attrib_lsp.rules.rule import rule

#: Words by which a story says of nobody what the headline says of somebody.
_NONE = frozenset({"no", "nobody", "none"})
_CONTRACTED = ("n't", "n’t")


@rule("HED308", Severity.ERROR, supersedes=("HED302",))
def headline_polarity_or_role_flip(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each word of the headline that the story contradicts."""
    if graph.headline is None:
        return
    headline = headline_of(graph)
    contradicted = list(_contradicted(graph, headline))
    for found in contradicted:
        said = found.span.of(headline.text)
        if found.word.lower() in NEGATORS | _NONE:
            word = "not" if found.word.lower() in _CONTRACTED else found.word.lower()
            message = f"“{said}”: the story has “{word}” here. Check which is right."
        elif found.word:
            message = f"“{said}”: the story says the opposite (“{found.word}”). Check which is right."
        else:
            message = f"“{said}”: the story tells this without a “not”. Check which is right."
        pointer = (related(graph, "what the story says", found.place),)
        grave = Severity.WARNING if found.loose else None
        yield Finding(found.span, message, headline_prose(graph), pointer, _fixes(graph, headline, found), grave)
    said_already = [one.span for one in contradicted]
    yield from (one for one in _confirmed(graph) if not any(one.span.overlaps(other) for other in said_already))
    yield from _reversed(graph)


def _contradicted(graph: AttributionGraph, headline: Paragraph) -> Iterator[Contradiction]:
    """Yield what the story contradicts, each word once: what the evidence alone shows, then what the comparer adds."""
    seen: list[Contradiction] = []
    for look in (contradictions, suspected_contraries, lost_negations, added_negations, only_denied, survivors):
        new = list(look(headline, graph.numbered, graph.comparison))
        seen += (one for one in new if not any(one.span.overlaps(other.span) for other in seen))
    yield from seen


def _confirmed(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each "confirms" whose speaker denies it in the story, or professes not to know."""
    for one in owned_up(graph):
        if one.lemma == CONFIRMING:
            does = "profess not to know of it" if one.unknowing else "deny it"
            message = f"“{one.span.of(headline_of(graph).text)}”: in the story they {does}. Check what they say."
            pointer = (related(graph, "what they say", one.place),)
            yield Finding(one.span, message, headline_prose(graph), pointer, severity=Severity.WARNING)


def _reversed(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each pair of names that has changed places."""
    for one in reversals(headline_of(graph), graph.numbered):
        message = "The story has these two the other way round. Check who does it, and to whom."
        pointers = (related(graph, "what the story says", one.place),)
        yield Finding(one.span, message, headline_prose(graph), pointers, severity=Severity.WARNING)


def _fixes(graph: AttributionGraph, headline: Paragraph, found: Contradiction) -> tuple[Fix, ...]:
    """Return the fix that puts the story's word in the headline, in its form, or that drops a "not"."""
    said = found.span.of(headline.text)
    if found.word.lower() in NEGATORS | _NONE:
        return ()
    if not found.word:
        dropped = without(headline, found.span)
        return (Fix("Cut “not”", dropped.span, dropped.replacement),) if said.lower() == "not" else ()
    tokens = headline.sentence_at(found.span.start).tokens_in(found.span)
    told = next((one for one in sentence_of(graph, found.place).tokens if one.text.lower() == found.word.lower()), None)
    word = in_place_of(tokens[0], told) if told is not None and len(tokens) == 1 else None
    return () if word is None else (Fix(f"Write “{word}”, as the story has it", found.span, word),)
