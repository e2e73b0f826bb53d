"""The settings for each document: by folder in the editor, over the nearest configuration file."""

from __future__ import annotations

from pathlib import Path

from attrib_lsp.linter.settings import Settings, settings
from attrib_lsp.server.scopes import Scopes, path_of, read_scopes
from attrib_lsp.server.settling import Settling


def scopes(*folders: Path, **options: object) -> Scopes:
    """Return an editor's settings: ``options`` by the names of folders."""
    return read_scopes(options.get("general"), [(one.as_uri(), options.get(one.name)) for one in folders])


def settling(held: Scopes) -> Settling:
    """Return a settling for an editor's settings."""
    found = Settling()
    found.scopes = held
    return found


def test_the_innermost_folder_around_a_document_counts(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "a" / "b ü"
    held = scopes(b, a, a={"inlayHints": True}, general={"codeLens": False}, **{b.name: {"configuration": "x.toml"}})
    assert held.settings_for((a / "s.md").as_uri()).inlay_hints
    assert held.settings_for((b / "c" / "s.md").as_uri()).configuration == "x.toml"
    assert held.settings_for((tmp_path / "ab" / "s.md").as_uri()).code_lens is False
    assert held.configuration_for((b / "c" / "s.md").as_uri()) == b / "x.toml"
    assert held.configuration_for((a / "s.md").as_uri()) is None


def test_a_document_that_is_not_saved_is_in_the_first_folder(tmp_path: Path) -> None:
    held = scopes(tmp_path / "a", tmp_path / "b", a={"inlayHints": True})
    assert held.settings_for("untitled:Untitled-1").inlay_hints
    assert held.path_for("untitled:Untitled-1") == tmp_path / "a" / "untitled"
    assert Scopes().path_for("untitled:Untitled-1") is None
    assert path_of("file:///a%00b.md") is None
    assert path_of("https://example.org/a.md") is None


def test_the_editor_lies_over_the_nearest_file(tmp_path: Path) -> None:
    (tmp_path / "attrib-lsp.toml").write_text('select = ["HED"]\nignore = ["UNS107"]')
    story = (tmp_path / "a" / "s.md").as_uri()
    held = settling(scopes(tmp_path, **{tmp_path.name: {"select": ["UNS107"]}})).of(story)
    assert held.settings.enabled == {"UNS107"}
    assert held.file == tmp_path / "attrib-lsp.toml"
    assert settling(scopes(tmp_path)).of("untitled:1").settings == settings(["HED"])
    assert settling(Scopes()).of("untitled:1").settings == Settings.default()


def test_a_file_that_the_editor_names_takes_the_place_of_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "attrib-lsp.toml").write_text('select = ["HED"]')
    (tmp_path / "house.toml").write_text('select = ["UNS107"]')
    story = (tmp_path / "s.md").as_uri()
    for named in ("house.toml", str(tmp_path / "house.toml")):
        held = settling(scopes(tmp_path, **{tmp_path.name: {"configuration": named}})).of(story)
        assert held.settings.enabled == {"UNS107"}
    missing = settling(scopes(tmp_path, **{tmp_path.name: {"configuration": "no.toml"}})).of(story)
    assert (missing.settings, missing.problem) == (Settings.default(), "no.toml: there is no such file")


def test_while_a_file_is_broken_it_says_what_it_said_before(tmp_path: Path) -> None:
    file, story = tmp_path / "attrib-lsp.toml", (tmp_path / "s.md").as_uri()
    found = settling(scopes(tmp_path))
    file.write_text('select = ["UNS107')
    broken = found.of(story)
    assert broken.settings == Settings.default()
    assert broken.problem is not None
    assert broken.problem.startswith("attrib-lsp.toml:1: this is no TOML")
    file.write_text('select = ["UNS107"]')
    assert (found.of(story).settings.enabled, found.of(story).problem) == ({"UNS107"}, None)
    file.write_text('select = ["UNS107"]\nignore = 1')
    again = found.of(story)
    assert (again.settings.enabled, again.problem) == (
        {"UNS107"},
        "attrib-lsp.toml:2: ignore: this is no list of rule codes or names but 1",
    )
    file.unlink()
    assert found.of(story) == settling(scopes(tmp_path)).of(story)
