"""Mutations of headlines, each by headlines and stories in which there is one way to do it."""

from __future__ import annotations

import random

import pytest

from attrib_lsp.language.comparing.values import Wrong
from pipeline.comparing.mutations import CONTROLS, MUTATIONS
from pipeline.comparing.mutations.attribution import promoted, unsourced
from pipeline.comparing.mutations.certainty import alleged, modal, planned
from pipeline.comparing.mutations.controls import recased, respelled_number, shortened_name, unquoted
from pipeline.comparing.mutations.countries import country
from pipeline.comparing.mutations.figures import another, number
from pipeline.comparing.mutations.measures import measure
from pipeline.comparing.mutations.names import misspelt, person
from pipeline.comparing.mutations.polarity import affirmed, contrary, negated, swapped
from pipeline.comparing.mutations.ranks import ranked
from pipeline.comparing.mutations.sentences import alone, without_articles
from pipeline.comparing.mutations.values import Change, Edit, Mutation, Passage, Stock, applied
from tests.pipeline.comparing.conftest import Read

STOCK = Stock(
    {("lose", "VBZ"): "loses", ("raise", "VBZ"): "raises"},
    {"PERSON": ["Nadia Okoro"], "PLACE": ["Velmouth"], "ORG": ["Brackett & Sons"]},
)
#: A headline, its story, what each mutation makes of the headline, the words that are wrong then, and of the story.
CASES: list[tuple[Mutation, str, str, set[str], str, str | None]] = [
    (modal, "Mill may close in June", "The mill may close in June, it said.",
     {"Mill will close in June"}, "will", "The mill will close in June, it said."),
    (planned, "Council plans to sell town hall", "The council is planning to sell the hall.",
     {"Council will sell town hall"}, "will", "The council will sell the hall."),
    (planned, "Ferries are set to return", "Ferries had been set to return.",
     {"Ferries will return"}, "will", "Ferries will return."),
    (alleged, "Police hold suspected arsonist", "They hold him.", {"Police hold arsonist"}, "arsonist", None),
    (alleged, "Banker accused of fraud", "He is accused of fraud.", {"Banker guilty of fraud"}, "guilty", None),
    (alleged, "Dye is linked to cancer", "It is linked to cancer.", {"Dye causes cancer"}, "causes", None),
    (affirmed, "Mayor will not resign", "She will not resign.", {"Mayor will resign"}, "resign", None),
    (affirmed, "Mayor won't resign", "She will not resign.", {"Mayor will resign"}, "will resign", None),
    (affirmed, "Bridge isn't even safe, Okoro says", "It isn't.", {"Bridge is even safe, Okoro says"}, "is safe", None),
    (negated, "Mayor resigns", "The mayor resigns today.",
     {"Mayor does not resign"}, "does not resign", "The mayor does not resign today."),
    (negated, "Mayor to resign", "She will resign.", {"Mayor not to resign"}, "not", "She will not resign."),
    (contrary, "Kestrel wins cup", "Kestrel won the cup.", {"Kestrel loses cup"}, "loses", "Kestrel losed the cup."),
    (swapped, "Okoro beats Lindqvist", "Okoro beat Lindqvist.", {"Lindqvist beats Okoro"}, "Lindqvist Okoro", None),
    (country, "Norway signs fishing deal", "Norway signed a deal with Iceland.",
     {"Iceland signs fishing deal"}, "Iceland", "Iceland signed a deal with Iceland."),
    (number, "Seven die in mill fire", "Seven people died.", set(), "", None),
    (measure, "Port gets $3bn loan", "It lent $3bn.", {"Port gets $3m loan", "Port gets $3tn loan"}, "", None),
    (misspelt, "Fire at Brackett mill", "The Brackett mill burned.", set(), "", None),
    (ranked, "Storm hits", "The storm hit.", set(), "", None),
    (unsourced, "Mayor: city cannot pay its teachers", "She said so.", {"City cannot pay its teachers"}, "", None),
    (unsourced, "Mayor says city cannot pay its teachers", "She said so.", {"City cannot pay its teachers"}, "", None),
    (unsourced, "City cannot pay its teachers, mayor says", "She said so.", {"City cannot pay its teachers"}, "", None),
    (respelled_number, "3 ships sink", "Three ships sank.", {"Three ships sink"}, "", None),
    (respelled_number, "Fire kills five sailors", "It did.", {"Fire kills 5 sailors"}, "", None),
    (shortened_name, "Nadia Okoro resigns", "Mayor Nadia Okoro resigned.", {"Okoro resigns"}, "", None),
    (unquoted, "Mayor calls plan \"a mess\"", "She did.", {"Mayor calls plan a mess"}, "", None),
    (recased, "Fire destroys old mill", "It did.", {"Fire Destroys Old Mill"}, "", None),
]  # fmt: skip


def made(mutation: Mutation, read: Read, headline: str, story: str) -> list[tuple[Change, Passage]]:
    """Return what comes of ten tries, with the story."""
    above, below = read(headline, story)
    found = (mutation(above, [below], STOCK, random.Random(seed)) for seed in range(10))
    return [(change, below) for change in found if change is not None]


@pytest.mark.parametrize(("mutation", "headline", "story", "wanted", "wrong", "copy"), CASES)
def test_mutations_do_what_they_say(
    read: Read, mutation: Mutation, headline: str, story: str, wanted: set[str], wrong: str, copy: str | None
) -> None:
    found = made(mutation, read, headline, story)
    texts = {applied(headline, change.edits)[0] for change, _ in found}
    assert texts
    assert headline not in texts
    if wanted:
        assert texts & wanted
    for change, below in found:
        new, marks = applied(headline, change.edits)
        if new in wanted and wrong:
            assert " ".join(new[span.start : span.end].strip() for span, _ in marks) == wrong
            assert {applied(below.text, edits)[0] for edits in change.story} == ({copy} if copy else set())


def test_controls_leave_nothing_wrong(read: Read) -> None:
    headline = 'Nadia Okoro: "3 ships sank"'
    story = "Three ships sank, Nadia Okoro said."
    changes = [change for control in CONTROLS for change, _ in made(control.mutation, read, headline, story)]
    assert {change.name for change in changes} >= {"digits to word", "surname", "unquoted"}
    assert not any(edit.wrong for change in changes for edit in change.edits)


def test_mutations_mark_what_they_change(read: Read) -> None:
    headline = "Norway's Nadia Okoro may not sell 25 ships"
    story = "Nadia Okoro of Norway may not sell 25 ships to Karin Lindqvist of Iceland, she said."
    changes = [change for one in MUTATIONS for change, _ in made(one.mutation, read, headline, story)]
    assert {edit.wrong for change in changes for edit in change.edits} >= set(Wrong)
    assert all(any(edit.wrong for edit in change.edits) for change in changes)


@pytest.mark.parametrize(
    ("mutation", "headline"),
    [
        (modal, "Mill closes in June"),
        (planned, "Council sells town hall"),
        (planned, "Council plans a party"),
        (alleged, "Police hold arsonist"),
        (affirmed, "Mayor resigns"),
        (number, "Mill closes"),
        (unsourced, "Mill closes in June"),
        (respelled_number, "Port gets $3bn loan"),
        (respelled_number, "Port gets $3 discount"),
        (unquoted, "Mill closes in June"),
    ],
)
def test_what_is_not_there_is_not_changed(read: Read, mutation: Mutation, headline: str) -> None:
    assert made(mutation, read, headline, "The mill closed in June.") == []


def test_another_person_is_the_storys_own_or_in_no_place_of_it(read: Read) -> None:
    headline, story = "Karin Lindqvist quits", "Karin Lindqvist has quit, said Tomas Ferreira. Lindqvist is 50."
    found = {applied(headline, change.edits)[0]: change for change, _ in made(person, read, headline, story)}
    assert set(found) == {"Tomas Ferreira quits", "Nadia Okoro quits"}
    new, _ = applied(story, found["Nadia Okoro quits"].story[0])
    assert new == "Karin Okoro has quit, said Tomas Ferreira. Okoro is 50."


def test_figures_become_others() -> None:
    chance = random.Random(3)
    made = {another("1,250", ["40"], chance) for _ in range(200)}
    assert {name for name, _ in made} == {"number of the story", "digits swapped", "count"}
    assert all(text != "1,250" for _, text in made)
    assert {name for name, _ in {another("1999", [], chance) for _ in range(20)}} == {"year"}


def test_sentences_become_headlines_with_and_without_their_source(read: Read) -> None:
    story = read("The mayor said the city cannot pay its teachers this year. The mill stands by the river in Velmouth.")
    told = {one.name: one for one in promoted(story, random.Random(1))}
    assert told["promoted"].text == "The city cannot pay its teachers this year"
    assert told["promoted"].unattributed
    assert told["with source"].text == "The mayor said the city cannot pay its teachers this year"
    assert told["plain"].text == "The mill stands by the river in Velmouth"
    assert not told["with source"].unattributed and not told["plain"].unattributed


def test_sentences_stand_alone(read: Read) -> None:
    first, second = alone(read("The mayor may sell the old mill. It may burn a second time."))
    assert (first.text, second.text) == ("The mayor may sell the old mill", "It may burn a second time")
    (sentence,) = second.parse.sentences
    assert [second.text[token.span.start : token.span.end] for token in sentence.tokens] == second.text.split()
    assert applied(first.text, without_articles(first))[0] == "mayor may sell old mill"


def test_edits_move_the_marks_behind_them() -> None:
    text, marks = applied("Fire kills 5 in mill", [Edit(0, 4, "A blaze"), Edit(11, 12, "15", Wrong.FIGURE)])
    assert (text, [text[span.start : span.end] for span, _ in marks]) == ("A blaze kills 15 in mill", ["15"])
