"""What an edit costs the reader, and edits that look alike and cost nothing, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.versions.change import Change, Effect
from attrib_lsp.attribution.versions.comparing import changes_between, laid_side_by_side
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

STORY = """# Mayor may close the bridge, aide says

The old bridge in Alderton may close for 40 days in spring, the council leader, Mara Lind, said on Tuesday.

“We had no choice but to shut it for a while,” Lind said. “It has stood for ninety years.”

Two city officials familiar with the plans, who asked not to be named because they were not allowed to speak, said the \
builder Northline Works had known of the fault since May.

Northline Works denied it knew of the fault. “Nobody told us,” its lawyer, Per Dahl, said.

According to a report by the audit office, 30 percent of the money for the bridge was never spent.

Residents said the bridge had become a danger. The town meets again on Friday.

Tom Varga, a union official, told reporters that the workers would strike if nobody listened. The reservoir is \
allegedly in a worse state.

The harbour is probably next, Varga said, and a new ferry could carry 300 people a day.
"""


def read(linter: Linter, text: str) -> AttributionGraph:
    """Return the graph of a draft in Markdown."""
    return linter.analyse(read_story(SourceText(text), Markup.MARKDOWN))


def changes(linter: Linter, old: str, new: str) -> tuple[Change, ...]:
    """Return what happened between two versions."""
    return changes_between(laid_side_by_side(read(linter, old), read(linter, new)))


def losses(linter: Linter, old: str, new: str) -> list[str]:
    """Return the kinds of what was lost between two versions, sorted."""
    return sorted(one.kind.value for one in changes(linter, old, new) if one.loss)


def edited(*edits: tuple[str, str]) -> str:
    """Return the story with each of some words, which it has once, replaced."""
    text = STORY
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


OFFICIALS = (
    "Two city officials familiar with the plans, who asked not to be named because they were not allowed to speak,"
)
SHUT = "We had no choice but to shut it for a while"
STRIKE = "the workers would strike if nobody listened"

FLAGGED = [
    ("attribution-cut", [(", the council leader, Mara Lind, said on Tuesday", "")]),
    ("attribution-cut", [("According to a report by the audit office, 30 percent", "Thirty percent")]),
    ("attribution-cut", [("Residents said the bridge", "The bridge")]),
    ("attribution-cut", [("Tom Varga, a union official, told reporters that the workers", "The workers")]),
    ("certainty-raised", [("may close for", "will close for")]),
    ("certainty-raised", [("may close for", "closes for")]),
    ("certainty-raised", [("is allegedly in", "is in")]),
    ("certainty-raised", [("is probably next", "is next")]),
    ("certainty-raised", [("could carry", "will carry")]),
    ("name-lost", [("Tom Varga, a union official, told", "An official told"), ("Varga said", "the official said")]),
    ("description-lost", [(OFFICIALS, "Officials")]),
    ("description-lost", [("Tom Varga, a union official, told", "Tom Varga told")]),
    ("reason-lost", [(", who asked not to be named because they were not allowed to speak,", "")]),
    ("source-swapped", [("Tom Varga, a union", "Ada Lovell, a union"), ("next, Varga said", "next, Lovell said")]),
    ("cue-changed", [("told reporters that", "admitted that")]),
    ("cue-changed", [("for a while,” Lind said", "for a while,” Lind claimed")]),
    (
        "response-removed",
        [("Northline Works denied it knew of the fault. “Nobody told us,” its lawyer, Per Dahl, said.\n\n", "")],
    ),
    ("figure-changed", [("for 40 days", "for 60 days")]),
    ("figure-changed", [("30 percent", "13 percent")]),
    ("quote-changed", [("no choice but to shut it", "no option but to shut it")]),
    ("quote-changed", [("“Nobody told us,”", "“Nobody ever told us,”")]),
    ("quote-marks-dropped", [(f"“{SHUT},”", f"{SHUT},")]),
    ("quote-marks-added", [(STRIKE, f"“{STRIKE}”")]),
    ("headline-outgrew", [("Mayor may close the bridge", "Mayor will close the bridge")]),
    ("headline-outgrew", [("Mayor may close the bridge", "Mayor to close the bridge")]),
    ("headline-outgrew", [(", aide says", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "edits"), FLAGGED)
def test_a_loss_is_told(linter: Linter, kind: str, edits: list[tuple[str, str]]) -> None:
    assert kind in losses(linter, STORY, edited(*edits))


CLEAN = [
    [],
    [("may close for", "might close for")],
    [("may close for", "could be closed for")],
    [("is probably next", "is likely to be next")],
    [("for a while,” Lind said", "for a while,” she said")],
    [("for a while,” Lind said", "for a while,” Lind told reporters")],
    [("for a while,” Lind said", "for a while,” the council leader said")],
    [("Residents said the bridge had", "The bridge, residents said, had")],
    [("told reporters that the workers", "told reporters the workers"), ("would strike", "would walk out")],
    [("According to a report by the audit office, 30 percent", "A report by the audit office says 30 percent")],
    [("30 percent", "30%"), ("for 40 days", "for forty days"), ("ninety years", "90 years")],
    [("for a while,” Lind said. “It has stood for ninety years.”", "for a while,” Lind said.")],
    [(f"“{SHUT},”", f'"{SHUT},"')],
    [(f"“{SHUT},” Lind said.", f"Lind said: “{SHUT}.”")],
    [(f"“{SHUT},” Lind said.", "They had had to shut it for some time, Lind said.")],
    [("Residents said the bridge had become a danger. ", "")],
    [("said the builder Northline Works had known of", "said Northline Works, the builder, had been aware of")],
    [("denied it knew", "denied having known")],
    [("Alderton", "Aldreton")],
    [("The old bridge in Alderton may close", "Alderton’s old bridge may close")],
    [("Tom Varga, a union official, told", "Union official Tom Varga told")],
]  # fmt: skip


@pytest.mark.parametrize("edits", CLEAN)
def test_what_is_only_reworded_is_no_loss(linter: Linter, edits: list[tuple[str, str]]) -> None:
    assert losses(linter, STORY, edited(*edits)) == []


def test_paragraphs_that_move_lose_nothing(linter: Linter) -> None:
    head, *body = STORY.strip().split("\n\n")
    turned = [*body[:1], *body[4:6], *body[1:4], *body[6:]]
    assert losses(linter, STORY, "\n\n".join([head, *turned])) == []


def test_a_sentence_split_in_two_keeps_its_source(linter: Linter) -> None:
    told = "# A day\n\nThe mayor, Jo Lind, said the ferry would stop in May"
    old, new = f"{told} and the harbour would be closed to ships.\n", f"{told}. The harbour would be closed to ships.\n"
    assert losses(linter, old, new) == []
    assert losses(linter, new, old) == []


def test_a_denial_that_moves_to_the_end_is_told(linter: Linter) -> None:
    head, *body = STORY.strip().split("\n\n")
    denial = body.pop(3)
    moved = changes(linter, STORY, "\n\n".join([head, *body, denial]))
    (found,) = [one for one in moved if one.kind.value == "response-moved-down"]
    assert (found.source, found.old and found.old.paragraph, found.new and found.new.paragraph) == (
        "Northline Works",
        4,
        8,
    )
    assert losses(linter, STORY, "\n\n".join([head, *body[:4], denial, *body[4:]])) == []


def test_a_denial_that_leaves_with_its_accusation_is_no_loss(linter: Linter) -> None:
    head, *body = STORY.strip().split("\n\n")
    assert losses(linter, STORY, "\n\n".join([head, *body[:2], *body[4:]])) == []


def test_a_denial_cut_out_of_its_sentence_is_told(linter: Linter) -> None:
    claim = "# A day\n\nNorthline Works took bribes for the bridge, three officials said.\n\n"
    old = f"{claim}Northline Works, which denied taking bribes, will rebuild the bridge at Kessing by May.\n"
    cut = old.replace(", which denied taking bribes,", "")
    reworded = old.replace("which denied taking bribes", "which says it never took any")
    assert "response-removed" in losses(linter, old, cut)
    assert "response-removed" not in losses(linter, old, reworded)


def test_a_statement_that_leaves_with_its_source_is_no_loss(linter: Linter) -> None:
    found = changes(linter, STORY, edited(("Residents said the bridge had become a danger. ", "")))
    assert [(one.kind.value, one.source, one.new) for one in found] == [("source-left", "Residents", None)]


def test_one_source_alone_is_told(linter: Linter) -> None:
    old = (
        "# A day at the mill\n\nThe mill will close in May, its director, Jo Lind, said. Forty people work there, she "
        "said.\n\n"
        "The union will fight it, its secretary, Ada Roe, said.\n"
    )
    found = changes(linter, old, old.partition("\n\nThe union")[0] + "\n")
    assert [(one.kind.value, one.source) for one in found if one.loss] == [("single-source", "Jo Lind")]


def test_a_quotation_whose_speaker_has_gone_is_told(linter: Linter) -> None:
    first = "“We will not pay for the road,” the mayor, Jo Lind, said. "
    old = f"# A day\n\n{first}“The road belongs to the county council.”\n\nThe road is old.\n"
    found = changes(linter, old, old.replace(first, ""))
    assert [(one.kind.value, one.source) for one in found if one.loss] == [("attribution-cut", "Jo Lind")]


@pytest.mark.parametrize(("kind", "edits"), [one for one in FLAGGED if one[0] in ("attribution-cut", "name-lost")])
def test_the_way_back_is_a_gain(linter: Linter, kind: str, edits: list[tuple[str, str]]) -> None:
    found = changes(linter, edited(*edits), STORY)
    gained = {"attribution-cut": "attribution-added", "name-lost": "name-given"}[kind]
    assert gained in [one.kind.value for one in found if one.kind.effect is Effect.GAIN]
    assert kind not in [one.kind.value for one in found]


def test_places_count_in_their_own_version(linter: Linter) -> None:
    new = "# Mayor may close the bridge, aide says\n\nIt rained.\n\n" + STORY.partition("\n\n")[2].replace(
        "40 days", "60 days"
    )
    old_graph, new_graph = read(linter, STORY), read(linter, new)
    (found,) = [one for one in changes_between(laid_side_by_side(old_graph, new_graph)) if one.loss]
    assert found.old is not None
    assert found.new is not None
    assert found.old.span.of(old_graph.paragraphs[found.old.paragraph].text) == found.before == "40"
    assert found.new.span.of(new_graph.paragraphs[found.new.paragraph].text) == found.after == "60"


@pytest.mark.parametrize("cut", range(0, 400, 23))
def test_a_draft_that_is_half_written_raises_nothing(linter: Linter, cut: int) -> None:
    short = STORY[:cut]
    assert changes(linter, short, short) == ()
    changes(linter, STORY, short)
    changes(linter, short, STORY)
