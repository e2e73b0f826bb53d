"""Who is introduced to the reader: by office, trade, age, kin or place; and affiliations that tell nothing."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.introductions import described, full_name_given, vague_affiliation
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Okafor said the vaccine arrived late.", False),
        ("Mr Okafor said the vaccine arrived late.", False),
        ("Nurse Okafor said the vaccine arrived late.", True),
        ("Okafor, 34, said the vaccine arrived late.", True),
        ("Okafor, who lives there, said the vaccine arrived late.", True),
        ("Okafor is the nurse of the district.", True),
    ],
)
def test_described(linter: Linter, text: str, wanted: bool) -> None:
    sentence = read(linter, text).paragraphs[1].sentences[0]
    person = next(entity for entity in sentence.entities if "Okafor" in entity.text)
    assert described(sentence, person) is wanted


def test_a_full_name_anywhere_counts(linter: Linter) -> None:
    graph = read(linter, "Lund said the pier would close. Nobody asked Bo Lund. Mr Moll said so.")
    assert full_name_given(graph, "Lund")
    assert not full_name_given(graph, "Moll")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rates will fall, said Ida Voss, an economist at a leading bank.", "a leading bank"),
        ("Rates will fall, said Ida Voss, an economist at Orwell Partners.", None),
    ],
)
def test_vague_affiliation(linter: Linter, text: str, wanted: str | None) -> None:
    sentence = read(linter, text).paragraphs[1].sentences[0]
    person = next(entity for entity in sentence.entities if entity.text == "Ida Voss")
    found = vague_affiliation(sentence, person)
    assert (found.of(text) if found else None) == wanted
