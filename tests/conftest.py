"""What many tests share: one loaded pipeline."""

from __future__ import annotations

import os
import tempfile

import pytest

from attrib_lsp.linter.linter import Linter

#: Processes that tests start keep their results here, and not where the user's are.
os.environ["ATTRIB_LSP_CACHE_DIR"] = tempfile.mkdtemp(prefix="attrib-lsp-tests-")


@pytest.fixture(autouse=True)
def own_results(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    """Let no test see the results of another."""
    folder = tmp_path_factory.getbasetemp() / "results" / f"{abs(hash(request.node.nodeid)):x}"
    monkeypatch.setenv("ATTRIB_LSP_CACHE_DIR", str(folder))


@pytest.fixture(scope="session")
def linter() -> Linter:
    """Return a linter over the pipeline that ships; it is loaded once."""
    return Linter()
