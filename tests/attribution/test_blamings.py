"""Who is accused of, or blamed for, anything at all."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.blamings import find_blamings
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy blamed Ruritania for the attack.", ["Ruritania"]),
        ("The union accused Nordal Mining of hiding from its men.", ["Nordal Mining"]),
        ("The envoy did not blame Ruritania for the attack.", []),
        ("The envoy refused to blame Ruritania for the attack.", []),
        ("“I blame Ruritania for the attack,” the envoy said.", []),
        ("Drivers blamed Ruritania.", []),
        ("They could blame Ruritania for the attack.", []),
    ],
)
def test_blamings(linter: Linter, text: str, expected: list[str]) -> None:
    assert [one.party.name for one in find_blamings(read(linter, text))] == expected
