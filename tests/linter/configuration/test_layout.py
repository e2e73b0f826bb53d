"""Where the statements of a TOML file stand."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib_lsp.linter.configuration.layout import Assignment, Header, line_of, lines, statements

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TEXT = """\
# a = 1
a = 1 # not "b = 2"
b.c = "x = [1] # no comment"
'd e' = [ # one
  "]", '#',
  [1, {x = 2}],
] # two
f = \"\"\"
g = 1
\\\"\"\"\"\"\"
h = '''
i = 1'''

[t]
j = {k = "}", l = [1]}
[ t . "u v" ] # three
m\t=\ttrue
[[n]]
o = 2020-01-01T00:00:00Z"""


def test_every_statement_is_found_with_its_value() -> None:
    found = list(statements(TEXT))
    assert [(one.key, one.value.of(TEXT)) for one in found if isinstance(one, Assignment)] == [
        (("a",), "1"),
        (("b", "c"), '"x = [1] # no comment"'),
        (("d e",), "[ # one\n  \"]\", '#',\n  [1, {x = 2}],\n]"),
        (("f",), '"""\ng = 1\n\\""""""'),
        (("h",), "'''\ni = 1'''"),
        (("t", "j"), '{k = "}", l = [1]}'),
        (("t", "u v", "m"), "true"),
        (("n", "o"), "2020-01-01T00:00:00Z"),
    ]
    assert [(one.key, one.span.of(TEXT)) for one in found if isinstance(one, Header)] == [
        (("t",), "[t]"),
        (("t", "u v"), '[ t . "u v" ]'),
        (("n",), "[[n]]"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_count_from_one_however_they_end(newline: str) -> None:
    known = lines(TEXT.replace("\n", newline))
    assert [known[key] for key in (("a",), ("d e",), ("h",), ("t", "u v", "m"), ("n", "o"))] == [2, 4, 11, 17, 19]
    assert line_of(("t", "j", "k"), known) == 15
    assert line_of(("nowhere",), known) is None


_keys = st.text(min_size=1, max_size=5) | st.sampled_from(["a", "b-c", "ünï", "x.y", '"', "#", "="])
_values = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)


@settings(deadline=None)
@given(st.dictionaries(_keys, _values, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_the_parts_of_any_file_say_what_the_whole_says(table: dict[str, object], newline: str) -> None:
    text = newline.join(f"{quoted(key)} = {quoted(value)} # {key!r}" for key, value in table.items()) + newline
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # half a surrogate pair, say
    parts = {one.key[0]: tomllib.loads(f"v = {one.value.of(text)}")["v"] for one in statements(text)
             if isinstance(one, Assignment)}  # fmt: skip
    assert parts == whole


def quoted(value: object) -> str:
    """Return a value as TOML, which has of JSON all that is needed here."""
    return json.dumps(value).replace("\x7f", "\\u007f")
