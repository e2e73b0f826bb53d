"""The configuration file to begin with: short, a comment on each setting, what was not chosen as an example."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Strictness = Literal["light", "usual", "strict"]

#: What each strictness asks for, in words and as a setting; the usual one sets nothing.
STRICTNESSES: dict[Strictness, tuple[str, str]] = {
    "light": ("headlines, quotations and allegations only", 'select = ["HED", "QUO", "ALL6"]'),
    "usual": ("the rules that are on by default", ""),
    "strict": ("every rule, those that are off by default, too", 'extend-select = ["ALL"]'),
}
assert tuple(STRICTNESSES) == get_args(Strictness)

_HEAD = """\
# What attrib-lsp checks in the drafts in this folder and in those below.
# `attrib-lsp config` shows what holds here, `attrib-lsp rules` lists the rules, `attrib-lsp rule ANO202` explains one.
"""

_TAIL = """\

# Rules or families that are off.
# ignore = ["ANO207"]

# How grave a rule is: "error", "warning", "info", "hint", or "off".
# [severity]
# UNS107 = "error"

# Options of a rule; its page lists them.
# [rules.vague-anonymous-source]
# min-specificity = 3

# Words of your own: an outlet near you, a label that you do not use.
# [lexicons]
# extend-outlets = ["Cragside Packet"]
# extend-labels = ["firebrand"]

# Rules that are off in some files.
# [per-file-ignores]
# "opinion/*.md" = ["UNS"]
"""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a desk wants; ``schema`` is where an editor finds the JSON Schema, from the file's own folder."""

    preset: str | None = None
    house: Sequence[str] = ()
    exclude: Sequence[str] = ()
    strictness: Strictness = "usual"
    schema: str | None = None


def starter(choices: Choices) -> str:
    """Return the text of a configuration file that holds ``choices``; whether they can be followed is not looked at."""
    house = list(choices.house) if len(choices.house) > 1 else next(iter(choices.house), None)
    words, setting = STRICTNESSES[choices.strictness]
    parts = [
        _HEAD if choices.schema is None else f"#:schema {choices.schema}\n{_HEAD}",
        _setting("A house's published standards, as we read them.", "preset", choices.preset, "ap-like"),
        _setting("Your own outlet: what it reported needs no confirmation.", "house", house, "The Evening Herald"),
        _setting(
            "Passed over where a folder is checked.", "exclude", list(choices.exclude) or None, ["wire/", "*.old.md"]
        ),
        f"# What is checked: {words}.\n{setting}\n" if setting else "",
    ]
    return "\n".join(part for part in parts if part) + _TAIL


def _setting(words: str, key: str, value: object, example: object) -> str:
    """Return a setting below its comment; without a value it is an example in a comment of its own."""
    return f"# {words}\n{'# ' if value is None else ''}{key} = {_toml(example if value is None else value)}\n"


def _toml(value: object) -> str:
    """Return a text, or a list of texts, as TOML has it.

    >>> _toml(["wire/", "*.old.md"])
    '["wire/", "*.old.md"]'
    """
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
