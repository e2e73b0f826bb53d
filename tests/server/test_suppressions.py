"""What an editor is offered so that a finding is not reported again."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import settings
from attrib_lsp.server.actions.suppressions import suppressions
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.worker import outcome
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from tests.rules.fixing import mended
from tests.server.editor import Editor

HEARD = "It is understood that the buyer plans flats."
HERE, FILE = "ignore[impersonal-evidential]", "ignore-file[impersonal-evidential]"


def offered(linter: Linter, text: str, markup: Markup = Markup.MARKDOWN) -> dict[str, str]:
    """Return the titles of what is offered for the first finding, each with the document as it leaves it."""
    snapshot = Snapshot("file:///a", markup, SourceText(text, 1))
    graph = linter.analyse(read_story(snapshot.source, markup, tolerant=True))
    found = linter.lint(graph, settings(["UNS104", "HED301"]))
    done = outcome(snapshot, found, Client(), graph)
    return {fix.title: mended(text, fix) for fix in suppressions(done, found[0])}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("front", "gap"), [("", ""), ("\ufeff", ""), ("---\nkind: news\n---\n", ""), ("---\nkind: news\n---\n", "\n")]
)
def test_here_and_in_this_file(linter: Linter, front: str, gap: str, end: str) -> None:
    story = f"{gap}# The mill\n\nThe mill was sold.\n\n{{}}{HEARD}\n"
    done = offered(linter, (front + story.format("")).replace("\n", end))
    assert {title: text.replace(end, "\n") for title, text in done.items()} == {
        "Ignore “impersonal-evidential” here": front + story.format(f"<!-- attrib: {HERE} -->\n"),
        "Ignore “impersonal-evidential” in this file": f"{front}<!-- attrib: {FILE} -->\n{story.format('')}",
    }
    assert not any(end == "\r\n" and "\n" in text.replace(end, "") for text in done.values())


def test_plain_text(linter: Linter) -> None:
    story = f"The mill is sold\n\nThe mill was sold on Tuesday.\n  {HEARD}\n"
    assert offered(linter, story, Markup.PLAIN) == {
        "Ignore “impersonal-evidential” here": story.replace("  It", f"  % attrib: {HERE}\n  It"),
        "Ignore “impersonal-evidential” in this file": f"% attrib: {FILE}\n{story}",
    }


@pytest.mark.parametrize(
    ("markup", "story", "above"),
    [
        (Markup.HTML, "<h1>The mill</h1>\n  <p>{}</p>\n", "<!-- attrib: {} -->\n"),
        (Markup.RST, "The mill\n========\n\n{}\n", ".. attrib: {}\n\n"),
        (Markup.ASCIIDOC, "= The mill\n\n{}\n", "// attrib: {}\n"),
        (Markup.LATEX, "\\section{{The mill}}\n\n  {}\n", "% attrib: {}\n"),
        (Markup.ORG, "#+TITLE: The mill\n\n{}\n", "# attrib: {}\n"),
    ],
)
def test_each_markups_own_comment(linter: Linter, markup: Markup, story: str, above: str) -> None:
    text = story.format(HEARD)
    begins = "<p>" if markup is Markup.HTML else "It is"
    indent = "  " if f"\n  {begins}" in text else ""
    assert offered(linter, text, markup) == {
        "Ignore “impersonal-evidential” here": text.replace(begins, f"{above.format(HERE)}{indent}{begins}"),
        "Ignore “impersonal-evidential” in this file": above.format(FILE) + text,
    }


@pytest.mark.parametrize("before", ["- {}\n- It was sold.\n", "> {}  \n", "1. > {}\n   > It was sold.\n\n   Really.\n"])
def test_in_lists_and_quotes_behind_the_words(linter: Linter, before: str) -> None:
    text = "# The mill\n\n" + before
    words = HEARD if "1." not in before else f"{HEARD}\n   > It was sold."
    here = offered(linter, text.format(HEARD))["Ignore “impersonal-evidential” here"]
    assert here == text.format(HEARD).replace(words, f"{words} <!-- attrib: {HERE} -->")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<!-- attrib: ignore[hearsay] why -->\n{}\n",
            "<!-- attrib: ignore[hearsay, impersonal-evidential] why -->\n{}\n",
        ),
        ("<!-- attrib: ignore[] -->\n{}\n", "<!-- attrib: ignore[impersonal-evidential] -->\n{}\n"),
        ("- {} <!-- attrib: ignore[HED] -->\n", "- {} <!-- attrib: ignore[HED, impersonal-evidential] -->\n"),
        (
            "<!-- attrib: ignore[HED] -->\n- {}\n- Done.\n",
            f"<!-- attrib: ignore[HED] -->\n- {{}} <!-- attrib: {HERE} -->\n- Done.\n",
        ),
        (
            "<!-- attrib: ignore[HED -->\n\n{}\n",
            f"<!-- attrib: ignore[HED -->\n\n<!-- attrib: {HERE} -->\n{{}}\n",
        ),
    ],
)
def test_a_pragma_there_is_joined(linter: Linter, before: str, after: str) -> None:
    text = "# The mill\n\n"
    here = offered(linter, text + before.format(HEARD))["Ignore “impersonal-evidential” here"]
    assert here == text + after.format(HEARD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nattrib: {ignore: [HED]}\n---\n", "---\nattrib: {ignore: [HED, impersonal-evidential]}\n---\n"),
        ("---\nattrib: {ignore: []}\n---\n", "---\nattrib: {ignore: [impersonal-evidential]}\n---\n"),
        (
            "---\nattrib:\n  ignore:\n    - HED\n---\n",
            "---\nattrib:\n  ignore:\n    - HED\n    - impersonal-evidential\n---\n",
        ),
        ("---\nattrib: {ignore: HED}\n---\n", f"---\nattrib: {{ignore: HED}}\n---\n<!-- attrib: {FILE} -->\n"),
        ("<!-- attrib: ignore-file[HED] -->\n", "<!-- attrib: ignore-file[HED, impersonal-evidential] -->\n"),
    ],
)
def test_a_pragma_for_the_file_is_joined(linter: Linter, before: str, after: str) -> None:
    story = f"# The mill\n\n{HEARD}\n"
    assert offered(linter, before + story)["Ignore “impersonal-evidential” in this file"] == after + story


def test_a_headline_in_front_matter_has_no_here(linter: Linter) -> None:
    text = "---\ntitle: Mayor took bribes\n---\n\nThe mayor took bribes, Ada Kent, a rival, said on Tuesday.\n"
    assert offered(linter, text) == {
        "Ignore “headline-drops-attribution” in this file": text.replace(
            "---\n\n", "---\n<!-- attrib: ignore-file[headline-drops-attribution] -->\n\n"
        )
    }


def test_an_analysis_that_broke_down_offers_nothing(linter: Linter) -> None:
    snapshot = Snapshot("file:///a", Markup.MARKDOWN, SourceText(HEARD, 1))
    (finding,) = linter.check(read_story(snapshot.source, Markup.MARKDOWN), settings(["UNS104"]))
    assert suppressions(outcome(snapshot, (finding,), Client()), finding) == ()


@pytest.mark.asyncio(loop_scope="session")
async def test_an_editor_is_not_told_of_what_is_ignored(pulling: Editor) -> None:
    uri = pulling.open(f"# The mill\n\n<!-- attrib: {HERE} agreed -->\n{HEARD}\n\n{HEARD.replace('flats', 'shops')}\n")
    assert [one.words for one in await pulling.squiggles(uri)] == ["It is understood that"]


@pytest.mark.asyncio(loop_scope="session")
async def test_nor_in_another_markup(pulling: Editor) -> None:
    ignored = f"<!-- attrib: {HERE} agreed -->\n<p>{HEARD}</p>"
    told = f"<p>{HEARD.replace('flats', '<b>shops</b>')}</p>"
    uri = pulling.open(f"<h1>The mill</h1>\n{ignored}\n<nav>{HEARD}</nav>\n{told}\n", "html", "story.html")
    assert [one.words for one in await pulling.squiggles(uri)] == ["It is understood that"]
