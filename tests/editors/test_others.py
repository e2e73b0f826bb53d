"""The configurations of ``editors/README.md`` in the real editors.

``make e2e-others`` runs them with whatever of Emacs, Helix (which needs tmux) and Vim with ALE is on the ``PATH``;
otherwise they are skipped. EMACS_E2E, HELIX_E2E and VIM_E2E name other programs.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

HERE = Path(__file__).parent
README = HERE.parents[1] / "editors" / "README.md"
#: Seconds for one editor, on a busy machine.
PATIENCE = 90
MESSAGE = "the reader cannot tell"


def program(name: str) -> str:
    """Return the editor that was named for these tests."""
    found = os.environ.get(f"{name.upper()}_E2E")
    if not found:
        pytest.skip(f"needs {name}: run `make e2e-others`, or set {name.upper()}_E2E to the program")
    return found


def configuration(editor: str) -> str:
    """Return what the README tells the users of an editor to write."""
    found = re.search(rf"<!-- {editor} -->\n```\w+\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with the draft, and nothing else."""
    shutil.copy(HERE / "drafts" / "bridge.md", tmp_path / "bridge.md")
    return tmp_path


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment in which the server of this Python is found, and no user's configuration."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), **more}


def test_emacs(home: Path) -> None:
    init = home / "init.el"
    init.write_text(configuration("emacs"), encoding="utf-8")
    done = subprocess.run(
        [program("emacs"), "-Q", "--batch", "-l", HERE / "emacs" / "checks.el"],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env=environment(home, E2E_INIT=str(init), E2E_DRAFT=str(home / "bridge.md")),
        check=False,
    )
    report = next((line for line in done.stdout.splitlines() if line.startswith("{")), None)
    assert report is not None, done.stderr
    seen = json.loads(report)
    assert "It is understood that" in [one["words"] for one in seen["findings"]]
    assert seen["definition"].startswith("Mara Lind")
    assert seen["symbols"]


def test_vim_with_ale(home: Path) -> None:
    vim = program("vim")
    vimrc, out = home / "vimrc", home / "found.json"
    before = "set nocompatible hidden nomore noswapfile viminfo=\nfiletype plugin on\npackadd ale\n"
    only = "let g:ale_linters = {'markdown': ['attrib-lsp'], 'text': ['attrib-lsp']}\n"
    vimrc.write_text(before + only + configuration("vim"), encoding="utf-8")
    subprocess.run(
        [vim, "-es", "-u", vimrc, "-S", HERE / "vim" / "checks.vim", home / "bridge.md"],
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
        env=environment(home, E2E_OUT=str(out)),
        check=False,
    )
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (5, "UNS104") in [(one["line"], one["code"]) for one in found]


def test_helix(home: Path) -> None:
    helix, tmux = program("helix"), shutil.which("tmux")
    if tmux is None:
        pytest.skip("needs tmux to look at Helix's screen")
    folder = home / "config" / "helix"
    folder.mkdir(parents=True)
    (folder / "languages.toml").write_text(configuration("helix"), encoding="utf-8")
    (folder / "config.toml").write_text(configuration("helix-messages"), encoding="utf-8")
    socket = [tmux, "-L", f"attrib-{os.getpid()}", "-f", os.devnull]
    env = environment(home, TERM="xterm-256color", LC_ALL="C.UTF-8")
    command = f"'{helix}' '{home / 'bridge.md'}'"
    subprocess.run([*socket, "-u", "new-session", "-d", "-x", "120", "-y", "30", command], env=env, check=True)
    try:
        screen, end = "", time.monotonic() + PATIENCE
        while MESSAGE not in screen:
            assert time.monotonic() < end, screen
            time.sleep(0.5)
            screen = subprocess.run([*socket, "capture-pane", "-p"], capture_output=True, text=True, check=True).stdout
    finally:
        subprocess.run([*socket, "kill-server"], check=False)
