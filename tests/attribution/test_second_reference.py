"""What a story calls a person after the first time."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.second_reference import second_reference, surname, titles
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def called(linter: Linter, body: str, name: str) -> str | None:
    """Return what the person ``name`` is called after the first time in ``body``."""
    graph = read(linter, body)
    return second_reference(graph, next(one for one in graph.sources if one.name == name))


@pytest.mark.parametrize(
    ("body", "name", "form"),
    [
        ("Jake Dorn, an adviser, said it rained.", "Jake Dorn", "Dorn"),
        ("Jake Dorn said it rained. Mr Dorn said it was cold.", "Jake Dorn", "Mr Dorn"),
        ("Jake Dorn said it rained. Mr. Dorn said it was cold.", "Jake Dorn", "Mr. Dorn"),
        ("Liu Pengyu, a spokesman, said it rained.", "Liu Pengyu", "Liu"),
        ("Sir Keir Dorn said it rained. Sir Keir said it was cold.", "Keir Dorn", "Sir Keir"),
        ("Mr Otto left. Jake Dorn said it rained. He said it was cold.", "Jake Dorn", "Mr Dorn"),
        ("Mr. Otto left. Jane Dorn said it rained. She said it was cold.", "Jane Dorn", "Ms. Dorn"),
        ("Mrs Otto left. Jane Dorn said it rained. She said it was cold.", "Jane Dorn", "Mrs Dorn"),
    ],
)
def test_the_story_s_own_form_is_kept(linter: Linter, body: str, name: str, form: str) -> None:
    assert called(linter, body, name) == form


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Mr Otto left. Robin Dorn said it rained.", "Robin Dorn"),
        ("Jake Dorn said it rained. Jane Dorn said it was cold.", "Jake Dorn"),
        ("Nguyen Hoa said it rained.", "Nguyen Hoa"),
    ],
)
def test_where_it_cannot_be_told_the_full_name_stays(linter: Linter, body: str, name: str) -> None:
    assert called(linter, body, name) is None


def test_titles_inside_quotations_are_not_the_story_s(linter: Linter) -> None:
    body = "“I thank Mr Otto,” Jake Dorn said. “Mr Otto helped,” he said."
    assert titles(read(linter, body)) == ()
    assert called(linter, body, "Jake Dorn") == "Dorn"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("", None),
        ("Pelé", "Pelé"),
        ("Ann Lee", "Lee"),
        ("Kim Lee", None),
        ("Ada Kent QC", "Kent"),
        ("Ada of the", None),
    ],
)
def test_family_names(name: str, family: str | None) -> None:
    assert surname(name) == family
