"""How grave a finding is: what the words on the page do not prove, or others can make out, is told more softly."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.finding import Severity
from tests.rules.test_rule_options import found

ROOFS = "Councillors voted on Monday to mend the roofs. "


@pytest.mark.parametrize(
    ("code", "text", "severity"),
    [
        ("ALL601", f"{ROOFS}The builder, Delmar Works, bribed two inspectors in 2019.", Severity.ERROR),
        ("ALL601", "Ida Voss, the mayor, was bribing inspectors.", Severity.ERROR),
        ("ALL601", "In an attempt to hide her bribery, Ida Voss left the country.", Severity.WARNING),
        ("ALL601", "Ada Voss and her brother went to sea, bribing the police.", Severity.WARNING),
        ("ALL601", "The chairman, Ivo Brandt, will stay. His bribery of a clerk made headlines.", Severity.WARNING),
        ("ALL601", f"{ROOFS}It rained on the revelation that Delmar Works bribed two clerks.", Severity.WARNING),
        ("ANO202", "US officials said the shipment had been stopped.", Severity.WARNING),
        ("ANO202", "One US official said the shipment had been stopped.", Severity.WARNING),
        ("ANO202", "A White House official said the shipment had been stopped.", Severity.INFO),
        ("ANO202", "Sources familiar with the talks said the shipment had been stopped.", Severity.INFO),
        ("ANO202", "Four officials said the shipment had been stopped.", Severity.INFO),
        ("ANO202", "The bill is dead, some MPs told the Courier. It was doomed in May.", Severity.INFO),
        ("SEC701", "The chancellor will resign, officials told the Evening Post.", Severity.INFO),
        ("SEC701", "He will go, officials told the Evening Post and the Boston Globe.", Severity.WARNING),
        ("SEC701", "The Evening Post, citing officials, reported that the chancellor will resign.", Severity.WARNING),
        ("UNS102", "Rents in the harbour district rose 31 per cent last year.", Severity.WARNING),
        ("UNS102", "Retail sales rose 3 per cent last year.", Severity.HINT),
        ("UNS102", "Economic output declined 3 per cent last year.", Severity.HINT),
        ("UNS102", "The Rivers Institute received 47,000 complaints before the film was shown.", Severity.HINT),
        ("UNS102", "The valley received 47,000 complaints before the film was shown.", Severity.WARNING),
        ("UNS102", "The general placed 5,200 soldiers at the border.", Severity.HINT),
        ("UNS102", "The airline ended up cancelling 60 sailings on Friday.", Severity.HINT),
        ("UNS102", "The Apple Boat has averaged five million viewers since May.", Severity.WARNING),
        ("UNS102", "The storm forced 5,200 people from their homes.", Severity.WARNING),
        ("UNS102", "The closing has led to thousands of workers on leave.", Severity.HINT),
        ("UNS102", "Thousands of people marched through Lowell against the closing.", Severity.WARNING),
        ("UNS104", "The mill is thought to be empty. It rained on Monday.", Severity.WARNING),
        ("UNS104", "The actress is considered to be among the favourites. It rained on Monday.", Severity.HINT),
        ("UNS105", "The warden left, prompting rumours that the pool would close.", Severity.WARNING),
        ("UNS105", "The warden left, raising questions about the pool.", Severity.INFO),
        ("UNS105", "There are signs that the pool will close.", Severity.INFO),
        ("UNS105", "There are questions about the pool.", Severity.INFO),
        ("UNS105", "Questions are being raised about the pool.", Severity.WARNING),
        ("UNS105", "The port is for sale, amid growing signs that the buyers want more.", Severity.WARNING),
        ("UNS105", "There are rumours that the pool will close.", Severity.WARNING),
        ("UNS107", "The warden reportedly left the pool.", Severity.WARNING),
        ("UNS107", "The pool apparently means less to the young.", Severity.INFO),
    ],
)
def test_how_grave_a_finding_is(linter: Linter, code: str, text: str, severity: Severity) -> None:
    assert [one.severity for one in found(linter, code, text)] == [severity]


def test_told_to_another_outlet_is_a_warning_where_ones_own_is_known(linter: Linter) -> None:
    text = "The chancellor will resign, officials told the Evening Post."
    assert [one.severity for one in found(linter, "SEC701", text, house=["Lowell Echo"])] == [Severity.WARNING]
    assert [one.severity for one in found(linter, "SEC701", text, trusted_agencies=["Reuters"])] == [Severity.INFO]


def test_a_source_is_too_thin_where_a_house_asks_for_more(linter: Linter) -> None:
    text = "A White House official said the shipment had been stopped."
    assert [one.severity for one in found(linter, "ANO202", text, min_specificity=3)] == [Severity.WARNING]
