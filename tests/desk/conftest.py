"""A newsroom's repository, and commands run in it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: Two stories that differ in the word that one rule flags.
RUMOUR = "# Mayor quits\n\nThe mayor reportedly resigned on Tuesday.\n"
MENDED = "# Mayor quits\n\nThe mayor resigned on Tuesday, her spokesman Ole Krog said.\n"


@dataclass(frozen=True)
class Repository:
    """A folder under git; commands see nothing of the user's own git."""

    folder: Path
    variables: dict[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the folder; its output and errors are one text, as a user sees them."""
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, **self.variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=900,
        )

    def write(self, **texts: str) -> None:
        """Write files whose names have "__" for ".", and stage them."""
        for name, text in texts.items():
            (self.folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
        assert self.run("git", "add", "--all").returncode == 0


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Return an empty repository."""
    folder = tmp_path_factory.mktemp("newsroom")
    variables = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_NAME": "Desk" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "desk@example.org" for who in ("AUTHOR", "COMMITTER")},
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "PYTHONPATH": "",
    }
    repository = Repository(folder, variables)
    assert repository.run("git", "init", "--quiet").returncode == 0
    return repository
