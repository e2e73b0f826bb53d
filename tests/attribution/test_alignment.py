"""How the body bears on the headline, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Alignment, Manner
from attrib_lsp.attribution.keys import key, place_key
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText


def read(linter: Linter, headline: str, body: str) -> AttributionGraph:
    """Return the graph of a draft."""
    return linter.analyse(read_story(SourceText(f"# {headline}\n\n{body}\n"), Markup.MARKDOWN))


def aligned(linter: Linter, headline: str, body: str) -> Alignment:
    """Return the alignment of a draft whose headline claims something."""
    alignment = read(linter, headline, body).alignment
    assert alignment is not None
    return alignment


BODY = "The airline ignored the fault for months, a mechanic, Ada Kent, said."


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("The airline ignored the fault for months, a mechanic, Ada Kent, said.", Manner.NAMED),
        ("The airline ignored the fault for months, two officials said.", Manner.UNNAMED),
        ("The airline ignored the fault for months.", Manner.ASSERTED),
        ("The airline reportedly ignored the fault for months.", Manner.IMPERSONAL),
        ("Nobody at the airline, which ignored the fault for months, was there.", Manner.PRESUPPOSED),
    ],
)
def test_how_a_sentence_carries_the_claim(linter: Linter, sentence: str, manner: Manner) -> None:
    supports = aligned(linter, "Airline ignored fault for months", sentence).supports
    assert [support.manner for support in supports] == [manner]


def test_a_public_act_is_on_record(linter: Linter) -> None:
    supports = aligned(linter, "Parliament passes budget", "Parliament passed the budget on Tuesday.").supports
    assert [support.manner for support in supports] == [Manner.PUBLIC_ACT]


def test_a_sentence_that_denies_the_deed_does_not_support_it(linter: Linter) -> None:
    assert (
        aligned(linter, "Airline ignored fault", "The airline did not ignore the fault, a mechanic said.").supports
        == ()
    )


def test_what_the_doer_says_of_itself_is_its_own(linter: Linter) -> None:
    body = "The ministry will close the port in May, the ministry said on Monday."
    assert [support.own for support in aligned(linter, "Ministry to close port", body).supports] == [True]
    assert [support.own for support in aligned(linter, "Airline ignored fault for months", BODY).supports] == [False]


@pytest.mark.parametrize(
    ("headline", "shown"),
    [
        ("Airline ignored fault for months", False),
        ("Airline ignored fault for months, says union", True),
        ("Union: airline ignored fault for months", True),
        ("Airline ignored fault for months - report", True),
        ("Airline 'hid fault for months'", True),
        ("Airline accused of hiding fault", True),
        ("Airline allegedly hid fault", True),
    ],
)
def test_whether_a_headline_says_whose_claim_it_is(linter: Linter, headline: str, shown: bool) -> None:
    assert aligned(linter, headline, BODY).shows_attribution is shown


@pytest.mark.parametrize("headline", ["Did airline hide fault?", "Engine fault at airline"])
def test_a_question_or_a_label_claims_nothing(linter: Linter, headline: str) -> None:
    assert read(linter, headline, BODY).alignment is None


def test_the_claim_ends_where_circumstances_begin(linter: Linter) -> None:
    headline = "Airline ignored fault for months after crash"
    assert aligned(linter, headline, BODY).claim.of(headline) == "Airline ignored fault for months"


@pytest.mark.parametrize(
    ("denial", "found"),
    [
        ("The airline denied ignoring any fault.", True),
        ("The airline rejected the claim.", True),
        ("The airline said it had never heard of the fault.", True),
        ("The airline denied that it would cut jobs.", False),
        ("The mechanic denied that she was paid.", False),
        ("The airline refused to deny the claim.", False),
    ],
)
def test_a_denial_must_concern_the_claim_and_come_from_a_party_to_it(linter: Linter, denial: str, found: bool) -> None:
    assert bool(aligned(linter, "Airline ignored fault for months", f"{BODY}\n\n{denial}").denials) is found


def test_who_only_professes_not_to_know_is_marked_so(linter: Linter) -> None:
    body = f"{BODY}\n\n“I have never heard of that fault,” the airline's spokesman, Ed Roe, said."
    assert [denial.ignorance for denial in aligned(linter, "Airline ignored fault for months", body).denials] == [True]


@pytest.mark.parametrize(
    ("one", "other"), [("request", "ask"), ("Moscow", "Russian"), ("theft", "steal"), ("invade", "invasion")]
)
def test_words_that_change_places_in_a_report_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_only_capitalised_words_name_a_state() -> None:
    assert place_key("Turkey") == "turkey"
    assert place_key("turkey") is None


RUMOUR = "Rail chain opens bar on night trains"


@pytest.mark.parametrize(
    ("headline", "sentence", "doubted"),
    [
        (RUMOUR, "The story that the rail chain opens a bar on its night trains is a hoax.", True),
        (RUMOUR, "Contrary to reports, the rail chain has no bar on its night trains.", True),
        (RUMOUR, "The rail chain opens a bar on its night trains in May.", False),
        (RUMOUR, "A hoax call stopped a bus in Leeds.", False),
        ("Rail chain has not opened bar on night trains", "The story of a bar on the chain's trains is a hoax.", False),
    ],
)
def test_where_the_story_doubts_what_the_headline_says(
    linter: Linter, headline: str, sentence: str, doubted: bool
) -> None:
    assert bool(aligned(linter, headline, f"Trains ran on time.\n\n{sentence}").debunked) is doubted
