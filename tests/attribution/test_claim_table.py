"""What a body asserts, on whose word, and how surely, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.claim_table import Claim, claims_of
from attrib_lsp.attribution.claims import Carrier
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def only(linter: Linter, body: str) -> Claim:
    """Return the one claim of ``body``."""
    (claim,) = claims_of(read(linter, body))
    return claim


def test_a_sourced_claim_is_its_source_s(linter: Linter) -> None:
    graph = read(linter, "The ferry company neglected its boats for years, the harbour master, Ole Dahl, said.")
    (claim,) = claims_of(graph)
    assert claim.carrier is Carrier.ATTRIBUTED
    assert claim.source is not None
    assert graph.sources[claim.source].name == "Ole Dahl"
    assert claim.spans[0].of(graph.paragraphs[claim.paragraph].text).startswith("The ferry company neglected")


def test_what_a_story_tells_itself_is_nobody_s(linter: Linter) -> None:
    claim = only(linter, "The ferry company neglected its boats for years.")
    assert (claim.carrier, claim.source) == (Carrier.OWN_VOICE, None)


def test_that_somebody_is_for_or_against_something_is_the_story_s_claim(linter: Linter) -> None:
    claim = only(linter, "Some 40 per cent of residents oppose the tunnel.")
    assert (claim.carrier, claim.source) == (Carrier.OWN_VOICE, None)


def test_a_claim_beside_a_source_is_that_source_s(linter: Linter) -> None:
    graph = read(linter, "The pier closed in May. The caretaker, Amal Haddad, said it was rotten.")
    closed = claims_of(graph)[0]
    assert closed.carrier is Carrier.INHERITED
    assert closed.source is not None
    assert graph.sources[closed.source].name == "Amal Haddad"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The ferry company sold its boats.", 5),
        ("The ferry company will sell its boats.", 4),
        ("The ferry company is expected to sell its boats.", 3),
        ("The ferry company may sell its boats.", 2),
        ("The ferry company allegedly sold its boats.", 1),
        ("Did the ferry company sell its boats?", 1),
        ("The ferry company did not sell its boats.", 0),
        ("The harbour master, Ole Dahl, said the ferry company may sell its boats.", 2),
    ],
)
def test_how_sure_a_claim_is(linter: Linter, body: str, expected: int) -> None:
    assert only(linter, body).certainty == expected
