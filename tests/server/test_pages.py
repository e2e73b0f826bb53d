"""The rules' pages, written where an editor can open them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lsprotocol.types import DiagnosticTag, PositionEncodingKind
from pygls.uris import to_fs_path

from attrib_lsp import __version__
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.reports.rule_pages import page
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import all_rules, find
from attrib_lsp.server import pages
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import to_diagnostic
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.pages import KEPT, link_to, written
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

RULE = all_rules()[0]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lend a cache folder of our own; what was known of another is forgotten."""
    monkeypatch.setattr(pages, "user_cache_path", lambda *names, **options: tmp_path / "cache")
    link_to.cache_clear()
    return tmp_path / "cache"


def test_a_page_is_written_once_and_again_where_it_differs(tmp_path: Path) -> None:
    file = written(RULE, tmp_path)
    assert file.parent.name == __version__
    assert file.read_text(encoding="utf-8") == page(RULE)
    before = file.stat().st_mtime_ns
    assert written(RULE, tmp_path).stat().st_mtime_ns == before
    file.write_text("half a pa", encoding="utf-8")
    assert written(RULE, tmp_path).read_text(encoding="utf-8") == page(RULE)
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_old_versions_go(tmp_path: Path) -> None:
    for age, name in enumerate(("0.0.1", "0.0.2", "0.0.3", "0.0.4"), start=1):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (age, age))
    written(RULE, tmp_path)
    assert {one.name for one in tmp_path.iterdir()} == {"0.0.3", "0.0.4", __version__}
    assert len(list(tmp_path.iterdir())) == KEPT


def test_a_link_opens_the_page(cache: Path) -> None:
    link = link_to(RULE.code)
    assert link is not None
    path = to_fs_path(link)
    assert path is not None
    assert Path(path).read_text(encoding="utf-8") == page(RULE)
    assert Path(path).is_relative_to(cache)
    assert link_to("XYZ999") is None


def test_without_a_place_there_is_no_link(cache: Path) -> None:
    cache.parent.mkdir(exist_ok=True)
    cache.write_text("a file where the folder should be")
    assert link_to(RULE.code) is None


def finding(code: str) -> LocatedFinding:
    """Return a finding of a rule at the beginning of a text."""
    rule = find(code)
    assert rule is not None
    return LocatedFinding(code, rule.name, Severity.HINT, "Delete this.", "text", Span(0, 4))


@pytest.mark.parametrize("able", [True, False])
def test_links_and_fading_are_for_editors_that_know_them(able: bool, cache: Path) -> None:
    client = Client(PositionEncodingKind.Utf16, code_links=able, fades=able)
    snapshot = Snapshot("file:///a.md", Markup.MARKDOWN, SourceText("Home > News\n"))
    debris, claim = (to_diagnostic(finding(code), snapshot, client) for code in ("DOC901", "UNS101"))
    assert debris.tags == ([DiagnosticTag.Unnecessary] if able else None)
    assert claim.tags is None
    assert (claim.code_description is not None) is able
    assert cache.exists() is able
