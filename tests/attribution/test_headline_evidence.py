"""What the headline says that the story does not: names, quotations, contrary words, certainty, repetition."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.certainty import certainty
from attrib_lsp.attribution.coverage import coverage, shares_figure
from attrib_lsp.attribution.displaced import displaced
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.misquotations import Slip, misquotations
from attrib_lsp.attribution.polarity import contradictions
from attrib_lsp.attribution.repeated import in_order, repeated
from attrib_lsp.attribution.strangers import state_named, strangers
from attrib_lsp.attribution.superlatives import unheard_of
from attrib_lsp.attribution.upgrades import upgrades
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

BODY = (
    "Emma Lindqvist, the minister for transport, opened the new bridge to Norway on Monday. Norwegian engineers had "
    "built it. “It will hold for a hundred years,” Lindqvist said. Piet Moran, a fisherman, watched from the shore."
)


def read(linter: Linter, headline: str, body: str = BODY) -> tuple[AttributionGraph, Paragraph]:
    """Return the graph of a draft and its headline."""
    graph = linter.analyse(read_story(SourceText(f"# {headline}\n\n{body}\n"), Markup.MARKDOWN))
    assert graph.headline is not None
    return graph, graph.paragraphs[graph.headline]


def body_of(graph: AttributionGraph) -> list[tuple[int, Paragraph]]:
    """Return the body's paragraphs with their numbers."""
    return [(number, graph.paragraphs[number]) for number in graph.body]


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Lindqvsit opens bridge to Norway", [("Lindqvsit", "Lindqvist")]),
        ("Emma Lindqvist opens bridge to Sweden", [("Sweden", "Norway")]),
        ("Janet Zemanek opens bridge to Norway", [("Zemanek", "")]),
        ("Minister opens bridge to Oslo", []),
        ("Hoarder opens bridge to Norway", []),
        ("Emma Lindo opens bridge to Norway", []),
    ],
)
def test_names_that_the_story_does_not_have(linter: Linter, headline: str, found: list[tuple[str, str]]) -> None:
    graph, paragraph = read(linter, headline)
    strange = strangers(paragraph, graph.vocabulary)
    assert [(one.span.of(paragraph.text), one.meant) for one in strange] == found


def test_a_state_is_there_with_its_offices(linter: Linter) -> None:
    graph, paragraph = read(linter, "US opens bridge")
    assert [one.meant for one in strangers(paragraph, graph.vocabulary)] == ["Norway"]
    graph, paragraph = read(linter, "US opens bridge", f"{BODY} The White House paid for it.")
    assert not tuple(strangers(paragraph, graph.vocabulary))


def test_states_go_by_many_names() -> None:
    assert {state_named(name) for name in ("the United States", "U.S.", "Americans", "Washington")} == {"us"}


def test_a_name_from_further_down_stands_for_the_one_at_the_top(linter: Linter) -> None:
    body = (
        "Emma Lindqvist will open the new bridge on Monday. Lindqvist said that the bridge was strong. The county has "
        "paid for it. A band will play. Piet Moran, a fisherman, caught a cod."
    )
    graph, paragraph = read(linter, "Moran to open new bridge", body)
    (found,) = displaced(paragraph, body_of(graph))
    assert (found.span.of(paragraph.text), found.meant) == ("Moran", "Emma Lindqvist")
    for headline in ("Lindqvist to open new bridge", "Piet Moran bridge to open", "Moran-built bridge to open"):
        graph, paragraph = read(linter, headline, body)
        assert not tuple(displaced(paragraph, body_of(graph)))


NORWAY = (
    "Norwegian engineers will mend the old bridge at Tarn this winter. Norway built it in 1970. The engineers will "
    "bring steel from Sweden. Africa and the European Union have bridges, Agence France-Presse said."
)
PEOPLE = (
    "The bakery in Tarn was sold to Ida Morris on Monday. Morris will keep the oven. It is old. The lawyer who wrote "
    "the contract, Peter Voss, ate a cake. Sweden's ambassador, Jeb Morris, did not."
)


@pytest.mark.parametrize(
    ("body", "headline", "found"),
    [
        (NORWAY, "Sweden to mend old bridge at Tarn", [("Sweden", "Norwegian")]),
        (NORWAY, "France to mend old bridge at Tarn", [("France", "Norwegian")]),
        (NORWAY, "Norway to mend old bridge at Tarn", []),
        (NORWAY, "Swedish-made steel for old bridge at Tarn", []),
        (NORWAY, "‘Sweden’ to mend old bridge at Tarn", []),
        (PEOPLE, "Voss buys bakery in Tarn", [("Voss", "Ida Morris")]),
        (PEOPLE, "Morris buys bakery in Tarn", []),
        (PEOPLE, "Jeb buys bakery in Tarn", []),
    ],
)
def test_a_name_that_the_story_has_seldom_stands_for_the_one_of_whom_it_tells(
    linter: Linter, body: str, headline: str, found: list[tuple[str, str]]
) -> None:
    graph, paragraph = read(linter, headline, body)
    displaced_ = displaced(paragraph, body_of(graph))
    assert [(one.span.of(paragraph.text), one.meant) for one in displaced_] == found


def test_a_land_within_which_others_lie_is_in_no_lands_stead(linter: Linter) -> None:
    body = "African ministers met on Monday. Benin needs money, one said. Africa needs money for bridges, said another."
    graph, paragraph = read(linter, "Benin needs money for bridges", body)
    assert not tuple(displaced(paragraph, body_of(graph)))


@pytest.mark.parametrize(
    ("quoted", "slip"),
    [
        ("It will hold for a hundred years", None),
        ("Hold for hundred years", None),
        ("hold a hundred years", Slip.LEFT_OUT),
        ("hold for a hundred winters", Slip.CHANGED),
        ("last a century", Slip.PARAPHRASED),
    ],
)
def test_quotations(linter: Linter, quoted: str, slip: Slip | None) -> None:
    graph, paragraph = read(linter, f"Minister: bridge ‘will {quoted}’" if slip else f"Minister: ‘{quoted}’")
    assert [one.slip for one in misquotations(paragraph, graph.vocabulary)] == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("headline", "body", "slips"),
    [
        ("Minister: ‘I’d cross it twice’", "“I would cross it twice,” the minister said of the bridge.", []),
        ("Bridge is ‘second to none’", "The bridge is 2nd to none, the minister said.", []),
        ("Sailor, a ‘bridge child’, dies", "The sailor, who has died, was a Tarn child.", [Slip.PARAPHRASED]),
        ("Sailor, a ‘bridge child’, dies", "The sailor was a “city child”, they say.", [Slip.CHANGED]),
        ("They ‘blame Piet Moran’", "They mourn Piet Moran, a sailor.", [Slip.PARAPHRASED]),
        ("Boats ‘four weeks off’", "It will be four weeks before the boats come.", [Slip.PARAPHRASED]),
        ("Mayor keeps ‘bridge gift’", "The bridge was a gift to the mayor, who keeps it.", [Slip.PARAPHRASED]),
    ],
)
def test_quotations_in_other_letters(linter: Linter, headline: str, body: str, slips: list[Slip]) -> None:
    graph, paragraph = read(linter, headline, body)
    assert [one.slip for one in misquotations(paragraph, graph.vocabulary)] == slips


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Bakery loses case in Porto", "A bakery won the previous case in Porto. The judge was the same."),
        ("Farmers not giving up fight", "Farmers gave milk to the poor on Monday. They want their land."),
        ("Bridge might not be bridge", "The bridge is a bridge. The bridge is long."),
        ("Sailor dies after killing cook", "The sailor killed the cook before leading police to the port, and died."),
        ("Bakery's shares end day down", "The bakery's shares gave up 98 points on the day."),
        ("Parents burnt alive", "The boy tried to kill his parents in a burnt house."),
    ],
)
def test_words_that_are_not_contrary(linter: Linter, headline: str, body: str) -> None:
    graph, paragraph = read(linter, headline, body)
    assert not tuple(contradictions(paragraph, body_of(graph)))


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Bakery's profits fall", ["fall"]),
        ("Bakery's profits rise", []),
        ("Bakery's profits climb", []),
        ("Bakery's profits did not rise", ["not"]),
    ],
)
def test_contrary_words(linter: Linter, headline: str, words: list[str]) -> None:
    graph, paragraph = read(linter, headline, "The bakery's profits rose by a tenth last year, its owner said.")
    assert [one.span.of(paragraph.text) for one in contradictions(paragraph, body_of(graph))] == words


@pytest.mark.parametrize(
    ("sentence", "rank"),
    [
        ("The bakery closed.", 5),
        ("The bakery will close.", 4),
        ("The bakery plans to close.", 3),
        ("The bakery may close.", 2),
        ("The bakery hopes to close.", 1),
        ("The bakery did not close.", 0),
    ],
)
def test_certainty(linter: Linter, sentence: str, rank: int) -> None:
    graph, _ = read(linter, "A day in the county", sentence)
    (told,) = graph.paragraphs[graph.body[0]].sentences
    verb = next(token for token in told.tokens if token.lemma.lower() == "close")
    assert certainty(told, verb) == rank


def test_surer_than_the_story(linter: Linter) -> None:
    graph, paragraph = read(linter, "Bakery chain will buy its rival", "The bakery chain may buy its rival, it said.")
    (found,) = upgrades(paragraph, body_of(graph))
    assert (found.span.of(paragraph.text), found.gap) == ("will buy", 3)


def test_as_sure_as_whoever_says_so(linter: Linter) -> None:
    body = (
        "Two bankers predict that the bakery chain will go on and buy its rival if prices fall. It may sell its mill."
    )
    graph, paragraph = read(linter, "Bakery chain will buy its rival, bankers say", body)
    assert not tuple(upgrades(paragraph, body_of(graph)))


def test_a_record_that_the_story_does_not_know(linter: Linter) -> None:
    graph, paragraph = read(linter, "Minister opens record bridge")
    assert [one.of(paragraph.text) for one in unheard_of(paragraph, graph.vocabulary)] == ["record"]
    graph, paragraph = read(linter, "Minister opens record bridge", f"{BODY} It is the longest ever.")
    assert not tuple(unheard_of(paragraph, graph.vocabulary))


def test_what_is_said_is_repeated(linter: Linter) -> None:
    body = "The council has paid for the bridge twice, an engineer, Ada Bell, said. Nobody would say why."
    graph, _ = read(linter, "The council has paid for the bridge twice", body)
    assert [one.score for one in repeated(graph)] == [1.0]
    graph, _ = read(linter, "Council pays for bridge", body)
    assert not tuple(repeated(graph))


def test_words_in_order() -> None:
    assert in_order(list("abcd"), list("axbcyd")) == 4
    assert in_order(list("abcd"), list("dxba")) == 0


def test_coverage_counts_names_apart(linter: Linter) -> None:
    graph, paragraph = read(linter, "Lindqvist opens Lund’s zoo")
    found = coverage(paragraph, graph.vocabulary)
    assert (found.words, found.held) == (4, 2)
    assert found.names_held == 1


@pytest.mark.parametrize(
    ("headline", "body", "shared"),
    [
        ("Boss hands cooks $4m", "The crew got $4 million on Monday.", True),
        ("Boss hands cooks $4m", "The crew got $40 million on Monday.", False),
        ("Tarn 2-1 Porto", "Bell scored late and made it 2-1 on Monday.", True),
        ("Two cooks hurt", "Two sailors sang on Monday.", False),
        ("Ada Bell dies at 45", "The sailor, 45, sang on Monday.", False),
    ],
)
def test_figures_that_are_hardly_shared_by_chance(linter: Linter, headline: str, body: str, shared: bool) -> None:
    graph, paragraph = read(linter, headline, body)
    assert shares_figure(paragraph, graph.vocabulary) is shared
