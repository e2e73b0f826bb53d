"""Two versions compared, written down: nothing here needs the pipeline."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from attrib_lsp.attribution.build import build_graph, read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.attribution.versions.change import Change, ChangeKind, Effect
from attrib_lsp.linter.versions import Compared, LocatedChange, LocatedPlace
from attrib_lsp.reports.origin import Origin
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.versions import FORMATS, report_in
from attrib_lsp.reports.versions.messages import message
from attrib_lsp.reports.versions.pair import Pair
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

OLD = "# Bridge may close\n\nThe bridge may close, the mayor said.\n"
NEW = "# Bridge may close\n\nThe bridge <b>may</b> close.\n"


def graph(text: str) -> AttributionGraph:
    """Return the graph of a draft whose paragraphs hold no sentences."""
    story = read_story(SourceText(text), Markup.MARKDOWN)
    return build_graph(story, [Paragraph(block.prose.text, (), (), ()) for block in read_blocks(story)])


def pair(*kinds: ChangeKind, old: str = "old.md", new: str = "new.md") -> Pair:
    """Return a pair of versions with changes of some kinds, all at the same words."""
    before, after = graph(OLD), graph(NEW)
    said, told = "the mayor said", "The bridge"
    places = Place(1, Span(22, 36)), Place(1, Span(0, 10))
    located = (
        LocatedPlace("text", Span(OLD.index(said), OLD.index(said) + len(said)), 1, False, said),
        LocatedPlace("text", Span(NEW.index(told), NEW.index(told) + len(told)), 1, False, told),
    )
    changes = tuple(LocatedChange(Change(kind, *places, "the mayor", "said", "says"), *located) for kind in kinds)
    return Pair(Origin(old), Origin(new), Compared(before, after, changes))


def written(name: str, *pairs: Pair, quiet: bool = False) -> str:
    """Return a report in one format."""
    return "".join(report_in(name)(pairs, Terminal(), quiet))


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_is_told_in_one_sentence(kind: ChangeKind) -> None:
    (change,) = pair(kind).compared.changes
    told = message(change)
    assert re.fullmatch(r"[A-Z].*[.]", told), told
    assert "None" not in told
    assert "  " not in told


def test_losses_gains_and_the_rest_are_all_kinds_there_are() -> None:
    effects = [kind.effect for kind in ChangeKind]
    assert effects.count(Effect.LOSS) == 15
    assert effects.count(Effect.NEUTRAL) == 2
    mirrored = {kind.mirror for kind in ChangeKind if kind.mirror is not None}
    assert mirrored == {kind for kind in ChangeKind if kind.effect is Effect.GAIN}


def test_a_mirrored_change_stands_where_it_stood_in_the_other_version() -> None:
    (located,) = pair(ChangeKind.NAME_LOST).compared.changes
    gain = located.change.mirrored()
    assert gain is not None
    assert (gain.kind, gain.old, gain.new) == (ChangeKind.NAME_GIVEN, located.change.new, located.change.old)
    assert replace(located.change, kind=ChangeKind.FIGURE_CHANGED).mirrored() is None


def test_the_text_shows_losses_in_full_and_the_rest_in_a_line() -> None:
    shown = written("text", pair(ChangeKind.ATTRIBUTION_CUT, ChangeKind.SOURCE_LEFT, ChangeKind.NAME_GIVEN))
    assert shown.startswith("new.md:3:1: loss attribution-cut\n  Paragraph 1 no longer says who says this;")
    assert "  3 | The bridge may close, the mayor said.\n    |                       --------------" in shown
    assert "\nnew.md:3:1: note source-left" in shown
    assert "\nnew.md:3:1: gain name-given" in shown
    assert shown.endswith("\n1 loss in 1 story, 2 other changes.\n")
    quiet = written("text", pair(ChangeKind.SOURCE_LEFT), quiet=True)
    assert (quiet, written("text", pair()), written("text")) == ("", "", "")


def test_json_is_one_array() -> None:
    (one, other) = json.loads(written("json", pair(ChangeKind.NAME_LOST), pair()))
    assert (one["losses"], one["gains"], other["changes"]) == (1, 0, [])
    assert one["changes"][0]["old"]["start"] == OLD.index("the mayor said")
    assert json.loads(written("json")) == []


def test_the_page_escapes_what_the_drafts_hold() -> None:
    sly = pair(ChangeKind.ATTRIBUTION_CUT, old="<i>old</i>.md")
    page = written("html", sly)
    assert "<i>old" not in page
    assert "<del>the mayor said</del>" in page
    assert page.count('href="#v1-loss1"') == 2
    assert page.count('id="v1-loss1"') == 1
    assert "style=" not in page
    assert "Macro" not in page


@pytest.mark.parametrize("pairs", [(), (pair(),), (pair(ChangeKind.NAME_LOST), pair(ChangeKind.NAME_GIVEN))])
def test_every_link_of_a_page_leads_somewhere(pairs: tuple[Pair, ...]) -> None:
    page = written("html", *pairs)
    targets = re.findall(r'id="([^"]+)"', page)
    assert len(targets) == len(set(targets))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(targets)


def test_all_formats_write_on_demand() -> None:
    assert [next(iter(report_in(name)([pair(ChangeKind.NAME_LOST)], Terminal(), False)), None) for name in FORMATS]
