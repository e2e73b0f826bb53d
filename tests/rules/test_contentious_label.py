"""What a house has settled, and what a finding on "so-called" offers."""

from __future__ import annotations

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.allegations.contentious_label import Options, contentious_label
from tests.attribution.drafts import read


def test_a_house_may_allow_labels(linter: Linter) -> None:
    graph = read(linter, "Rob Tull is a bigot.\n\nAnn Orr, a fanatic, left on Friday.")
    words = [one.span.of(one.within.text) for one in contentious_label(graph, Options(("Bigot",))) if one.within]
    assert words == ["fanatic"]


def test_a_label_is_reported_once(linter: Linter) -> None:
    graph = read(linter, "Rob Tull is a bigot.\n\nAnn Orr is a bigot.")
    assert len(list(contentious_label(graph, Options()))) == 1


def test_so_called_can_be_deleted(linter: Linter) -> None:
    graph = read(linter, "The council hired its so-called experts in May.")
    (finding,) = contentious_label(graph, Options())
    (fix,) = finding.fixes
    text = graph.paragraphs[graph.body[0]].text
    mended = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert mended == "The council hired its experts in May."
