"""Configuration files for tests."""

from __future__ import annotations

from pathlib import Path

#: A configuration with every key.
FULL = """\
# The desk's own.
preset = "ap-like"
select = ["ANO", "HED", "UNS107"]
ignore = ["ANO207"]
extend-select = ["bare-source"]
house = "The Herald"
exclude = ["wire/", "*.old.md"]

[severity]
ANO206 = "hint"
headline-claim-not-in-body = "off"

[lexicons]
extend-outlets = ["Cragside Packet"]
without-labels = ["quack"]

[per-file-ignores]
"opinion/*.md" = ["UNS"]

[rules.vague-anonymous-source]
min-specificity = 1 # fewer than the preset's
"""


def write(folder: Path, **files: str) -> None:
    """Write files into ``folder``; their names have "__" for "/" and "_toml" for ".toml"."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_toml", ".toml").replace("_", "-")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
