"""What each option of a rule changes."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.options import read_rule_options
from attrib_lsp.linter.settings import Policy, settings
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import find
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText


def found(linter: Linter, code: str, text: str, **options: object) -> list[LocatedFinding]:
    """Return what a rule with ``options`` finds in a draft with ``text`` below its headline, if it has none itself."""
    rule = find(code)
    assert rule is not None
    draft = text if text.startswith(("#", "---")) else f"# A day in the county\n\n{text}\n"
    given = read_rule_options(rule, options)
    story = read_story(SourceText(draft), Markup.MARKDOWN)
    return list(linter.check(story, settings([code], policy=Policy({}, {code: given}))))


MILL = "The mill is thought to be empty. The lane is shut. The mill is empty, its owner, Bo Lund, said on Monday."


@pytest.mark.parametrize(
    ("code", "text", "options"),
    [
        (
            "UNS101",
            "The ministry has been hiding the cost of the bridge from us.[1]",
            {"citations_count": True},
        ),
        ("UNS101", "Mayor Ada Frost issued a bombastic call on Monday for the clerk to go.", {"judgements": False}),
        ("UNS102", "Rents in the harbour district rose 31 per cent last year.[^3]", {"citations_count": True}),
        (
            "UNS103",
            "The ruling is an unprecedented blow to the trade.<ref>Roe</ref>",
            {"citations_count": True},
        ),
        ("UNS110", "A recent study found that night buses cut road deaths by a third.[2]", {"citations_count": True}),
        ("UNS104", MILL, {"lookahead_sentences": 2}),
        (
            "UNS106",
            "Critics say the levy hurts. It starts in May. It is 4 per cent. It will hurt, Ana Duarte, a critic, said.",
            {"lookahead_sentences": 3},
        ),
        (
            "UNS107",
            "Bo Lund, the chair, said the bank wants the mill. It rained. The board sat late. "
            "The bank reportedly wants the mill.",
            {"window_sentences": 3},
        ),
        ("ATT503", "Rates will fall, Wise Ida said on Monday. Okafor said so too.", {"known": ["Okafor"]}),
    ],
)
def test_an_option_silences(linter: Linter, code: str, text: str, options: dict[str, object]) -> None:
    before, after = found(linter, code, text), found(linter, code, text, **options)
    assert len(after) < len(before)


@pytest.mark.parametrize(
    ("code", "text", "options"),
    [
        (
            "QUO401",
            '"We never sold the land," Ilse Brandt, the mayor, said.\n\n"We did not even try to sell it."',
            {"inherit_across_paragraph": False},
        ),
        (
            "HED301",
            "# Airline 'ignored engine fault for months'\n\n"
            "The airline ignored an engine fault for months, a union official, Ada Kent, said on Friday.",
            {"claim_quotes_count_as_attribution": False},
        ),
        (
            "ANO206",
            "An aide to the governor, who asked not to be named because staff may not talk, said the plane was late.",
            {"byline_required": True},
        ),
    ],
)
def test_an_option_asks_for_more(linter: Linter, code: str, text: str, options: dict[str, object]) -> None:
    assert found(linter, code, text) == []
    assert len(found(linter, code, text, **options)) == 1


@pytest.mark.parametrize("front", ["byline: Jo Lind", "author: Jo Lind"])
def test_a_byline_in_the_front_matter_counts(linter: Linter, front: str) -> None:
    text = (
        f"---\ntitle: A day\n{front}\n---\n\nAn aide, who asked not to be named for fear of losing her job, said so.\n"
    )
    assert found(linter, "ANO206", text, byline_required=True) == []


@pytest.mark.parametrize(
    ("code", "text", "option"),
    [
        ("UNS102", "The bridge fell into the gorge at dawn. At least 26 people were killed.", "toll_severity"),
        (
            "UNS104",
            "Fares went up in May.\n\nThe Evening Herald understands the chief executive left.",
            "house_understands",
        ),
        (
            "UNS109",
            "# Kingdom asked rebels for drones\n\nAsked about the kingdom's request for drones, the rebels' envoy, "
            "Ilan Moss, denied the report.\n\nHe said the rebels had none to give.",
            "raise_when_denied",
        ),
        (
            "HED301",
            "# Bakery chain in talks to buy rival\n\nThe bakery chain is in talks to buy its smaller rival, two people "
            "familiar with the discussions said.",
            "raise_if_source_anonymous",
        ),
        ("ATT503", "Rates will fall in May, said Ida Voss, an economist at a leading bank.", "vague_affiliation"),
        (
            "ATT511",
            "The contract went to Delmar Works. The company was accused of bribery in 2019.",
            "accusation_severity",
        ),
        (
            "ALL601",
            "Diplomats were wary of the plan given Portugal's trade with rebels and its spreading of misinformation.",
            "states_severity",
        ),
        ("SEC701", "The chancellor will resign, officials told the Evening Post.", "anonymous_severity"),
    ],
)
def test_an_option_says_how_grave_a_case_is(linter: Linter, code: str, text: str, option: str) -> None:
    for wanted in (Severity.HINT, Severity.ERROR):
        severities = [one.severity for one in found(linter, code, text, **{option: wanted.name.lower()})]
        assert severities == [wanted]


def test_a_poll_without_its_method_can_be_completed(linter: Linter) -> None:
    text = "A survey by Tarn University found that most residents want the tram. The council will vote in May."
    (finding,) = found(linter, "UNS110", text, poll_method_required=True)
    (fix,) = finding.fixes
    assert fix.title == "Add how it was asked"
    assert [edit.replacement.count("<") for edit in fix.edits] == [4]
    assert found(linter, "UNS110", text) == []


def test_the_own_outlet_is_named_where_it_is_known(linter: Linter) -> None:
    (finding,) = found(
        linter, "SEC701", "The chancellor will resign, officials told the Evening Post.", house=["Lowell Echo"]
    )
    assert [fix.edits[0].replacement for fix in finding.fixes] == [
        " Lowell Echo could not independently confirm the report.",
        " <Who knows of it> confirmed the report to Lowell Echo.",
    ]
