"""The reports for people: text and concise."""

from __future__ import annotations

from attrib_lsp.linter.located import LocatedRelated
from attrib_lsp.reports import concise, text
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.span import Span
from tests.reports.drafts import STORY, finding, linted, span_of

PLAIN = Terminal(80)


def shown(report: list[str]) -> str:
    """Return a report's pieces as one."""
    return "".join(report)


def test_words_are_underlined_in_their_line() -> None:
    draft = linted(STORY, finding(STORY, "several council officials"))
    assert shown(list(text.report([draft], PLAIN))) == (
        "story.txt:3:27: warning ANO202 vague-anonymous-source\n"
        "  Say which officials.\n"
        "  3 | The harbour deal is dead, several council officials said.\n"
        "    |                           ^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "\n"
        "Found 1 finding in 1 story (1 warning).\n"
    )


def test_related_words_are_underlined_with_their_reason() -> None:
    related = LocatedRelated("they speak here", "text", span_of(STORY, "several council officials"))
    draft = linted(STORY, finding(STORY, "“dead”", Severity.ERROR, related=(related,)))
    assert shown(list(text.report([draft], PLAIN, quiet=True))) == (
        "story.txt:1:14: error ANO202 vague-anonymous-source\n"
        "  Say which officials.\n"
        "  1 | Harbour deal “dead”\n"
        "    |              ^^^^^^\n"
        "  3 | The harbour deal is dead, several council officials said.\n"
        "    |                           ------------------------- they speak here\n"
        "\n"
    )


def test_a_finding_in_a_rows_headline_names_the_field_and_shows_what_is_related_in_the_text() -> None:
    headline, body = "Deal is dead", "Several officials said so."
    related = LocatedRelated("only they say so", "text", Span(0, 17))
    draft = linted(body, finding(headline, "dead", field="headline", related=(related,)), headline=headline)
    report = shown(list(text.report([draft], PLAIN)))
    assert report.startswith("story.txt[a17]:headline:1:9: warning")
    assert "  1 | Deal is dead\n    |         ^^^^\n  in the text:\n  1 | Several officials said so.\n" in report


def test_summary_counts_by_severity_gravest_first() -> None:
    found = [finding(STORY, "dead"), finding(STORY, "said", Severity.ERROR), finding(STORY, "alive", Severity.HINT)]
    found += [finding(STORY, words, Severity.INFO) for words in ("deal", "never")]
    report = shown(list(text.report([linted(STORY, *found), linted(STORY)], PLAIN)))
    assert report.endswith("\nFound 5 findings in 2 stories (1 error, 1 warning, 2 info, 1 hint).\n")


def test_nothing_found_and_nothing_read() -> None:
    assert shown(list(text.report([linted(STORY)], PLAIN))) == "Found nothing to mend in 1 story.\n"
    assert shown(list(text.report([linted(STORY)], PLAIN, quiet=True))) == ""
    assert shown(list(text.report([], PLAIN))) == ""


def test_concise_is_one_line_a_finding() -> None:
    draft = linted(STORY, finding(STORY, "several council officials"), finding(STORY, "alive", Severity.INFO))
    assert shown(list(concise.report([draft], PLAIN))) == (
        "story.txt:3:27: warning ANO202 vague-anonymous-source: Say which officials.\n"
        "story.txt:5:15: info ANO202 vague-anonymous-source: Say which officials.\n"
    )


def test_a_draft_cannot_steer_the_terminal() -> None:
    wicked = "The \x1b[31mdeal\x1b]0;gone\x07 is \u202edead\u202c\x9b2J,\x00 they said.\n"
    draft = linted(wicked, finding(wicked, "they", message="“\x1b[2Jthey\r\n” said."), path="\x1b[1mstory.txt")
    for report in (text.report, concise.report):
        shown_ = shown(list(report([draft], PLAIN)))
        assert not set(shown_) & set("\x00\x07\x1b\x9b\r\u202e\u202c")
        assert "␛[1mstory.txt:1:" in shown_
        assert "“␛[2Jthey  ” said." in shown_


def test_colours_only_where_they_are_shown() -> None:
    draft = linted(STORY, finding(STORY, "dead"))
    assert "\x1b[" not in shown(list(text.report([draft], Terminal(80, color=False))))
    assert "\x1b[1;33mwarning\x1b[0m" in shown(list(text.report([draft], Terminal(80, color=True))))


def test_findings_are_told_before_the_next_draft_is_read() -> None:
    read: list[int] = []

    def drafts() -> object:
        for number in range(3):
            read.append(number)
            yield linted(STORY, finding(STORY, "dead"))

    report = text.report(drafts(), PLAIN)  # type: ignore[arg-type]
    next(report)
    assert read == [0]
