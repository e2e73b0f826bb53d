"""Who is accused of what, and who answers, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.accusations import AccusationKind, established
from attrib_lsp.attribution.parties import PartyKind
from attrib_lsp.attribution.responses import responses
from attrib_lsp.attribution.targets import targets
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


@pytest.mark.parametrize(
    ("body", "kind", "name", "wrong"),
    [
        ("Leo Ravel stole from his clients.", AccusationKind.TOLD, "Leo Ravel", "stole from his clients"),
        ("The treasurer embezzled £40,000.", AccusationKind.TOLD, "treasurer", "embezzled £40,000"),
        (
            "The envoys spoke of Ruritania's spreading of misinformation.",
            AccusationKind.TOLD,
            "Ruritania",
            "Ruritania's spreading of misinformation",
        ),
        ("Leo Ravel bribed a clerk, Ann Sorel said.", AccusationKind.ATTRIBUTED, "Leo Ravel", "bribed a clerk"),
        ("Ann Sorel accused Leo Ravel of theft.", AccusationKind.CHARGED, "Leo Ravel", "theft"),
        ("Leo Ravel was charged with fraud on Monday.", AccusationKind.CHARGED, "Leo Ravel", "fraud"),
    ],
)
def test_who_is_accused_of_what(linter: Linter, body: str, kind: AccusationKind, name: str, wrong: str) -> None:
    graph = read(linter, body)
    found = [(one.kind, one.party.name, one.wrong.of(body)) for one in graph.accusations]
    assert (kind, name, wrong) in found


@pytest.mark.parametrize(
    "body",
    [
        "Leo Ravel allegedly stole from his clients.",
        "Leo Ravel did not steal from his clients.",
        "There is no evidence that Leo Ravel bribed a clerk.",
        "If Leo Ravel stole from his clients, he could be banned.",
        "Leo Ravel wanted to steal the plans.",
        "Leo Ravel stole the show.",
        "A man stole a bicycle.",
        "In 1911 the governor stole land from the farmers.",
        "Leo Ravel denied stealing from his clients.",
        "Leo Ravel forged a friendship with the mayor.",
    ],
)
def test_what_accuses_nobody(linter: Linter, body: str) -> None:
    assert [one.wrong.of(body) for one in read(linter, body).accusations] == []


def test_a_pronoun_means_the_last_subject_it_fits(linter: Linter) -> None:
    graph = read(linter, "Leo Ravel ran the fund. He stole from his clients.")
    assert [(one.party.name, one.direct) for one in graph.accusations] == [("Leo Ravel", False)]


def test_a_state_is_known_by_its_capital(linter: Linter) -> None:
    graph = read(linter, "Moscow has spread misinformation about the war.")
    assert [(one.party.kind, set(one.party.keys)) for one in graph.accusations] == [(PartyKind.STATE, {"russia"})]


@pytest.mark.parametrize(
    ("second", "known"),
    [
        ("Ravel was jailed for nine years on Monday.", True),
        ("A jury found that Ravel stole the money.", True),
        ("He pleaded guilty in May.", True),
        ("Ravel was not convicted.", False),
        ("Ravel lives in Leeds.", False),
    ],
)
def test_a_verdict_or_an_admission_settles_it(linter: Linter, second: str, known: bool) -> None:
    graph = read(linter, f"Leo Ravel stole from his clients.\n\n{second}")
    assert established(graph, graph.accusations[0].party) is known


ACCUSED = "Ann Sorel, an auditor, accused Delmar Foods of fraud on Monday."


@pytest.mark.parametrize(
    ("answer", "heard", "to_claim"),
    [
        ("Delmar Foods denied the accusation.", True, True),
        ("Delmar did not respond to two emails.", True, True),
        ("A spokesman for Delmar declined to comment.", True, True),
        ("Delmar Foods said that it had paid every bill.", True, False),
        ("The company said that it had paid every bill.", True, False),
        ("The council said that it would look into it.", False, False),
    ],
)
def test_who_answers_for_the_accused(linter: Linter, answer: str, heard: bool, to_claim: bool) -> None:
    graph = read(linter, f"{ACCUSED}\n\n{answer}")
    party = next(one.party for one in graph.accusations if one.kind is AccusationKind.CHARGED)
    found = responses(graph, party)
    assert bool(found) is heard
    assert any(one.to_claim for one in found) is to_claim


@pytest.mark.parametrize(
    ("body", "owed"),
    [
        (ACCUSED, ["Delmar Foods"]),
        ("Ann Sorel accused Piet Arends of theft. Mr Arends died in May.", []),
        ("Ann Sorel accused the Taliban of torture.", []),
        ("Ann Sorel accused ministers of fraud.", []),
        ("Piet Arends was charged with theft on Monday.", []),
    ],
)
def test_who_is_owed_an_answer(linter: Linter, body: str, owed: list[str]) -> None:
    graph = read(linter, body)
    assert [one.place.span.of(graph.paragraphs[one.place.paragraph].text) for one in targets(graph)] == owed
