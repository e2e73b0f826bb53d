"""Flags figures, names, dates and records in the headline that the story does not have.

## What it flags

- A number, a sum, a share, a rank, an age or a year that no figure of the body matches: another value, another scale,
  another currency. A figure within the tolerance of one in the body is taken for it rounded; one that adds up from
  figures that stand together and count the same, lies between two of them, or follows from a date, for reckoned.
- A figure that the body has for something else: people of another fate, a measure, a share that no longer holds; a
  level given as a change or the other way round; percentage points given as per cent, or per cent as points.
- A month that the body does not name while it names another, a larger word for a crowd than the body's, "all" of what
  the body gives as a share, "two" of its several, a unanimous vote of some.
- A name that is one of the story's but for a slip of spelling; a person whom the story never names; a state, a town or
  a day of the week that it does not mention, under whatever name, while it speaks of another; and a person or a state
  that comes in only further down, or seldom, where what the headline tells is told of another.
- A person to whom the headline has something done that is done to another in the story, where they only speak.
- A disease, a weapon, an animal, a vehicle, a metal or the like that the story has under no name, where it begins with
  another of the sort.
- A quotation that the story has from another person, and a source that only denies there what the headline has it say.
- A "record", a "worst-ever" or the like where the story ranks nothing so.

It stays silent on names cut from the story's ("Barca" for Barcelona), on a name before a colon where the story says
"I", on headlines that announce an interview, and on a source for whom somebody speaks; on small numbers unless the body
begins with another number of the same, on figures of a kind that the body does not have, on stretches of time that its
dates may give, on years in the names of events, on years where it gives none near, on words that are as often no name,
and where the body has no figure at all; on names and records also while the body is shorter than 40 words.

A network trained on headlines and their stories is heard too: a person of the story's or a number of which it is all
but sure that the story does not tell this is flagged.

Where the story shows what is meant (its own figure for the same, its spelling, its place) this is an error, elsewhere
a warning: a nickname, or a figure that a reader can reckon, may be right.

## Why

Reuters asks its journalists to check figures, names, dates and spellings twice. Under the Editors' Code an inaccurate
headline is an inaccuracy, whatever the text below says.

## Options

- `tolerance` (0.05): how far, as a share of it, a figure of 100 or more may lie from the body's and still be the same,
  rounded.

## Flagged

```
# Fire kills ⟦12⟧ in Porto

Eleven people died in a fire in Porto on Monday, the civil protection service said.
```

```
# Bridge to cost ⟦$40 billion⟧

The bridge will cost $40 million, the county's engineer, Ada Bell, said.
```

```
# Bridge to cost ⟦£40 million⟧

The bridge will cost $40 million, the county's engineer, Ada Bell, said.
```

```
# Unemployment down ⟦4 percentage points⟧

Unemployment is down 4 per cent on last year, the office of statistics said on Monday. It stood at 12.5 per cent in May.
```

```
# Ferry capsizes off Porto, killing ⟦31⟧

Nine people were killed when a ferry capsized off Porto on Monday. The navy said 31 people were rescued.
```

```
# Inflation slows to ⟦4.6%⟧

Inflation slowed in June, to 4.2% from 4.6%, the office of statistics said.
```

```
# Budget to be read on 16 ⟦October⟧

The minister will read the budget on 16 March, her office said.
```

```
# ⟦Hundreds⟧ arrested in Porto

Dozens of people were arrested in Porto on Monday, the police said.
```

```
# ⟦Lindqvsit⟧ to open the new bridge in Tarn

Emma Lindqvist, the minister for transport, will open the new bridge in Tarn on Monday, her office said. The bridge
took four years to build. Lindqvist was born in the town and went to school there, and the county has invited her old
teachers to the opening, where a band will play.
```

```
# Janet ⟦Zemanek⟧ to open the new bridge in Tarn

Emma Lindqvist, the minister for transport, will open the new bridge in Tarn on Monday, her office said. The bridge
took four years to build. Lindqvist was born in the town and went to school there, and the county has invited her old
teachers to the opening, where a band will play.
```

```
# ⟦Norway⟧ opens border bridge

Portugal will open the new bridge at the border on Monday, its ministry of transport said. The bridge took four years to
build. Portuguese and Spanish ministers will walk across it from both sides and meet in the middle, where a band will
play.
```

```
# ⟦Sweden⟧ to mend old bridge at Tarn

Norwegian engineers will mend the old bridge at Tarn this winter, Norway's ministry of transport said on Monday. Norway
built the bridge in 1970. The engineers will bring their own steel, some of it from Sweden, and the bridge at Tarn will
be closed to lorries and buses until May.
```

```
# ⟦Voss⟧ buys bakery in Tarn

The bakery in Tarn was sold to its cook, Ida Lund, on Monday. Lund will keep the old oven. The sale took a year. The
lawyer who wrote the contract, Peter Voss, said that it was the longest he had ever written, and that he had eaten a lot
of cake.
```

```
# Border bridge opens on ⟦Tuesday⟧

Portugal will open the new bridge at the border on Monday, its ministry of transport said. The bridge took four years to
build. Portuguese and Spanish ministers will walk across it from both sides and meet in the middle, where a band will
play.
```

```
# Tarn bakery reports ⟦record⟧ profit

The bakery in Tarn made a profit of $4m last year, its owner, Ivo Brandt, said on Monday. He said that the price of
flour had come down in the summer, and that people bought more cake than bread again. The bakery employs forty people
and will hire two more.
```

```
# 'We are short of pupils, not of money', says ⟦Peter Voss⟧

Ann Reid, who leads the council in Tarn, said on Monday that the school would close. "We are short of pupils, not of
money," she said.

Peter Voss, who runs the school, said that he had not been asked. He will meet parents on Friday.
```

```
# ⟦Ferry Company⟧ says it sold old port to navy

The Ferry Company denied on Monday that it had sold the old port to the navy. Two officers of the navy said that the
company had sold the old port in May. The port is 40 years old.
```

```
# ⟦Tove Berg⟧ arrested over poisoned wells

Police in Ostby have arrested a woman of 41 on suspicion of poisoning the wells of three farms, their spokesman, Nils
Aker, said on Tuesday. Ragna Holm was released on Thursday, and may not leave the country before the autumn, her
solicitor, Tove Berg, said.
```

```
# Kingdom asks rebels for ⟦missiles⟧

The kingdom asked the rebels for drones on Monday, three officers said in the capital. The drones are to watch the
border in the north, which the king's own forces left in May, and where two posts were burnt down last week by people
whom nobody has found.
```

```
# ‘We are short of pupils, not of money’, says ⟦Karl Moberg⟧

"We are short of pupils, not of money," said the head of the school, Ivo Brandt. The teachers' union, whose officer in
Tarn is Karl Moberg, called the plan a bad one.
```

## Fixes

Use the story’s figure: “11”:

```
# Fire kills 11 in Porto
```

Spell it as the story does: “Lindqvist”:

```
# Lindqvist to open the new bridge in Tarn
```

Use the story’s name: “Portugal”:

```
# Portugal opens border bridge
```

Cut “record”:

```
# Tarn bakery reports profit
```

## Clean

```
# Fire kills 11 in Porto

Eleven people died in a fire in Porto on Monday, the civil protection service said.
```

```
# Nearly 500 homes flooded

The river flooded 487 homes, the county's engineer, Ada Bell, said.
```

```
# Fires kill 12 in Porto

Seven people died in a fire at the port and five in another at a hotel, the civil protection service said.
```

```
# Tarn votes in 2020 council election

Tarn votes for its council on Monday. In 2016 four of ten stayed at home, the county said.
```

```
# Porto fair opens 2019 season

The fair opened on Monday with 40 stalls, its director, Ada Bell, said.
```

```
# US to open border bridge

Washington will open the new bridge at the border on Monday, its department of transport said. The bridge took four
years to build. Canadian and American ministers will walk across it from both sides and meet in the middle, where a
band will play.
```

```
# Norway to mend old bridge at Tarn with Swedish steel

Norwegian engineers will mend the old bridge at Tarn this winter, Norway's ministry of transport said on Monday. Norway
built the bridge in 1970. The engineers will bring their own steel, some of it from Sweden, and the bridge at Tarn will
be closed to lorries and buses until May.
```

```
# Bakery in Tarn sold for less than its worth, Voss says

The bakery in Tarn was sold to its cook, Ida Lund, on Monday. Lund will keep the old oven. The sale took a year. The
lawyer who wrote the contract, Peter Voss, said that the bakery had been sold for less than the oven was worth, and that
he had eaten a lot of cake.
```

```
# Lindqvist says Rovers can win cup

The coach, Emma Lindqvist, said on Monday that Rovers can win the cup this year. She said that the team had trained well
in the winter and that two of her players, who had been hurt in the autumn, were running again. The first match is on
Saturday.
```

```
# Walker found after 3 weeks

The walker who was last seen on Nov. 2 was found on Thursday, the police said. She is 34.
```

```
# Bridge opens again after 82 years

The bridge, which was blown up more than 80 years ago, was opened again on Monday, the county's engineer, Ada Bell,
said. It carried 4,000 cars a day.
```

```
# Diver may have solved 37-year-old mystery

(Jan 23, 2015) The ferry was last seen on its way to Tarn in 1978. On Monday a diver, Ada Bell, 41, found a bell with
its name on the ground of the lake. The police will look for the rest of it in the spring.
```

```
# Sri Lankan bridge opens

The new bridge in Sri Lanka was opened on Monday, the minister of transport, Ada Bell, said. It took four years to
build, and it carries 4,000 cars a day. Two more are planned in the north, where a ferry has to do.
```

```
# 'We are short of pupils, not of money', says Peter Voss

Peter Voss's spokeswoman, Ann Reid, said on Monday that the school would close. "We are short of pupils, not of money,"
she said.

Voss, who runs the school, said that he had not been asked. He will meet parents on Friday.
```

```
# Bridge closed after 27 years

The bridge, which was opened in 1998, was closed on Monday, the county's engineer, Ada Bell, said. It carried 4,000
cars a day.
```

```
# Tove Berg arrested over poisoned wells

Police in Ostby have arrested a woman of 41 on suspicion of poisoning the wells of three farms, their spokesman, Nils
Aker, said on Tuesday. Tove Berg was released on Thursday, and may not leave the country before the autumn. "I have
poisoned nobody," Berg said. She has a farm of her own.
```

```
# Kingdom asks rebels for rockets

The kingdom asked the rebels for missiles and drones on Monday, three officers said in the capital. The drones are to
watch the border in the north, which the king's own forces left in May, and where two posts were burnt down last week by
people whom nobody has found.
```

```
# ‘We are short of pupils, not of money’, says Karl Moberg

The head of the school, Ivo Brandt, is to close it with his deputy Karl Moberg. "We are short of pupils, not of money,"
he said.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.headlines._figures import doubted_figures, figure_findings
from attrib_lsp.rules.headlines._names import doubted_names, name_findings, rank_findings, speaker_findings
from attrib_lsp.rules.rule import rule

#: Words that a body must have for a name to be missing there: a draft is typed from above.
LEAST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Options:
    """How far a figure may lie from the body's, as a share of it."""

    tolerance: float = 0.05


@rule("HED305", Severity.ERROR)
def headline_fact_mismatch(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at each figure, name and rank of the headline that the body does not have."""
    if graph.headline is None:
        return
    found = [*figure_findings(graph, options.tolerance), *speaker_findings(graph)]
    doubted = list(doubted_figures(graph))
    if graph.words >= LEAST_WORDS:
        found += [*name_findings(graph), *rank_findings(graph)]
        doubted += doubted_names(graph)
    yield from found
    yield from (one for one in doubted if not any(one.span.overlaps(other.span) for other in found))
