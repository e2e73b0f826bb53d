"""What is offered for a pragma that does nothing, or means nothing."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.registry import find
from tests.rules.fixing import found, mended

CLEAR = "Fares will rise by a tenth in May, said Ada Kent, the harbour master."


def fixed(linter: Linter, code: str, text: str, markup: str = "markdown") -> list[tuple[str, str]]:
    """Return the title of each fix that a rule offers, with the draft as it leaves it."""
    rule = find(code)
    assert rule is not None
    return [(fix.title, mended(text, fix)) for one in found(linter, rule, text, markup) for fix in one.fixes]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!-- attrib: ignore[ANO202] -->\n{0}\n", "{0}\n"),
        ("<!-- attrib: ignore[ANO202] -->\r\n\r\n{0}\r\n", "\r\n{0}\r\n"),
        ("{0} <!-- attrib: ignore[ANO202] -->\n", "{0}\n"),
        ("{0}\n<!-- attrib: ignore[ANO202] -->\n{0} But not yet.\n", "{0}\n\n{0} But not yet.\n"),
        ("- {0} <!-- attrib: ignore[ANO202] why -->\n- {0} But not yet.\n", "- {0}\n- {0} But not yet.\n"),
        ("> <!-- attrib: ignore[ANO202] -->\n> {0}\n", "> {0}\n"),
        ("- <!-- attrib: ignore[ANO202] -->\n  {0}\n", "-\n  {0}\n"),
        ("{0}\n\n<!-- attrib: ignore[ANO202] -->", "{0}\n\n"),
    ],
)
def test_deleted(linter: Linter, before: str, after: str) -> None:
    head = "# Ferry fares to rise\n\n"
    assert fixed(linter, "DOC905", head + before.format(CLEAR)) == [("Delete it", head + after.format(CLEAR))]


def test_deleted_from_plain_text(linter: Linter) -> None:
    text = f"Ferry fares to rise\n\n% attrib: ignore[ANO202]\n{CLEAR}\n"
    assert fixed(linter, "DOC905", text, "text") == [("Delete it", f"Ferry fares to rise\n\n{CLEAR}\n")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("attrib: {ignore: [ANO202]}\nlang: en\n", "lang: en\n"),
        ("attrib:\n  ignore:\n  - ANO202\nlang: en\n", "lang: en\n"),
        ("attrib:\n  ignore: [ANO202,\n   UNS104]\nlang: en\n", "lang: en\n"),
    ],
)
def test_deleted_from_front_matter(linter: Linter, before: str, after: str) -> None:
    text = f"---\n{{}}---\n\n# Ferry fares to rise\n\n{CLEAR}\n"
    assert fixed(linter, "DOC905", text.format(before)) == [("Delete it", text.format(after))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("attrib: {ignore: [nonesuch, ANO]}", "attrib: {ignore: [ANO]}"),
        ("attrib: {ignore: [ANO, 'nonesuch']}", "attrib: {ignore: [ANO]}"),
        ("attrib:\n  ignore:\n  - ANO\n  - nonesuch", "attrib:\n  ignore:\n  - ANO"),
        ("attrib:\n  ignore:\n  - nonesuch\n  - ANO", "attrib:\n  ignore:\n  - ANO"),
        ("attrib: {ingore: [ANO]}", "attrib: {ignore: [ANO]}"),
        ("attrib: {ignore: unsorced-claim}", "attrib: {ignore: unsourced-claim}"),
    ],
)
def test_mended_in_front_matter(linter: Linter, before: str, after: str) -> None:
    text = f"---\n{{}}\n---\n\n{CLEAR}\n"
    assert [done for _, done in fixed(linter, "DOC906", text.replace("{}", before))] == [text.replace("{}", after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ignore[unsorced-claim]", "ignore[unsourced-claim]"),
        ("ignore[ANO2O2]", "ignore[ANO202]"),
        ("ingore[ANO202]", "ignore[ANO202]"),
        ("ignore-fiel", "ignore-file"),
        ("disabled[ANO]", "disable[ANO]"),
        ("ignore[ANO202", "ignore[ANO202]"),
        ("ignore ANO202, ANO203 as agreed", "ignore [ANO202, ANO203] as agreed"),
        ("ignore[nonesuch]", None),
        ("ignore as agreed", None),
        ("ignore all of it", None),
        ("nonesuch[ANO]", None),
        ("", None),
    ],
)
def test_mended(linter: Linter, before: str, after: str | None) -> None:
    text = f"# Ferry fares to rise\n\n<!-- attrib: {{}} -->\n\n{CLEAR}\n"
    done = [one for title, one in fixed(linter, "DOC906", text.format(before)) if not title.startswith("Take")]
    done = [one for one in done if "<!--" in one]
    assert done == ([] if after is None else [text.format(after)])


def test_a_comment_that_is_never_closed_is_closed(linter: Linter) -> None:
    text = f"# Ferry fares to rise\n\n<!-- attrib: disable[ANO]\n\n{CLEAR}\n"
    assert [one for _, one in fixed(linter, "DOC906", text)] == [text.replace("[ANO]", "[ANO] -->")]
