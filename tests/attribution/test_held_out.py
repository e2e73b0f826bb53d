"""What a headline tells as done, as dead, as given or as known, and its story does not."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.held_out import asked_for, only_held_out, only_weighed
from attrib_lsp.attribution.only_denied import only_denied
from attrib_lsp.attribution.only_speaking import only_speaking
from attrib_lsp.attribution.overstated import called_causes, too_exact
from attrib_lsp.attribution.survivors import survivors
from attrib_lsp.attribution.swapped_kinds import swapped_kinds
from attrib_lsp.attribution.turned_words import turned_run, without_denial
from attrib_lsp.attribution.unknown_causes import unknown_cause
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.readers import read_row
from attrib_lsp.text.source_text import SourceText

FRAUD = (
    "The watchdog has fined no one over the collapse of Pemberton Savings, it said on Wednesday. Its inquiry has found "
    "no evidence of fraud. Police in Ostby arrested the bank's head, Clive Roth, on suspicion of hiding losses."
)
TRUCE = (
    "The government is considering an offer of a truce by Qatan, two diplomats said. Villages in the north have asked "
    "the state for 3 million crowns to build a well. At least 40 people were wounded in May."
)
PILL = "A trial of 320 people linked the pill to longer sleep, but it did not prove that the pill was the cause."
WALL = "Three workers were taken to hospital when a wall fell on them in Grenvik. They were treated for cuts."
ARREST = "Police arrested a farmer over a fire in Tarn. His lawyer, Nadia Shah, said he would go home soon."


def _read(linter: Linter, headline: str, story: str) -> tuple[AttributionGraph, Paragraph]:
    graph = linter.analyse(read_row(SourceText(story), SourceText(headline)))
    return graph, graph.paragraphs[0]


@pytest.mark.parametrize(
    ("headline", "story", "found"),
    [
        ("Bank head Clive Roth hid losses", FRAUD, ["hid"]),
        ("Bank head Clive Roth hid losses", FRAUD + " He was convicted of it on Monday.", []),
        ("Bank head Clive Roth hid losses", FRAUD + " Roth hid losses for years.", []),
        ("Government accepts offer of truce", TRUCE, ["accepts"]),
        ("Government accepts offer of truce", TRUCE + " On Sunday it accepted.", []),
        ("Government hears of offer of truce", TRUCE, []),
        ("Villages to receive 3m crowns for well", TRUCE, ["to receive"]),
        ("State gives villages 3m crowns for well", TRUCE, ["gives"]),
        ("State gives villages 3m crowns for well", TRUCE + " The state gave the villages the crowns.", []),
        ("Villages ask for 3m crowns to get well", TRUCE, []),
        ("Norda merges with Sky Air", "Norda is in talks on a merger with Sky Air. It would cost jobs.", ["merges"]),
        ("Norda merges with Sky Air", "The merger of Norda with Sky Air is done, it said.", []),
        ("Finland approves spray", "The maker has applied for approval of the spray in Finland.", ["approves"]),
        ("Finland approves spray", "Finland approved the spray. It had been asked for approval.", []),
        ("Exactly 40 wounded in May", TRUCE, ["Exactly 40"]),
        ("Only 40 people wounded in May", TRUCE, ["Only 40"]),
        ("40 people wounded in May", TRUCE, []),
        ("In just 40 years", "The town grew in more than 40 years. At least 40 people came.", []),
        ("Pill prevents bad sleep", PILL, ["prevents"]),
        ("Pill prevents bad sleep, trial suggests", PILL, []),
        ("Pill prevents bad sleep", PILL + " A second one showed that the pill prevents bad sleep.", []),
    ],
)
def test_what_is_only_held_out(linter: Linter, headline: str, story: str, found: list[str]) -> None:
    graph, paragraph = _read(linter, headline, story)
    looks = (only_held_out, only_weighed, asked_for, called_causes, too_exact)
    upgrades = [one for look in looks for one in look(paragraph, graph.numbered)]
    assert [one.span.of(headline) for one in upgrades] == found


@pytest.mark.parametrize(
    ("headline", "story", "found"),
    [
        ("Watchdog fines Pemberton Savings", FRAUD, ["fines"]),
        ("Watchdog fines Pemberton Savings", FRAUD + " In June it fined the bank.", []),
        ("Inquiry finds fraud at Pemberton Savings", FRAUD, ["finds"]),
        ("Inquiry finds no fraud at Pemberton Savings", FRAUD, []),
        ("Inquiry finds waste at Pemberton Savings", "The inquiry has found no evidence of fraud.", []),
        ("Ship survives storm", "The ship may not survive the storm.", []),
        ("Three workers killed as wall falls", WALL, ["killed"]),
        ("Three workers killed as wall falls", WALL + " All three died at night.", []),
        ("Three workers killed as wall falls", WALL + " Nobody was killed.", ["killed"]),
        ("Three workers hurt as wall falls", WALL, []),
    ],
)
def test_what_the_story_only_denies(linter: Linter, headline: str, story: str, found: list[str]) -> None:
    graph, paragraph = _read(linter, headline, story)
    looks = (only_denied, survivors)
    words = {one.span.of(headline) for look in looks for one in look(paragraph, graph.numbered, None)}
    assert sorted(words) == found


@pytest.mark.parametrize(
    ("headline", "story", "found"),
    [
        ("Nadia Shah arrested over fire in Tarn", ARREST, ["Nadia Shah"]),
        ("Farmer arrested over fire in Tarn", ARREST, []),
        ("Nadia Shah arrested over fire in Tarn", ARREST + " Shah was at the farm.", []),
        ("Nadia Shah arrested over fire in Tarn", ARREST.replace("a farmer", "her"), []),
        ("Nadia Shah held on suspicion of arson", ARREST.replace("arrested", "are holding"), ["Nadia Shah"]),
    ],
)
def test_whoever_only_speaks_has_nothing_done_to_them(
    linter: Linter, headline: str, story: str, found: list[str]
) -> None:
    graph, paragraph = _read(linter, headline, story)
    assert [one.span.of(headline) for one in only_speaking(paragraph, graph.numbered)] == found


@pytest.mark.parametrize(
    ("headline", "story", "found"),
    [
        ("Tea cuts risk of stroke", "Tea drinkers had a lower risk of a heart attack.", [("stroke", "heart attack")]),
        ("Tea cuts risk of stroke", "Tea drinkers had a lower risk of a heart attack. Clots were rarer.", []),
        ("Army asks for missiles", "The army asked for drones.", [("missiles", "drones")]),
        ("Army asks for missiles", "The army asked for rockets and drones.", []),
        ("Earthquake empties Tarn", "Flooding emptied the town of Tarn.", [("Earthquake", "Flooding")]),
        ("Is it cancer?", "The mayor has liver disease.", []),
    ],
)
def test_one_thing_in_the_place_of_another_of_its_sort(
    linter: Linter, headline: str, story: str, found: list[tuple[str, str]]
) -> None:
    graph, paragraph = _read(linter, headline, story)
    swapped = swapped_kinds(paragraph, graph.numbered, graph.vocabulary)
    assert [(one.span.of(headline), one.meant) for one in swapped] == found


@pytest.mark.parametrize(
    ("headline", "story", "told"),
    [
        ("Wet road caused crash in Tarn", "The cause of the crash in Tarn is not known.", True),
        ("Wet road caused crash in Tarn", "The crash in Tarn is still under investigation.", False),
        ("Wet road caused crash in Tarn", "It is unclear what started the fire. The crash was due to the road.", False),
        ("Driver caused crash in Tarn", "The cause of the crash in Tarn is not known.", False),
        ("Wet road in Tarn after crash", "The cause of the crash in Tarn is not known.", False),
    ],
)
def test_a_cause_that_is_not_known(linter: Linter, headline: str, story: str, told: bool) -> None:
    graph, paragraph = _read(linter, headline, story)
    assert (unknown_cause(paragraph, graph.numbered, None) is not None) == told


@pytest.mark.parametrize(
    ("wanted", "said", "run"),
    [
        ("we trust them", "we do not trust them", (0, 4)),
        ("we do not trust them", "so we trust them all", (1, 3)),
        ("we don't trust them", "we do not trust them", None),
        ("we trust you", "we do not trust them", None),
    ],
)
def test_words_with_a_not_more_or_less(wanted: str, said: str, run: tuple[int, int] | None) -> None:
    plain = wanted.split()
    assert turned_run(plain, without_denial(plain), said.split()) == run
