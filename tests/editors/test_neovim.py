"""The Neovim plugin in a real Neovim. ``make e2e-neovim`` finds or fetches one; otherwise these are skipped."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "editors" / "neovim"
#: Seconds for all checks of one Neovim, on a busy machine.
PATIENCE = 300


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what became of each check."""
    neovim = os.environ.get("NVIM_E2E")
    if not neovim:
        pytest.skip("needs a Neovim: run `make e2e-neovim`, or set NVIM_E2E to the program")
    home = tmp_path_factory.mktemp("home")
    draft = home / "bridge.md"
    shutil.copy(HERE / "drafts" / "bridge.md", draft)
    homes = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [neovim, "--clean", "--headless", "-l", HERE / "neovim" / "checks.lua", PLUGIN, draft, sys.executable],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env={**os.environ, **homes},
        check=False,
    )
    lines = (done.stdout + done.stderr).strip().splitlines()
    report = next((line for line in reversed(lines) if line.startswith('{"')), None)
    assert report is not None, "\n".join(lines)
    checks: dict[str, str] = json.loads(report)["checks"]
    return checks


def test_every_check_passes(checked: dict[str, str]) -> None:
    assert checked
    assert {name: told for name, told in checked.items() if told != "ok"} == {}
