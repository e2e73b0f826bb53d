"""The sentences that findings stand in."""

from __future__ import annotations

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.passages import Passage, Passages
from attrib_lsp.linter.settings import settings
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

DRAFT = """# Mayor reportedly quits

The port is shut. The mayor
**reportedly resigned** on Tuesday. Ships wait.
"""


def passages(linter: Linter, text: str, markup: Markup = Markup.MARKDOWN) -> list[tuple[str, Passage]]:
    """Return the codes of what is found, with the sentences."""
    graph = linter.analyse(read_story(SourceText(text), markup))
    found = Passages.of(graph)
    return [(one.code, found.around(one)) for one in linter.lint(graph, settings(["UNS107", "DOC904"]))]


def test_a_finding_stands_in_its_sentence_as_readers_see_it(linter: Linter) -> None:
    ((_, passage),) = passages(linter, DRAFT)
    assert passage.words == "The mayor reportedly resigned on Tuesday."
    assert passage.span.of(DRAFT) == "The mayor\n**reportedly resigned** on Tuesday."


def test_wrapping_and_lines_above_change_no_digest(linter: Linter) -> None:
    ((_, before),) = passages(linter, DRAFT)
    ((_, after),) = passages(linter, "Once more.\n\nThe *mayor* reportedly resigned\non Tuesday.\n")
    ((_, other),) = passages(linter, DRAFT.replace("Tuesday", "Monday"))
    assert before.digest == after.digest != other.digest
    assert before.span != after.span


def test_what_stands_in_no_sentence_is_known_by_its_lines(linter: Linter) -> None:
    text = "Der Bürgermeister ist am Dienstag zurückgetreten, wie die Stadt mitteilte.\n\n" + 9 * (
        "Die Stadt hat das am Abend bestätigt, und der Rat will in der nächsten Woche über einen Nachfolger reden.\n"
    )
    ((code, passage),) = passages(linter, text, Markup.PLAIN)
    assert (code, passage.span.of(text)) == ("DOC904", text.splitlines()[0])


def test_lines_around_a_place() -> None:
    source = SourceText("one\r\ntwo three\nfour\n")
    assert Passage.of_lines(source, Span(9, 16)) == Passage("two three four", Span(5, 19))
    assert Passage.of_lines(source, Span(5, 5)) == Passage("two three", Span(5, 14))
    assert Passage.of_lines(SourceText(""), Span(0, 0)) == Passage("", Span(0, 0))
