"""The pages of the documentation site: one for each rule, links that lead somewhere, nothing loaded from elsewhere."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path, PurePosixPath

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.presets import preset_names
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import all_rules, find
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from docs.pages import navigation, pages, path_of, rule_page
from docs.site import HERE, build, write

PAGES = pages()
WRITTEN = {path.name: path.read_text(encoding="utf-8") for path in (HERE / "written").glob("*.md")}
_LINK = re.compile(r"\]\(([^)\s#]+\.md)(?:#([\w-]+))?\)")


def test_every_rule_has_a_page_that_is_listed() -> None:
    for rule in all_rules():
        assert PAGES[path_of(rule)].startswith(f"# {rule.code} {rule.name}\n")
        assert f"[{rule.code}]({rule.name}.md)" in PAGES["rules/index.md"]


@pytest.mark.parametrize("path", [*PAGES, *WRITTEN])
def test_links_lead_to_pages(path: str) -> None:
    every = PAGES | WRITTEN
    for target, anchor in _LINK.findall(every[path]):
        parts: list[str] = []
        for part in (PurePosixPath(path).parent / target).parts:
            parts = parts[:-1] if part == ".." else [*parts, part]
        assert "/".join(parts) in every
        assert not anchor or f"{{#{anchor}}}" in every["/".join(parts)]


def test_the_navigation_holds_every_page() -> None:
    listed: list[str] = []
    for _, below in navigation():
        listed += [below] if isinstance(below, str) else dict(below).values()
    assert sorted(listed) == sorted(PAGES | WRITTEN)


def test_examples_are_shown_with_what_is_flagged() -> None:
    for rule in all_rules():
        page = rule_page(rule)
        examples = [*rule.documentation.flagged, *rule.documentation.clean]
        assert page.count('<pre class="draft">') == len(examples)
        assert page.count("<mark>") == page.count("</mark>") == sum(len(example.spans) for example in examples)
        assert not {"⟦", "⟧"} & set(page)


def test_a_page_says_what_presets_make_of_the_rule() -> None:
    rule = find("ANO202")
    assert rule is not None
    assert "| [AP-like](../presets.md#ap-like) | `min-specificity = 3` |" in rule_page(rule)
    assert all(f"{{#{name}}}" in PAGES["presets.md"] for name in preset_names())


def test_the_draft_on_the_first_page_is_marked_as_the_linter_does(linter: Linter) -> None:
    shown = re.search(r"<pre class=\"draft\"><code>(.*?)</code>", WRITTEN["index.md"], re.DOTALL)
    assert shown is not None
    draft = re.sub(r"</?mark>", "", shown[1])
    found = linter.check(read_story(SourceText(draft), Markup.MARKDOWN))
    spans = {one.span for one in found if one.severity >= Severity.WARNING}
    assert sorted(span.of(draft) for span in spans) == sorted(re.findall(r"<mark>(.*?)</mark>", shown[1]))


def test_the_site_is_written_anew(tmp_path: Path) -> None:
    stale = tmp_path / "pages" / "rules" / "gone.md"
    stale.parent.mkdir(parents=True)
    stale.write_text("gone")
    configuration = write(tmp_path).read_text(encoding="utf-8")
    assert not stale.exists()
    assert (tmp_path / "pages" / "index.md").exists()
    assert '{ "Home" = "index.md" }' in configuration


@pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="needs the extra docs")
def test_the_site_builds_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    home = build(tmp_path)
    for page in home.parent.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=\"?(?:https?:)?//", text), page.name
