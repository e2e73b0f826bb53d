"""What pragmas keep back, and which of them are said to be of no use."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import Settings, settings
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.source_text import SourceText

VAGUE = "Fares will rise by a tenth in May, according to several officials."
CLEAR = "They were last raised in 2019, said Ada Kent, the harbour master."
HEARD = (
    "It is understood that the buyer plans flats.",
    "It is believed that work will begin in May.",
    "It is thought that the mill will go.",
)
WORDS = ("It is understood that", "It is believed that", "It is thought that")
BOTH = settings(["ANO202", "DOC905", "DOC906"])
UNUSED = settings(["ANO202", "UNS104", "DOC905"])


def reported(linter: Linter, text: str, chosen: Settings = BOTH, markup: Markup = Markup.MARKDOWN) -> list[str]:
    """Return what is reported: each rule's code with the words, in reading order."""
    found = linter.check(read_story(SourceText(text), markup), chosen)
    return [f"{one.code}: {one.span.of(text)}" for one in found]


@pytest.mark.parametrize(
    "name", ["vague-anonymous-source", "ANO202", "ano202", "ANO", "ano", "ANO2", "all", "x, ANO202"]
)
def test_names_codes_and_families_in_any_case(linter: Linter, name: str) -> None:
    text = f"# Ferry\n\n<!-- attrib: ignore[{name}] -->\n{VAGUE}\n"
    assert [one for one in reported(linter, text) if "ANO" in one[:3]] == []


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        ("<!-- attrib: ignore -->\n\n{0}\n\n{1}", [1]),
        ("{0}\n\n<!-- attrib: ignore[UNS] -->\n{1}", [0]),
        ("{0} <!-- attrib: ignore[UNS] -->\n\n{1}", [1]),
        ("<!-- attrib: ignore[UNS] -->\n\n- {0}\n- {1}\n\n{2}", [2]),
        ("- {0}\n- {1} <!-- attrib: ignore[UNS] -->", [0]),
        ("{0}\n\n<!-- attrib: disable[UNS] -->\n\n{1}\n\n{2}", [0]),
        ("<!-- attrib: disable[UNS] -->\n\n{0}\n\n<!-- attrib: enable[UNS104] -->\n\n{1}", [1]),
        ("<!-- attrib: disable -->\n\n{0}\n\n<!-- attrib: enable -->\n\n{1}", [1]),
        ("<!-- attrib: disable[UNS] -->\n\n{0}\n\n<!-- attrib: enable[HED] -->\n\n{1}", []),
        ("{0} <!-- attrib: disable[UNS] --> {1} <!-- attrib: enable[UNS] --> {2}", [0, 2]),
        ("{0}\n\n{1}\n\n<!-- attrib: ignore-file[UNS104] -->", []),
        ("{0}\n\n<!-- attrib: ignore-file -->\n\n{1}", []),
        ("{0}\n\n<!-- attrib: ignore-file[HED] -->\n\n{1}", [0, 1]),
        ("{0}\n\n<!-- attrib: ignore-file[] -->\n\n{1}", [0, 1]),
        ("<!-- attrib: ingore[UNS] -->\n\n{0}", [0]),
        ("<!-- attrib: ignore[UNS -->\n\n{0}", [0]),
    ],
)
def test_what_is_left(linter: Linter, draft: str, left: list[int]) -> None:
    text = "# Ferry fares to rise\n\n" + draft.format(*HEARD)
    assert reported(linter, text, settings(["UNS104"])) == [f"UNS104: {WORDS[one]}" for one in left]


def test_front_matter(linter: Linter) -> None:
    text = f"---\nattrib:\n  ignore:\n  - ANO202\n---\n\n# Ferry\n\n{VAGUE}\n\n{VAGUE}\n"
    assert reported(linter, text) == []


def test_plain_text_and_rows(linter: Linter) -> None:
    text = f"Ferry fares to rise\n\n% attrib: ignore[UNS104] agreed\n{HEARD[0]}\n\n{HEARD[1]}\n"
    assert reported(linter, text, settings(["UNS104"]), Markup.PLAIN) == ["UNS104: It is believed that"]
    row = read_row(SourceText(f"% attrib: ignore-file[ANO202]\n{VAGUE}"), SourceText("Ferry fares to rise"))
    assert linter.check(row, BOTH) == ()


def test_what_is_kept_back_hides_nothing(linter: Linter) -> None:
    text = "# Ferry fares to rise\n\nFares will rise in May, sources said.\n"
    assert reported(linter, text, settings(["ANO201", "ANO202"])) == ["ANO201: sources"]
    ignoring = text.replace("said.", "said. <!-- attrib: ignore[ANO201] -->")
    assert reported(linter, ignoring, settings(["ANO201", "ANO202"])) == ["ANO202: sources"]


@pytest.mark.parametrize(
    ("draft", "unused"),
    [
        ("<!-- attrib: ignore[ANO202] -->\n\n{vague}", []),
        ("<!-- attrib: ignore[ANO202, UNS104] -->\n\n{vague}", ["UNS104"]),
        ("<!-- attrib: ignore[UNS104, ANO202] -->\n\n{clear}", ["<!-- attrib: ignore[UNS104, ANO202] -->"]),
        ("<!-- attrib: ignore[HED301] -->\n\n{clear}", []),
        ("<!-- attrib: ignore[ANO] -->\n\n{clear}", []),  # of the family only one rule is in force
        ("<!-- attrib: ignore -->\n\n{clear}", []),
        ("<!-- attrib: ignore[] -->\n\n{clear}", ["<!-- attrib: ignore[] -->"]),
        ("<!-- attrib: ignore[no-such-rule] -->\n\n{clear}", []),
        ("<!-- attrib: ignore[no-such-rule, UNS104] -->\n\n{clear}", ["UNS104"]),
        ("{clear}\n\n<!-- attrib: enable[ANO202] -->", ["<!-- attrib: enable[ANO202] -->"]),
        ("<!-- attrib: disable[ANO202] -->\n\n{vague}\n\n<!-- attrib: enable[ANO202] -->", []),
        ("<!-- attrib: ignore-file[unused-pragma] -->\n\n<!-- attrib: ignore[UNS104] -->\n\n{clear}", []),
    ],
)
def test_unused(linter: Linter, draft: str, unused: list[str]) -> None:
    text = "# Ferry fares to rise\n\n" + draft.format(vague=VAGUE, clear=CLEAR)
    assert [one.removeprefix("DOC905: ") for one in reported(linter, text, UNUSED) if "DOC905" in one] == unused


def test_everything_is_unused_only_where_everything_was_looked_for(linter: Linter) -> None:
    text = f"# Ferry fares to rise\n\n<!-- attrib: ignore -->\n{CLEAR}\n"
    assert "DOC905: <!-- attrib: ignore -->" in reported(linter, text, settings())
    assert reported(linter, text, settings(ignore=["HED301"])) == reported(
        linter, text.replace("<!-- attrib: ignore -->\n", ""), settings(ignore=["HED301"])
    )


def test_a_draft_in_another_language_gets_no_more_than_its_notice(linter: Linter) -> None:
    text = (
        "# La maire quitte ses fonctions\n\n<!-- attrib: ignore[x] -->\n\nLa maire a démissionné mardi, selon "
        "plusieurs sources. Elle avait été mise en cause pour la vente du port.\n\n« Je ne regrette rien », dit-elle.\n"
    )
    assert reported(linter, text, settings()) == ["DOC904: La maire quitte ses fonctions"]
    assert reported(linter, f"<!-- attrib: ignore-file[DOC904] -->\n{text}", settings()) == []
