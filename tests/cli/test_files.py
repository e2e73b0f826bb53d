"""Which files a run reads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attrib_lsp.cli.errors import Note, Problem
from attrib_lsp.cli.files import Input, find


def labels(*paths: str, reports: tuple[Path, ...] = ()) -> list[str]:
    """Return the names of what ``paths`` mean."""
    return [one.label if isinstance(one, Input) else str(one) for one in find(paths, reports=reports)]


def written(*names: str) -> None:
    """Write an empty file of each name, with its folders."""
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_folders_are_searched_and_sorted(folder: Path) -> None:
    written("b.md", "a.txt", "z/c.TEXT", "z/y/d.markdown", "e.jsonl", "a/f.txt", "photo.jpg", "script.py", "README")
    assert labels(".") == ["a/f.txt", "a.txt", "b.md", "e.jsonl", "z/c.TEXT", "z/y/d.markdown"]


def test_hidden_and_foreign_folders_are_passed_over_unless_named(folder: Path) -> None:
    written(".git/a.txt", "node_modules/b.md", "z/.venv/c.txt", ".d.txt", "._e.txt", "f.txt", "z/__pycache__/g.txt")
    assert labels(".") == ["f.txt"]
    assert labels(".git", ".d.txt") == [".git/a.txt", ".d.txt"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder: Path) -> None:
    written("story", "page.html")
    assert labels("story", "./page.html") == ["story", "page.html"]


def test_each_file_is_read_once(folder: Path) -> None:
    written("a.txt", "sub/b.txt")
    (folder / "link.txt").symlink_to("a.txt")
    assert labels("sub", "a.txt", ".", "./a.txt", "-", "-") == ["sub/b.txt", "a.txt", "-"]


def test_links_that_run_in_a_circle_end(folder: Path) -> None:
    written("sub/a.txt")
    (folder / "sub/round").symlink_to(folder)
    assert labels(".") == ["sub/a.txt"]


def test_a_dangling_link_is_told(folder: Path) -> None:
    (folder / "gone.txt").symlink_to("nowhere.txt")
    written("a.txt")
    assert labels(".") == ["a.txt", "gone.txt: cannot be read: no such file or directory"]


def test_the_report_is_no_draft(folder: Path) -> None:
    written("a.txt", "report.txt")
    assert labels(".", reports=(Path("report.txt"),)) == ["a.txt"]


def test_what_is_missing_is_told_with_the_nearest_name(folder: Path) -> None:
    written("drafts/ferries.txt")
    assert labels("drafts/feries.txt") == [
        "drafts/feries.txt: no such file or folder; did you mean drafts/ferries.txt?"
    ]
    assert labels("drafts/mayor.txt", "no/such.txt", "drafts/ferries.txt/x") == [
        "drafts/mayor.txt: no such file or folder; check the spelling and the folder",
        "no/such.txt: no such file or folder; check the spelling and the folder",
        "drafts/ferries.txt/x: no such file or folder; check the spelling and the folder",
    ]


def test_a_name_that_no_file_can_have_is_told(folder: Path) -> None:
    (found,) = find(["The mayor said. " * 100])
    assert isinstance(found, Problem)
    assert found.message == "cannot be read: file name too long"


def test_a_folder_without_drafts_is_worth_a_note(folder: Path) -> None:
    written("pictures/a.jpg")
    assert list(find(["pictures"])) == [
        Note("pictures", "no drafts here (.txt, .md, .html, .docx, .xml, .json, .jsonl, …)")
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_a_folder_that_must_not_be_read_is_told(folder: Path) -> None:
    written("closed/a.txt", "b.txt")
    (folder / "closed").chmod(0)
    assert labels(".") == ["closed: cannot be read: permission denied", "b.txt"]


def test_standard_input_is_called_what_the_user_says(folder: Path) -> None:
    assert list(find(["-"], "wire.jsonl")) == [Input("wire.jsonl")]
    (found,) = find(["-"], "wire.jsonl")
    assert isinstance(found, Input)
    assert found.has_rows
