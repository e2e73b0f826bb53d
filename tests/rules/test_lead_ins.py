"""Lead-ins against the words they lead in: which fall short, which do not."""

from __future__ import annotations

import pytest

from attrib_lsp.rules.quotations._lead_ins import claims_by_form


def exceeds(verb: str, quoted: str) -> bool:
    """Say whether a form of a lead-in's first word claims more than ``quoted`` bears out."""
    return any(claim.exceeds(quoted) for claim, _ in claims_by_form()[verb])


@pytest.mark.parametrize(
    ("verb", "quoted"),
    [
        ("denied", "I’ve never heard of that."),
        ("denies", "I don't know anything about it."),
        ("denying", "We haven’t been informed. We cannot comment."),
        ("rejected", "no information"),
        ("dismissed", "I have not seen the report yet."),
        ("confirmed", "It may happen next year."),
        ("ruled", "There are no plans at this stage."),
        ("promised", "We hope to have one by May."),
        ("vowed", "We'll try our best."),
        ("agreed", "We’ll see."),
        ("condemned", "We are following it closely and urge both sides to talk."),
        ("apologised", "It is unfortunate that people were upset."),
    ],
)
def test_falls_short(verb: str, quoted: str) -> None:
    assert exceeds(verb, quoted)


@pytest.mark.parametrize(
    ("verb", "quoted"),
    [
        ("denied", ""),
        ("denied", "That is nonsense."),
        ("denied", "I never took a penny."),
        ("denied", "I did not know of it. We did not pay."),
        ("denied", "I don't know what they are talking about."),
        ("denied", "I have not seen it. The office was closed on Friday."),
        ("confirmed", "We have bought twenty, and may buy more."),
        ("ruled", "We have no plans, and we never will."),
        ("promised", "We will have her here by May."),
        ("agreed", "Yes, we will look at it."),
        ("condemned", "I am deeply concerned. It was a crime."),
        ("apologised", "I am sorry. It was unfortunate."),
    ],
)
def test_bears_it_out(verb: str, quoted: str) -> None:
    assert not exceeds(verb, quoted)
