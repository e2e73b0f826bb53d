"""Where the name of a source is being typed, and where somebody only writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies

from attrib_lsp.server.slots import Slot, slot_at
from tests.server.texts import hard_texts, patient

SAMPLE = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_text(encoding="utf-8")


def typed(text: str) -> str | None:
    """Return what is typed so far of a name where ``|`` stands; None if no name belongs there."""
    before, _, behind = text.partition("|")
    found = slot_at(before + behind, len(before))
    assert found is None or before[found.start :] == found.typed
    return None if found is None else found.typed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The port will close, according to |", ""),
        ("According to Ms L|", "Ms L"),
        ("It will close, according\nto M|", "M"),
        ("It will close, according\r\nto M|", "M"),
        ("“We will go,” |", ""),
        ("“We will go,” Mara Li|", "Mara Li"),
        ('"We will go," |', ""),
        ("‘We will go,’ |", ""),
        ("“We will go 🚢,”\n|", ""),
        ("“We will go,” said |", ""),
        ("“Will we go?” asked L|", "L"),
        ("“We will go,” | said.", ""),
        ("It rained. | said it would stop.", ""),
        ("It rained.\n\nL| said it would stop.", "L"),
        ("| said it would stop.", ""),
        ("It rained. Mr. | said it would stop.", "Mr. "),
    ],
)
def test_where_a_name_belongs(text: str, name: str) -> None:
    assert typed(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "|",
        "The port |",
        "The port will close, |",
        "The mayor said |",
        "She told |",
        "“We will go.” |",
        "“We will go?” |",
        "The “ferry” |",
        "“We will go,”|",
        "“We will go,”\n\n|",
        "The workers’ |",
        "It will close according |",
        "It cost 20 per |",
        "“We will go,” said the mayor of the town |",
        "“Will we go?” Nobody |",
        "It rained. | Said Aydin was there.",
        "It rained. | saying nothing.",
        "It rained. |\n\nasked nothing.",
    ],
)
def test_where_somebody_only_writes(text: str) -> None:
    assert typed(text) is None


def test_a_sentence_begins_where_nothing_goes_before() -> None:
    assert slot_at("It rained.  said so.", 11) == Slot(11, "", begins=True)
    assert slot_at("“It rained,” ", 13) == Slot(13, "")


def test_whoever_types_the_sample_is_offered_names_where_names_belong_and_nowhere_else() -> None:
    spaces = [at + 1 for at, character in enumerate(SAMPLE) if character == " "]
    offered = {found.start for at in spaces if (found := slot_at(SAMPLE[:at], at)) is not None}
    belongs = ("according to ", ",” ")
    assert offered == {at for at in spaces if SAMPLE[:at].endswith(belongs)}
    assert len(offered) == 3
    assert len(spaces) > 700


@patient
@given(hard_texts, strategies.integers(0, 80))
def test_any_place_of_any_text_can_be_asked_about(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    found = slot_at(text, offset)
    assert found is None or text[found.start : offset] == found.typed
