"""What a desk's own words change in what is read and what is found, by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.values import SourceKind
from attrib_lsp.lexicons.house import UNCHANGED, Changes, changes
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import Settings, settings
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story


def story(body: str) -> Story:
    """Return a story with that body."""
    return read_story(SourceText(f"# Bridge shut\n\n{body}\n"), Markup.MARKDOWN)


def under(words: Changes, *select: str) -> Settings:
    """Return settings for some rules with changed words."""
    chosen = settings(select)
    return Settings(chosen.enabled, words=words)


def found(linter: Linter, body: str, words: Changes, *select: str) -> list[str]:
    """Return the words that some rules flag in a story with that body."""
    draft = story(body)
    return [one.span.of(draft.sources["text"].text) for one in linter.check(draft, under(words, *select))]


def kinds(linter: Linter, body: str, words: Changes) -> list[SourceKind]:
    """Return what the sources of a story are."""
    return [source.kind for source in linter.analyse(story(body), changes=words).sources]


OUTLET = "The bridge will close in May, the Cragside Packet reported."
ADDED = changes("outlets", ["The Cragside Packet"])


def test_an_outlet_of_the_desks_is_one(linter: Linter) -> None:
    assert kinds(linter, OUTLET, UNCHANGED) == [SourceKind.NAMED_ORGANISATION]
    assert kinds(linter, OUTLET, ADDED) == [SourceKind.MEDIA_OUTLET]
    assert found(linter, OUTLET, ADDED, "SEC701") == ["the Cragside Packet reported"]
    assert found(linter, OUTLET, UNCHANGED, "SEC701") == []


def test_an_outlet_that_is_taken_out_is_none_though_its_name_is_built_like_one(linter: Linter) -> None:
    body = "The bridge will close in May, the Cragside Mail reported."
    assert kinds(linter, body, UNCHANGED) == [SourceKind.MEDIA_OUTLET]
    assert kinds(linter, body, changes("outlets", (), ["Cragside Mail"])) == [SourceKind.NAMED_ORGANISATION]


def test_what_a_source_told_an_outlet_of_the_desks_came_through_it(linter: Linter) -> None:
    graph = linter.analyse(
        story("Maria Lind told the Cragside Packet on Sunday that the port was shut."), changes=ADDED
    )
    assert [source.via for source in graph.sources] == [("the Cragside Packet",)]


def test_an_agency_of_the_desks_needs_no_confirmation(linter: Linter) -> None:
    body = "The bridge will close in May, Cragside Wire reported."
    assert found(linter, body, changes("outlets", ["Cragside Wire"]), "SEC701") == ["Cragside Wire reported"]
    assert found(linter, body, changes("agencies", ["Cragside Wire"]), "SEC701") == []


@pytest.mark.parametrize(
    ("body", "name", "word", "flagged", "rule"),
    [
        (
            "The rally was led by Rob Tull, a firebrand, and by two students.",
            "labels",
            "firebrand",
            "firebrand",
            "ALL609",
        ),
        ("The wicked Valley Party won nine seats on Sunday.", "label-adjectives", "wicked", "wicked", "ALL609"),
        ("Ida Voss, the mayor, opined that it was late.", "loaded-verbs", "opine", "opined", "ATT501"),
        ("Ida Voss, the mayor, held forth that it was late.", "loaded-verbs", "hold forth", "held forth", "ATT501"),
    ],
)
def test_a_word_that_is_added_is_flagged(
    linter: Linter, body: str, name: str, word: str, flagged: str, rule: str
) -> None:
    assert found(linter, body, UNCHANGED, rule) == []
    assert found(linter, body, changes(name, [word]), rule) == [flagged]


@pytest.mark.parametrize(
    ("body", "name", "word", "flagged", "rule"),
    [
        ("The council voted. The thug Rob Tull left early.", "labels", "thug", "thug", "ALL609"),
        ("Ida Voss, the mayor, insisted that it was late.", "loaded-verbs", "insist", "insisted", "ATT501"),
        ("Ida Voss, the mayor, lashed out that it was late.", "loaded-verbs", "lash out", "lashed out", "ATT501"),
    ],
)
def test_a_word_that_is_taken_out_is_not_flagged_any_more(
    linter: Linter, body: str, name: str, word: str, flagged: str, rule: str
) -> None:
    assert found(linter, body, UNCHANGED, rule) == [flagged]
    assert found(linter, body, changes(name, (), [word]), rule) == []


def test_a_term_of_the_desks_is_not_in_doubt(linter: Linter) -> None:
    body = "The council's “deep consultation” lasted four minutes. The pool closes in May."
    assert found(linter, body, UNCHANGED, "QUO403") == ["“deep consultation”"]
    assert found(linter, body, changes("terms", ["Deep  Consultation"]), "QUO403") == []


def test_an_office_and_a_body_of_the_desks_speak(linter: Linter) -> None:
    office = "A provost said the bridge was shut."
    assert kinds(linter, office, changes("roles", ["provost"])) == [SourceKind.UNNAMED_PERSON]
    assert kinds(linter, office, UNCHANGED) != [SourceKind.UNNAMED_PERSON]
    body = "The feoffment said the bridge was shut."
    assert kinds(linter, body, changes("bodies", ["feoffment"])) == [SourceKind.NAMED_ORGANISATION]
    assert kinds(linter, body, UNCHANGED) != [SourceKind.NAMED_ORGANISATION]


def test_nothing_is_kept_from_other_words(linter: Linter) -> None:
    own = Linter(lambda: linter.pipeline)
    body = "Ida Voss, the mayor, opined that it was late."
    words = changes("loaded-verbs", ["opine"])
    for _ in range(2):
        assert found(own, body, UNCHANGED, "ATT501") == []
        assert found(own, body, words, "ATT501") == ["opined"]


def test_a_single_paragraph_is_looked_at_by_the_same_words(linter: Linter) -> None:
    from attrib_lsp.linter.fixes import Manuscript

    draft = story(OUTLET)
    (block,) = draft.body
    looked = [
        linter.look(Manuscript.of(draft), block.prose, under(words, "ALL")) for words in (UNCHANGED, ADDED, UNCHANGED)
    ]
    assert looked[0] == looked[2]
