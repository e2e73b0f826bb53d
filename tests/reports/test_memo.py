"""Pages in Markdown: the sourcing memo, the claim table, headlines compared."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.candidates import candidates_for, lint_under, on_headlines
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import Settings
from attrib_lsp.reports import claim_page, headline_page, memo
from attrib_lsp.reports.headlines import comparison
from attrib_lsp.reports.markdown import BLANK, escaped
from attrib_lsp.reports.origin import AnalysedDraft, Origin
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

STORY = """# Delmar Foods sold *spoiled* meat | inspector says

Delmar Foods sold spoiled meat to schools, the food inspector, Kim Abara, said on Monday. Ms Abara said the meat was
three weeks old. The firm has hidden 40 complaints from the council since May.

A buyer, who spoke on condition of anonymity because she feared for her job, told the Courier that the firm paid for the
meat in cash. “Nobody asked,” the buyer said.

The council accused Piet Moran, who owns a farm, of fraud. Mr Moran denied the accusation.
"""


def graph_of(linter: Linter, text: str) -> AttributionGraph:
    """Return who says what in a draft."""
    return linter.analyse(read_story(SourceText(text), Markup.MARKDOWN))


def plain(markdown: str) -> list[str]:
    """Return the lines that a reader of a page sees, without marks."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    found = []
    for token in tokens:
        if token.type == "inline":
            parts = [
                one.content or "\n" for one in token.children or () if one.type in ("text", "softbreak", "text_special")
            ]
            found += "".join(parts).split("\n")
    return found


def test_each_source_is_in_the_memo_once_and_the_desk_fills_in_what_it_knows(linter: Linter) -> None:
    page = memo.page(graph_of(linter, STORY), "story.md")
    lines = plain(page)
    assert lines[0] == "Sourcing memo: Delmar Foods sold spoiled meat | inspector says"
    assert lines[1] == f"Story: story.md · Date: {BLANK} · Reporter: {BLANK}"
    named = page[page.index("## Named") : page.index("## Unnamed")]
    assert named.count("**Kim Abara** | the food inspector | 2 statements |  | 3 |") == 1
    unnamed = page[page.index("## Unnamed") : page.index("## Accused")]
    assert unnamed.count("Why no name:") == unnamed.count("Identity known to: ____") == 1
    assert "; via the Courier" in unnamed
    assert "Why no name: “" in unnamed
    assert [line for line in lines if line.endswith(f": {BLANK}")][-5:-1] == [f"{one}: {BLANK}" for one in memo.BLANKS]


def test_the_accused_are_in_the_memo_with_their_answer_or_a_blank_for_it(linter: Linter) -> None:
    page = memo.page(graph_of(linter, STORY), "story.md")
    delmar, moran = (
        line for line in page.splitlines() if (line.startswith("| **") and "line " in line) or "none in" in line
    )
    assert delmar == f"| **Delmar Foods** | 1 | none in the story. Asked on: {BLANK} by: {BLANK} |"
    assert moran == "| **Piet Moran** | 9 | line 9: “denied the accusation” |"


def test_what_rests_on_nobody_is_in_the_memo_and_bold_in_the_table(linter: Linter) -> None:
    graph = graph_of(linter, "# Meat\n\nThe firm has hidden 40 complaints | *gripes* from the council since May.\n")
    claim = "The firm has hidden 40 complaints \\| gripes from the council since May."
    assert f"- line 3: {claim} Source: {BLANK}" in memo.page(graph, "a.md")
    assert f"| 3 | **{claim}** | nobody: the story's own voice | 5 |" in claim_page.page(graph, "Claims")


def test_the_headline_says_what_it_rests_on(linter: Linter) -> None:
    page = memo.page(graph_of(linter, STORY), "story.md")
    assert page.endswith("> Delmar Foods sold spoiled meat \\| inspector says\n\n- line 3: said by Kim Abara\n")


def test_a_story_without_anything_has_a_memo(linter: Linter) -> None:
    graph = graph_of(linter, "")
    assert plain(memo.page(graph, "a_b.md"))[0] == "Sourcing memo: a_b.md"
    assert claim_page.page(graph, "Claims: a_b.md") == "# Claims: a\\_b.md\n\nThis story claims nothing.\n"


def test_several_memos_are_kept_apart(linter: Linter) -> None:
    drafts = [AnalysedDraft(Origin(name), graph_of(linter, "")) for name in ("a.md", "b.md")]
    text = "".join(memo.report(drafts, Terminal()))
    assert text.count("\n---\n\n# Sourcing memo") == 1


@pytest.mark.parametrize(
    "words",
    [
        "*a* _b_ `c` [d](e) <f> ~~g~~ | h & i &amp; # j",
        "1. first",
        "2) second",
        "- dash",
        "+ plus",
        "# hash",
        "> quote",
        "--- rule",
        "=== line",
        "$5 and $6",
        "back\\slash \\* x",
        "![a](b)",
        "http://example.org/a_b_c",
    ],
)
def test_words_of_a_draft_stay_words(words: str) -> None:
    assert plain(escaped(words)) == [words]
    assert plain(f"# {escaped(words)}") == [words]
    assert plain(f"- {escaped(words)}") == [words]
    assert plain(f"| a |\n|---|\n| {escaped(words)} |")[1:] == [words]


def test_headlines_are_compared_on_a_page(linter: Linter) -> None:
    story = read_story(
        SourceText("# Tea drinkers live longer\n\nTea drinkers live longer, a study of 40,000 adults found.\n"),
        Markup.MARKDOWN,
    )
    settings = on_headlines(Settings.default())
    texts = candidates_for(story, ["- Tea drinkers live longer, study finds", " ", "Tea drinkers live longer"])
    assert texts == ("Tea drinkers live longer", "Tea drinkers live longer, study finds")
    compared = comparison(Origin("a.md"), story, [lint_under(linter, story, text, settings) for text in texts])
    lines = plain(headline_page.page(compared, "Headlines: a.md"))
    assert lines[:3] == ["Headlines: a.md", "1. Tea drinkers live longer, study finds", "Nothing to mend."]
    assert lines[3] == "2. Tea drinkers live longer (the story’s own)"
    assert any("HED301" in line for line in lines[4:])
    assert any(line.startswith("line 3, ") for line in lines[5:])


def test_headline_rules_in_force_are_used_and_all_where_none_is() -> None:
    codes = {code for code in Settings.default().enabled if code.startswith(("HED", "ALL603"))}
    assert on_headlines(Settings.default()).enabled == codes
    assert on_headlines(Settings(frozenset({"HED301", "UNS101"}))).enabled == {"HED301"}
    assert on_headlines(Settings(frozenset({"UNS101"}))).enabled >= codes
