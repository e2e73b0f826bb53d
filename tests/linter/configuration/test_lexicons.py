"""What a configuration changes of the word lists: read, laid over one another, and told where it cannot be followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib_lsp.lexicons.house import CHANGEABLE, UNCHANGED, changes, standard, word_lists
from attrib_lsp.linter.configuration import Resolver
from attrib_lsp.linter.configuration.files import faults
from attrib_lsp.linter.configuration.lexicons import LISTS, LONGEST, MOST
from tests.linter.configuration.places import write


def told(text: str) -> list[str]:
    """Return what is told of a table of changes."""
    return [error.problem for error in faults(Path("attrib-lsp.toml"), f"[lexicons]\n{text}\n")]


def test_every_list_that_may_be_changed_ships_with_words() -> None:
    assert all(one.shipped for one in CHANGEABLE.values())
    assert told("\n".join(f'{key} = ["{min(CHANGEABLE[key.split("-", 1)[1]].shipped)}"]' for key in LISTS[::2])) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('extend-outlet = ["A"]', "there is no such word list; did you mean extend-outlets?"),
        ('hedges = ["maybe"]', "there is no such word list; the lists are outlets, agencies"),
        ('extend-labels = "thug"', "this is no list of words but 'thug'"),
        ("extend-labels = [1]", "this is no list of words but [1]"),
        ('extend-labels = ["thug", " "]', "' ' has no letter in it"),
        ('extend-labels = ["fire brand"]', "'fire brand' is more than one word"),
        ('extend-labels = ["fire-brand"]', "'fire-brand' is more than one word"),
        (f'extend-outlets = ["{"a" * (LONGEST + 1)}"]', "is too long: 100 characters are the most"),
        ('extend-outlets = ["The\\nPacket"]', "has a line break or another control character in it"),
        (f"extend-outlets = {['a'] * (MOST + 1)}", "1,001 words are too many: 1,000 are the most"),
        ('without-labels = ["terorist"]', "'terorist' is not in this list; did you mean terrorist?"),
        (
            'without-loaded-verbs = ["opine"]\nextend-loaded-verbs = ["Opine"]',
            "'opine' is added by extend-loaded-verbs",
        ),
    ],
)
def test_what_cannot_be_followed_is_told(text: str, problem: str) -> None:
    (only,) = told(text)
    assert problem in only


def test_what_is_wrong_changes_nothing_and_has_its_line() -> None:
    (error,) = faults(Path("attrib-lsp.toml"), '[lexicons]\nextend-outlets = ["Packet"]\nextend-labels = ["a b"]\n')
    assert error.line == 3


def test_files_that_extend_one_another_add_up_and_the_nearest_wins(tmp_path: Path) -> None:
    write(
        tmp_path,
        house_toml='[lexicons]\nextend-labels = ["Firebrand", "wrecker"]\nwithout-labels = ["quack"]\n',
        attrib_lsp_toml='extend = "house.toml"\n[lexicons]\nwithout-labels = ["wrecker"]\nextend-labels = ["quack"]\n',
    )
    found = Resolver().configuration(tmp_path / "a.md").settings.words
    assert word_lists(found).labels == standard().labels | {"firebrand"}


def test_without_changes_there_are_the_lists_as_they_ship() -> None:
    assert word_lists(UNCHANGED) is standard()
    assert not standard().altered
    assert word_lists(changes("labels", ["firebrand"])) is word_lists(changes("labels", ["firebrand"]))


def test_an_agency_is_an_outlet_too() -> None:
    held = word_lists(changes("agencies", ["Cragside Wire"]))
    assert "Cragside Wire" in held.outlets & held.agencies
    assert "Reuters" not in word_lists(changes("agencies", (), ["Reuters"])).agencies
    gone = word_lists(changes("outlets", (), ["Reuters"]))
    assert "Reuters" not in gone.outlets | gone.agencies
