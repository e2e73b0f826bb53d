"""The hook in the real pre-commit, from a clone of this repository's last commit: `make e2e-pre-commit`."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
import yaml

from attrib_lsp.text.markup import markup_of
from tests.desk.conftest import MENDED, ROOT, RUMOUR, Repository

PRE_COMMIT = os.environ.get("PRE_COMMIT_E2E", "")
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
#: The endings that pre-commit's types stand for.
ENDINGS = {
    "markdown": (".md", ".markdown"),
    "plain-text": (".txt",),
    "rst": (".rst",),
    "asciidoc": (".adoc", ".asciidoc"),
}

real = pytest.mark.skipif(not PRE_COMMIT, reason="needs pre-commit: `make e2e-pre-commit` where it is on the PATH")


def test_the_hook_is_for_files_that_are_read() -> None:
    for kind in HOOK["types_or"]:
        assert all(markup_of(f"story{ending}") is not None for ending in ENDINGS[kind])
    assert HOOK["entry"].split()[0] == "attrib-lsp"


@real
def test_pre_commit_accepts_the_hook_and_the_guide(newsroom: Repository, tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "written" / "desk.md").read_text(encoding="utf-8")
    (shown,) = (one for one in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if one.startswith("repos:"))
    (tmp_path / "shown.yaml").write_text(shown, encoding="utf-8")
    assert newsroom.run(PRE_COMMIT, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")).returncode == 0
    assert newsroom.run(PRE_COMMIT, "validate-config", str(tmp_path / "shown.yaml")).returncode == 0
    assert f"id: {HOOK['id']}\n" in shown


@pytest.fixture(scope="module")
def clone(newsroom: Repository, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of this repository, as a newsroom takes it from a server."""
    folder = tmp_path_factory.mktemp("clone") / "attrib-lsp"
    done = newsroom.run("git", "clone", "--quiet", str(ROOT), str(folder))
    assert done.returncode == 0, done.stdout
    return folder


@real
def test_a_commit_is_blocked_until_the_story_is_mended(newsroom: Repository, clone: Path) -> None:
    newsroom.write(story__md=RUMOUR, wire__md=RUMOUR, code__py="x = 1\n")
    newsroom.write(**{"attrib-lsp__toml": 'exclude = ["wire.md"]\n'})
    tried = newsroom.run(PRE_COMMIT, "try-repo", str(clone), "attrib-lsp", "--all-files", "--verbose")
    assert tried.returncode == 1, tried.stdout
    assert "UNS107" in tried.stdout

    revision = newsroom.run("git", "-C", str(clone), "rev-parse", "HEAD").stdout.strip()
    hook = {"id": "attrib-lsp", "args": ["--select", "bare-reportedly", "--output-format", "concise"]}
    repos = [{"repo": str(clone), "rev": revision, "hooks": [hook]}]
    newsroom.write(**{"__pre-commit-config__yaml": yaml.safe_dump({"repos": repos})})
    assert newsroom.run(PRE_COMMIT, "install").returncode == 0

    blocked = newsroom.run("git", "commit", "--message", "File the story")
    assert blocked.returncode != 0
    assert "story.md:3:11: warning UNS107" in blocked.stdout
    assert not {"code.py", "wire.md"} & set(blocked.stdout.replace(":", " ").split())
    assert newsroom.run("git", "rev-parse", "--verify", "--quiet", "HEAD").returncode != 0

    newsroom.write(story__md=MENDED)
    passed = newsroom.run("git", "commit", "--message", "File the story")
    assert passed.returncode == 0, passed.stdout
    assert "Passed" in passed.stdout


@real
def test_only_stories_are_given_to_the_hook(newsroom: Repository, clone: Path) -> None:
    newsroom.write(code__py="x = 2\n")
    done = newsroom.run("git", "commit", "--message", "Change the code")
    assert done.returncode == 0, done.stdout
    assert "(no files to check)" in done.stdout


@real
@pytest.mark.skipif(shutil.which("unshare") is None or os.name == "nt", reason="needs unshare to take the network away")
def test_the_hook_needs_no_network(newsroom: Repository, clone: Path) -> None:
    alone = ("unshare", "--map-root-user", "--net")
    if newsroom.run(*alone, "true").returncode != 0:
        pytest.skip("this system lets nobody take the network away")
    newsroom.write(other__md=RUMOUR)
    done = newsroom.run(*alone, PRE_COMMIT, "run", "--files", "other.md")
    assert done.returncode == 1, done.stdout
    assert "other.md:3:11: warning UNS107" in done.stdout
