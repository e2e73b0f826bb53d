"""Pragmas as the readers find them: where they stand, what they say, what they hold for; and that none is prose."""

from __future__ import annotations

import pytest

from attrib_lsp.text.pragma import Action, Pragma
from attrib_lsp.text.story import Story
from tests.text.drafts import deck, every_prose, headline, kinds, markdown, plain

STORY = "# Bridge closed\n\nThe bridge was closed on Tuesday.\n\nBuses go through Marlow.\n"


def only(story: Story) -> Pragma:
    """Return the only pragma in a draft."""
    (pragma,) = story.pragmas
    return pragma


def names(pragma: Pragma, text: str) -> list[str]:
    """Return the names in a pragma, read where they are said to stand."""
    assert all(name.span.of(text).strip("'\"") == name.text for name in pragma.names or ())
    return [name.text for name in pragma.names or ()]


def scope(pragma: Pragma, text: str) -> str | None:
    """Return what an ignore holds for."""
    return None if pragma.scope is None else pragma.scope.of(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_above_a_block(end: str) -> None:
    text = STORY.replace("The", "<!-- attrib: ignore[unsourced-claim, ANO202] the desk knows -->\nThe").replace(
        "\n", end
    )
    pragma = only(markdown(text))
    assert pragma.span.of(text) == "<!-- attrib: ignore[unsourced-claim, ANO202] the desk knows -->"
    assert (pragma.action, names(pragma, text)) == (Action.IGNORE, ["unsourced-claim", "ANO202"])
    assert scope(pragma, text) == "The bridge was closed on Tuesday."
    assert pragma.reason.span.of(text) == "the desk knows"
    assert pragma.removal is not None
    assert pragma.removal.of(text) == pragma.span.of(text) + end


def test_behind_a_block() -> None:
    text = STORY.replace("Tuesday.", "Tuesday. <!-- attrib: ignore[unsourced-claim] -->")
    pragma = only(markdown(text))
    assert scope(pragma, text) == "The bridge was closed on Tuesday. <!-- attrib: ignore[unsourced-claim] -->"
    assert pragma.removal is not None
    assert text[: pragma.removal.start] + text[pragma.removal.end :] == STORY


@pytest.mark.parametrize(
    ("line", "covered"),
    [
        ("- One goes.\n- Two stays.", "- One goes.\n- Two stays."),
        ("> One goes.\n> Two stays.", "> One goes.\n> Two stays."),
        ("[x]: http://a.b\n\n---\n\n<!-- seen -->\n\nOne goes.", "One goes."),
        ("<!-- attrib: ignore[b] -->\nOne goes.", "One goes."),
        ("One goes\n===", "One goes\n==="),
        ("", None),
    ],
)
def test_the_next_block_is_the_next_that_holds_words(line: str, covered: str | None) -> None:
    text = f"<!-- attrib: ignore[a] -->\n{line}\n"
    assert scope(markdown(text).pragmas[0], text) == covered


def test_in_a_list_it_is_the_paragraph() -> None:
    text = "- <!-- attrib: ignore[a] -->\n  One goes.\n\n  Two stays.\n"
    assert scope(only(markdown(text)), text) == "  One goes."


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- attrib: ignore[a] -->\n```",
        "    <!-- attrib: ignore[a] -->",
        "Write `<!-- attrib: ignore[a] -->` above it.",
        "<pre>\n<!-- attrib: ignore[a] -->\n</pre>",
        "<!-- see <!-- attrib: ignore[a] -->",
        "% attrib: ignore[a]",
        "\\<!-- attrib: ignore[a] -->",
        "<!-- attributed: ignore[a] -->",
    ],
)
def test_what_is_none_in_markdown(text: str) -> None:
    assert markdown(text).pragmas == ()


@pytest.mark.parametrize("text", ["<!-- attrib: ignore[a] -->", "5 % attrib: ignore[a]", "% attribution: ignore[a]"])
def test_what_is_none_in_plain_text(text: str) -> None:
    assert plain(text).pragmas == ()


def test_a_name_may_stand_on_a_line_of_a_quote() -> None:
    text = "> He left. <!-- attrib: ignore[a,\n> b] -->\n> She stayed.\n"
    assert names(only(markdown(text)), text) == ["a", "b"]
    assert kinds(markdown(text)) == [("block quote", "He left.  She stayed.".replace("  ", " "))]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ignore", (Action.IGNORE, None, "")),
        ("Ignore [a]", (Action.IGNORE, ["a"], "")),
        ("ignore[]", (Action.IGNORE, [], "")),
        ("ignore-file[a] why [b]", (Action.IGNORE_FILE, ["a"], "")),
        ("disable why, then", (Action.DISABLE, None, "")),
        ("enable[ a , ,b ]", (Action.ENABLE, ["a", "b"], "")),
        ("ignore[a, b", (None, ["a", "b"], "]")),
        ("ingore[a]", (None, ["a"], "")),
        ("", (None, None, "")),
    ],
)
def test_words(written: str, meant: tuple[Action | None, list[str] | None, str]) -> None:
    for text, story in (
        (f"<!-- attrib: {written} -->\n\nOne goes.", markdown),
        (f"One goes. <!--attrib:{written}-->", markdown),
        (f"% attrib: {written}\nOne goes.", plain),
    ):
        pragma = only(story(text))
        listed = None if pragma.names is None else names(pragma, text)
        assert (pragma.action, listed, pragma.missing) == meant


def test_a_comment_that_is_never_closed() -> None:
    text = "One goes.\n\n<!-- attrib: disable[a]\n\nTwo stays.\n"
    pragma = only(markdown(text))
    assert pragma.span.of(text) == "<!-- attrib: disable[a]"
    assert (pragma.action, pragma.missing) == (None, " -->")


def test_front_matter() -> None:
    for listed in ("{ignore: [unsourced-claim, 'ANO']}", "\n  ignore:\n  - unsourced-claim\n  - ANO"):
        text = f"---\ntitle: Bridge closed\nattrib: {listed}\n---\n\nThe bridge was closed.\n"
        pragma = only(markdown(text))
        assert pragma.action is Action.IGNORE_FILE
        assert names(pragma, text) == ["unsourced-claim", "ANO"]
        assert pragma.removal is not None
        assert pragma.removal.of(text) == f"attrib: {listed}\n"
    assert markdown("---\nattrib: yes\n---\n").pragmas == ()


def test_a_line_of_plain_text_is_as_good_as_not_there() -> None:
    wrapped = (
        "The bridge over the Lea was closed on Tuesday after engineers found\n"
        "cracks in two of its arches, the county said. Buses are being sent\n"
        "through Marlow, which adds half an hour to the journey."
    )
    lines = wrapped.split("\n")
    text = "\n".join([lines[0], "  % attrib: ignore[a] why", *lines[1:]])
    assert kinds(plain(text)) == kinds(plain(wrapped))
    assert scope(only(plain(text)), text) == text


def test_no_blank_line_is_needed_around_it() -> None:
    text = "One goes.\n% attrib: ignore[a]\nTwo stays.\nThree waits."
    assert scope(only(plain(text)), text) == "Two stays."


@pytest.mark.parametrize("before", ["The", "was closed", "Tuesday", "Buses go", "Marlow."])
@pytest.mark.parametrize("pragma", ["<!-- attrib: ignore[a] -->", "<!-- attrib: disable\n[a] -->"])
def test_a_pragma_among_words_is_as_good_as_not_there(before: str, pragma: str) -> None:
    text = STORY.replace(before, f"{before} {pragma}", 1)
    assert [one.text for one in every_prose(markdown(text))] == [one.text for one in every_prose(markdown(STORY))]


def test_a_headline_stays_one() -> None:
    text = STORY.replace("# Bridge closed", "# Bridge <!-- attrib: ignore[a] --> closed <!-- attrib: ignore[b] --> ##")
    assert headline(markdown(text)) == "Bridge closed"
    assert [scope(one, text) for one in markdown(text).pragmas] == [text.split("\n")[0]] * 2


def test_a_deck_stays_one() -> None:
    text = "# Bridge closed\n\n*Cracks found in two arches* <!-- attrib: ignore[a] -->\n\nIt was closed on Tuesday.\n"
    assert deck(markdown(text)) == "Cracks found in two arches"


def test_a_pragma_that_trails_a_picture_counts() -> None:
    text = "# Head\n\n![The bridge](b.jpg) <!-- attrib: ignore[a] -->\n\nIt was closed.\n"
    assert scope(only(markdown(text)), text) == "![The bridge](b.jpg) <!-- attrib: ignore[a] -->"
