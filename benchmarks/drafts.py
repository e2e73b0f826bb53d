"""Invented news copy of any length, the same in every run, no two paragraphs alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random

_PLACES = ("Alderton", "Port Lowen", "Kessing", "Marsh End", "Upper Tarrow", "Veldrik", "Saint Odile", "Brannock")
_PEOPLE = ("Mara Lind", "Tom Varga", "Iris Cole", "Per Dahl", "Ada Ferris", "Ruth Osei", "Jonas Weil", "Lena Moreau")
_POSTS = ("the council leader", "a hydrologist", "the mine’s manager", "a union official", "the deputy mayor")
_THINGS = ("bridge", "harbour wall", "hospital wing", "tram line", "reservoir", "covered market", "ferry terminal")

_SENTENCES = (
    "The {thing} at {place} will close for {number} days in spring, {post}, {person}, said on Tuesday.",
    "“We had no choice but to shut the {thing},” {person}, {post}, said. “It has stood for {number} years.”",
    "It is understood that the work on the {thing} will cost {number} million pounds.",
    "According to a report by the audit office, {number} percent of the money meant for the {thing} was never spent.",
    "Two officials who asked not to be named said the plans for {place} had been ready for {number} months.",
    "Residents of {place} have complained about the {thing} since {year}, and {number} of them signed a petition.",
    "The builders, Northline Works, denied they knew of the fault. “Nobody told us,” their lawyer, {person}, said.",
    "Rain fell on {place} for {number} hours, the weather service said, and the river rose by a metre before noon.",
    "Critics say that the {thing} has become a symbol of neglect.",
    "{person}, {post}, said that the town would ask the government for help, “and soon.”",
    "A study of {number} households near the {thing} found that most had moved there within ten years.",
    "The vote was {number} to 4. A second reading is expected in May, when the council of {place} meets again.",
)


def paragraphs(seed: int = 7) -> Iterator[str]:
    """Yield paragraphs of one to four sentences, without end."""
    chance = Random(seed)
    for _ in count():
        yield " ".join(
            sentence.format(
                thing=chance.choice(_THINGS),
                place=chance.choice(_PLACES),
                person=chance.choice(_PEOPLE),
                post=chance.choice(_POSTS),
                number=chance.randrange(5, 900),
                year=chance.randrange(1960, 2020),
            )
            for sentence in chance.sample(_SENTENCES, chance.randrange(1, 5))
        )


def story(words: int) -> list[str]:
    """Return the paragraphs of a Markdown story of at least ``words`` words, its headline first."""
    found = ["# Town to close its old bridge for good"]
    length = 0
    for paragraph in paragraphs():
        if length >= words:
            break
        found.append(paragraph)
        length += len(paragraph.split())
    return found
