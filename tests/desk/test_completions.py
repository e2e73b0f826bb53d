"""What shells complete: in the scripts' own shells where they are there."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from attrib_lsp.cli.main import COMPLETING, cli
from tests.desk.conftest import ROOT


def completed(*words: str) -> list[str]:
    """Return what is offered for the last of ``words``."""
    found = ShellComplete(cli, {}, "attrib-lsp", COMPLETING).get_completions(list(words[:-1]), words[-1])
    return [item.value if item.type == "plain" else item.type for item in found]


def test_commands_and_else_drafts_are_completed() -> None:
    assert completed("he") == ["headline"]
    assert completed("sto") == ["file"]
    assert completed("check", "sto") == ["file"]
    assert completed("story.md", "oth") == ["file"]


def test_rules_and_presets_are_completed() -> None:
    assert completed("rule", "bare-r") == ["bare-reportedly"]
    assert completed("rule", "uns10")[:3] == ["UNS101", "UNS102", "UNS103"]
    assert completed("check", "--preset", "f") == ["ft-like"]
    assert completed("check", "--select", "HED") == ["HED", *(code for code in completed("rule", "HED"))]
    assert completed("check", "--ignore", "HED,bare-r") == ["HED,bare-reportedly"]
    assert completed("check", "--select", "AL")[:2] == ["ALL", "ALL6"]
    assert completed("check", "--fail-on", "w") == ["warning"]


def test_a_slip_is_not_told_while_typing(capfd: pytest.CaptureFixture[str]) -> None:
    assert completed("chekc", "x") == ["file"]
    assert capfd.readouterr() == ("", "")


#: How each shell is asked for what it would offer behind these words.
SCRIPTS = {
    "bash": """
eval "$(attrib-lsp completions bash)"
COMP_WORDS=({words}) COMP_CWORD={last} COMPREPLY=()
$(complete -p attrib-lsp | sed 's/.*-F \\([^ ]*\\) .*/\\1/') attrib-lsp
printf '%s\\n' "${{COMPREPLY[@]}}"
""",
    "fish": """
attrib-lsp completions fish | source
complete --do-complete '{line}'
""",
}


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which ``attrib-lsp`` is this one, and no shell knows of its user."""
    command = tmp_path / "attrib-lsp"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m attrib_lsp "$@"\n')
    command.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "ZDOTDIR": str(tmp_path), "TERM": "dumb"}
    return {**os.environ, **own}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_shell_itself_completes(shell: str, variables: dict[str, str], tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    words = ["attrib-lsp", "rule", "bare-r"]
    script = SCRIPTS[shell].format(words=" ".join(words), last=len(words) - 1, line=" ".join(words))
    done = subprocess.run(
        [shell, "-c", script], cwd=tmp_path, env=variables, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split()[0] == "bare-reportedly", done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("zsh") is None or os.name == "nt", reason="zsh is not here")
def test_zsh_completes_as_it_is_typed_in(variables: dict[str, str], tmp_path: Path) -> None:
    import pty

    own, theirs = pty.openpty()
    opening = 'autoload -Uz compinit && compinit -u -D; eval "$(attrib-lsp completions zsh)"; print rea""dy\n'
    with subprocess.Popen(
        ["zsh", "-f", "-i"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=tmp_path,
        env=variables,
        start_new_session=True,
    ) as shell:
        try:
            assert shown(own, opening, "ready")
            assert shown(own, "attrib-lsp rule bare-r\t", "bare-reportedly")
        finally:
            shell.kill()
            os.close(own)
            os.close(theirs)


def shown(terminal: int, typed: str, wanted: str) -> bool:
    """Say whether a terminal comes to show what is ``wanted`` behind what was typed."""
    os.write(terminal, typed.encode())
    seen, end = "", time.monotonic() + 30
    while wanted not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 4096).decode(errors="replace")
    return wanted in seen


def test_a_shell_that_is_not_known_is_told() -> None:
    run = CliRunner().invoke(cli, ["completions", "csh"])
    assert run.exit_code == 2
    assert "bash" in run.stderr
