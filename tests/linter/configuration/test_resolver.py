"""Which file holds for a draft, and what is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attrib_lsp.linter.configuration import Layer, Resolver, files, read_layer
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.linter.settings import Settings, settings
from tests.linter.configuration.places import write

OURS = '[tool.attrib-lsp]\nignore = ["UNS"]\n'
OTHERS = '[project]\nname = "attrib-lsp"\n'


def off(resolver: Resolver, draft: Path) -> set[str]:
    """Return the families that are off for ``draft`` where the defaults have them on."""
    enabled = resolver.configuration(draft).settings_for(draft).enabled
    missing = Settings.default().enabled - enabled
    return {code.rstrip("0123456789") for code in missing}


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    found = Resolver().configuration(tmp_path / "story.md")
    assert found.settings_for(tmp_path / "story.md") == Settings.default()
    assert found.files == ()


def test_the_nearest_folder_wins_and_in_it_our_own_file(tmp_path: Path) -> None:
    write(tmp_path, attrib_lsp_toml='ignore = ["HED"]', a__pyproject_toml=OURS, a__b__pyproject_toml=OTHERS)
    resolver = Resolver()
    assert off(resolver, tmp_path / "story.md") == {"HED"}
    assert off(resolver, tmp_path / "a" / "story.md") == {"UNS"}
    assert off(resolver, tmp_path / "a" / "b" / "c" / "story.md") == {"UNS"}
    (tmp_path / "a" / ".attrib-lsp.toml").write_text('ignore = ["QUO"]')
    assert off(resolver, tmp_path / "a" / "story.md") == {"QUO"}
    write(tmp_path, a__attrib_lsp_toml='ignore = ["BAL"]')
    assert off(resolver, tmp_path / "a" / "story.md") == {"BAL"}


def test_a_file_is_read_once_until_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, attrib_lsp_toml='ignore = ["HED"]', pyproject_toml=OTHERS)
    read: list[Path] = []
    real = files.read_file
    monkeypatch.setattr(
        "attrib_lsp.linter.configuration.resolver.read_file", lambda file: (read.append(file), real(file))[1]
    )
    resolver = Resolver()
    drafts = [tmp_path / "a" / f"{number}.md" for number in range(100)]
    assert len({resolver.configuration(draft) for draft in drafts}) == 1
    assert len({id(resolver.configuration(draft).settings_for(draft)) for draft in drafts}) == 1
    assert read == [tmp_path / "attrib-lsp.toml"]
    write(tmp_path, attrib_lsp_toml='ignore = ["QUOT"]'.replace("T", ""))
    os.utime(tmp_path / "attrib-lsp.toml", ns=(1, 1))
    assert off(resolver, drafts[0]) == {"QUO"}
    (tmp_path / "attrib-lsp.toml").unlink()
    assert off(resolver, drafts[0]) == set()


def test_what_a_file_extends_lies_below_it(tmp_path: Path) -> None:
    base = 'preset = "ap-like"\nselect = ["ANO", "HED"]\nignore = ["ANO201"]\nseverity = {ANO202 = "hint"}\n'
    write(tmp_path, base__house_toml=base, a__attrib_lsp_toml='extend = "../base/house.toml"\nignore = ["HED"]')
    found = Resolver().configuration(tmp_path / "a" / "story.md")
    assert found.files == (tmp_path / "a" / "attrib-lsp.toml", tmp_path / "base" / "house.toml")
    enabled = found.settings.enabled
    assert enabled and {code[:3] for code in enabled} == {"ANO"}
    assert "ANO201" not in enabled
    assert found.settings.severities["ANO202"].name == "HINT"
    assert found.settings.severities["ANO206"].name == "WARNING"


def test_a_projects_file_may_be_extended(tmp_path: Path) -> None:
    write(tmp_path, pyproject_toml=OURS, a__attrib_lsp_toml='extend = "../pyproject.toml"', b_toml="")
    assert off(Resolver(), tmp_path / "a" / "story.md") == {"UNS"}


@pytest.mark.parametrize(
    ("own", "line", "problem"),
    [
        ('\nextend = "no.toml"', 2, "extend: {folder}/no.toml: there is no such file"),
        ('extend = "attrib-lsp.toml"', 1, "extend: {folder}/attrib-lsp.toml: this file is extended by itself"),
        (
            'extend = "../pyproject.toml"',
            1,
            "extend: {above}/pyproject.toml: there is no table [tool.attrib-lsp] in it",
        ),
        ("extend = 1", 1, "extend: this is no path but 1"),
    ],
)
def test_what_cannot_be_extended_is_told(tmp_path: Path, own: str, line: int, problem: str) -> None:
    write(tmp_path, pyproject_toml=OTHERS, a__attrib_lsp_toml=own)
    folder = tmp_path / "a"
    with pytest.raises(ConfigurationError) as error:
        Resolver().configuration(folder / "story.md")
    assert (error.value.file, error.value.line) == (folder / "attrib-lsp.toml", line)
    assert error.value.problem == problem.format(folder=folder, above=tmp_path)


def test_a_circle_and_a_long_row_are_told(tmp_path: Path) -> None:
    write(tmp_path, attrib_lsp_toml='extend = "b.toml"', b_toml='ignore = ["HED"]\nextend = "attrib-lsp.toml"')
    with pytest.raises(ConfigurationError, match=r"b\.toml:2: extend: .*this file is extended by itself"):
        Resolver().configuration(tmp_path / "story.md")
    for number in range(40):
        (tmp_path / f"r{number}.toml").write_text(f'extend = "r{number + 1}.toml"')
    with pytest.raises(ConfigurationError, match="16"):
        Resolver().layers(tmp_path / "r0.toml")


def test_a_fault_in_what_is_extended_is_told_of_that_file(tmp_path: Path) -> None:
    write(tmp_path, attrib_lsp_toml='extend = "b.toml"', b_toml='\nselct = ["HED"]')
    with pytest.raises(ConfigurationError, match=r"^\S*/b\.toml:2: selct: "):
        Resolver().configuration(tmp_path / "story.md")


def test_a_broken_projects_file_counts_only_if_it_speaks_of_us(tmp_path: Path) -> None:
    write(tmp_path, a__pyproject_toml="[project\n", b__pyproject_toml="[tool.attrib-lsp\n")
    resolver = Resolver()
    assert off(resolver, tmp_path / "a" / "story.md") == set()
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml:1: this is no TOML"):
        resolver.configuration(tmp_path / "b" / "story.md")


def test_a_file_that_is_named_or_none_at_all(tmp_path: Path) -> None:
    write(tmp_path, attrib_lsp_toml='ignore = ["HED"]', b_toml='ignore = ["QUO"]')
    resolver, draft = Resolver(), tmp_path / "story.md"
    named = resolver.configuration(draft, file=tmp_path / "b.toml").settings.enabled
    assert named == settings(ignore=["QUO"]).enabled
    assert resolver.configuration(draft, isolated=True).settings == Settings.default()


def test_what_lies_over_the_files_wins(tmp_path: Path) -> None:
    write(tmp_path, attrib_lsp_toml='select = ["HED"]\nignore = ["UNS107", "ANO202"]\npreset = "ap-like"')

    def over(**given: object) -> Layer:
        return read_layer(given, "over", lambda key, problem: pytest.fail(problem))

    resolver, draft = Resolver(), tmp_path / "story.md"
    assert resolver.configuration(draft, over(select=["UNS107"])).settings.enabled == {"UNS107"}
    family = resolver.configuration(draft, over(select=["ANO"])).settings.enabled
    assert "ANO201" in family and "ANO202" not in family
    bbc = resolver.configuration(draft, over(preset="bbc-like")).settings
    assert bbc.severities != resolver.configuration(draft).settings.severities
