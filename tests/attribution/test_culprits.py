"""Who is called guilty by a noun beside the name."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.culprits import culprits
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def called_guilty(linter: Linter, text: str) -> list[str]:
    """Return the words of the first sentence that call somebody guilty."""
    paragraph = read(linter, text).paragraphs[-1]
    return [one.span.of(paragraph.text) for one in culprits(paragraph.sentences[0])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested the killer, Jon Stead, on Sunday.", ["the killer, Jon Stead"]),
        ("Police arrested killer Jon Stead on Sunday.", ["killer Jon Stead"]),
        ("Police arrested the suspected killer, Jon Stead, on Sunday.", []),
        ("Police arrested the convicted killer Jon Stead on Sunday.", []),
        ("The gunman fled before Jon Stead came.", []),
        ("The killer, Jon Stead and the police met on Sunday.", []),
    ],
)
def test_culprits(linter: Linter, text: str, found: list[str]) -> None:
    assert called_guilty(linter, text) == found
