"""Words that the pipeline's table of lemmas knows: common English ones, hardly any name."""

from __future__ import annotations

import json
from functools import cache

from attrib_lsp.language.pipeline import PACKAGE_DATA

_NAMES = frozenset({"NNP", "NNPS", "FW", "GW", "ADD"})


@cache
def known_words() -> frozenset[str]:
    """Return the lower-case forms and lemmas of the table, those of names left out.

    Raises:
        OSError: the package data is not there.
    """
    table = json.loads((PACKAGE_DATA / "attrib_lsp_reader" / "lemmas.json").read_text(encoding="utf-8"))
    found = set(table["verbs"])
    for tag, forms in table["forms"].items():
        if tag not in _NAMES:
            found |= forms.keys() | set(forms.values())
    return frozenset(found)
