"""The sample article, cut further, and with words put back that such a cut takes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib_lsp.attribution.versions.comparing import changes_between, laid_side_by_side
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

(SAMPLE,) = (Path(__file__).parents[3] / "seeds").glob("*.txt")
TEXT = SAMPLE.read_text(encoding="utf-8")
LEAD = "Russia has asked China"


def losses(linter: Linter, old: str, new: str) -> list[str]:
    """Return the kinds of what was lost between two versions."""
    before, after = (linter.analyse(read_story(SourceText(text), Markup.PLAIN)) for text in (old, new))
    return [one.kind.value for one in changes_between(laid_side_by_side(before, after)) if one.loss]


@pytest.mark.parametrize(
    ("cut", "put", "kind"),
    [
        (
            ", according to several US officials who spoke to the Financial Times and The Washington Post",
            "",
            "attribution-cut",
        ),
        (", one US official said, without providing details", "", "attribution-cut"),
        ("Beijing may not have understood", "Beijing had not understood", "certainty-raised"),
        ("about 46 per cent of", "about 64 per cent of", "figure-changed"),
        ("“I’ve never heard of that.”", "“I have never heard of that request.”", "quote-changed"),
        ("Liu Pengyu, spokesperson for China’s embassy in Washington, denied", "China’s embassy denied", "name-lost"),
        (", former editor-in-chief of the state-backed Chinese Global Times newspaper,", "", "description-lost"),
    ],
)  # fmt: skip
def test_a_further_cut_is_told(linter: Linter, cut: str, put: str, kind: str) -> None:
    assert TEXT.count(cut) == 1
    assert losses(linter, TEXT, TEXT.replace(cut, put)) == [kind]


def test_what_the_headline_lost_is_told(linter: Linter) -> None:
    assert TEXT.count(LEAD) == 2  # cut short on the page, and whole
    filed = TEXT.replace(LEAD, f"US officials say {LEAD}")
    assert losses(linter, filed, TEXT) == ["headline-outgrew"]
    assert losses(linter, TEXT, filed) == []


def test_the_sample_loses_nothing_against_itself(linter: Linter) -> None:
    assert losses(linter, TEXT, TEXT.replace("“", '"').replace("”", '"')) == []
