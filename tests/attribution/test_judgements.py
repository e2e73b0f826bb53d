"""What a story itself judges, and what is somebody else's judgement, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.claims import Evidence
from attrib_lsp.attribution.judgements import judgements
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def found(linter: Linter, body: str) -> list[tuple[str, str | None]]:
    """Return the words by which a draft's body itself judges, with whom they run down."""
    evidence = Evidence(read(linter, body))
    return [(one.word.text, one.of) for line in evidence.lines for one in judgements(evidence, line)]


@pytest.mark.parametrize(
    ("body", "word", "whom"),
    [
        ("Paul Orr is a liar.", "liar", "Paul Orr"),
        ("Paul Orr's racist campaign ended in May.", "racist", None),
        ("The mayor issued a bombastic call to arms.", "bombastic", None),
        ("He kept away after his disgraceful handling of the strike.", "disgraceful", None),
        ("The joke, a remark that was deeply offensive to widows, went on.", "offensive", None),
        ("Other candidates have been nearly as bellicose.", "bellicose", None),
        ("The mayor's rant lasted for ten minutes.", "rant", None),
    ],
)
def test_the_storys_own(linter: Linter, body: str, word: str, whom: str | None) -> None:
    assert found(linter, body) == [(word, whom)]


@pytest.mark.parametrize(
    "body",
    [
        "Paul Orr's campaign was racist, the union's leader, Ann Moss, said.",
        "Ann Moss, who leads the union, called the campaign racist. The racist campaign ended in May.",
        "The union answered the attacks that Paul Orr is dishonest.",
        "Paul Orr is not a liar.",
        "Is Paul Orr a liar?",
        "Paul Orr's “racist” campaign ended in May.",
        "The troops began an offensive action on Monday.",
        "An absurd speech ends the film.",
        "Paul Orr's film is a reckless campaign against taste.",
        "The rain was outrageous. A bizarre light lay on the bay.",
        "Rants are printed on page four.",
        "Paul Orr made false claims about the port.",
    ],
)
def test_not_the_storys_own(linter: Linter, body: str) -> None:
    assert found(linter, body) == []
