"""Whatever stands in a configuration, and whatever an editor sends: it is told in a line, and nothing breaks."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from attrib_lsp.linter.configuration import KEYS, Configuration
from attrib_lsp.linter.configuration.files import faults
from attrib_lsp.server.options import own_options, read_options

_names = st.sampled_from(
    [*KEYS, "ANO202", "ANO", "vague-anonymous-source", "min-specificity", "loaded-attribution-verb", "groups", "*.md"]
) | st.text(max_size=4)
_words = _names | st.sampled_from(["off", "error", "ap-like", "1", "", "!", "[", "configuration", "codeLens"])
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False, allow_infinity=False) | _words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=3),
    max_leaves=12,
)
_settings = st.dictionaries(_words, _values, max_size=5)


def inline(value: object) -> str:
    """Return a value as TOML has it in a line; none is a text."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline(str(key))} = {inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return json.dumps("none" if value is None else value, ensure_ascii=False).replace("\x7f", "\\u007f")


@settings(deadline=None)
@given(_settings)
def test_no_file_breaks_the_reader(given: dict[str, object]) -> None:
    text = "\n".join(f"{inline(key)} = {inline(value)}" for key, value in given.items())
    for file in ("attrib-lsp.toml", "pyproject.toml"):
        for fault in faults(Path(file), text if file == "attrib-lsp.toml" else f"[tool.attrib-lsp]\n{text}"):
            assert "\n" not in fault.problem


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    for file in ("attrib-lsp.toml", "pyproject.toml"):
        faults(Path(file), text)


@settings(deadline=None)
@given(_settings | _values)
def test_no_editor_breaks_the_reader(sent: object) -> None:
    found = read_options(own_options(sent))
    assert all("\n" not in problem for problem in found.problems)
    if found.layer is not None:
        assert Configuration((found.layer,)).settings is not None
