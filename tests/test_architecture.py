"""The layers: imports point downwards only, and what must start fast imports nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_layers_import_downwards_only() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_only_the_language_layer_knows_spacy() -> None:
    users = {
        path.relative_to(ROOT).parts[1]
        for path in (ROOT / "attrib_lsp").rglob("*.py")
        if "import spacy" in (text := path.read_text(encoding="utf-8")) or "from spacy" in text
    }
    assert users == {"language"}


def test_the_server_starts_without_what_draws_tables() -> None:
    code = "import sys, attrib_lsp.server.main; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
