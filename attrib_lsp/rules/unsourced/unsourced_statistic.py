"""Flags figures that nobody is given for: rates, shares, tolls, crowds, sums, changes.

## What it flags

A percentage, a share, a death toll from three on, a crowd from a thousand, a sum that somebody must have reckoned up
or paid, a rate by the day or year, a change in numbers, what a poll found, or how many people or things there are
(from 20 on), in the story's own voice, where neither the sentence nor its neighbours say whose figure it is. "About"
and "some" do not excuse it. One figure a sentence is reported, and the same figure of the same thing once a story.
What offices publish for all to see (the jobless rate, inflation, retail sales) is a hint, and so are how many things
somebody did, made or got, mere words for many ("thousands of workers") unless they marched or died, and sums of money:
most are laid down by a contract, a law, a bid or somebody's books, which the story need not spell out.

Left alone are ages, dates, times, distances, scores, votes, seats, prices, market quotations, rates and bounds set by
law, stakes and purchases, numbers of what is known ("the 100 most influential people"), asked for or planned, and
numbers a reporter can count on the spot; a figure worked out from a sourced one ("that is one in five"), and one that
breaks down who was told of ("the injured, two women and a man"); figures in a paragraph that has a source for them,
or that follow a poll, a company's results or a release of figures that the story begins with; what is only aimed at,
promised or charged; sums that only say who is meant ("managers earning $30,000"), how many a body is made up of ("a
coalition of 40 groups"), sums that a law earmarks; what somebody accounts for ("attributed the rise to"); a company's
sales or profit for a period, and takings at the box office; tolls with a source beside them or of an event that is
only recalled; a figure that a source gives elsewhere in the story; and one that was "reportedly" so, which UNS107
reports.

## Why

For Reuters a number is a statement like any other: unless it is on public record, the reader is told where it comes
from. NPR warns that crowd counts are claims of one side or the other. Wikipedia names statistics as the standard
case of what must be verifiable.

## Options

- `toll_severity` (the rule's own): how grave the number of dead or hurt and the size of a crowd are.
- `citations_count` (false): take a footnote (`[1]`, `[^1]`, `<ref>`, `{{sfn}}`) for the source, as Wikipedia does.

## Flagged

```
# Harbour gets dearer

Rents in the harbour district rose ⟦31 per cent⟧ last year.
```

```
# A valley without doctors

The last surgery closed in May. ⟦Some 14,000 people⟧ in the valley now live more than an hour from a doctor.
```

```
# Bridge collapse

The bridge fell into the gorge at dawn. ⟦At least 26 people⟧ were killed.

The road was built in 1961.
```

```
# Steel town waits

Steel makes up ⟦about 46 per cent⟧ of the county's economy.
```

```
# March against closure

⟦Tens of thousands of people⟧ marched against the closure on Sunday. They carried brooms.
```

```
# Race for the valley

Ahead of the vote the two are level: ⟦some 40 per cent⟧ of farmers have a favourable view of Ms Lund.
```

```
# Money in the race

Independent groups have spent ⟦more than $23m⟧ on the race so far.
```

```
# New homes for the displaced

⟦About 270 people⟧ have been moved into the barracks. They sleep on camp beds.
```

```
# Free trade grows

⟦About 16–17 per cent⟧ of the continent's trade stays there. The mayor met the minister on Monday.
```

```
# Island in the dark

⟦Roughly two thirds of⟧ the island had no power on Monday. A crew mends the lines, and the road is shut.
```

```
# Valley out of work

Mill Street waits for the bus at six. Unemployment in the valley has risen to ⟦19 per cent⟧.
```

```
# Bank of two seas

Third currencies cost the continent $5bn a year, the bank's president, Ada Oke, said.

The members of the union do ⟦over 60 per cent⟧ of their trade with each other.
```

```
# Charity lobbies ministers

From 2000 to 2013 deaths from the illness rose ⟦71 per cent⟧. "It is the forgotten one," said Ines Holm, who leads the
charity.
```

## Fixes

Attribute to …:

```
Rents in the harbour district rose 31 per cent last year, according to <source>.
```

Say whose figures these are:

```
Rents in the harbour district rose 31 per cent last year, <whose> figures show.
```

## Clean

```
# Senator's returns

According to the returns, the couple earned $14.2m over the five years. They paid $3.1m in tax, and gave $1.2m away.

Last year they donated over 10 per cent of their income.
```

```
# Strike on the trams

Drivers walked out on Friday, demanding a 53% pay rise. In January 25 people who took part were jailed. The mayor has
won two primaries with more than 60% support.
```

```
# Harbour gets dearer

Rents in the harbour district rose 31 per cent last year, according to the city's housing register.
```

```
# Flat fire

Marie Dunn, 46, moved to 27 Mill Lane in 1998. She lived 30 miles from her sister and paid £350 a month. Her father had
died there at the age of 80.
```

```
# Bill passes

Parliament passed the bill by 220 votes to 199 on 12 May. Article 50 was invoked at 10.30.
```

```
# Rovers go top

Rovers won 3-1 and have lost 20 per cent of their away games this season.
```

```
# Wages

One worker in five earns the minimum wage, the labour office said. That is about 40,000 people.
```

```
# Council sets budget

The county council approved its budget on Monday. It allocated £12m to roads, and £4m to schools.
```

```
# Bus crash

At least 26 people were killed when a bus left the road. The toll may rise, the regional governor, Luis Paz, said.
```

```
# Bridge contract

The transport ministry signed a contract with Norbridge on Tuesday. Norbridge will earn £2m a year from tolls.
```

```
# So you want a golf course

You might spend $20m on a private club and its greens. It rains a lot.
```

```
# Cafe opens

Three men sat at the table in the window. Two dogs slept under it.
```

```
# Overtime

The new rule covers staff earning up to $47,000 a year. The paper put her on its list of the 100 most influential
people. She could hire 40 people.
```

```
# Distiller eyes rival

Nordal, at $9.7bn, is about 9% smaller than Delmar, which has a capitalisation of $10.7bn. It makes gin.
```

```
# Blast at mill

Nobody knew why the mill burned. At least 26 people were reportedly killed.

The road was built in 1961.
```

```
# Race tightens

The senator closed the gap in August. He trails by 49.6 per cent to 43.3 in the Harbour Watch average.
```

```
# Boats collide

Two boats met in the fog. The injured sailors, two women and a man, were taken to hospital.
```

```
# Horror film tops chart

The Boatman topped the box office at the weekend. It took $19.5m in three days.
```

```
# Carmakers in trouble

Sales at General Motors sank 12.7% in February. Nokia had sales of $5.2bn in 2004. One paper named her among the world's
100 most influential people.

The chairman ran Nokia for years. Profit dipped 1.4% in 2004. She recast Nokia's 83 divisions.
```

```
# Trade gap narrows

Exports rose by 2% in November, figures from the customs service show.

It was a good month for carmakers. Ships were late.

The country's deficit with the north fell to £1.9bn from £2.1bn. The boost offset a 1% rise in imports.
```

```
# Singer earns most

The singer tops Blue Note's annual list of earners.

Her rival's tour made $24.9m last year. It earned $30m.
```

```
# Party short of money

The committee is working to raise more than $60m, and made good on a promise to give $1m to a hospital. Its treasurer
was one of four men killed in a raid in 2012. A donor was accused of funnelling $90,000 to it.
```

```
# Bank buys bonds

The central bank will buy more bonds to pursue its inflation target of 2 per cent. The march remembered the 31
miners killed at Ostby in June.
```

```
# Fraud trial

Paul Dunn was sentenced to six years. The judge ordered him to pay £2m. He faces 22 further charges.
```

```
# Sprinter banned

The sprinter was stripped of her 100m and 200m titles. Boos rang out when she ran, and at one point the crowd threw
cans. The club takes runners aged 54 to 65.
```

```
# Market falls

Norsteel's shares jumped in Porto, climbing as much as 50% before noon.
```

```
# Clinic network grows

Managers earning even $30,000 get no help with fees. Mill Trust's head, Ida Voss, attributed an 8.3% rise in January
sales to the cold.

A coalition of nearly 40 clinics wrote to the minister, and 30 nurses watched in the hall. The letter's number is
672160504572452864.

The bill that the governor signed in May earmarked $700m for clinics. Although interest rates still stand at 17.25%,
members are to receive £52m.
```

```
# Norsteel's profit jumps

Norsteel has reported a sharp rise in profit. Total sales were 30bn rupees, up from 27bn. The firm earned $630m in the
last quarter.

Mill Partners will earn $44m for advice on the sale. It earned some $600m last year, according to public filings.
```

```
# How the island votes

The council had carried it by a vote of more than 80 per cent, and 14 parishes approved it. Last year the island freed
300 prisoners for a pilot.
```

```
# A picture of the harbour

Its rug is made up of 240 rows and about 900 knots. The wall map was made by stitching together 48 old charts.
```

```
# The hours after

In the days after nine miners were killed at Ostby, nobody spoke on the ferry. A week before the captain steered into a
quay, killing 12, he had asked for leave.
```

```
# Leave for fathers

Miners are entitled to 70% of their last pay for a year. The envoy was paid a retainer of $9,000 a week.
```

```
# Profit stalls at Nordal

Its rivals are strong, and Nordal's sales were down 3.7%. The firm's chief went in May.

Revenue dipped 1.4% to 86bn francs in 2004. Its profit fell 9%, and with its own sales jumping by a fifth, or 19%, it
bought mills.
```

```
# Jumper leads the world

Berg landed 16.84m at the harbour games in Lowell and leads the list of the season.
```

```
# Steel tariff

The government set a tariff of 25 per cent on steel. Shares in Norsteel, in which the state holds a 30 per cent
stake, were flat.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Evidence, Line, evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.language.values import Sentence
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import closing
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._backing import backed
from attrib_lsp.rules.unsourced._citations import cited
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind, figures
from attrib_lsp.rules.unsourced._hedges import bare_hedges
from attrib_lsp.rules.unsourced._kept import kept, rough
from attrib_lsp.rules.unsourced._measures import measures
from attrib_lsp.rules.unsourced._placing import attributing, placed
from attrib_lsp.rules.unsourced._published import official
from attrib_lsp.text.span import Span

_WANTS = {
    "toll": "who counted?",
    "crowd": "who counted the crowd?",
    "rate": "whose figure is it?",
    "share": "whose figure is it?",
    "change": "whose figure is it?",
    "cost": "whose sum is it?",
    "count": "whose figure is it?",
}
#: Measures of which whoever does a thing keeps count.
_OWN = frozenset({"count", "rate"})


@dataclass(frozen=True, slots=True)
class Options:
    """``toll_severity``: how grave a toll or a crowd's size is; ``citations_count``: a footnote is a source."""

    toll_severity: Severity | None = None
    citations_count: bool = False


@rule("UNS102", Severity.WARNING, supersedes=("UNS101",))
def unsourced_statistic(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for the first figure of each sentence that measures something and has no source."""
    evidence = evidence_of(graph)
    if evidence.transcript or evidence.personal:
        return
    for line in evidence.lines:
        if options.citations_count and cited(evidence, line):
            continue
        sentence = evidence.sentence(line)
        found = _first(evidence, line, sentence)
        if found is None or backed(evidence, line, *found) or next(bare_hedges(evidence, line), None) is not None:
            continue  # of a hedge without a source UNS107 tells
        figure, measure = found
        span = _whole(sentence, figure)
        message = f"“{span.of(evidence.paragraph(line).text)}”: {_WANTS[measure]} Give the source of the figure."
        wanted = options.toll_severity if measure in ("toll", "crowd") else None
        known = measure in _OWN and (kept(sentence, figure) or rough(figure))
        mild = known or measure == "cost" or official(sentence, figure)
        severity = wanted or (Severity.HINT if mild else None)
        yield placed(
            evidence, line, span, message, fixes=_fixes(evidence, line), severity=severity, exact=wanted is not None
        )


def _fixes(evidence: Evidence, line: Line) -> tuple[Fix, ...]:
    """Return the fixes that close the sentence with whose figures these are."""
    figures = closing("Say whose figures these are", evidence.sentence(line), ", <whose> figures show")
    return (*attributing(evidence, line), *figures)


def _first(evidence: Evidence, line: Line, sentence: Sentence) -> tuple[Figure, str] | None:
    """Return the first figure of a sentence outside quotation marks that measures something, and what."""
    for figure in figures(sentence):
        measure = measures(sentence, figure)
        if measure is not None and not evidence.paragraph(line).quoted(figure.span):
            return figure, measure
    return None


def _whole(sentence: Sentence, figure: Figure) -> Span:
    """Return the figure with what it counts, where that follows at once: "at least 26 people"."""
    noun = figure.noun
    if figure.kind is FigureKind.COUNT and noun is not None and 0 <= noun.index - figure.end <= 2:
        return figure.span.joined(noun.span)
    return figure.span
