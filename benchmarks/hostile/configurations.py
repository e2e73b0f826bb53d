"""Hostile configuration files beside a harmless draft."""

from __future__ import annotations

from random import Random

from benchmarks.hostile.values import Hostile

_DRAFT = "Officials said “it is” shut.\n"
_WHOLE = """\
extend = "other.toml"
preset = "ap-like"
select = ["ANO", "HED306"]
ignore = ["vague-anonymous-source"]
house = ["Lea News"]
exclude = ["drafts/**"]
[severity]
ANO202 = "error"
[per-file-ignores]
"*.txt" = ["ANO"]
[rules.vague-anonymous-source]
"""
_FIXED = (
    'extend = "attrib-lsp.toml"\n',
    'extend = "/dev/zero"\n',
    'extend = "/etc/passwd"\n',
    'extend = "' + "../" * 2_000 + 'x.toml"\n',
    'extend = "\\u0000"\n',
    'exclude = ["' + "**/" * 3_000 + '"]\n',
    'exclude = ["' + "[" * 5_000 + '"]\n',
    'exclude = ["' + "*a" * 200 + 'b"]\n[per-file-ignores]\n"' + "*a" * 40 + 'b" = ["ANO"]\n',
    "house = [" + '"a", ' * 50_000 + "]\n",
    "house = " + "[" * 3_000 + "\n",
    "a = " + "{b = " * 3_000 + "\n",
    "a." * 3_000 + "b = 1\n",
    "[" + "a." * 3_000 + "b]\n",
    'house = ["\x1b[31m", "\\u001b[31m", "\\u202e"]\n',
    'preset = "\\u001b[31mred"\n',
    'select = ["\\u001b[2J"]\n',
    'preset = "../../etc/passwd"\n',
    "select = [" + "1" * 10_000 + "]\n",
    "house = [" + "9" * 5_000 + "]\n",
    "baseline = '/dev/zero'\n",
    "baseline = '/'\n",
    "\ufeffselect = ['ANO']\n",
    "select = ['ANO']\r\rignore = 1\r",
    "\u2028\n",
    "\n" * 100_000 + "x\n",
    "#" * 1_000_000 + "\n",
    'house = ["' + "(a+)+" * 2_000 + '"]\n',
    "[rules]\n" * 2,
    "select = 1979-05-27T07:32:00\n",
)


def configured(chance: Random, number: int) -> Hostile:
    """Return a draft with a hostile configuration file."""
    if number % 2:
        chosen = _FIXED[(number // 2) % len(_FIXED)].encode()
    else:
        held = bytearray(_WHOLE.encode())
        for _ in range(chance.choice((1, 1, 4))):
            held[chance.randrange(len(held))] = chance.choice(b"\0\"'[]{}=\n#\\.,x9\xff\xc3 ")
        chosen = bytes(held[: chance.choice((len(held), chance.randrange(len(held))))])
    return Hostile("configuration: TOML", "a.txt", _DRAFT.encode(), chosen)
