"""What a sentence of a story rests on, and how much an assertion asks for a source, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.checkworthiness import assertions
from attrib_lsp.attribution.claims import Carrier, Evidence, Line
from attrib_lsp.attribution.forms import listed
from attrib_lsp.attribution.grounds import names_somebody, on_record, points_back
from attrib_lsp.attribution.worth import worth
from attrib_lsp.language.values import Sentence
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def evidence(linter: Linter, body: str, front: str = "") -> Evidence:
    """Return the evidence of a draft with a headline over ``body``."""
    return Evidence(read(linter, body, front))


def line_with(found: Evidence, words: str) -> Line:
    """Return the one line that holds ``words``."""
    return next(line for line in found.lines if words in found.sentence(line).text)


def carrier(linter: Linter, body: str, words: str) -> Carrier:
    """Return what the sentence of ``body`` that holds ``words`` rests on, asked of those words."""
    found = evidence(linter, body)
    line = line_with(found, words)
    at = found.paragraph(line).text.index(words)
    sentence = found.sentence(line)
    span = next(token.span for token in sentence.tokens if token.span.start >= at)
    return found.carrier(line, span)


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        ('"The roof leaked for years," said the caretaker, Amal Haddad.', "roof leaked", Carrier.QUOTED),
        ("The roof leaked for years, the caretaker, Amal Haddad, said.", "roof leaked", Carrier.ATTRIBUTED),
        ("The roof leaked for years, according to the caretaker.", "roof leaked", Carrier.ATTRIBUTED),
        ("A census counted 900 owls in the valley.", "900", Carrier.DOCUMENT),
        ("The pier closed in May. The caretaker, Amal Haddad, said it was rotten.", "pier closed", Carrier.INHERITED),
        ("The assembly approved the plan in March.", "approved", Carrier.PUBLIC_ACT),
        ("The two leaders are due to meet at the lighthouse.", "due", Carrier.SCHEDULED),
        ("The assembly would approve the plan in March.", "approve", Carrier.OWN_VOICE),
        ("The mill lies at the end of the valley.", "lies", Carrier.COMMON),
        ("Oslo is the capital of Norway.", "capital", Carrier.COMMON),
        ("About 40 owls showed up in the valley.", "40", Carrier.OWN_VOICE),
        ("The clerks lost a records request.", "lost", Carrier.PUBLIC_ACT),
        ("Children sang on the steps.", "sang", Carrier.WITNESSED),
        ("The ferry company neglected its boats.", "neglected", Carrier.OWN_VOICE),
    ],
)
def test_what_carries_a_sentence(linter: Linter, body: str, words: str, expected: Carrier) -> None:
    assert carrier(linter, body, words) is expected


NEXT_DOOR = """The ferry company neglected its boats for years.

{}

Rain fell in the evening."""


@pytest.mark.parametrize(
    ("neighbour", "expected"),
    [
        ("“They let those boats rust,” the harbour master, Ole Dahl, said.", Carrier.INHERITED),
        ("The boats of the ferry company were rusty, the harbour master, Ole Dahl, said.", Carrier.INHERITED),
        ("“We need a new school,” the mayor, Tove Lie, said.", Carrier.OWN_VOICE),
        ("The school opens at eight.", Carrier.OWN_VOICE),
    ],
)
def test_a_source_next_door_carries_what_it_is_linked_to(linter: Linter, neighbour: str, expected: Carrier) -> None:
    assert carrier(linter, NEXT_DOOR.format(neighbour), "neglected") is expected


def test_what_a_source_told_elsewhere_is_carried_by_it(linter: Linter) -> None:
    told = "The ferry company neglected its boats, the harbour master, Ole Dahl, said."
    between = "\n\n".join(["The school opens at eight.", "Rain fell on the square.", "A band played."])
    body = f"{told}\n\n{between}\n\nThe ferry company neglected its boats."
    found = evidence(linter, body)
    line = found.lines[-1]
    assert found.carrier(line, found.sentence(line).span) is Carrier.RETOLD


def test_a_cue_in_a_clause_beside_it_carries_nothing(linter: Linter) -> None:
    found = evidence(linter, "The company bought 40 boats when the union asked for new ones.")
    line = found.lines[0]
    at = found.paragraph(line).text.index("bought")
    assert not found.sourced(line, next(t.span for t in found.sentence(line).tokens if t.span.start == at))


@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        ("---\nkind: opinion\n---\n", "The council dithers.", True),
        ("---\nkind: Review\n---\n", "The play drags.", True),
        ("---\nkind: news\n---\n", "The council met.", False),
        ("", "I went home. My car was gone, and I wept.", True),
        ("", '"I went home. My car was gone, and I wept," said Ole Dahl, who runs the harbour.', False),
        ("", "The council met.", False),
    ],
)
def test_opinion(linter: Linter, front: str, body: str, expected: bool) -> None:
    assert evidence(linter, body, front).opinion is expected


def test_an_interview_is_a_transcript(linter: Linter) -> None:
    body = "Q: Did the ferry sink?\n\nA: It did not sink.\n\nQ: Who was on board?\n\nA: Nobody was."
    assert evidence(linter, body).transcript
    assert not evidence(linter, "The ferry did not sink.\n\nNobody was on board.").transcript


def sentence(linter: Linter, text: str) -> Sentence:
    """Return the first sentence of ``text``."""
    found = evidence(linter, text)
    return found.sentence(found.lines[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Figures published in May put it at nine.", True),
        ("The firm was surveyed last year.", True),
        ("The firm was founded last year.", False),
        ("Half of the herd died as a result.", False),
        ("The results put the herd at nine.", True),
        ("Most of the county is going to the polls on Monday.", False),
        ("A leading figure in the party owns nine of the mills.", False),
    ],
)
def test_on_record(linter: Linter, text: str, expected: bool) -> None:
    assert on_record(sentence(linter, text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It was the second leak.", True), ("In May she moved to Oslo.", True), ("The pier was closed.", False)],
)
def test_points_back(linter: Linter, text: str, expected: bool) -> None:
    assert points_back(sentence(linter, text)) is expected


def test_names_somebody(linter: Linter) -> None:
    somebody, nobody = sentence(linter, "The council of Bergen met."), sentence(linter, "Nothing grows on salt.")
    assert names_somebody(somebody, somebody.tokens)
    assert not names_somebody(nobody, nobody.tokens)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The army covered up the leak.", "covered", True),
        ("The army hushed it up.", "hushed", True),
        ("The army covered the floor.", "covered", False),
        ("The army misled us.", "misled", True),
    ],
)
def test_listed_words_are_known_by_their_forms(linter: Linter, text: str, word: str, expected: bool) -> None:
    found = sentence(linter, text)
    token = next(token for token in found.tokens if token.text == word)
    assert listed(found, token, "claims", "strong.concealment", "strong.deception") is expected


def score(linter: Linter, text: str) -> float:
    """Return the highest score of what the first sentence of ``text`` asserts; 0 where it asserts nothing such."""
    found = evidence(linter, text)
    line = found.lines[0]
    return max((one.score for one in assertions(found.paragraph(line), found.sentence(line))), default=0.0)


def test_the_more_is_charged_the_more_a_source_is_asked_for(linter: Linter) -> None:
    hid = score(linter, "The ministry hid the cost of the tunnel.")
    has_hidden = score(linter, "The ministry has hidden the cost of the tunnel.")
    deliberately = score(linter, "The ministry has deliberately hidden the cost of the tunnel.")
    assert 0 < hid < has_hidden < deliberately <= 1


def test_somebody_in_particular_weighs_more_than_anybody(linter: Linter) -> None:
    assert score(linter, "On Monday some walkers hid the cost of the tunnel.") < score(
        linter, "The ministry hid the cost of the tunnel."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The ministry could hide the cost of the tunnel.",
        "The ministry did not hide the cost of the tunnel.",
        "Did the ministry hide the cost of the tunnel?",
        "The ministry hid the cost of the tunnel, the auditor said.",
        "The cost of the tunnel was hidden.",
        "The fox hid behind the shed.",
        "The ministry published the cost of the tunnel.",
    ],
)
def test_what_is_supposed_denied_attributed_or_harmless_asserts_nothing(linter: Linter, text: str) -> None:
    assert score(linter, text) == 0


def test_a_story_is_bare_in_which_nobody_speaks_and_no_document_is_named(linter: Linter) -> None:
    assert evidence(linter, "The ferry company neglected its boats.").bare
    assert not evidence(linter, "The ferry company neglected its boats.\n\nIt is a pity, Ole Dahl said.").bare
    assert not evidence(linter, "The ferry company neglected its boats. A census counted 900.").bare
    assert not evidence(linter, "The ferry company neglected its boats. The Herald spoke with its captains.").bare


def test_what_newsrooms_source_scores_above_what_they_tell_themselves(linter: Linter) -> None:
    forecast = sentence(linter, "The tax increase would cost voters more than the new rules could ever save them.")
    act = sentence(linter, "The committee met on Tuesday night in the town hall by the harbour.")
    assert 0 <= worth(act) < 0.5 < worth(forecast) <= 1
