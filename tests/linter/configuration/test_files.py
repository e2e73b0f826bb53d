"""What stands in a configuration file, well formed or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib_lsp.linter.configuration import Configuration, in_force, read_layer
from attrib_lsp.linter.configuration.files import LARGEST, read_file
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.linter.presets import preset
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import find
from tests.linter.configuration.places import FULL


def configured(folder: Path, text: str | bytes, name: str = "attrib-lsp.toml") -> Configuration:
    """Return the configuration that ``text`` is."""
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    layer = read_file(file)
    return Configuration(() if layer is None else (layer,))


def option(found: Configuration, rule: str, name: str) -> object:
    """Return an option of a rule as it is configured."""
    known = find(rule)
    assert known is not None
    return getattr(found.settings.options[known.code], name)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_every_key_holds(tmp_path: Path, newline: str, mark: bytes) -> None:
    found = configured(tmp_path, mark + FULL.replace("\n", newline).encode())
    settings = found.settings
    assert {"UNS107", "ANO202", "HED304"} <= settings.enabled
    assert not settings.enabled & {"ANO207", "HED302", "UNS104"}
    assert settings.severities["ANO206"] is Severity.HINT
    assert settings.severities["ANO203"] == preset("ap-like").policy.severities["ANO203"]
    assert option(found, "vague-anonymous-source", "min_specificity") == 1
    assert option(found, "unconfirmed-pickup", "house") == ("The Herald",)
    assert "UNS107" not in found.settings_for(tmp_path / "opinion" / "a.md").enabled
    for elsewhere in ("opinion/a.txt", "opinion/b/a.md", "a/opinion/a.md", "a.md"):
        assert found.settings_for(tmp_path / elsewhere) == settings
    assert found.settings_for(tmp_path.parent / "opinion" / "a.md") == settings
    assert found.settings_for(None) == settings
    assert found.excludes(tmp_path / "wire", folder=True)
    assert found.excludes(tmp_path / "a" / "b.old.md")
    assert not found.excludes(tmp_path / "wired.md")


def test_each_value_has_its_line(tmp_path: Path) -> None:
    found = {entry.key: entry.line for entry, _ in in_force(configured(tmp_path, FULL).layers)}
    assert found == {
        ("preset",): 2,
        ("select",): 3,
        ("ignore",): 4,
        ("extend-select",): 5,
        ("severity", "ANO206"): 10,
        ("severity", "HED302"): 11,
        ("rules", "vague-anonymous-source", "min-specificity"): 21,
        ("house",): 6,
        ("lexicons", "extend-outlets"): 14,
        ("lexicons", "without-labels"): 15,
        ("per-file-ignores", "opinion/*.md"): 18,
        ("exclude",): 7,
    }


def test_an_option_leaves_the_presets_others_alone(tmp_path: Path) -> None:
    found = configured(tmp_path, 'preset = "ap-like"\n[rules.ANO206]\nonce_per_story = false\n')
    assert option(found, "no-reason-for-anonymity", "byline_required") is True
    assert option(found, "no-reason-for-anonymity", "once_per_story") is False


def test_the_rules_own_option_wins_over_the_house(tmp_path: Path) -> None:
    found = configured(tmp_path, 'house = ["A", "B"]\n[rules.unconfirmed-pickup]\nhouse = ["C"]\n')
    assert option(found, "SEC701", "house") == ("C",)


def test_a_projects_file(tmp_path: Path) -> None:
    text = (
        '[project]\nname = "x"\n\n[tool.attrib-lsp]\nignore = ["HED"]\n[tool.attrib-lsp.severity]\nUNS107 = "error"\n'
    )
    found = configured(tmp_path, text, "pyproject.toml")
    assert found.settings.severities["UNS107"] is Severity.ERROR
    assert [entry.line for entry, _ in in_force(found.layers)] == [5, 7]
    assert configured(tmp_path, '[project]\nname = "attrib-lsp"\n', "pyproject.toml").layers == ()
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml:2: selct: there is no such setting"):
        configured(tmp_path, "[tool.attrib-lsp]\nselct = 1", "pyproject.toml")
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml:2: tool\.attrib-lsp is no table but 1"):
        configured(tmp_path, "[tool]\nattrib-lsp = 1", "pyproject.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = ", "1: this is no TOML: invalid value"),
        ("ignore = []\na = 1 b", "2: this is no TOML: expected newline or end of document after a statement"),
        ("\nselct = []", "2: selct: there is no such setting; did you mean select?"),
        ("zzz = 1", "1: zzz: there is no such setting; there are extend, preset, select, ignore, extend-select, "),
        ('preset = "ap-lik"', "1: preset: there is no preset 'ap-lik'; did you mean ap-like?"),
        ("preset = 1", "1: preset: this is no name but 1"),
        ("select = []", "1: select: this names no rule; leave it out to check those that are on by default"),
        ('select = "ANO"', "1: select: this is no list of rule codes or names but 'ANO'"),
        ('ignore = ["ANO", 7]', "1: ignore: this is no list of rule codes or names but ['ANO', 7]"),
        ('ignore = ["bare-reportdly"]', "1: ignore: there is no rule 'bare-reportdly'; did you mean bare-reportedly?"),
        ('[severity]\nANO2066 = "hint"', "2: severity.ANO2066: there is no rule 'ANO2066'; did you mean ANO20"),
        ('[severity]\nANO = "hint"', "2: severity.ANO: there is no rule 'ANO'; "),
        ('\nseverity = {ANO206 = "hin"}', "2: severity.ANO206: there is no severity 'hin'; did you mean hint?"),
        ('severity = "hint"', "1: severity: this is no table but 'hint'"),
        ("[rules.nosuchrule]\na = 1", "1: rules.nosuchrule: there is no rule 'nosuchrule'; "),
        (
            "[rules.ANO202]\n\nmin-specficity = 2",
            "3: rules.ANO202.min-specficity: vague-anonymous-source has no option 'min-specficity'; "
            "did you mean min-specificity?",
        ),
        (
            '[rules.ANO202]\nmin-specificity = "2"',
            "2: rules.ANO202.min-specificity: vague-anonymous-source.min-specificity must be a whole number, not '2'",
        ),
        ("rules.ANO202 = 2", "1: rules.ANO202: vague-anonymous-source: the options are no table but 2"),
        ("house = 1", "1: house: this is neither the name of your outlet nor a list of names but 1"),
        ("[per-file-ignores]\n'a.md' = 'UNS'", '2: per-file-ignores."a.md": this is no list of rule codes or names'),
        ("[per-file-ignores]\n'a.md' = ['X']", "2: per-file-ignores.\"a.md\": there is no rule 'X'; "),
        ("[per-file-ignores]\n'!a.md' = ['UNS']", "2: per-file-ignores.\"!a.md\": '!a.md' begins with “!”"),
        ("[per-file-ignores]\n' ' = ['UNS']", "2: per-file-ignores.\" \": ' ' matches no file"),
        (f"exclude = '{'a' * 500}'", f"1: exclude: this is no list of files and folders but '{'a' * 79}…"),
        ("exclude = 'a'", "1: exclude: this is no list of files and folders but 'a'"),
        ("exclude = ['a', '']", "1: exclude: '' matches no file"),
        ("exclude = ['a***/**b[']\nx = 1", "2: x: there is no such setting"),
        ("severity = []", "1: severity: this is no table but []"),
        ("rules.HED305.tolerance = 0x8000000000000000", " this is no TOML: a number in it is too large"),
        ("rules.HED305.tolerance = 1" + "0" * 5000, " this is no TOML: a number in it is too large"),
    ],
    ids=lambda given: given[:40],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        configured(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path / 'attrib-lsp.toml'}:{told}")
    assert "\n" not in str(error.value)


def test_a_whole_number_may_be_written_as_any_other(tmp_path: Path) -> None:
    found = configured(tmp_path, "rules.ANO202.min-specificity = 3.0")
    assert repr(option(found, "ANO202", "min_specificity")) == "3"


def test_an_editors_number_may_be_too_large() -> None:
    told: list[str] = []
    read_layer({"rules": {"HED305": {"tolerance": 10**400}}}, "editor", lambda key, problem: told.append(problem))
    assert told == ["headline-fact-mismatch.tolerance: this number is too large"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"attrib-lsp\.toml:2: this is not UTF-8"):
        configured(tmp_path, b"# a\n# \xff")
    with pytest.raises(ConfigurationError, match=r"attrib-lsp\.toml: too large"):
        configured(tmp_path, "# " + "x" * LARGEST)
    with pytest.raises(ConfigurationError, match="cannot be read: is a directory"):
        read_file(tmp_path)
    with pytest.raises(ConfigurationError, match="nested too deeply"):
        configured(tmp_path, "a = " + "[" * 100_000)
