"""Figures, months and crowds of the headline that the story does not bear out."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.misdated import misdated
from attrib_lsp.attribution.misfigured import Misfigure, misfigured
from attrib_lsp.attribution.quantified import quantified
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

TOLERANCE = 0.05


def found(linter: Linter, headline: str, body: str) -> list[tuple[str, Misfigure]]:
    """Return what is wrong with the figures, months and crowds of a headline, with their words."""
    graph = linter.analyse(read_story(SourceText(f"# {headline}\n\n{body}\n"), Markup.MARKDOWN))
    assert graph.headline is not None
    paragraph = graph.paragraphs[graph.headline]
    wrong = [
        *misfigured(paragraph, graph.numbered, TOLERANCE),
        *misdated(paragraph, graph.numbered),
        *quantified(paragraph, graph.numbered),
    ]
    return [(one.span.of(paragraph.text), one) for one in wrong]


WRONG = {
    "another number": ("Fire kills 12 in Porto", "Eleven people died in a fire in Porto on Monday.", "12"),
    "another small number": (
        "Two officers shot in Porto",
        "Four officers were shot in Porto on Monday. The mayor visited them.",
        "Two",
    ),
    "a total of unlike things": (
        "Fire kills seven children in Porto",
        "A fire killed five children in Porto on Monday. Two vans burnt down as well.",
        "seven",
    ),
    "the number of other people": (
        "Ferry capsizes off Porto, killing 31",
        "Nine people were killed when a ferry capsized off Porto on Monday. The navy said 31 people were rescued.",
        "31",
    ),
    "another age": (
        "Ada Bell dead at 45",
        "The painter Ada Bell has died at the age of 54. She was born in 1948.",
        "45",
    ),
    "more years than have passed": (
        "Killer caught after 72 years",
        "A man was arrested on Monday for the killing of Ada Bell in 1991. He is 61.",
        "72",
    ),
    "another year": (
        "Bridge of 1998 collapses",
        "The bridge, which was opened in 1994, collapsed on Monday. It had last been repaired in 2010.",
        "1998",
    ),
    "another rank": (
        "County names second inspector",
        "The county has named its third inspector of bridges. The mayor welcomed him.",
        "second",
    ),
    "another month": (
        "Budget to be read on 16 October",
        "The minister will read the budget on 16 March, her office said.",
        "October",
    ),
    "a larger crowd": (
        "Hundreds arrested in Porto",
        "Dozens of people were arrested in Porto on Monday, the police said.",
        "Hundreds",
    ),
    "all for a share": (
        "All patients waited a day",
        "About 18% of patients waited more than a day, the report shows.",
        "All",
    ),
    "all for some who voted": (
        "Board votes unanimously to close pool",
        "The board will close the pool. Six of the nine members voted for it.",
        "unanimously",
    ),
    "two for several": (
        "Two officials say mayor will go",
        "The mayor will go, several officials said. The officials, two of whom wept, gave no date.",
        "Two",
    ),
    "what it was": ("Inflation slows to 4.6%", "Inflation slowed to 4.2% in June from 4.6% before.", "4.6%"),
    "another part": ("One in eight waited a day", "About 18% waited a day, up from 12% a year earlier.", "eight"),
    "people of another fate": (
        "Nine killed, 12 injured off Porto",
        "Nine people were killed off Porto on Monday. Twelve people were missing.",
        "12",
    ),
    "a level for a change": (
        "Deficit rises by $25bn",
        "The deficit has risen to $25bn, from $21bn a year ago, the ministry said.",
        "$25bn",
    ),
    "a change for a level": ("Profit falls to 8%", "Profits fell 8% last year, the company said.", "8%"),
    "points as per cent": (
        "Unemployment rises by 3%",
        "Unemployment rose from 9% to 12% last year, the office said.",
        "3%",
    ),
}

RIGHT = {
    "rounded": ("Nearly 500 homes flooded", "The river flooded 487 homes."),
    "a total": ("Fires kill 12 in Porto", "Seven people died in a fire at the port and five in another at a hotel."),
    "a difference": ("Jobless rate falls 4 points", "The jobless rate fell from 9 per cent to 5 per cent."),
    "a share in words": (
        "32% save nothing",
        "Nearly one-third of households save nothing. A survey found 5% more last year.",
    ),
    "a share of a number": (
        "1.9m people forced to work",
        "Some 2.4 million people are held, and 80% of them are forced to work, a report found.",
    ),
    "so much for each": (
        "County pays $14m",
        "The county will pay $7 million for each of two boys, its lawyer said.",
    ),
    "a group in words": ("County fells 3 oaks", "The county has felled a trio of oaks. They stood near 40 houses."),
    "years between": (
        "Bridge closed after 27 years",
        "The bridge, opened in 1998, was closed on Monday. It has 4 lanes.",
    ),
    "an anniversary": ("Town marks 3 years since flood", "The town marked the third anniversary of the flood of 2011."),
    "weeks between dates": (
        "Walker found after 3 weeks",
        "The walker who was last seen on Nov. 2 was found on Thursday. She is 34.",
    ),
    "the year of the news": ("Porto fair opens 2019 season", "The fair, founded in 2017, opened with 40 stalls."),
    "a year ago": ("Model of 2014 dies", "The model, who won the prize last year, has died. It was founded in 2015."),
    "nothing of the kind": (
        "Quake shakes 6 counties",
        "The quake of magnitude 4.4 was felt 150 miles away, in Porto too.",
    ),
    "a smaller crowd": ("Dozens arrested in Porto", "Hundreds of people were arrested in Porto on Monday."),
    "a month to come": ("Budget to be read in April", "The minister will read the budget next month. It is March 3."),
    "a bound from above": (
        "Bell found after 39 years",
        "A bell lost in the lake nearly 40 years ago was found on Monday. It had hung in Tarn for 12 years.",
    ),
    "people and others": (
        "Pilots among nine dead in Porto",
        "All three pilots died in the crash at Porto. Six others perished on the ground, and 84 people were injured.",
    ),
    "two kinds of people of one fate": (
        "17 dead in harbour fight",
        "A fight in the harbour has left 15 sailors and 2 soldiers dead. It lasted two hours.",
    ),
    "the missing among the feared": (
        "35 feared dead in Tarn fire",
        "A fire raged in Tarn. Five people died, and about 30 were missing on Monday.",
    ),
    "an age of one digit": (
        "Girl, 4, is dead",
        "A 4-year-old girl has died in Tarn. She fell into the lake on Sept. 14.",
    ),
    "so many times as much": (
        "Pill costs 250 times more in Porto",
        "The pill, which is sold for $1,000 in Tarn, costs $4 in Porto. It was made for 12 years.",
    ),
    "a lead in points": (
        "Bell takes 10-point lead",
        "Ada Bell leads by 51% to 41% in the new poll, 4 points more than in May. She was 3 points behind then.",
    ),
    "metres": (
        "Bell smashes 100M record",
        "Ada Bell broke the record in the 100-metre butterfly on Monday. She swam 50.22 seconds and won $40 million.",
    ),
    "any month": ("A November to remember", "The club won in Porto on Oct. 4 and in Tarn on Oct. 11."),
    "a group in one word": (
        "Bell claims 3rd gold",
        "Ada Bell won a triple of medals on Monday. She was the fourth to do so, and the first swimmer.",
    ),
    "a shop's name": ("Seven-Eleven sells tea", "Seven-Eleven will sell tea from Monday. It has 40 shops in Tarn."),
    "a name": ("Channel 4 buys club", "Channel 4 has bought the club for 6 years."),
}


@pytest.mark.parametrize("case", WRONG)
def test_finds(linter: Linter, case: str) -> None:
    headline, body, words = WRONG[case]
    assert [said for said, _ in found(linter, headline, body)] == [words]


@pytest.mark.parametrize("case", RIGHT)
def test_lets_pass(linter: Linter, case: str) -> None:
    assert not found(linter, *RIGHT[case])


def test_tells_what_is_wrong(linter: Linter) -> None:
    ((_, other),) = found(linter, *WRONG["the number of other people"][:2])
    assert other.elsewhere is not None
    assert other.rival is not None
    ((_, turned),) = found(linter, *WRONG["a level for a change"][:2])
    assert turned.turned is not None
    ((_, points),) = found(linter, *WRONG["points as per cent"][:2])
    assert points.points
