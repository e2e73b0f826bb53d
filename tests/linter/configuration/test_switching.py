"""A rule switched off in a configuration file: the file says that, and is else what it was."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib_lsp.linter.configuration.switching import switch_off
from attrib_lsp.linter.errors import UnknownRuleError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def switched(text: str | None, *, shared: bool = False, code: str = "ANO202") -> str | None:
    """Return the file afterwards; None if there is no edit."""
    edit = switch_off(text, code, shared=shared)
    return None if edit is None else edit.applied(text or "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, 'ignore = ["ANO202"]\n'),
        ("", 'ignore = ["ANO202"]\n'),
        ("# Ours.", '# Ours.\nignore = ["ANO202"]\n'),
        ('preset = "ap-like" # yes\n', 'preset = "ap-like" # yes\nignore = ["ANO202"]\n'),
        ('preset = "ap-like"', 'preset = "ap-like"\nignore = ["ANO202"]'),
        ("ignore = []\n", 'ignore = ["ANO202"]\n'),
        ("ignore = [ # none\n]\n", 'ignore = ["ANO202" # none\n]\n'),
        ('ignore = ["HED"] # why\n', 'ignore = ["HED", "ANO202"] # why\n'),
        ("ignore = ['HED', ]\n", "ignore = ['HED', \"ANO202\", ]\n"),
        ('ignore = [\n  "HED", # why, "ANO202"\n]\n', 'ignore = [\n  "HED", # why, "ANO202"\n  "ANO202",\n]\n'),
        ('ignore = [\n\t"HED" # why\n]\n', 'ignore = [\n\t"HED", # why\n\t"ANO202"\n]\n'),
        ('ignore = [\n  "HED"\n  , # why\n]', 'ignore = [\n  "HED"\n  , # why\n  "ANO202",\n]'),
        ('ignore = ["HED",\n  "QUO"]', 'ignore = ["HED",\n  "QUO", "ANO202"]'),
        (
            "# Ours.\n\n# Graver:\n[severity]\nUNS107 = 'error'\n",
            "# Ours.\n\nignore = [\"ANO202\"]\n\n# Graver:\n[severity]\nUNS107 = 'error'\n",
        ),
        ("[severity]\n", 'ignore = ["ANO202"]\n\n[severity]\n'),
        ('house = """\n[x]\n"""\n[severity]\n', 'house = """\n[x]\n"""\nignore = ["ANO202"]\n[severity]\n'),
        ("rules.ANO202.a = 1\n[severity]\n", 'rules.ANO202.a = 1\nignore = ["ANO202"]\n[severity]\n'),
    ],
)
def test_our_own_file(before: str | None, after: str) -> None:
    assert switched(before) == after
    if before is not None:
        assert switched(before.replace("\n", "\r\n")) in (after.replace("\n", "\r\n"), after)
        assert switched("\ufeff" + before) == "\ufeff" + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[tool.attrib-lsp]\nignore = ["ANO202"]\n'),
        ("[project]\nname = 'x'", "[project]\nname = 'x'\n\n[tool.attrib-lsp]\nignore = [\"ANO202\"]\n"),
        (
            "[tool.attrib-lsp] # ours\n[tool.attrib-lsp.severity]\n",
            '[tool.attrib-lsp] # ours\nignore = ["ANO202"]\n[tool.attrib-lsp.severity]\n',
        ),
        (
            "[tool.attrib-lsp]\n  preset = 'ap-like'\n\n[tool.x]\nignore = ['E']\n",
            "[tool.attrib-lsp]\n  preset = 'ap-like'\n  ignore = [\"ANO202\"]\n\n[tool.x]\nignore = ['E']\n",
        ),
        (
            "[tool.x]\nignore = ['E']\n[tool.attrib-lsp]\nignore = ['HED']\n",
            "[tool.x]\nignore = ['E']\n[tool.attrib-lsp]\nignore = ['HED', \"ANO202\"]\n",
        ),
        ("[tool]\nattrib-lsp.house = 'x'\n", "[tool]\nattrib-lsp.house = 'x'\nattrib-lsp.ignore = [\"ANO202\"]\n"),
        ("tool.'attrib-lsp'.ignore = ['HED']", "tool.'attrib-lsp'.ignore = ['HED', \"ANO202\"]"),
        (
            "[tool.attrib-lsp.severity]\nUNS107 = 'off'\n",
            "[tool.attrib-lsp.severity]\nUNS107 = 'off'\n\n[tool.attrib-lsp]\nignore = [\"ANO202\"]\n",
        ),
    ],
)
def test_a_projects_file(before: str, after: str) -> None:
    assert switched(before, shared=True) == after


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("ignore = ['ANO202']", False),
        ("ignore = ['vague-anonymous-source']", False),
        ("ignore = ['ano202']", False),
        ("ignore = 'HED'", False),
        ("ignore = [1]", False),
        ("ignore = [", False),
        ("[ignore]", False),
        ("tool.attrib-lsp = {preset = 'ap-like'}", True),
        ("[tool]\nattrib-lsp = 1", True),
        ("tool = 1", True),
        ("[[tool]]", True),
    ],
)
def test_what_needs_no_edit_or_cannot_be_edited_is_left_alone(text: str, shared: bool) -> None:
    assert switch_off(text, "ANO202", shared=shared) is None


def test_a_rule_is_named_either_way_and_written_by_its_code() -> None:
    assert switched(None, code="bare-reportedly") == 'ignore = ["UNS107"]\n'
    with pytest.raises(UnknownRuleError):
        switch_off(None, "ANO")


_comments = st.sampled_from(["", " # why", "  # ignore = ['x'] \"", "\t"])
_blanks = st.sampled_from(["", "\n", "\n\n# a remark\n", "  \n"])
_others = st.sampled_from(
    ["preset = 'ap-like'", 'house = "a]b"', "select = [\n 'ANO', # [\n]", "rules.ANO202.x = {y = ']'}"]
)
_elements = st.lists(st.sampled_from(["'HED'", '"QUO"', "'''BAL'''", '"UNS107"']), max_size=4, unique=True)
_gaps = st.sampled_from(["", " ", "\n", " # and ]\n  ", "\n\t"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw a configuration file, laid out in any way."""
    elements, lines = draw(_elements), [draw(_others)] * draw(st.integers(0, 1))
    if draw(st.booleans()):
        inner = ",".join(draw(_gaps) + one + draw(_gaps) for one in elements)
        inner += ("," if elements and draw(st.booleans()) else "") + draw(_gaps)
        lines.insert(draw(st.integers(0, len(lines))), f"ignore = [{inner}]")
    lines += ["[severity]", "UNS107 = 'hint'"] * draw(st.integers(0, 1))
    text = "".join(draw(_blanks) + line + draw(_comments) + "\n" for line in lines) + draw(_blanks)
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(deadline=None)
@given(files())
def test_any_file_says_one_thing_more_and_loses_nothing(text: str) -> None:
    before = tomllib.loads(text)
    after = switched(text)
    assert after is not None
    assert tomllib.loads(after) == {**before, "ignore": [*before.get("ignore", []), "ANO202"]}
    # Nothing is taken away and nothing else is put in: what was there is still there, in its order.
    rest = iter(after)
    assert all(character in rest for character in text)
    assert len(after) - len(text) <= len('\r\n\r\n  ignore = ["ANO202"],\r\n')
    assert switched(after) is None


@settings(deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_no_text_breaks_it(text: str, shared: bool) -> None:
    after = switched(text, shared=shared)
    if after is not None:
        assert "ANO202" in after
